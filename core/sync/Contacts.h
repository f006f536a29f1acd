// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The account's contacts (protocol.md G1): read page by page rarely, kept in the store. What was
// read of them counts only when it was read to its end. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

#include <QSet>

namespace skein {

class Contacts : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::hours freshFor{24}; ///< from start to start
    static constexpr std::chrono::minutes freshForLook{10}; ///< when somebody looks
    static constexpr int mostPages = 200;

    Contacts(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// Asks when what is stored is older than a day.
    void start() { askIfOlderThan(freshFor); }
    /// Somebody wants to choose from them.
    void look() { askIfOlderThan(freshForLook); }
    void refresh();

    /// Accepts the message request that this chat is; it is none any more once the service agrees.
    [[nodiscard]] Async<std::monostate> accept(const ConversationId& chat);

signals:
    /// They were read, or could not be: `error` then says why, and what is known stays.
    void told(const std::optional<skein::Error>& error);

private:
    struct Reading {
        QList<Contact> contacts;
        QSet<UserId> seen;
        int pages = 0;
    };
    void askIfOlderThan(std::chrono::seconds age);
    void readPage(const QString& since);
    void take(const ContactPage& page);
    void finish();

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    Reading m_reading; ///< what was read so far
    bool m_isReading = false;
};

} // namespace skein
