// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One Skein per profile: two would send the same outbox twice. The first one holds a lock and
// listens; a second one asks it to show itself, unless it was to be hidden, and ends. Main thread.

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QLocalSocket;

namespace skein {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& profile, QObject* parent = nullptr);

    /// What a second one wants of the first.
    enum class Wish { Show, Nothing };

    /// True for the first one. Otherwise the first one has been told the wish.
    [[nodiscard]] bool claim(Wish wish = Wish::Show);

signals:
    void raiseRequested(); ///< a second one was started

private:
    void hear(QLocalSocket& caller);
    void letFirstComeToFront() const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace skein
