// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/Presence.h"

#include "app/tray/Tray.h"
#include "core/platform/Settings.h"
#include "ui/ChatsPage.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QEvent>

namespace skein {

using namespace std::chrono_literals;

namespace {

// No system tells everywhere that a tray has gone, so it is asked; only while nothing but the tray
// leads back to Skein.
constexpr auto trayLookEvery = 2s;
constexpr int missesOfATray = 1; ///< it may just be starting again
constexpr int missesAtLogin = 3; ///< it may start after Skein

/// On some systems the click on the tray itself takes the focus from the window.
constexpr auto justNow = 300ms;

} // namespace

Presence::Presence(Around around, QObject* parent)
    : QObject(parent)
    , m_around(std::move(around))
    , m_menu(m_around.settings, m_around.clock)
    , m_look(m_around.clock.timer([this] { look(); }))
    , m_leftAt(m_around.clock.monotonic() - justNow)
{
    MainWindow& window = m_around.window;
    window.installEventFilter(this);
    window.setMayHide([this] {
        return m_around.settings.value(setting::closeToTray) && m_around.tray.isThere();
    });
    connect(&window, &MainWindow::steppedAside, this, &Presence::noteHidden);
    connect(&window, &MainWindow::unreadChanged, this, &Presence::showUnread);
    connect(&m_around.tray, &Tray::clicked, this, &Presence::hideOrRaise);
    // The session ends: windows are closed later, or not at all.
    connect(
        qGuiApp, &QGuiApplication::commitDataRequest, this, [&window] { window.keep(); },
        Qt::DirectConnection);
    connectMenu();
    m_around.tray.setMenu(m_menu);
    showUnread({});
}

Presence::~Presence()
{
    m_around.window.setMayHide({});
    m_around.showBadge(0);
}

void Presence::connectMenu()
{
    MainWindow& window = m_around.window;
    connect(&m_menu, &TrayMenu::openRequested, &window, &MainWindow::comeToFront);
    connect(&m_menu, &TrayMenu::settingsRequested, this, [&window] {
        window.comeToFront();
        if (window.chatsPage() && !QApplication::activeModalWidget())
            window.chatsPage()->showSettings();
    });
    connect(&m_menu, &TrayMenu::quitRequested, &window, &MainWindow::quit);
}

void Presence::start(bool hidden)
{
    if (!hidden)
        return m_around.window.show();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    look();
}

bool Presence::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        m_look->stop();
        QGuiApplication::setQuitOnLastWindowClosed(true);
    } else if (event->type() == QEvent::WindowDeactivate) {
        m_leftAt = m_around.clock.monotonic();
    }
    return QObject::eventFilter(watched, event);
}

void Presence::hideOrRaise()
{
    MainWindow& window = m_around.window;
    const bool isActive
        = window.isActiveWindow() || m_around.clock.monotonic() - m_leftAt < justNow;
    const bool isSeen = window.isVisible() && !window.isMinimized() && isActive;
    if (isSeen && !QApplication::activeModalWidget())
        window.stepAside();
    else
        window.comeToFront();
}

void Presence::noteHidden()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_hasSeenTray = true;
    m_misses = 0;
    m_look->start(trayLookEvery);
    if (m_around.settings.value(setting::knowsTray))
        return;
    m_around.settings.set(setting::knowsTray, true);
    m_around.tray.showBalloon(tr("Skein keeps running"),
        tr("It waits in the tray for new messages. To end it, choose Quit in its menu there."));
}

void Presence::look()
{
    if (m_around.tray.isThere()) {
        m_hasSeenTray = true;
        m_misses = 0;
    } else if (++m_misses > (m_hasSeenTray ? missesOfATray : missesAtLogin)) {
        return comeBack();
    }
    m_look->start(trayLookEvery);
}

/// Without taking the keyboard: nobody has asked for the window.
void Presence::comeBack()
{
    MainWindow& window = m_around.window;
    if (!m_hasSeenTray)
        return window.showMinimized();
    window.setAttribute(Qt::WA_ShowWithoutActivating);
    window.show();
    window.setAttribute(Qt::WA_ShowWithoutActivating, false);
}

void Presence::showUnread(const UnreadTotals& totals)
{
    m_menu.setSignedIn(m_around.window.chatsPage() != nullptr);
    m_around.tray.showUnread(totals);
    m_around.showBadge(totals.plain);
}

} // namespace skein
