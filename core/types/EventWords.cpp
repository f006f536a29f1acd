// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/EventWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    QLatin1StringView prefix; ///< of the type; the first that fits counts
    const char* sentence;
};

constexpr std::array all{
    Words{"membership.announce.added"_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody was added")},
    Words{"membership.announce.joined"_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody joined")},
    Words{"membership.announce.rejoined"_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody came back")},
    Words{"membership.notifications.exited"_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody left")},
    Words{"membership.notifications."_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody was removed")},
    Words{"membership.nickname_changed"_L1,
        QT_TRANSLATE_NOOP("EventWords", "Somebody has another name now")},
    Words{"membership.avatar_changed"_L1,
        QT_TRANSLATE_NOOP("EventWords", "Somebody has another picture now")},
    Words{"membership."_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about the members")},
    Words{"group.subgroup_created"_L1, QT_TRANSLATE_NOOP("EventWords", "A topic was created")},
    Words{"group.subgroup_removed"_L1, QT_TRANSLATE_NOOP("EventWords", "A topic was deleted")},
    Words{"group.subgroup_name_change"_L1, QT_TRANSLATE_NOOP("EventWords", "A topic was renamed")},
    Words{"group.subgroup_"_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about a topic")},
    Words{"group.name_change"_L1, QT_TRANSLATE_NOOP("EventWords", "The group was renamed")},
    Words{"group.topic_change"_L1,
        QT_TRANSLATE_NOOP("EventWords", "The group has another description now")},
    Words{"group.avatar_change"_L1,
        QT_TRANSLATE_NOOP("EventWords", "The group has another picture now")},
    Words{"group.owner_changed"_L1,
        QT_TRANSLATE_NOOP("EventWords", "The group has another owner now")},
    Words{"group.role_change_admin"_L1, QT_TRANSLATE_NOOP("EventWords", "Somebody's role changed")},
    Words{"group.call.started"_L1, QT_TRANSLATE_NOOP("EventWords", "A call began")},
    Words{"group.call.ended"_L1, QT_TRANSLATE_NOOP("EventWords", "A call ended")},
    Words{"group."_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about the group")},
    Words{"poll.created"_L1, QT_TRANSLATE_NOOP("EventWords", "A poll was created")},
    Words{"poll.finished"_L1, QT_TRANSLATE_NOOP("EventWords", "A poll has ended")},
    Words{"poll.reminder"_L1, QT_TRANSLATE_NOOP("EventWords", "A poll ends soon")},
    Words{"poll."_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about a poll")},
    Words{"calendar.event.created"_L1, QT_TRANSLATE_NOOP("EventWords", "An event was created")},
    Words{"calendar.event.starting"_L1, QT_TRANSLATE_NOOP("EventWords", "An event begins")},
    Words{"calendar.event.cancelled"_L1, QT_TRANSLATE_NOOP("EventWords", "An event was cancelled")},
    Words{"calendar."_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about an event")},
    Words{"message.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "A message was deleted")},
    Words{"message.update"_L1, QT_TRANSLATE_NOOP("EventWords", "A message was edited")},
    Words{"message.pinned"_L1, QT_TRANSLATE_NOOP("EventWords", "A message was pinned")},
    Words{
        "message.unpinned"_L1, QT_TRANSLATE_NOOP("EventWords", "A message is not pinned any more")},
    Words{"bot.add"_L1, QT_TRANSLATE_NOOP("EventWords", "A bot was added")},
    Words{"bot.del"_L1, QT_TRANSLATE_NOOP("EventWords", "A bot was removed")},
    Words{"bot."_L1, QT_TRANSLATE_NOOP("EventWords", "Something changed about a bot")},
};
constexpr const char* anything = QT_TRANSLATE_NOOP("EventWords", "Something changed here");

} // namespace

QString eventWords(const QString& type)
{
    const auto found = std::ranges::find_if(
        all, [&type](const Words& each) { return type.startsWith(each.prefix); });
    return QCoreApplication::translate(
        "EventWords", found == all.end() ? anything : found->sentence);
}

} // namespace skein
