// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds what newly arrived for the person, in what the store committed: messages that were never
// looked at, others' reactions to own messages. Waits until reading has come to rest, so that a
// night's messages are one finding. Shows nothing and judges nothing. Main thread.

#include "core/store/AccountStore.h"
#include "core/sync/NotificationPolicy.h"
#include "core/sync/ServiceClock.h"

namespace skein {

/// One piece of news.
struct Arrival {
    NewsFacts facts; ///< as far as the store knows them
    UserId sender;
    QString senderName;
    Message message; ///< of a reaction: the own one that it was given to
};

/// What arrived in one conversation.
struct Arrivals {
    Conversation place;
    QString groupTitle; ///< of a topic
    QList<Arrival> items; ///< oldest first, reactions last
};

class News : public QObject {
    Q_OBJECT
public:
    /// What changes within this time is looked at together.
    static constexpr std::chrono::milliseconds gathering{500};
    /// So long news waits for reading to come to rest.
    static constexpr std::chrono::seconds patience{20};

    /// `isReading`: more may come right now (SyncEngine::isReading()).
    News(AccountStore& store, ChangeFeed& feed, const ServiceClock& clock,
        std::function<bool()> isReading, QObject* parent = nullptr);

    /// The first list of this run is in the store. What was there before this account's first such
    /// moment is never news.
    void begin();

signals:
    /// At every look, also when it found nothing. `isMore`: reading goes on, patience had its end.
    void found(const QList<skein::Arrivals>& arrivals, bool isMore);

private:
    void take(const Changes& changes);
    void schedule();
    void look();

    AccountStore& m_store;
    const ServiceClock& m_clock;
    const std::function<bool()> m_isReading;
    qint64 m_beginning = 0; ///< of the service's clock; 0: not yet
    QSet<ConversationId> m_touched;
    QList<NewReaction> m_reactions;
    std::chrono::milliseconds m_since{0}; ///< Clock::monotonic() of the first of them
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
