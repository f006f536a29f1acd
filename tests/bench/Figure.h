// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of the benchmark: what was measured, what it is held against, and whether it meets its
// goal; as JSON, and as a line of the table. Pure.

#include <QJsonObject>
#include <QString>

#include <optional>

namespace skein::bench {

struct Figure {
    QString what;
    QString against; ///< the limit, in words
    QString unit;
    double value = 0; ///< in `unit`
    double limit = 0; ///< likewise, measured in the same run; 0: held against a number alone
    std::optional<double> mostTimes; ///< goal: value / limit at most
    std::optional<double> most; ///< goal: value at most

    [[nodiscard]] bool meetsGoal() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Figure fromJson(const QJsonObject& json);
    [[nodiscard]] QString line() const; ///< a row of a Markdown table
    [[nodiscard]] static QString head(); ///< its first two lines
};

} // namespace skein::bench
