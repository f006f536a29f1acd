// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TrayHost: Linux, where a panel may start after the programs that want to be in it. Under X11 Qt
// finds trays of the older kind whenever they come; elsewhere there is a tray when somebody on the
// bus says so.

#include "app/tray/LinuxTrayHost.h"

#include "app/tray/TrayHost.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

namespace skein {

using namespace Qt::StringLiterals;

void whenOnBus(
    const QDBusConnection& bus, const QString& name, QObject* context, std::function<void()> act)
{
    auto* watcher
        = new QDBusServiceWatcher(name, bus, QDBusServiceWatcher::WatchForRegistration, context);
    const auto came = [watcher, act = std::move(act)] {
        if (watcher->watchedServices().isEmpty())
            return; // told of twice
        watcher->setWatchedServices({});
        watcher->deleteLater();
        act();
    };
    QObject::connect(watcher, &QDBusServiceWatcher::serviceRegistered, watcher, came);
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
        u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    ask.setArguments({name});
    auto* asked = new QDBusPendingCallWatcher(bus.asyncCall(ask), watcher);
    QObject::connect(asked, &QDBusPendingCallWatcher::finished, watcher, [asked, came] {
        if (QDBusReply<bool>(asked->reply()).value())
            came();
    });
}

void whenThereMayBeATray(QObject* context, std::function<void()> act)
{
    if (QGuiApplication::platformName() == "xcb"_L1)
        return act();
    whenOnBus(
        QDBusConnection::sessionBus(), u"org.kde.StatusNotifierWatcher"_s, context, std::move(act));
}

} // namespace skein
