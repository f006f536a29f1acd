// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's rules about single messages of groups, topics and direct chats: reactions, edits and
// pins (protocol.md B9 to B11).

#include "app/demo/DemoReactions.h"
#include "app/demo/DemoWorld.h"

#include <QMutexLocker>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<DemoRefusal> declined(int status, const QString& reason = {})
{
    return std::unexpected(DemoRefusal{status, reason});
}

} // namespace

void DemoWorld::setEditPeriod(const QString& conversation, int minutes)
{
    const QMutexLocker lock(&m_mutex);
    for (const auto& group : m_groups) {
        if (conversation.isEmpty() || conversation == group->id)
            group->editPeriod = minutes;
    }
    for (const auto& chat : m_chats) {
        if (conversation.isEmpty() || conversation == chat->id)
            chat->directEditPeriod = minutes;
    }
}

void DemoWorld::setPin(const QString& conversation, const QString& id, const QString& by, qint64 at)
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = find(conversation);
    if (DemoMessage* message = chat ? chat->find(id) : nullptr) {
        message->pinnedAt = at;
        message->pinnedBy = by;
    }
}

DemoWorld::Answer<DemoMessage> DemoWorld::message(
    const QString& user, const QString& conversation, const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    Chat* chat = m_chatById.value(conversation);
    const DemoMessage* found = chat && chat->has(user) ? chat->find(id) : nullptr;
    return found ? Answer<DemoMessage>(*found) : declined(404);
}

DemoWorld::Answer<DemoMessage*> DemoWorld::living(
    const QString& user, const QString& conversation, const QString& id) const
{
    Chat* chat = m_chatById.value(conversation);
    DemoMessage* found = chat && chat->has(user) ? chat->find(id) : nullptr;
    if (!found || found->deletedAt != 0)
        return declined(404);
    if (found->isSystem())
        return declined(400, u"Not possible with a system message"_s);
    return found;
}

DemoWorld::Answer<DemoMessage> DemoWorld::react(const QString& user, const QString& conversation,
    const QString& id, const std::optional<QJsonObject>& kind)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = living(user, conversation, id);
    if (!found)
        return std::unexpected(found.error());
    if (kind)
        demo::react(**found, user, *kind); // a second one is ignored (protocol.md M10)
    else
        demo::unreact(**found, user);
    return **found;
}

DemoWorld::Answer<DemoMessage> DemoWorld::amend(
    const QString& user, const QString& conversation, const QString& id, const DemoDraft& wanted)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = living(user, conversation, id);
    if (!found)
        return std::unexpected(found.error());
    DemoMessage& message = **found;
    Chat& chat = *find(conversation);
    const int minutes = chat.group ? chat.group->editPeriod : chat.directEditPeriod;
    if (message.senderId != user)
        return declined(403, u"You can only edit your own messages"_s);
    if (minutes == 0)
        return declined(403, u"Messages cannot be edited here"_s);
    if (m_now() / 1000 - message.createdAt > minutes * qint64(60))
        return declined(400, u"This message can no longer be edited"_s);
    if (wanted.text.size() > longestText)
        return declined(400, u"Text is too long (maximum is 1000 characters)"_s);
    if (wanted.text.trimmed().isEmpty() && wanted.attachments.isEmpty())
        return declined(400, u"Text can't be blank"_s);
    change(chat, message, wanted.text.isEmpty() ? QString() : wanted.text, wanted.attachments);
    return *chat.find(id);
}

DemoWorld::Answer<void> DemoWorld::pin(
    const QString& user, const QString& conversation, const QString& id, bool pinned)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = living(user, conversation, id);
    if (!found)
        return std::unexpected(found.error());
    DemoMessage& message = **found;
    if ((message.pinnedAt != 0) == pinned)
        return declined(400, pinned ? u"Message is pinned already"_s : u"Message is not pinned"_s);
    message.pinnedAt = pinned ? m_now() / 1000 : 0;
    message.pinnedBy = pinned ? user : QString();
    if (!pinned)
        return {}; // says nothing to anybody (protocol.md B11)
    Chat& chat = *find(conversation);
    const QJsonObject data{{u"message_id"_s, id}, {u"pinned"_s, true},
        {u"pinned_at"_s, message.pinnedAt}, {u"pinned_by"_s, user}};
    addSystemRow(chat, u"%1 pinned a message"_s.arg(nameIn(chat, user)),
        {{u"type"_s, u"message.pinned"_s}, {u"data"_s, data}});
    return {};
}

DemoWorld::Answer<QList<DemoMessage>> DemoWorld::pinned(
    const QString& user, const QString& conversation) const
{
    const QMutexLocker lock(&m_mutex);
    const Chat* chat = find(conversation);
    QList<DemoMessage> found;
    if (chat && chat->has(user)) {
        std::ranges::copy_if(chat->messages, std::back_inserter(found),
            [](const DemoMessage& each) { return each.pinnedAt != 0; });
    }
    if (found.isEmpty())
        return declined(404);
    std::ranges::stable_sort(found, std::ranges::greater{}, &DemoMessage::pinnedAt);
    return found;
}

} // namespace skein
