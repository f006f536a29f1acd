// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ConversationMenu.h"

#include "core/base/TimeOfDay.h"
#include "core/models/MuteWords.h"

namespace skein {

using namespace std::chrono_literals;

ConversationMenu::ConversationMenu(
    const Conversation& conversation, qint64 serviceNow, const QDateTime& now, QWidget* parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_WindowPropagation); // the theme's colours, not the system's
    const auto kind = conversation.id.kind;
    const bool isDirect = kind == ConversationId::Kind::Direct;
    if (!isDirect && conversation.membership == Membership::Gone)
        addAction(tr("Remove from the list"), this, &ConversationMenu::removalRequested);
    if (isDirect && conversation.id.id != conversation.id.related + u'+' + conversation.id.related)
        addPersonVerbs(conversation);
    if (isDirect || conversation.isGone())
        return;
    addMuting(conversation, serviceNow, now);
    if (kind == ConversationId::Kind::Topic && conversation.isManaged())
        addTopicVerbs();
    addSeparator();
    if (kind == ConversationId::Kind::Group && conversation.isManaged())
        addAction(tr("New topic\u2026"), this, &ConversationMenu::newTopicRequested);
    addAction(tr("Members\u2026"), this, &ConversationMenu::membersRequested);
    // Leaving is the group's matter; the owner has to hand it over first (protocol.md D5).
    if (kind == ConversationId::Kind::Group && conversation.myRole != GroupRole::Owner)
        addAction(tr("Leave group\u2026"), this, &ConversationMenu::leaveRequested);
}

void ConversationMenu::addMuting(
    const Conversation& conversation, qint64 serviceNow, const QDateTime& now)
{
    QString words = muteWords(conversation.mutedUntil, serviceNow);
    if (!words.isEmpty()) {
        words.replace(0, 1, words.at(0).toUpper());
        addAction(words)->setEnabled(false);
        addAction(tr("Unmute"), this, &ConversationMenu::unmuteRequested);
        return;
    }
    QMenu* mute = addMenu(tr("Mute"));
    mute->setAttribute(Qt::WA_WindowPropagation);
    const auto add = [&](const QString& text, std::optional<std::chrono::minutes> duration) {
        connect(mute->addAction(text), &QAction::triggered, this,
            [this, duration] { emit muteRequested(duration); });
    };
    add(tr("1 hour"), 1h);
    add(tr("8 hours"), 8h);
    add(tr("Until tomorrow, %1").arg(timeOfDay(QTime(8, 0), locale())), untilTomorrowMorning(now));
    add(tr("Until I turn it back on"), std::nullopt);
}

void ConversationMenu::addPersonVerbs(const Conversation& conversation)
{
    addAction(tr("About the person\u2026"), this, &ConversationMenu::aboutRequested);
    if (conversation.isBlocked)
        addAction(tr("Unblock"), this, &ConversationMenu::unblockRequested);
    else
        addAction(tr("Block\u2026"), this, &ConversationMenu::blockRequested);
}

void ConversationMenu::addTopicVerbs()
{
    addSeparator();
    addAction(tr("Edit topic\u2026"), this, &ConversationMenu::editRequested);
    addAction(tr("Delete topic\u2026"), this, &ConversationMenu::deleteRequested);
}

} // namespace skein
