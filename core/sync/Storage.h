// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the person is told about their data on this computer: set aside, damaged, not to be written.
// Tries again while nothing can be written, and says when it can. Decides nothing about what is
// kept. Main thread.

#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

namespace skein {

class Storage : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds retryPause{10};

    Storage(AccountStore& store, ChangeFeed& feed, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] StorageTrouble trouble() const { return m_trouble; }
    /// A damaged file was set aside when this run began; the data starts anew, with what could be
    /// saved of it.
    [[nodiscard]] bool wasSetAside() const { return m_wasSetAside; }

    /// Now, not in a while: the person has made room.
    void tryAgain();

signals:
    void troubleChanged(skein::StorageTrouble trouble);
    /// Can be written again: what waited for that may go on.
    void mended();
    void setAside();

private:
    void writeOnce();
    void take(StorageTrouble trouble);

    AccountStore& m_store;
    std::unique_ptr<Timer> m_retry;
    StorageTrouble m_trouble = StorageTrouble::None;
    bool m_trying = false;
    bool m_wasSetAside = false;
};

} // namespace skein
