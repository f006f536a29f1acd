// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When nobody is to be disturbed: spans of a day's wall clock, for chosen weekdays, over midnight
// if need be. A text form for the settings file: "Mon-Fri 22:00-07:00; Sat,Sun 23:30-09:00". Pure;
// the time zone is given.

#include <QList>
#include <QString>
#include <QTime>

#include <optional>

class QTimeZone;

namespace skein {

struct QuietSpan {
    int days = 0; ///< on which it begins; bit 0: Monday
    QTime from;
    QTime to; ///< not after `from`: on the next day

    bool operator==(const QuietSpan&) const = default;
};

struct QuietHours {
    QList<QuietSpan> spans;

    /// From toText(), or as a person writes it: any case, any order, "Sat-Tue" goes round. Empty is
    /// no quiet hours; nothing when it cannot be read.
    [[nodiscard]] static std::optional<QuietHours> fromText(const QString& text);
    [[nodiscard]] QString toText() const;

    /// The Unix second at which what is quiet at `now` ends, spans that touch taken together; 0
    /// when `now` is not quiet. A time that the clocks show twice counts as late as possible for an
    /// end and as early as possible for a beginning; one that they skip is the moment of skipping.
    [[nodiscard]] qint64 quietUntil(qint64 now, const QTimeZone& zone) const;

    bool operator==(const QuietHours&) const = default;
};

} // namespace skein
