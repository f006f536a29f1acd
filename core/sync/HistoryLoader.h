// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages of a thread that are wanted: what lies before or after a known message is read once per
// message, one page at a time per conversation; and what stands around a message that somebody
// jumps to. Says how it stands, so that the thread can show it. Main thread.

#include "core/base/Clock.h"
#include "core/sync/PageReader.h"

#include <QHash>

#include <map>

namespace skein {

class HistoryLoader : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Loading,
        Failed, ///< tried in vain; tried again no sooner than retryDelay later
        Exhausted, ///< the service gives nothing more there, though it never said so plainly
    };
    static constexpr std::chrono::seconds retryDelay{5};
    /// After which a message that was not found is asked for once more.
    static constexpr std::chrono::seconds secondLook{2};

    HistoryLoader(PageReader& reader, AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// Reads the page before `edge`, unless that is under way, exhausted or failed just now.
    void want(const ConversationId& id, const MessageId& edge);
    [[nodiscard]] State state(const ConversationId& id, const MessageId& edge) const;
    /// Reads the page after `edge`, likewise; of an answer that does not join it never again.
    void wantAfter(const ConversationId& id, const MessageId& edge);
    [[nodiscard]] State stateAfter(const ConversationId& id, const MessageId& edge) const;
    /// Makes sure that `message` is in the store, and what stands around it, unless it is known
    /// already. Succeeds with the message alone when the rest fails. NotFound: it is gone, asked
    /// twice.
    [[nodiscard]] Async<bool> bring(const ConversationId& id, const MessageId& message);
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
    using Edges = QHash<MessageId, Edge>;
    [[nodiscard]] bool mayRead(const Edges& edges, const MessageId& edge) const;
    void finished(const ConversationId& id, Edges& edges, const MessageId& edge,
        const Result<PageRead>& page, bool endsWhenEmpty);
    /// The message itself; a service that says it has none is asked twice.
    [[nodiscard]] Async<PageRead> seek(const ConversationId& id, const MessageId& message);
    [[nodiscard]] Async<bool> bringAround(const ConversationId& id, const MessageId& message);

    PageReader& m_reader;
    AccountStore& m_store;
    Clock& m_clock;
    QHash<ConversationId, Edges> m_edges; ///< before which is read
    QHash<ConversationId, Edges> m_edgesAfter; ///< after which is read
    std::map<int, std::unique_ptr<Timer>> m_pauses; ///< before second looks
    int m_lastPause = 0;
};

} // namespace skein
