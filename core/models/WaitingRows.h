// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The outbox's rows of one conversation as they were last read, and which of them are to be read
// again: a change costs what it changes, however many wait. Main thread, but for read(), which runs
// on the store's.

#include "core/store/AccountStore.h"

namespace skein {

class WaitingRows {
public:
    /// What is known, and what of it has changed; by default nothing is known.
    struct Reading {
        std::optional<QList<OutboxRow>> known;
        QSet<SourceGuid> changed;
    };

    /// All are read the next time.
    void forget() { m_known.reset(); }
    void note(const QSet<SourceGuid>& changed) { m_changed += changed; }
    /// What a reading is to begin with; what is noted from now on is of the next one.
    [[nodiscard]] Reading begin() { return {m_known, std::exchange(m_changed, {})}; }
    void take(const QList<OutboxRow>& rows) { m_known = rows; }

    [[nodiscard]] static QList<OutboxRow> read(
        const Stores& stores, const ConversationId& id, const Reading& reading);

private:
    std::optional<QList<OutboxRow>> m_known;
    QSet<SourceGuid> m_changed;
};

} // namespace skein
