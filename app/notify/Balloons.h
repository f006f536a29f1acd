// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can show a balloon beside it: the program's icon in the tray. Main thread.

#include <QObject>

namespace skein {

class Balloons : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// In the place of the one before.
    virtual void showBalloon(const QString& title, const QString& body) = 0;

signals:
    void balloonClicked();
};

} // namespace skein
