// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the service tells about the files, polls and events that are in view: asked for when wanted,
// files of one conversation together, and kept in the store, so that they show offline. Files stay
// as they are; polls and events are asked for again when they are wanted a minute later.
// Main thread.

#include "core/api/FileData.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

#include <array>
#include <variant>

namespace skein {

class ContentDetails : public QObject {
    Q_OBJECT
public:
    using Kind = CardKind;
    static constexpr std::chrono::seconds freshFor{60};
    static constexpr int filesPerRequest = 50;
    /// How long after each failure it is tried again; then not any more.
    static constexpr std::array<std::chrono::seconds, 3> pauses{
        std::chrono::seconds{5}, std::chrono::seconds{20}, std::chrono::seconds{80}};

    ContentDetails(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// It is visible in `conversation`. Cheap when nothing is to be asked.
    void want(Kind kind, const ConversationId& conversation, const QString& id);

    // What is known; none: nothing yet.
    [[nodiscard]] std::optional<FileFacts> file(const QString& id) const;
    [[nodiscard]] std::optional<Poll> poll(const QString& id) const;
    [[nodiscard]] std::optional<CalendarEvent> calendarEvent(const QString& id) const;

    /// The network is back: what failed is asked for again.
    void forgive();

signals:
    void changed(const QString& id);

private:
    using Card = std::variant<FileFacts, Poll, CalendarEvent>;
    using Key = std::pair<Kind, QString>;
    using Moment = std::optional<std::chrono::milliseconds>; ///< of Clock::monotonic()
    struct Entry {
        ConversationId conversation;
        bool isRead = false; ///< the store was asked
        bool isBusy = false;
        bool isRefused = false; ///< the service has it no longer, or not for us
        int failures = 0;
        Moment askedAt; ///< answered well
        Moment retryAt;
    };

    void readStored(const Key& key);
    void askIfDue(const Key& key);
    void ask(const Key& key);
    void askWaiting();
    void askFiles(const ConversationId& conversation, const QStringList& ids);
    template <class T>
    void takeCard(const Key& key, const Result<T>& answer);
    void keep(const Key& key, const Card& card);
    void show(const Key& key, const Card& card);
    void answered(const Key& key);
    void failed(const Key& key, ErrorKind kind);
    void waitForRetry();
    void retryDue();
    template <class T>
    [[nodiscard]] std::optional<T> known(Kind kind, const QString& id) const;

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    std::unique_ptr<Timer> m_retry;
    QHash<Key, Entry> m_entries;
    QHash<Key, Card> m_cards;
    QList<Key> m_waiting; ///< for the end of this turn of the event loop
};

} // namespace skein
