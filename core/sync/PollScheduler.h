// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When to look: at the chat list, at the open conversation, at its newest page again. Knows the
// clock, what the person looks at, whether power is short and how the last looks went; asks nothing
// itself. Main thread.

#include "core/base/Clock.h"
#include "core/platform/PowerSource.h"

#include <QObject>

#include <optional>

namespace skein {

class PollScheduler : public QObject {
    Q_OBJECT
public:
    enum class Attention {
        Focused, ///< the window is active
        Visible, ///< on screen, not active
        Hidden,
    };
    enum class Outcome {
        Done,
        Unreachable, ///< no connection: tried again within ten seconds while somebody looks
        Failed, ///< the service is in trouble: tried again with growing pauses
    };

    PollScheduler(Clock& clock, const PowerSource& power, std::function<double()> random,
        QObject* parent = nullptr);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    void setAttention(Attention attention);
    void setConversationOpen(bool open);
    /// Everything is due now.
    void lookNow();
    /// The open conversation is due now, e.g. after an own message.
    void lookAtOpenNow();

    /// To be called when a look has ended; the next one is counted from here.
    void listLooked(Outcome outcome);
    void openLooked(Outcome outcome);

    /// Clock::now() of the next look of any kind; 0 when stopped.
    [[nodiscard]] std::chrono::milliseconds nextLook() const;

signals:
    void listDue();
    void openDue();
    /// The newest page of the open conversation: reactions and edits that cursors do not show (J5).
    void rereadDue();
    void nextLookChanged();

private:
    struct Look {
        std::unique_ptr<Timer> timer;
        std::chrono::milliseconds due{0}; ///< Clock::monotonic()
        int failures = 0;
        bool busy = false;
        bool again = false; ///< wanted now while busy
    };
    void arm(Look& look, std::chrono::milliseconds delay);
    void armNow(Look& look);
    void disarm(Look& look);
    void fire(Look& look, void (PollScheduler::*due)());
    void fireReread();
    void looked(Look& look, Outcome outcome, std::chrono::milliseconds pause);
    void rearm();
    [[nodiscard]] std::chrono::milliseconds listPause() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> openPause() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> rereadPause() const;
    void notePower();
    /// Doubled on battery (protocol.md J4).
    [[nodiscard]] std::chrono::milliseconds paced(std::chrono::milliseconds pause) const;
    void watch();
    void noticeSleep();

    Clock& m_clock;
    const PowerSource& m_power;
    std::function<double()> m_random;
    bool m_running = false;
    bool m_open = false;
    bool m_onBattery = false;
    Attention m_attention = Attention::Hidden;
    Look m_list;
    Look m_openLook;
    std::unique_ptr<Timer> m_reread;
    std::unique_ptr<Timer> m_watch; ///< for sleep and power: other timers may be minutes away
    int m_watches = 0;
    std::chrono::milliseconds m_skew{0}; ///< wall clock minus monotonic when last watched
};

} // namespace skein
