// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's icon in the desktop's tray, which may be missing, come and go. Main thread.

#include "app/notify/Balloons.h"
#include "core/types/UnreadTotals.h"

class QMenu;

namespace skein {

class Tray : public Balloons {
    Q_OBJECT
public:
    using Balloons::Balloons;

    /// Whether the icon can be seen and clicked now. Asks the desktop.
    [[nodiscard]] virtual bool isThere() = 0;
    virtual void setMenu(QMenu& menu) = 0;
    virtual void showUnread(const UnreadTotals& totals) = 0;

signals:
    void clicked();
};

} // namespace skein
