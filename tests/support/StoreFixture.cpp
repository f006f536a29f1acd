// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/StoreFixture.h"

#include <QCoreApplication>
#include <QDir>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstSecond = 1'750'000'000;

Message messageAt(int n, const UserId& sender, const QString& name, const QString& text)
{
    Message message;
    message.id = fixtureId(n);
    message.createdAt = firstSecond + n;
    message.senderId = sender;
    message.senderType = u"user"_s;
    message.senderName = name;
    message.text = text.isEmpty() ? u"message %1"_s.arg(n) : text;
    return message;
}

} // namespace

ConversationId fixtureChat(int n)
{
    return ConversationId::direct(fixtureMe, {QString::number(fixtureOther.value.toInt() + n)});
}

MessageId fixtureId(int n) { return {QString::number(firstSecond + n) + u"00000000"_s}; }

Message receivedMessage(int n, const QString& text)
{
    Message message = messageAt(n, fixtureOther, u"Iris Adams"_s, text);
    message.guid = {u"theirs-%1"_s.arg(n)};
    return message;
}

Message ownMessage(int n, const QString& text, const QString& guid)
{
    Message message = messageAt(n, fixtureMe, u"Ben Nash"_s, text);
    message.guid = {guid.isEmpty() ? u"mine-%1"_s.arg(n) : guid};
    return message;
}

Message systemMessage(int n, const QString& event, const QJsonObject& data, const QString& text)
{
    Message message = messageAt(n, {u"system"_s}, u"GroupMe"_s, text);
    message.senderType = u"system"_s;
    if (!event.isEmpty())
        message.event = MessageEvent{event, data};
    return message;
}

Message deletionOf(int n, int target)
{
    return systemMessage(n, u"message.deleted"_s,
        {{u"message_id"_s, fixtureId(target).value}, {u"deleted_at"_s, firstSecond + n},
            {u"deletion_actor"_s, u"sender"_s}},
        u"A message was deleted"_s);
}

Message editOf(int n, int target, qint64 at, const QString& text)
{
    return systemMessage(n, u"message.update"_s,
        {{u"message_id"_s, fixtureId(target).value}, {u"updated_at"_s, at},
            {u"message"_s, QJsonObject{{u"text"_s, text}, {u"attachments"_s, QJsonArray()}}}},
        u"A message was edited"_s);
}

QList<Message> receivedMessages(int first, int last)
{
    QList<Message> messages;
    for (int n = first; n <= last; ++n)
        messages.append(receivedMessage(n));
    return messages;
}

Intake pageOf(const QList<Message>& messages, bool reachesStart)
{
    return {.messages = messages,
        .complete = Span{positionOf(messages.first()), positionOf(messages.last()), reachesStart}};
}

OutboxRow waitingRow(int n, const QString& guid, const ConversationId& id)
{
    return {.guid = {guid},
        .conversation = id.isEmpty() ? fixtureChat() : id,
        .text = u"message %1"_s.arg(n),
        .queuedAt = (firstSecond + n) * 1000};
}

ConversationSummary summaryOf(
    const ConversationId& id, const QString& title, const std::optional<Message>& newest)
{
    ConversationSummary summary;
    summary.id = id;
    summary.title = title;
    summary.lastMessage = newest;
    summary.createdAt = firstSecond;
    summary.updatedAt = newest ? newest->createdAt : firstSecond;
    return summary;
}

int newestSchema()
{
    const QStringList scripts = QDir(u":/skein/sql"_s).entryList({u"0*.sql"_s}, QDir::Files);
    return scripts.isEmpty() ? 0 : scripts.last().left(4).toInt();
}

QStringList storedIds(const MessageStore& messages, const ConversationId& id)
{
    QStringList ids;
    for (const Message& message : messages.slice(id, {u""_s, u"~"_s, 0, 0}).messages)
        ids.append(message.id.value);
    return ids;
}

void fill(const StoreFolder& folder)
{
    const auto open = folder.open();
    open->take(pageOf(receivedMessages(1, 400)));
    open->database.transaction([&] {
        open->stores.outbox.add(waitingRow(500, u"waits"_s), open->changes);
        open->stores.drafts.save(fixtureChat(1), draftOf(u"half a thought"_s), open->changes);
    });
}

void StoreFixture::quiet()
{
    // A change asks a model, whose reading may ask once more: a few round trips settle them all.
    for (int turn = 0; turn < 8; ++turn) {
        (void)wait(store.read([](Stores&) { return true; }));
        QCoreApplication::processEvents();
    }
}

void StoreFixture::take(const Intake& intake, const ConversationId& id)
{
    change([=](Stores& stores, Changes& changes) { stores.messages.take(id, intake, changes); });
}

} // namespace skein
