// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One Skein per profile: two would send the same outbox twice. The first one holds a lock and
// listens; a second one asks it to show itself and ends. Main thread.

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace skein {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& profile, QObject* parent = nullptr);

    /// True for the first one. Otherwise the first one has been asked to show itself.
    [[nodiscard]] bool claim();

signals:
    void raiseRequested(); ///< a second one was started

private:
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace skein
