// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/JsonReaders.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>

namespace skein::json {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxIdLength = maxWordLength;
constexpr qsizetype maxAttachments = 200;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isIdCharacter(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'+'
        || c == u'-' || c == u'_';
}

/// A number that is exactly an integer, as text; larger ones arrive as text already (Envelope).
QString integerText(const QJsonValue& value)
{
    constexpr qint64 none = -1;
    const qint64 whole = value.toInteger(none);
    return whole < 0 ? QString() : QString::number(whole);
}

/// "1001+20450" or "1001_20450"; "" when the text names no pair.
QString pair(const QJsonValue& value)
{
    const QString name = id(value).replace(u'_', u'+');
    const auto halves = QStringView(name).split(u'+');
    return halves.size() == 2 && !halves[0].isEmpty() && !halves[1].isEmpty() ? name : QString();
}

/// The person in the pair who is not `me`, or `me` in a chat with oneself (protocol.md B0).
UserId otherOf(const QString& pair, const UserId& me)
{
    const auto halves = pair.split(u'+');
    return {halves[0] == me.value ? halves[1] : halves[0]};
}

/// Which conversation a row of the chat list is; empty when it does not say.
ConversationId chatId(const QJsonObject& row, const UserId& me)
{
    const UserId other{id(row["other_user"_L1]["id"_L1])};
    QString name = pair(row["last_message"_L1]["conversation_id"_L1]);
    if (name.isEmpty())
        name = pair(row["last_message"_L1]["chat_id"_L1]);
    if (!name.isEmpty())
        return ConversationId::directPair(name, other.isEmpty() ? otherOf(name, me) : other);
    return other.isEmpty() ? ConversationId{} : ConversationId::direct(me, other);
}

/// Oldest first, each once; remembers in which order they came.
void putInOrder(MessagePage& page)
{
    auto& messages = page.messages;
    if (messages.isEmpty())
        return;
    page.cameAscending = !comesBefore(messages.last(), messages.first());
    QSet<MessageId> seen;
    erase_if(messages, [&seen](const Message& message) {
        const auto before = seen.size();
        seen.insert(message.id);
        return seen.size() == before;
    });
    std::ranges::sort(messages, comesBefore);
}

std::optional<MessagePage> messagePage(const QJsonValue& value, QLatin1StringView key)
{
    // Only a list proves a page, be it empty: anything else must not look like the end of history.
    const QJsonValue rows = value.isArray() ? value : value[key];
    if (!rows.isArray() && !rows.isNull())
        return std::nullopt;
    if (rows.isNull() && !value.isObject())
        return std::nullopt;
    MessagePage page;
    for (const QJsonValue& row : rows.toArray()) {
        if (const auto read = message(row))
            page.messages.append(*read);
        else
            ++page.skipped;
    }
    putInOrder(page);
    return page;
}

} // namespace

QString id(const QJsonValue& value)
{
    const QString found = value.isDouble() ? integerText(value) : value.toString();
    const bool usable = found.size() <= maxIdLength && std::ranges::all_of(found, isIdCharacter);
    return usable ? found : QString();
}

QString firstId(const QJsonObject& object, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (const QString found = id(object[key]); !found.isEmpty())
            return found;
    }
    return {};
}

qint64 secondsOfId(const QString& id)
{
    const bool isLong = id.size() >= 16 && std::ranges::all_of(id, isDigit);
    return isLong ? id.left(10).toLongLong() : 0;
}

std::optional<int> wholeNumber(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || std::isnan(number))
        return std::nullopt;
    return static_cast<int>(std::clamp(number, 0.0, double{std::numeric_limits<int>::max()}));
}

qint64 seconds(const QJsonValue& value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return static_cast<qint64>(std::clamp(number, 0.0, static_cast<double>(endOfTime)));
    }
    const QString words = value.toString();
    if (words.isEmpty() || words.size() > maxIdLength)
        return 0;
    if (std::ranges::all_of(words, isDigit))
        return words.size() > 12 ? endOfTime : std::min(words.toLongLong(), endOfTime);
    auto time = QDateTime::fromString(words, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // a time without a zone is the service's
    return time.isValid() ? std::clamp<qint64>(time.toSecsSinceEpoch(), 0, endOfTime) : 0;
}

QString text(const QJsonValue& value, qsizetype maxLength)
{
    QString found = value.toString();
    if (found.size() > maxLength)
        found.truncate(maxLength);
    for (qsizetype i = 0; i < found.size(); ++i) {
        const QChar c = std::as_const(found)[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < found.size()
            && std::as_const(found)[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (c.isSurrogate() || c.isNull())
            found[i] = QChar::ReplacementCharacter;
    }
    return found;
}

QList<Attachment> attachments(const QJsonValue& value)
{
    QList<Attachment> found;
    for (const QJsonValue& entry : value.toArray()) {
        if (entry.isObject() && found.size() < maxAttachments)
            found.append(readAttachment(entry.toObject()));
    }
    return found;
}

QList<UserId> users(const QJsonValue& value)
{
    QList<UserId> found;
    QSet<UserId> seen;
    for (const QJsonValue& entry : value.toArray()) {
        const UserId user{id(entry)};
        if (!user.isEmpty() && !seen.contains(user)) {
            seen.insert(user);
            found.append(user);
        }
    }
    return found;
}

QList<Reaction> reactions(const QJsonValue& value)
{
    QList<Reaction> found;
    for (const QJsonValue& entry : value.toArray()) {
        if (!entry.isObject())
            continue;
        const QJsonObject object = entry.toObject();
        found.append({text(object["code"_L1], maxIdLength), object["pack_id"_L1].toInt(),
            object["pack_index"_L1].toInt(), users(object["user_ids"_L1])});
    }
    return found;
}

QStringList words(const QJsonValue& value)
{
    QStringList found;
    for (const QJsonValue& word : value.toArray()) {
        if (word.isString() && found.size() < maxAttachments)
            found.append(text(word, maxWordLength));
    }
    return found;
}

std::optional<Person> person(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const UserId user{firstId(object, {"id"_L1, "user_id"_L1})};
    if (user.isEmpty())
        return std::nullopt;
    const QString image = text(object["image_url"_L1], maxUrlLength);
    return Person{user, text(object["name"_L1], maxNameLength),
        image.isEmpty() ? text(object["avatar_url"_L1], maxUrlLength) : image};
}

std::optional<Message> message(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    Message read;
    read.id = {id(object["id"_L1])};
    if (read.id.isEmpty())
        return std::nullopt;
    read.guid = {text(object["source_guid"_L1], maxNameLength)};
    read.createdAt = seconds(object["created_at"_L1]);
    if (read.createdAt == 0)
        read.createdAt = secondsOfId(read.id.value);
    read.updatedAt = seconds(object["updated_at"_L1]);
    read.senderId = {firstId(object, {"sender_id"_L1, "user_id"_L1})};
    const bool isSystem = object["system"_L1].toBool();
    read.senderType = isSystem ? u"system"_s : text(object["sender_type"_L1], maxIdLength);
    read.senderName = text(object["name"_L1], maxNameLength);
    read.avatarUrl = text(object["avatar_url"_L1], maxUrlLength);
    read.text = text(object["text"_L1]);
    read.attachments = attachments(object["attachments"_L1]);
    read.favoritedBy = users(object["favorited_by"_L1]);
    read.reactions = reactions(object["reactions"_L1]);
    read.pinnedAt = seconds(object["pinned_at"_L1]);
    read.deletedAt = seconds(object["deleted_at"_L1]);
    read.deletionActor = text(object["deletion_actor"_L1], maxIdLength);
    if (const QJsonObject event = object["event"_L1].toObject(); event["type"_L1].isString())
        read.event
            = MessageEvent{text(event["type"_L1], maxNameLength), event["data"_L1].toObject()};
    return read;
}

std::optional<ReadReceipt> readReceipt(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const MessageId head{firstId(object, {"message_id"_L1, "last_read_message_id"_L1})};
    if (head.isEmpty())
        return std::nullopt;
    return ReadReceipt{{id(object["user_id"_L1])}, head, seconds(object["read_at"_L1])};
}

std::optional<ConversationSummary> chat(const QJsonValue& value, const UserId& me)
{
    const QJsonObject row = value.toObject();
    ConversationSummary read;
    read.id = chatId(row, me);
    if (read.id.isEmpty())
        return std::nullopt;
    const QJsonValue other = row["other_user"_L1];
    read.title = text(other["name"_L1], maxNameLength);
    read.avatarUrl = text(other["avatar_url"_L1], maxUrlLength);
    read.lastMessage = message(row["last_message"_L1]);
    read.createdAt = seconds(row["created_at"_L1]);
    read.updatedAt = std::max({seconds(row["updated_at"_L1]), read.createdAt,
        read.lastMessage ? read.lastMessage->createdAt : 0});
    if (const MessageId head{id(row["last_read_message_id"_L1])}; !head.isEmpty())
        read.lastRead = head;
    read.requiresApproval = row["requires_approval"_L1].toBool();
    read.deletionMode = words(row["message_deletion_mode"_L1]);
    read.editPeriod = wholeNumber(row["message_edit_period"_L1]);
    return read;
}

std::optional<QList<ConversationSummary>> chats(const QJsonValue& value, const UserId& me)
{
    if (!value.isArray())
        return std::nullopt;
    QList<ConversationSummary> found;
    QSet<ConversationId> seen;
    for (const QJsonValue& row : value.toArray()) {
        const auto read = chat(row, me);
        if (read && !seen.contains(read->id)) {
            seen.insert(read->id);
            found.append(*read);
        }
    }
    return found;
}

std::optional<MessagePage> directMessages(const QJsonValue& value)
{
    auto page = messagePage(value, "direct_messages"_L1);
    if (page)
        page->receipt = readReceipt(value["read_receipt"_L1]);
    return page;
}

std::optional<MessagePage> groupMessages(const QJsonValue& value)
{
    return messagePage(value, "messages"_L1);
}

std::optional<Message> createdMessage(const QJsonValue& value)
{
    for (const auto key : {"message"_L1, "direct_message"_L1}) {
        if (const auto read = message(value[key]))
            return read;
    }
    return message(value);
}

std::optional<ReadReceipt> sentReceipt(const QJsonValue& value)
{
    const auto read = readReceipt(value["read_receipt"_L1]);
    return read ? read : readReceipt(value);
}

std::optional<QHash<QString, MessageId>> readPositions(const QJsonValue& value)
{
    const QJsonValue rows = value.isArray() ? value : value["receipts"_L1];
    if (!rows.isArray())
        return std::nullopt;
    QHash<QString, MessageId> heads;
    for (const QJsonValue& row : rows.toArray()) {
        const QString name = id(row["conversation_id"_L1]).replace(u'_', u'+');
        const MessageId head{firstId(row.toObject(), {"last_read_message_id"_L1, "message_id"_L1})};
        if (!name.isEmpty() && !head.isEmpty())
            heads.insert(name, head);
    }
    return heads;
}

} // namespace skein::json
