// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tray's icon as Qt makes it: the only user of QSystemTrayIcon. Main thread.

#include "app/tray/Tray.h"

#include <QPointer>

#include <memory>

class QSystemTrayIcon;

namespace skein {

class TrayIcon final : public Tray {
    Q_OBJECT
public:
    explicit TrayIcon(QObject* parent = nullptr);
    ~TrayIcon() override;

    [[nodiscard]] bool isThere() override { return noteTray(); }
    void setMenu(QMenu& menu) override;
    void showUnread(const UnreadTotals& totals) override;
    void showBalloon(const QString& title, const QString& body) override;

private:
    void make();
    bool noteTray();

    std::unique_ptr<QSystemTrayIcon> m_icon; ///< null until there may be a tray
    QPointer<QMenu> m_menu;
    UnreadTotals m_totals;
    bool m_wasThere = false;
};

} // namespace skein
