// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the person wants to be told, how much of it, and when not. Plain data.

#include "core/types/Ids.h"
#include "core/types/QuietHours.h"

#include <QSet>

namespace skein {

enum class NoticePrivacy {
    All, ///< who and what
    SenderOnly,
    Nothing, ///< only that there is something
};

struct NotificationChoices {
    bool show = true;
    NoticePrivacy privacy = NoticePrivacy::All;
    QuietHours quietHours;
    qint64 quietUntil = 0; ///< Unix seconds: quiet for once; 0: not
    QSet<UserId> quietPeople; ///< whose words come through all the same
    bool mentionsPass = true; ///< likewise who mentions me

    bool operator==(const NotificationChoices&) const = default;
};

/// The settings file's words: "all", "sender", "none"; anything else is All.
[[nodiscard]] inline NoticePrivacy noticePrivacyCalled(const QString& word)
{
    if (word == QLatin1StringView("sender"))
        return NoticePrivacy::SenderOnly;
    return word == QLatin1StringView("none") ? NoticePrivacy::Nothing : NoticePrivacy::All;
}

} // namespace skein
