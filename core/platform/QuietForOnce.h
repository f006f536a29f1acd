// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Quiet for 1 hour": the one setting behind the tray's menu, the command and the settings. Says
// when it ends, also by itself. Decides nothing about notifications (NotificationPolicy). Main
// thread.

#include "core/base/Clock.h"
#include "core/platform/Settings.h"

namespace skein {

class QuietForOnce : public QObject {
    Q_OBJECT
public:
    QuietForOnce(Settings& settings, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] bool isQuiet() const { return until() > 0; }
    /// For an hour from now, or no longer.
    void setQuiet(bool isQuiet);
    /// "Quiet until 14:20"; empty when it is not.
    [[nodiscard]] QString words() const;

signals:
    /// It began, ended, or ends at another time.
    void changed();

private:
    [[nodiscard]] qint64 until() const; ///< Unix seconds; 0: not quiet
    void look();

    Settings& m_settings;
    const Clock& m_clock;
    std::unique_ptr<Timer> m_end;
};

} // namespace skein
