// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the desktop's portal says of motion: org.freedesktop.portal.Settings, GNOME's switch and the
// one that all desktops share. Main thread.

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <functional>

namespace skein {

class PortalMotion : public QObject {
    Q_OBJECT
public:
    PortalMotion(QDBusConnection bus, std::function<void(bool)> tell, QObject* parent = nullptr);

private slots: // of the portal's signal
    void changed(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& space, const QString& key);
    void take(const QString& key, QVariant value);

    QDBusConnection m_bus;
    const std::function<void(bool)> m_tell;
    bool m_isStill = false; ///< GNOME's animations are off
    bool m_isReduced = false;
    bool m_told = false;
};

} // namespace skein
