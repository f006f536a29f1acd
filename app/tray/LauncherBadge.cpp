// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/LauncherBadge.h"

#include "app/tray/Badge.h"

#include <QDBusConnection>
#include <QGuiApplication>

namespace skein {

using namespace Qt::StringLiterals;

QDBusMessage launcherBadge(int count)
{
    auto update = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/skein"_s,
        u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    const QString program = u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName());
    update.setArguments(
        {program, QVariantMap{{u"count"_s, qint64{count}}, {u"count-visible"_s, count > 0}}});
    return update;
}

void showBadge(int count) { QDBusConnection::sessionBus().send(launcherBadge(count)); }

} // namespace skein
