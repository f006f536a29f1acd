// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/NotificationSettings.h"

namespace skein {

using namespace Qt::StringLiterals;

NotificationChoices notificationChoices(const Settings& settings)
{
    NotificationChoices choices;
    choices.show = settings.value(setting::notify);
    choices.privacy = noticePrivacyCalled(settings.value(setting::notificationPrivacy));
    choices.quietHours
        = QuietHours::fromText(settings.value(setting::quietHours)).value_or(QuietHours{});
    choices.quietUntil = settings.value(setting::quietUntil);
    for (const QString& id : settings.value(setting::quietPeople))
        choices.quietPeople.insert({id});
    choices.mentionsPass = settings.value(setting::quietMentions);
    return choices;
}

void setHeardInQuiet(Settings& settings, const UserId& person, bool isHeard)
{
    QStringList people = settings.value(setting::quietPeople);
    people.removeAll(person.value);
    if (isHeard)
        people.append(person.value);
    settings.set(setting::quietPeople, people);
}

bool rulesNotifications(const QString& setting) { return setting.startsWith("notifications/"_L1); }

} // namespace skein
