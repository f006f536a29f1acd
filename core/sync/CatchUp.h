// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One catching-up of one conversation: reads what is newer than the head, then closes gaps, newest
// first. Every page is stored and joined as soon as it is proven, so that a crash, a 429 or the end
// of the program loses nothing and the next catching-up goes on (protocol.md J3). Main thread.

#include "core/sync/PageReader.h"

namespace skein {

class CatchUp : public QObject {
    Q_OBJECT
public:
    enum class Mode {
        Steady, ///< the open conversation: one since_id request when nothing is new
        /// Steady, but while the newest message is one's own and not known to be seen it reads the
        /// newest page: an empty one carries no receipt (protocol.md B5).
        Receipts,
        /// Something is known to be new: after_id until nothing comes; and back to the first unread
        /// message, when the service says where that is.
        Full,
    };
    /// Pages after which it stops and leaves the rest to the next one, so that others get a turn.
    static constexpr int maxPages = 40;

    CatchUp(PageReader& reader, AccountStore& store, const ConversationId& id,
        PageReader::Priority priority, QObject* parent = nullptr);

    void run(Mode mode);

signals:
    /// Done; deletes itself afterwards. `complete`: nothing newer is left, and no gap but one that
    /// the service does not let us close.
    void finished(const std::optional<skein::Error>& error, bool complete);

private:
    /// What is not here, as far as it is to be.
    struct Missing {
        QList<Span> ranges;
        MessageId unreadBefore; ///< ConversationStore::unreadReachesBefore()
    };
    struct Start {
        MessageId head;
        bool awaitsReceipt = false;
    };
    void startFrom(const Start& start, Mode mode);
    void lookSince(const MessageId& head);
    void readNewest();
    void walkAfter(const MessageId& cursor);
    void closeGaps();
    void closeGap(const Span& older, const Span& newer);
    void reachUnread(const MessageId& before);
    void end(const std::optional<Error>& error, bool complete);

    PageReader& m_reader;
    AccountStore& m_store;
    const ConversationId m_id;
    const PageReader::Priority m_priority;
    Mode m_mode = Mode::Full;
    int m_pages = 0;
    bool m_walked = false; ///< after_id has brought something
    bool m_afterWorks = true; ///< the service honours after_id here
    QString m_lastGap; ///< the edges last worked on, to see progress
};

} // namespace skein
