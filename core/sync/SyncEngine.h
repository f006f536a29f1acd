// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps the store equal to the service: looks at the two lists, at the topics of groups that have
// news or are open, catches up what is stale, watches the open conversation (protocol.md J3, J4).
// When to look is PollScheduler's matter. Main thread.

#include "core/sync/Absences.h"
#include "core/sync/CatchUp.h"
#include "core/sync/ChatListReader.h"
#include "core/sync/OwnPlaces.h"
#include "core/sync/PollScheduler.h"
#include "core/sync/TopicListReader.h"

namespace skein {

class SyncEngine : public QObject {
    Q_OBJECT
public:
    using Attention = PollScheduler::Attention;
    static constexpr int catchUpsAtOnce = 2;
    /// No list tells of a new message in a topic, or of reactions: at every look one group is asked
    /// for its topics and one conversation for its newest page, in turn; while nobody looks, at
    /// every so many looks.
    static constexpr int hiddenTurns = 5;

    SyncEngine(GroupMeApi& api, AccountStore& store, ChangeFeed& feed, PageReader& reader,
        PollScheduler& scheduler, const ServiceClock& clock, QObject* parent = nullptr);

    /// Starts or restarts the polling. One round at once.
    void start();
    void stop();
    /// The conversation in front; it is polled often. Empty: none.
    void setOpen(const ConversationId& conversation);
    void setAttention(Attention attention);
    /// One immediate round: network back, resume from sleep, "try again".
    void lookNow();
    /// Reads what is new in `conversation` now, e.g. after an own message.
    void catchUp(const ConversationId& conversation);
    /// Something is being read that may bring messages.
    [[nodiscard]] bool isReading() const { return !m_running.isEmpty() || m_topics.isReading(); }
    /// Whether the lists of this run are in the store; see listed().
    [[nodiscard]] bool hasListed() const { return m_listedOnce; }
    /// When the next look is due, in Clock::now() terms; 0: not polling.
    [[nodiscard]] std::chrono::milliseconds nextLook() const { return m_scheduler.nextLook(); }

signals:
    void nextLookChanged();
    /// The first list of this run is in the store.
    void listed();
    /// The service has answered for this conversation; what it has is in the store.
    void lookedAt(const skein::ConversationId& conversation);
    /// A 401: the token may be refused as a whole. Whoever knows asks /users/me.
    void unauthorized();

private:
    void connectParts(ChangeFeed& feed);
    void lookAtLists();
    void readPositions();
    /// Whether, beside those that are due, the next group in turn is asked.
    enum class Turn { None, Next };
    void applyPositions();
    void askForTopics(Turn turn = Turn::None);
    void readNextTopics();
    void lookAtOpen();
    void reread();
    void listFinished(const std::optional<Error>& error);
    void queueStale();
    void runQueue();
    void run(const ConversationId& id, CatchUp::Mode mode);
    void runStale(const ConversationId& id);
    void begin(const ConversationId& id, CatchUp::Mode mode);
    void goOn(const ConversationId& id);
    void caughtUp(const ConversationId& id, const std::optional<Error>& error, bool complete);
    void keepScore(const ConversationId& id, bool complete);
    [[nodiscard]] PollScheduler::Outcome outcomeOf(const std::optional<Error>& error);

    GroupMeApi& m_api;
    AccountStore& m_store;
    PageReader& m_reader;
    PollScheduler& m_scheduler;
    const ServiceClock& m_clock;
    ChatListReader m_chats;
    ChatListReader m_groups;
    TopicListReader m_topics;
    Absences m_absences;
    OwnPlaces m_ownPlaces;
    Attention m_attention = Attention::Hidden;
    ConversationId m_open;
    int m_openLooks = 0;
    QList<ConversationId> m_topicQueue; ///< groups
    ConversationId m_topicsAsked; ///< the group whose topics are being read
    std::optional<Error> m_chatsError; ///< of this look, while the groups are read
    bool m_wholeLists = false;
    QList<ConversationId> m_queue;
    QSet<ConversationId> m_running;
    QSet<ConversationId> m_again; ///< asked for while running
    bool m_listedOnce = false;
    int m_listsRead = 0;
    bool m_positionsAsked = false;
    QHash<QString, MessageId> m_positions; ///< own ones, as the service told them in this run
    bool m_positionsOwed = false; ///< topics were read that did not exist when they were told
};

} // namespace skein
