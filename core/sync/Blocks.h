// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whom the person has blocked (protocol.md C): known at once from the store, asked of the service
// now and then, and changed at once here and taken back when the service refuses. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

#include <QSet>

namespace skein {

class Blocks : public QObject {
    Q_OBJECT
public:
    using Done = Async<std::monostate>;
    static constexpr std::chrono::hours freshFor{6};

    Blocks(
        GroupMeApi& api, AccountStore& store, ChangeFeed& feed, Clock& clock, QObject* parent = {});

    /// Reads what is stored, and asks the service when that is old.
    void start();
    /// Asks in any case: somebody looks at the list.
    void refresh();

    [[nodiscard]] bool isBlocked(const UserId& user) const;
    [[nodiscard]] const QList<Person>& people() const { return m_people; } ///< by name
    /// The list could not be asked for; what is known stays.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }

    [[nodiscard]] Done block(const Person& person);
    [[nodiscard]] Done unblock(const Person& person);
    /// Whether one has blocked the other: asked before the first message to somebody.
    [[nodiscard]] Async<bool> between(const UserId& other);

signals:
    /// Who is blocked, or whether that could be asked for.
    void changed();

private:
    void load();
    void take(const Result<QList<UserId>>& told);
    [[nodiscard]] Done carryOut(const Person& person, bool isBlocked);
    [[nodiscard]] Async<bool> keep(const Person& person, bool isBlocked);

    GroupMeApi& m_api;
    AccountStore& m_store;
    Clock& m_clock;
    QList<Person> m_people;
    std::optional<Error> m_trouble;
    QHash<UserId, int> m_deeds; ///< under way: the latest of each person
    int m_deed = 0;
    bool m_isAsking = false;
};

} // namespace skein
