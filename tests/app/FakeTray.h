// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tray that is there when the test says so. Included by tests of app only. Main thread.

#include "app/tray/Tray.h"

#include <QStringList>

namespace skein {

class FakeTray final : public Tray {
public:
    [[nodiscard]] bool isThere() override
    {
        ++looks;
        return there;
    }
    void setMenu(QMenu& menu) override { shownMenu = &menu; }
    void showUnread(const UnreadTotals& totals) override { shownTotals = totals; }
    void showBalloon(const QString& title, const QString&) override { balloons.append(title); }

    bool there = true;
    int looks = 0;
    QMenu* shownMenu = nullptr;
    UnreadTotals shownTotals;
    QStringList balloons;
};

} // namespace skein
