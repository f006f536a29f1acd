// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's keeping: who and what exists, and how tests and people change it. The rules for
// those who ask over the wire are in DemoRules.cpp.

#include "app/demo/DemoWorld.h"

#include "app/demo/DemoCards.h"
#include "app/demo/DemoMedia.h"

#include <QMutexLocker>
#include <QUuid>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 idsPerSecond = 100'000'000; // eight digits follow the seconds (J1)
constexpr qint64 idsPerMillisecond = 100'000;

bool olderThan(const DemoMessage& message, const QString& id)
{
    return DemoWorld::idLess(message.id, id);
}
bool newerThan(const QString& id, const DemoMessage& message)
{
    return DemoWorld::idLess(id, message.id);
}

} // namespace

// --- Chat ---------------------------------------------------------------------------------------

bool DemoWorld::Chat::has(const QString& user) const
{
    return group ? group->member(user) != nullptr : user == first || user == second;
}

QString DemoWorld::Chat::other(const QString& user) const { return user == first ? second : first; }

qsizetype DemoWorld::Chat::firstAfter(const QString& messageId) const
{
    return std::upper_bound(messages.begin(), messages.end(), messageId, newerThan)
        - messages.begin();
}

qsizetype DemoWorld::Chat::firstNotBefore(const QString& messageId) const
{
    return std::lower_bound(messages.begin(), messages.end(), messageId, olderThan)
        - messages.begin();
}

DemoMessage* DemoWorld::Chat::find(const QString& messageId)
{
    const auto at = std::lower_bound(messages.begin(), messages.end(), messageId, olderThan);
    return at != messages.end() && at->id == messageId ? &*at : nullptr;
}

void DemoWorld::Chat::add(DemoMessage message)
{
    if (messages.empty() || idLess(messages.back().id, message.id)) {
        messages.push_back(std::move(message));
        return;
    }
    const auto at = messages.begin() + firstAfter(message.id);
    messages.insert(at, std::move(message));
}

// --- Who ----------------------------------------------------------------------------------------

DemoWorld::DemoWorld(DemoPerson me, const QList<DemoPerson>& others, Now now)
    : m_now(std::move(now))
    , m_media(std::make_unique<DemoMedia>())
    , m_cards(std::make_unique<DemoCards>())
    , m_me(std::move(me))
{
    m_people.insert(m_me.id, m_me);
    for (const DemoPerson& person : others)
        addPerson(person);
}

DemoWorld::~DemoWorld() = default;

bool DemoWorld::idLess(const QString& a, const QString& b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

QString DemoWorld::conversationOf(const QString& a, const QString& b)
{
    return idLess(b, a) ? b + u'+' + a : a + u'+' + b;
}

DemoPerson DemoWorld::me() const { return m_me; }

QList<DemoPerson> DemoWorld::others() const
{
    const QMutexLocker lock(&m_mutex);
    return m_others;
}

std::optional<DemoPerson> DemoWorld::person(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_people.constFind(id);
    return found == m_people.cend() ? std::nullopt : std::optional(*found);
}

void DemoWorld::addPerson(const DemoPerson& person)
{
    const QMutexLocker lock(&m_mutex);
    if (m_people.contains(person.id))
        return;
    m_people.insert(person.id, person);
    m_others.append(person);
}

// --- Conversations ------------------------------------------------------------------------------

const DemoWorld::Chat* DemoWorld::find(const QString& conversation) const
{
    return m_chatById.value(conversation);
}

DemoWorld::Chat* DemoWorld::find(const QString& conversation)
{
    return m_chatById.value(conversation);
}

DemoWorld::Chat& DemoWorld::open(const QString& a, const QString& b, qint64 createdAt)
{
    const QString id = conversationOf(a, b);
    if (Chat* known = find(id))
        return *known;
    auto chat = std::make_unique<Chat>();
    chat->id = id;
    chat->first = id.section(u'+', 0, 0);
    chat->second = id.section(u'+', 1);
    chat->createdAt = createdAt;
    m_chatById.insert(id, chat.get());
    return *m_chats.emplace_back(std::move(chat));
}

void DemoWorld::openChat(const QString& a, const QString& b, qint64 createdAt)
{
    const QMutexLocker lock(&m_mutex);
    open(a, b, createdAt);
}

QString DemoWorld::freshId()
{
    m_lastId = std::max(m_now() * idsPerMillisecond, m_lastId + 1);
    while (m_ids.contains(QString::number(m_lastId)))
        ++m_lastId;
    return QString::number(m_lastId);
}

QString DemoWorld::idAt(qint64 seconds)
{
    QString id;
    do
        id = QString::number(seconds * idsPerSecond + ++m_serial % idsPerSecond);
    while (m_ids.contains(id));
    return id;
}

void DemoWorld::complete(const Chat& chat, DemoMessage& message)
{
    if (message.id.isEmpty())
        message.id = message.createdAt == 0 ? freshId() : idAt(message.createdAt);
    if (message.createdAt == 0)
        message.createdAt = message.id.toLongLong() / idsPerSecond;
    if (message.guid.isEmpty())
        message.guid = QUuid::createUuidV5(QUuid(), message.id).toString(QUuid::WithoutBraces);
    if (message.recipientId.isEmpty())
        message.recipientId = chat.other(message.senderId);
    if (message.name.isNull() && !message.isSystem())
        message.name = nameIn(chat, message.senderId);
    if (message.avatarUrl.isNull())
        message.avatarUrl = m_people.value(message.senderId).avatarUrl;
}

QString DemoWorld::append(Chat& chat, DemoMessage message)
{
    complete(chat, message);
    m_ids.insert(message.id);
    const QString id = message.id;
    chat.add(std::move(message));
    return id;
}

QStringList DemoWorld::insert(const QString& conversation, QList<DemoMessage> messages)
{
    const QMutexLocker lock(&m_mutex);
    const QString a = conversation.section(u'+', 0, 0);
    const QString b = conversation.section(u'+', 1);
    if (b.isEmpty() && !find(conversation))
        return {}; // groups and topics are made before anything is said in them
    const qint64 opened = messages.isEmpty() || messages.first().createdAt == 0
        ? m_now() / 1000
        : messages.first().createdAt;
    Chat& chat = b.isEmpty() ? *find(conversation) : open(a, b, opened);
    QStringList ids;
    ids.reserve(messages.size());
    for (DemoMessage& message : messages)
        ids.append(append(chat, std::move(message)));
    return ids;
}

QString DemoWorld::say(
    const QString& from, const QString& to, const QString& text, const QJsonArray& attachments)
{
    const QMutexLocker lock(&m_mutex);
    Chat& chat = open(from, to, m_now() / 1000);
    DemoMessage message{.senderId = from, .recipientId = to};
    message.text = text;
    message.attachments = attachments;
    return append(chat, std::move(message));
}

void DemoWorld::change(
    Chat& chat, DemoMessage& message, const QString& text, const QJsonArray& attached)
{
    message.text = text;
    message.attachments = attached;
    message.updatedAt = m_now() / 1000;
    const QJsonValue words = text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    const QJsonObject content{{u"text"_s, words}, {u"attachments"_s, attached}};
    const QJsonObject data{{u"message_id"_s, message.id}, {u"sender_id"_s, message.senderId},
        {u"updated_at"_s, message.updatedAt}, {u"message"_s, content}};
    // `message` may move when the row is added: not used from here on.
    addSystemRow(
        chat, u"A message was edited"_s, {{u"type"_s, u"message.update"_s}, {u"data"_s, data}});
}

bool DemoWorld::edit(const QString& conversation, const QString& id, const QString& text,
    const std::optional<QJsonArray>& attachments)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    DemoMessage* message = chat ? chat->find(id) : nullptr;
    if (!message || message->deletedAt != 0)
        return false;
    change(*chat, *message, text, attachments.value_or(message->attachments));
    return true;
}

void DemoWorld::bury(Chat& chat, DemoMessage& message)
{
    message.text = u"This message was deleted"_s;
    message.attachments = {};
    message.reactions = {};
    message.favoritedBy = {};
    message.pinnedAt = 0;
    message.pinnedBy = QString();
    message.deletedAt = m_now() / 1000;
    message.deletionActor = u"sender"_s;
    const QJsonObject data{{u"message_id"_s, message.id}, {u"deleted_at"_s, message.deletedAt},
        {u"deletion_actor"_s, message.deletionActor}};
    // `message` may move when the row is added: not used from here on.
    addSystemRow(
        chat, u"A message was deleted"_s, {{u"type"_s, u"message.deleted"_s}, {u"data"_s, data}});
}

bool DemoWorld::erase(const QString& conversation, const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    DemoMessage* message = chat ? chat->find(id) : nullptr;
    if (!message || message->deletedAt != 0 || message->isSystem())
        return false;
    bury(*chat, *message);
    return true;
}

bool DemoWorld::vanish(const QString& conversation, const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    if (!chat || !chat->find(id))
        return false;
    chat->messages.erase(chat->messages.begin() + chat->firstNotBefore(id));
    ++chat->removed;
    return true;
}

QString DemoWorld::addSystemRow(Chat& chat, const QString& text, const QJsonObject& event)
{
    DemoMessage row{.senderId = u"system"_s, .recipientId = chat.second};
    row.name = u"GroupMe"_s;
    row.text = text;
    row.event = event;
    return append(chat, std::move(row));
}

QString DemoWorld::systemRow(
    const QString& conversation, const QString& text, const QJsonObject& event)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    return chat ? addSystemRow(*chat, text, event) : QString();
}

void DemoWorld::setReceipt(const QString& conversation, const QString& user, const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    if (Chat* chat = find(conversation))
        chat->receipts.insert(user, {conversation, user, id, m_now() / 1000});
}

void DemoWorld::setBanned(const QString& user, bool banned)
{
    const QMutexLocker lock(&m_mutex);
    m_sends.remove(user);
    if (banned)
        m_banned.insert(user);
    else
        m_banned.remove(user);
}

void DemoWorld::setBanAfter(int sendsPerMinute)
{
    const QMutexLocker lock(&m_mutex);
    m_banAfter = sendsPerMinute;
}

// --- What is held -------------------------------------------------------------------------------

QStringList DemoWorld::conversations() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList ids;
    for (const auto& chat : m_chats)
        ids.append(chat->id);
    return ids;
}

bool DemoWorld::isIn(const QString& user, const QString& conversation) const
{
    const QMutexLocker lock(&m_mutex);
    if (const Chat* chat = find(conversation))
        return chat->has(user);
    const QString a = conversation.section(u'+', 0, 0);
    const QString b = conversation.section(u'+', 1);
    return m_people.contains(a) && m_people.contains(b) && conversation == conversationOf(a, b)
        && (user == a || user == b);
}

QList<DemoMessage> DemoWorld::messages(const QString& conversation) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    return chat ? QList<DemoMessage>(chat->messages.begin(), chat->messages.end())
                : QList<DemoMessage>();
}

QString DemoWorld::newestId(const QString& conversation) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    return chat && !chat->messages.empty() ? chat->messages.back().id : QString();
}

std::optional<DemoReceipt> DemoWorld::receipt(
    const QString& conversation, const QString& user) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    if (!chat || !chat->receipts.contains(user))
        return std::nullopt;
    return chat->receipts.value(user);
}

QList<DemoReceipt> DemoWorld::receiptsReceived() const
{
    const QMutexLocker lock(&m_mutex);
    return m_received;
}

} // namespace skein
