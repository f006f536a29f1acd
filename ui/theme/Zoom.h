// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The size of all text, in percent of the system's: the application's font follows the setting.
// One per program. Main thread.

#include <QFont>
#include <QObject>

namespace skein {

class Settings;

class Zoom : public QObject {
    Q_OBJECT
public:
    explicit Zoom(Settings& settings, QObject* parent = nullptr);
    ~Zoom() override; ///< the system's size again

private:
    const QFont m_usual;
};

} // namespace skein
