// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The photos before a message of a conversation: those that are stored without a gap, then page by
// page from the service. Photos can be rare: so far at a time, and further when asked again. One
// look at a time. Main thread.

#include "core/sync/HistoryLoader.h"

namespace skein {

class OlderPictures : public QObject {
    Q_OBJECT
public:
    static constexpr int pagesAtATime = 8;

    enum class End {
        Found,
        None, ///< the conversation begins without one
        Further, ///< none so far; there is more to look at
        Failed, ///< the service could not be asked
    };

    OlderPictures(AccountStore& store, HistoryLoader& history, QObject* parent = nullptr);

    /// Looks for the nearest ones before `from`; finished() follows. Ends a look under way.
    void look(const ConversationId& id, const MessageId& from);
    /// Nobody waits for it any more: finished() does not follow.
    void stop();
    [[nodiscard]] bool isLooking() const { return !m_id.isEmpty(); }

signals:
    /// `found`: messages with photos that may be loaded unasked, oldest first.
    void finished(skein::OlderPictures::End end, const QList<skein::Message>& found);

private:
    /// What is stored before a message, as far as nothing is missing.
    struct Stretch {
        QList<Message> pictures; ///< oldest first
        MessageId oldest; ///< so far was looked
        bool hasMore = false; ///< stored further back
        bool reachesStart = false;
    };
    [[nodiscard]] static Stretch read(
        const Stores& stores, const ConversationId& id, const MessageId& from);
    void readOn();
    void take(const Stretch& stretch);
    void ask();
    void historyChanged(const ConversationId& id);
    void end(End end, const QList<Message>& found = {});

    AccountStore& m_store;
    HistoryLoader& m_history;
    ConversationId m_id; ///< null: nobody looks
    MessageId m_from; ///< so far was looked
    enum class Step { Reading, Queueing /*for another page to come first*/, Asking };
    Step m_step = Step::Reading;
    int m_pages = 0; ///< that may still be asked for
    int m_turn = 0; ///< answers to an older one are dropped
};

} // namespace skein
