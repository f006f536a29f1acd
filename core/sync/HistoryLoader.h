// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Older pages of a thread on demand: what lies before a known message is read once per message, one
// page at a time per conversation. Says how it stands, so that the thread can show it. Main thread.

#include "core/base/Clock.h"
#include "core/sync/PageReader.h"

#include <QHash>

namespace skein {

class HistoryLoader : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Loading,
        Failed, ///< tried in vain; tried again no sooner than retryDelay later
        Exhausted, ///< the service gives nothing older, though it never said so plainly
    };
    static constexpr std::chrono::seconds retryDelay{5};

    HistoryLoader(PageReader& reader, Clock& clock, QObject* parent = nullptr);

    /// Reads the page before `edge`, unless that is under way, exhausted or failed just now.
    void want(const ConversationId& id, const MessageId& edge);
    [[nodiscard]] State state(const ConversationId& id, const MessageId& edge) const;
    /// Forgets failures: the network is back.
    void forgive();
    [[nodiscard]] PageReader& reader() const { return m_reader; }

signals:
    void stateChanged(const skein::ConversationId& id);

private:
    struct Edge {
        State state = State::Idle;
        std::chrono::milliseconds failedAt{0};
    };
    void finished(const ConversationId& id, const MessageId& edge, const Result<PageRead>& page);

    PageReader& m_reader;
    Clock& m_clock;
    QHash<ConversationId, QHash<MessageId, Edge>> m_edges;
};

} // namespace skein
