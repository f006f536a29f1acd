// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TrayHost: Linux, where a panel may start after the programs that want to be in it. Under X11 Qt
// finds trays of the older kind whenever they come; elsewhere there is a tray when somebody on the
// bus says so.

#include "app/tray/TrayHost.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

namespace skein {

using namespace Qt::StringLiterals;

void whenThereMayBeATray(QObject* context, std::function<void()> act)
{
    if (QGuiApplication::platformName() == "xcb"_L1)
        return act();
    const QString tray = u"org.kde.StatusNotifierWatcher"_s;
    const auto bus = QDBusConnection::sessionBus();
    auto* watcher
        = new QDBusServiceWatcher(tray, bus, QDBusServiceWatcher::WatchForRegistration, context);
    const auto came = [watcher, act = std::move(act)] {
        if (watcher->watchedServices().isEmpty())
            return;
        watcher->setWatchedServices({});
        watcher->deleteLater();
        act();
    };
    QObject::connect(watcher, &QDBusServiceWatcher::serviceRegistered, watcher, came);
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
        u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    ask.setArguments({tray});
    auto* asked = new QDBusPendingCallWatcher(bus.asyncCall(ask), watcher);
    QObject::connect(asked, &QDBusPendingCallWatcher::finished, watcher, [asked, came] {
        if (QDBusReply<bool>(asked->reply()).value())
            came();
    });
}

} // namespace skein
