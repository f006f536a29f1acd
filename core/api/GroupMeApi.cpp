// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/GroupMeApi.h"

#include "core/api/Endpoints.h"
#include "core/api/Envelope.h"
#include "core/api/JsonReaders.h"
#include "core/base/WhenDone.h"

#include <QFutureWatcher>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

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
    connect(sent, &QFutureWatcherBase::finished, this, [this, sent, promise, read] {
        sent->deleteLater();
        if (!sent->isCanceled()) {
            const auto reply = sent->result();
            auto result = reply ? open<T>(*reply, read) : std::unexpected(reply.error());
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

Async<Person> GroupMeApi::me(HttpRequest::Priority priority)
{
    auto request = endpoints::me();
    request.priority = priority;
    return call<Person>(request, [](const HttpReply& reply, const QJsonValue& value) {
        return orMalformed(json::person(value), reply);
    });
}

Async<QList<ConversationSummary>> GroupMeApi::chats(int page, const UserId& me)
{
    using Chats = QList<ConversationSummary>;
    return call<Chats>(endpoints::chats(page),
        [me](const HttpReply& reply, const QJsonValue& value) -> Result<Chats> {
            if (reply.status == 304)
                return Chats();
            return orMalformed(json::chats(value, me), reply);
        });
}

Async<ConversationSummary> GroupMeApi::chat(const ConversationId& id, const UserId& me)
{
    if (id.kind != ConversationId::Kind::Direct)
        return later<ConversationSummary>(this, std::unexpected(unsupported()));
    return call<ConversationSummary>(
        endpoints::chat(id), [me](const HttpReply& reply, const QJsonValue& value) {
            return orMalformed(json::chat(value, me), reply);
        });
}

Async<MessagePage> GroupMeApi::messages(
    const ConversationId& conversation, const PageCursor& cursor, HttpRequest::Priority priority)
{
    if (conversation.kind != ConversationId::Kind::Direct)
        return later<MessagePage>(this, std::unexpected(unsupported()));
    auto request = endpoints::directMessages({conversation.related}, cursor, pageLimit);
    request.priority = priority;
    return call<MessagePage>(
        request, [](const HttpReply& reply, const QJsonValue& value) -> Result<MessagePage> {
            if (reply.status == 304)
                return MessagePage{};
            return orMalformed(json::directMessages(value), reply);
        });
}

Async<Message> GroupMeApi::sendMessage(const ConversationId& conversation,
    const OutgoingMessage& message, std::optional<std::chrono::milliseconds> notAfter)
{
    if (conversation.kind != ConversationId::Kind::Direct)
        return later<Message>(this, std::unexpected(unsupported()));
    auto request = endpoints::sendDirectMessage({conversation.related}, message);
    request.notAfter = notAfter;
    return call<Message>(
        request, [guid = message.guid](const HttpReply& reply, const QJsonValue& value) {
            auto read = json::createdMessage(value);
            if (read && read->guid.isEmpty())
                read->guid = guid;
            return orMalformed(std::move(read), reply);
        });
}

Async<std::monostate> GroupMeApi::deleteMessage(
    const ConversationId& conversation, const MessageId& message)
{
    using Done = std::monostate;
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    const auto answer = call<Done>(endpoints::deleteMessage(conversation, message),
        [](const HttpReply&, const QJsonValue&) -> Result<Done> { return Done{}; });
    whenDone(this, answer, [promise](const Result<Done>& result) {
        const bool isGone = !result && result.error().kind == ErrorKind::NotFound;
        promise->addResult(isGone ? Result<Done>(Done{}) : result);
        promise->finish();
    });
    return promise->future();
}

Async<ReadReceipt> GroupMeApi::sendReadReceipt(
    const ConversationId& conversation, const MessageId& message)
{
    if (conversation.kind != ConversationId::Kind::Direct)
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

} // namespace skein
