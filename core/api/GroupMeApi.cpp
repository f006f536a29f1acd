// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/GroupMeApi.h"

#include "core/api/Endpoints.h"
#include "core/api/Envelope.h"
#include "core/api/GroupReaders.h"
#include "core/api/MessageReaders.h"
#include "core/base/WhenDone.h"
#include "core/net/RetryPolicy.h"

#include <QFutureWatcher>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

using Summaries = QList<ConversationSummary>;

Error malformed(const HttpReply& reply) { return {ErrorKind::Malformed, reply.status, {}, {}}; }

/// A reader's value, or the error that there was none.
template <class T>
Result<T> orMalformed(std::optional<T> read, const HttpReply& reply)
{
    if (read)
        return *std::move(read);
    return std::unexpected(malformed(reply));
}

Error unsupported() { return {ErrorKind::Unsupported, 0, {}, {}}; }

bool isDirect(const ConversationId& id) { return id.kind == ConversationId::Kind::Direct; }

/// For answers of which only the status counts.
Result<std::monostate> accepted(const HttpReply&, const QJsonValue&) { return std::monostate{}; }

} // namespace

GroupMeApi::GroupMeApi(HttpTransport& transport, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
{
}

template <class T>
Async<T> GroupMeApi::call(const HttpRequest& request, Reader<T> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto future = promise->future();
    auto* sent = new QFutureWatcher<Result<HttpReply>>(this);
    auto* wanted = new QFutureWatcher<Result<T>>(sent);
    // A chained future would not pass a cancellation on to its source, hence our own promise.
    connect(wanted, &QFutureWatcherBase::canceled, sent, [sent] { sent->cancel(); });
    connect(
        sent, &QFutureWatcherBase::finished, this, [this, sent, promise, read = std::move(read)] {
            sent->deleteLater();
            if (!sent->isCanceled()) {
                const auto reply = sent->result();
                auto result = reply ? open<T>(*reply, read) : std::unexpected(reply.error());
                const bool isGroupMe = result || result.error().kind != ErrorKind::NotGroupMe;
                if (reply && isGroupMe)
                    noteDate(*reply);
                report(result ? std::nullopt : std::optional(result.error()));
                promise->addResult(std::move(result));
            } else {
                promise->future().cancel();
            }
            promise->finish();
        });
    wanted->setFuture(future);
    sent->setFuture(m_transport.send(request));
    return future;
}

template <class T>
Result<T> GroupMeApi::open(const HttpReply& reply, const Reader<T>& read)
{
    const auto value = openEnvelope(reply);
    if (!value)
        return std::unexpected(value.error());
    return read(reply, *value);
}

void GroupMeApi::noteDate(const HttpReply& reply)
{
    if (const auto date = httpDate(reply.date))
        emit dated(*date / std::chrono::seconds{1});
}

void GroupMeApi::report(const std::optional<Error>& error)
{
    if (!error) {
        emit answered(std::nullopt);
        return;
    }
    switch (error->kind) {
    case ErrorKind::BadRequest:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
        emit answered(std::nullopt); // a refusal of this one thing, well answered
        break;
    case ErrorKind::Expired:
    case ErrorKind::Cancelled:
    case ErrorKind::Unsupported:
        break; // nobody was asked
    default:
        emit answered(error);
    }
}

Async<QJsonValue> GroupMeApi::ask(const HttpRequest& request)
{
    return call<QJsonValue>(request,
        [](const HttpReply&, const QJsonValue& value) -> Result<QJsonValue> { return value; });
}

Async<Person> GroupMeApi::me(HttpRequest::Priority priority)
{
    auto request = endpoints::me();
    request.priority = priority;
    return call<Person>(request, [](const HttpReply& reply, const QJsonValue& value) {
        return orMalformed(json::person(value), reply);
    });
}

Async<std::monostate> GroupMeApi::revokeToken()
{
    return call<std::monostate>(endpoints::revokeToken(), accepted);
}

Async<Summaries> GroupMeApi::list(
    const HttpRequest& request, std::function<std::optional<Summaries>(const QJsonValue&)> read)
{
    return call<Summaries>(request,
        [read = std::move(read)](
            const HttpReply& reply, const QJsonValue& value) -> Result<Summaries> {
            if (reply.status == 304)
                return Summaries();
            return orMalformed(read(value), reply);
        });
}

Async<Summaries> GroupMeApi::chats(int page, const UserId& me)
{
    return list(
        endpoints::chats(page), [me](const QJsonValue& value) { return json::chats(value, me); });
}

Async<ConversationSummary> GroupMeApi::chat(const ConversationId& id, const UserId& me)
{
    if (!isDirect(id))
        return later<ConversationSummary>(this, std::unexpected(unsupported()));
    return call<ConversationSummary>(
        endpoints::chat(id), [me](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::chat(value, me), reply);
        });
}

Async<MessagePage> GroupMeApi::messages(
    const ConversationId& conversation, const PageCursor& cursor, HttpRequest::Priority priority)
{
    const bool direct = isDirect(conversation);
    auto request = direct ? endpoints::directMessages({conversation.related}, cursor, pageLimit)
                          : endpoints::groupMessages(conversation, cursor, pageLimit);
    request.priority = priority;
    return call<MessagePage>(
        request, [direct](const HttpReply& reply, const QJsonValue& value) -> Result<MessagePage> {
            if (reply.status == 304)
                return MessagePage{};
            return orMalformed(
                direct ? json::directMessages(value) : json::groupMessages(value), reply);
        });
}

Async<Message> GroupMeApi::sendMessage(const ConversationId& conversation,
    const OutgoingMessage& message, std::optional<std::chrono::milliseconds> notAfter,
    const std::shared_ptr<Turn>& turn)
{
    auto request = isDirect(conversation)
        ? endpoints::sendDirectMessage({conversation.related}, message)
        : endpoints::sendGroupMessage(conversation, message);
    request.notAfter = notAfter;
    request.turn = turn;
    return call<Message>(
        request, [guid = message.guid](const HttpReply& reply, const QJsonValue& value) {
            auto read = json::createdMessage(value);
            if (read && read->guid.isEmpty())
                read->guid = guid;
            return orMalformed(std::move(read), reply);
        });
}

Async<std::monostate> GroupMeApi::goneIsDone(const HttpRequest& request)
{
    using Done = std::monostate;
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    whenDone(this, call<Done>(request, accepted), [promise](const Result<Done>& result) {
        const bool isGone = !result && result.error().kind == ErrorKind::NotFound;
        promise->addResult(isGone ? Result<Done>(Done{}) : result);
        promise->finish();
    });
    return promise->future();
}

Async<std::monostate> GroupMeApi::deleteMessage(
    const ConversationId& conversation, const MessageId& message)
{
    return goneIsDone(endpoints::deleteMessage(conversation, message));
}

Async<Message> GroupMeApi::message(
    const ConversationId& conversation, const MessageId& message, HttpRequest::Priority priority)
{
    auto request = endpoints::message(conversation, message);
    request.priority = priority;
    return call<Message>(request, [message](const HttpReply& reply, const QJsonValue& value) {
        auto read = json::createdMessage(value);
        const bool isIt = read && read->id == message;
        return orMalformed(isIt ? std::move(read) : std::nullopt, reply);
    });
}

Async<Message> GroupMeApi::editMessage(const ConversationId& conversation, const MessageId& message,
    const QString& text, const QJsonArray& attachments)
{
    Message sent;
    sent.id = message;
    sent.text = text;
    sent.attachments = json::attachments(attachments);
    return call<Message>(endpoints::editMessage(conversation, message, text, attachments),
        [sent](const HttpReply&, const QJsonValue& value) -> Result<Message> {
            // It was accepted; an answer that says no more leaves what was sent.
            const auto read = json::createdMessage(value);
            return read && read->id == sent.id ? *read : sent;
        });
}

Async<std::optional<QList<Reaction>>> GroupMeApi::reacting(const HttpRequest& request)
{
    using Told = std::optional<QList<Reaction>>;
    return call<Told>(request, [](const HttpReply&, const QJsonValue& value) -> Result<Told> {
        return json::allReactions(value);
    });
}

Async<std::optional<QList<Reaction>>> GroupMeApi::like(
    const ConversationId& conversation, const MessageId& message, const ReactionKind& kind)
{
    return reacting(endpoints::like(conversation, message, kind));
}

Async<std::optional<QList<Reaction>>> GroupMeApi::unlike(
    const ConversationId& conversation, const MessageId& message)
{
    return reacting(endpoints::unlike(conversation, message));
}

Async<std::monostate> GroupMeApi::pin(const ConversationId& conversation, const MessageId& message)
{
    return call<std::monostate>(endpoints::pin(conversation, message), accepted);
}

Async<std::monostate> GroupMeApi::unpin(
    const ConversationId& conversation, const MessageId& message)
{
    return call<std::monostate>(endpoints::unpin(conversation, message), accepted);
}

Async<QList<Message>> GroupMeApi::pinnedMessages(const ConversationId& conversation)
{
    using Messages = QList<Message>;
    auto promise = std::make_shared<QPromise<Result<Messages>>>();
    promise->start();
    const auto asked = call<Messages>(endpoints::pinnedMessages(conversation),
        [](const HttpReply& reply, const QJsonValue& value) -> Result<Messages> {
            if (reply.status == 304)
                return Messages();
            return orMalformed(json::pinnedMessages(value), reply);
        });
    whenDone(this, asked, [promise](const Result<Messages>& result) {
        const bool areNone = !result && result.error().kind == ErrorKind::NotFound;
        promise->addResult(areNone ? Result<Messages>(Messages()) : result);
        promise->finish();
    });
    return promise->future();
}

Async<Poll> GroupMeApi::poll(const ConversationId& conversation, const QString& poll)
{
    return call<Poll>(
        endpoints::poll(conversation, poll), [](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::poll(value), reply);
        });
}

Async<CalendarEvent> GroupMeApi::calendarEvent(
    const ConversationId& conversation, const QString& event)
{
    return call<CalendarEvent>(endpoints::calendarEvent(conversation, event),
        [](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::calendarEvent(value), reply);
        });
}

Async<ReadReceipt> GroupMeApi::sendReadReceipt(
    const ConversationId& conversation, const MessageId& message)
{
    if (!isDirect(conversation))
        return later<ReadReceipt>(this, std::unexpected(unsupported()));
    return call<ReadReceipt>(endpoints::sendReadReceipt(conversation, message),
        [message](const HttpReply&, const QJsonValue& value) -> Result<ReadReceipt> {
            // It was accepted; an answer that says no more leaves the head where we put it.
            return json::sentReceipt(value).value_or(ReadReceipt{{}, message, 0});
        });
}

Async<QHash<QString, MessageId>> GroupMeApi::readPositions()
{
    using Heads = QHash<QString, MessageId>;
    return call<Heads>(
        endpoints::readPositions(), [](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::readPositions(value), reply);
        });
}

Async<std::monostate> GroupMeApi::sendReadPosition(
    const ConversationId& conversation, const MessageId& message)
{
    return call<std::monostate>(endpoints::sendReadPosition(conversation, message), accepted);
}

Async<Summaries> GroupMeApi::groups(int page)
{
    return list(endpoints::groups(page), json::groups);
}

Async<ConversationSummary> GroupMeApi::group(const ConversationId& group)
{
    return call<ConversationSummary>(
        endpoints::group(group), [](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::group(value), reply);
        });
}

Async<Member> GroupMeApi::setNickname(const ConversationId& group, const QString& nickname)
{
    return call<Member>(endpoints::updateMembership(group, nickname),
        [nickname](const HttpReply&, const QJsonValue& value) -> Result<Member> {
            Member self = json::member(value).value_or(Member{});
            if (self.nickname.isEmpty())
                self.nickname = nickname;
            return self;
        });
}

Async<std::monostate> GroupMeApi::removeMember(
    const ConversationId& group, const QString& membershipId)
{
    return call<std::monostate>(endpoints::removeMember(group, membershipId), accepted);
}

Async<Summaries> GroupMeApi::topics(const ConversationId& group, int page)
{
    return list(endpoints::topics(group, page),
        [group](const QJsonValue& value) { return json::topics(value, group); });
}

Async<ConversationSummary> GroupMeApi::oneTopic(
    const HttpRequest& request, const ConversationId& group)
{
    return call<ConversationSummary>(
        request, [group](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::topic(value, group), reply);
        });
}

Async<ConversationSummary> GroupMeApi::topic(const ConversationId& topic)
{
    return oneTopic(endpoints::topic(topic), topic.parent());
}

Async<ConversationSummary> GroupMeApi::createTopic(
    const ConversationId& group, const TopicDraft& draft)
{
    return oneTopic(endpoints::createTopic(group, draft), group);
}

Async<GroupMeApi::ChangedTopic> GroupMeApi::updateTopic(
    const ConversationId& topic, const TopicDraft& draft)
{
    return call<ChangedTopic>(endpoints::updateTopic(topic, draft),
        [group = topic.parent()](const HttpReply&,
            const QJsonValue& value) -> Result<ChangedTopic> { return json::topic(value, group); });
}

Async<std::monostate> GroupMeApi::deleteTopic(const ConversationId& topic)
{
    return goneIsDone(endpoints::deleteTopic(topic));
}

Async<GroupMeApi::Muted> GroupMeApi::muting(const HttpRequest& request)
{
    return call<Muted>(request, [](const HttpReply&, const QJsonValue& value) -> Result<Muted> {
        return json::muteState(value);
    });
}

Async<GroupMeApi::Muted> GroupMeApi::mute(
    const ConversationId& conversation, std::optional<std::chrono::minutes> duration)
{
    return muting(endpoints::mute(conversation, duration));
}

Async<GroupMeApi::Muted> GroupMeApi::unmute(const ConversationId& conversation)
{
    return muting(endpoints::unmute(conversation));
}

} // namespace skein
