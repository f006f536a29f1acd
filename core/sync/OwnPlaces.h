// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads again, in turn, the newest page of the conversations where the person wrote lately: no list
// tells of reactions, they are seen by reading again only (protocol.md J5). At most one request a
// call; whoever calls keeps the pace. Main thread.

#include "core/sync/PageReader.h"
#include "core/sync/ServiceClock.h"

namespace skein {

class OwnPlaces : public QObject {
    Q_OBJECT
public:
    /// To older messages few react.
    static constexpr std::chrono::hours lately{48};
    static constexpr std::chrono::minutes rest{3}; ///< between two readings of the same

    OwnPlaces(PageReader& reader, AccountStore& store, const ServiceClock& clock,
        QObject* parent = nullptr);

    /// The one that waits longest, if it is its time; not the one `open`, which is read often.
    void readNext(const ConversationId& open);

private:
    PageReader& m_reader;
    AccountStore& m_store;
    const ServiceClock& m_clock;
    QHash<ConversationId, std::chrono::milliseconds> m_read; ///< when, in Clock::monotonic() terms
};

} // namespace skein
