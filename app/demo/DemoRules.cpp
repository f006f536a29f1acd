// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's rules for those who ask over the wire (protocol.md B2, B5 to B8, J2, J7).

#include "app/demo/DemoWorld.h"

#include <QMutexLocker>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

DemoChatRow DemoWorld::rowFor(const Chat& chat, const QString& user) const
{
    DemoChatRow row;
    row.conversation = chat.id;
    row.other = m_people.value(chat.other(user));
    row.createdAt = chat.createdAt;
    row.updatedAt = chat.createdAt;
    row.count = static_cast<qint64>(chat.messages.size()) + chat.removed;
    row.readUpTo = chat.receipts.value(user).messageId;
    row.editPeriod = chat.directEditPeriod;
    row.waitsForApproval = chat.waitsForApproval;
    if (!chat.messages.empty()) {
        row.last = {chat.messages.back()};
        row.updatedAt = chat.messages.back().createdAt;
    }
    const auto unread = chat.messages.begin() + chat.firstAfter(row.readUpTo);
    row.unread = std::count_if(unread, chat.messages.end(),
        [&](const DemoMessage& message) { return message.senderId != user; });
    return row;
}

QList<DemoChatRow> DemoWorld::chats(const QString& user, int page, int perPage) const
{
    const QMutexLocker lock(&m_mutex);
    QList<const Chat*> mine;
    for (const auto& chat : m_chats) {
        if (!chat->group && chat->has(user))
            mine.append(chat.get());
    }
    const auto activity = [](const Chat* chat) {
        return chat->messages.empty() ? chat->createdAt : chat->messages.back().createdAt;
    };
    std::ranges::stable_sort(mine, std::ranges::greater{}, activity);
    QList<DemoChatRow> rows;
    const qsizetype first = (qsizetype(page) - 1) * perPage;
    for (qsizetype i = first; i < std::min(first + perPage, mine.size()); ++i)
        rows.append(rowFor(*mine.at(i), user));
    return rows;
}

std::optional<DemoChatRow> DemoWorld::chat(const QString& user, const QString& conversation) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    return chat && chat->has(user) ? std::optional(rowFor(*chat, user)) : std::nullopt;
}

DemoWorld::Page DemoWorld::page(
    const QString& user, const QString& other, Cursor cursor, const QString& id, int limit) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversationOf(user, other));
    if (!chat)
        return {};
    Page page = pageOf(*chat, cursor, id, limit);
    if (chat->receipts.contains(user))
        page.mine = chat->receipts.value(user);
    if (user != other && chat->receipts.contains(other))
        page.theirs = chat->receipts.value(other);
    return page;
}

DemoWorld::Page DemoWorld::pageOf(const Chat& chat, Cursor cursor, const QString& id, int limit)
{
    Page page;
    page.count = static_cast<qint64>(chat.messages.size()) + chat.removed;
    qsizetype from = 0;
    auto to = static_cast<qsizetype>(chat.messages.size());
    if (cursor == Cursor::Before)
        to = chat.firstNotBefore(id);
    else if (cursor != Cursor::Newest)
        from = chat.firstAfter(id);
    if (cursor == Cursor::After)
        to = std::min(to, from + limit);
    else
        from = std::max(from, to - limit); // since_id too: the newest, skipping the middle (J2)
    page.messages = QList<DemoMessage>(chat.messages.begin() + from, chat.messages.begin() + to);
    if (cursor != Cursor::After)
        std::ranges::reverse(page.messages);
    return page;
}

bool DemoWorld::remembers(const QString& user, const QString& guid)
{
    const qint64 now = m_now();
    m_guids.removeIf([now](auto entry) { return now - entry.value() >= guidMemoryMs; });
    const QString key = user + u'\n' + guid;
    if (m_guids.contains(key))
        return true;
    m_guids.insert(key, now);
    return false;
}

bool DemoWorld::bannedNow(const QString& user)
{
    if (m_banned.contains(user))
        return true;
    if (m_banAfter <= 0)
        return false;
    const qint64 now = m_now();
    QList<qint64>& sends = m_sends[user];
    sends.removeIf([now](qint64 then) { return now - then >= 60'000; });
    if (sends.size() >= m_banAfter) {
        m_banned.insert(user);
        return true;
    }
    sends.append(now);
    return false;
}

std::expected<DemoMessage, DemoRefusal> DemoWorld::send(const QString& user, const DemoDraft& draft)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_people.contains(draft.recipient))
        return std::unexpected(DemoRefusal{400, u"recipient_id is not a user"_s});
    if (draft.text.size() > longestText)
        return std::unexpected(DemoRefusal{400, u"text must not exceed 1000 characters"_s});
    if (draft.text.trimmed().isEmpty() && draft.attachments.isEmpty())
        return std::unexpected(DemoRefusal{400, u"text or attachments must be given"_s});
    if (bannedNow(user)) {
        return std::unexpected(
            DemoRefusal{403, u"User has been auto-banned for sending too many messages."_s});
    }
    const bool isBarred = m_blocks.value(user).contains(draft.recipient)
        || m_blocks.value(draft.recipient).contains(user);
    if (isBarred) // which of the two it was is not said (protocol.md C)
        return std::unexpected(DemoRefusal{403, u"You cannot send messages to this user"_s});
    if (remembers(user, draft.guid))
        return std::unexpected(DemoRefusal{409, u"source_guid was used a moment ago"_s});
    Chat& chat = open(user, draft.recipient, m_now() / 1000);
    DemoMessage message{.guid = draft.guid, .senderId = user, .recipientId = draft.recipient};
    message.text = draft.text.isEmpty() ? QString() : draft.text;
    message.attachments = draft.attachments;
    chat.waitsForApproval = false;
    const QString id = append(chat, std::move(message));
    return *chat.find(id);
}

std::expected<void, DemoRefusal> DemoWorld::remove(
    const QString& user, const QString& conversation, const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    DemoMessage* message = chat && chat->has(user) ? chat->find(id) : nullptr;
    if (!message || message->deletedAt != 0)
        return std::unexpected(DemoRefusal{404, {}});
    // An admin's deletion leaves nothing but a notice (J5); message_deletion_mode is otherwise
    // ["sender"].
    if (message->senderId != user && chat->group && chat->group->isManagedBy(user)) {
        const QJsonObject data{{u"message_id"_s, id}, {u"deleted_at"_s, m_now() / 1000},
            {u"deletion_actor"_s, u"admin"_s}};
        chat->messages.erase(chat->messages.begin() + chat->firstNotBefore(id));
        ++chat->removed;
        addSystemRow(*chat, u"An admin deleted this message"_s,
            {{u"type"_s, u"message.deleted"_s}, {u"data"_s, data}});
        return {};
    }
    if (message->senderId != user)
        return std::unexpected(DemoRefusal{403, u"only the sender may delete a message"_s});
    bury(*chat, *message);
    return {};
}

std::expected<DemoReceipt, DemoRefusal> DemoWorld::read(
    const QString& user, const QString& conversation, const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    if (!chat || !chat->has(user))
        return std::unexpected(DemoRefusal{404, u"chat not found"_s});
    if (!chat->find(id))
        return std::unexpected(DemoRefusal{400, u"message_id is not in this chat"_s});
    const qint64 now = m_now() / 1000;
    m_received.append({conversation, user, id, now});
    DemoReceipt& head = chat->receipts[user];
    if (head.messageId.isEmpty() || idLess(head.messageId, id))
        head = {conversation, user, id, now};
    head.readAt = now; // an older message only refreshes the time (seed, B8)
    return head;
}

QList<DemoReceipt> DemoWorld::readPositions(const QString& user) const
{
    const QMutexLocker lock(&m_mutex);
    QList<DemoReceipt> heads;
    for (const auto& chat : m_chats) {
        if (chat->has(user) && chat->receipts.contains(user))
            heads.append(chat->receipts.value(user));
    }
    return heads;
}

} // namespace skein
