// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TrayHost: Linux, where a panel may start after the programs that want to be in it. There is a
// tray when somebody on the bus says so, or, under X11, when somebody owns the selection of the
// older kind. Qt asks the bus once, with the first icon: there is none before one of the two is
// there.

#include "app/tray/LinuxTrayHost.h"

#include "app/tray/TrayHost.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

#ifdef SKEIN_HAS_XCB
#include <xcb/xcb.h>

#include <cstdlib>
#endif

namespace skein {

using namespace Qt::StringLiterals;

namespace {

#ifdef SKEIN_HAS_XCB
struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
template <class T>
using Reply = std::unique_ptr<T, Free>;

bool isSelectionOwned(xcb_connection_t* x, const QByteArray& name)
{
    const auto asked = xcb_intern_atom(x, true, static_cast<uint16_t>(name.size()), name.data());
    const Reply<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(x, asked, nullptr));
    if (!atom || atom->atom == XCB_ATOM_NONE)
        return false;
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(x, xcb_get_selection_owner(x, atom->atom), nullptr));
    return owner && owner->owner != XCB_WINDOW_NONE;
}

bool hasTrayOfX()
{
    const auto* x = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x && isSelectionOwned(x->connection(), "_NET_SYSTEM_TRAY_S0");
}
#else
bool hasTrayOfX() { return true; } // Qt may find out
#endif

} // namespace

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
    if (isThereAnOldTray())
        return act();
    whenOnBus(
        QDBusConnection::sessionBus(), u"org.kde.StatusNotifierWatcher"_s, context, std::move(act));
}

bool isThereAnOldTray() { return QGuiApplication::platformName() == "xcb"_L1 && hasTrayOfX(); }

} // namespace skein
