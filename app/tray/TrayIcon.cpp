// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/TrayIcon.h"

#include "app/tray/TrayHost.h"
#include "app/tray/UnreadIcon.h"
#include "ui/UnreadWords.h"
#include "ui/theme/Icons.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace skein {

TrayIcon::TrayIcon(QObject* parent) : Tray(parent)
{
    whenThereMayBeATray(this, [this] { make(); });
    // An icon that found no tray does not look again by itself: a tray that came is noticed at the
    // next of these moments, and whenever there is news.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this] { noteTray(); });
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::make()
{
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::balloonClicked);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                emit clicked();
        });
    if (m_menu)
        m_icon->setContextMenu(m_menu);
    showUnread(m_totals);
    m_icon->show();
}

bool TrayIcon::noteTray()
{
    if (!m_icon && isThereAnOldTray())
        make();
    const bool isNow = m_icon && QSystemTrayIcon::isSystemTrayAvailable();
    if (isNow && !std::exchange(m_wasThere, true)) {
        m_icon->hide();
        m_icon->show();
    }
    m_wasThere = isNow;
    return isNow;
}

void TrayIcon::setMenu(QMenu& menu)
{
    m_menu = &menu;
    if (m_icon)
        m_icon->setContextMenu(m_menu);
}

void TrayIcon::showUnread(const UnreadTotals& totals)
{
    m_totals = totals;
    if (!m_icon)
        return;
    m_icon->setIcon(unreadIcon(totals));
    m_icon->setToolTip(unreadWords(totals));
    noteTray();
}

void TrayIcon::showBalloon(const QString& title, const QString& body)
{
    if (m_icon)
        m_icon->showMessage(title, body, appIcon());
}

} // namespace skein
