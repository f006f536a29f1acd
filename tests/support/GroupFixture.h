// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups and topics in an account's store, for the list models: a clock that the test moves, the
// service's beside it, and short words for what lists and people bring. Main thread.

#include "core/sync/ServiceClock.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/StoreFixture.h"

namespace skein {

class GroupFixture : public StoreFixture {
public:
    static inline const auto rowing = ConversationId::group(QStringLiteral("501"));
    static inline const auto chess = ConversationId::group(QStringLiteral("502"));
    static inline const auto travel = ConversationId::topic(QStringLiteral("701"), rowing);
    static inline const auto kitchen = ConversationId::topic(QStringLiteral("702"), rowing);
    static inline const auto openings = ConversationId::topic(QStringLiteral("703"), chess);

    ManualClock clock;
    ServiceClock serviceClock{clock};

    /// Seconds of this computer's clock.
    [[nodiscard]] qint64 now() const { return clock.now() / std::chrono::seconds{1}; }
    /// Time passes, and what it leads to.
    void pass(std::chrono::milliseconds time);

    /// A list tells of a group or topic, without a message; kind and role as a show call would.
    void list(const ConversationId& id, const QString& title,
        std::optional<GroupKind> kind = std::nullopt, GroupRole role = GroupRole::Member);
    /// Somebody, or I, said something in second `n` (StoreFixture).
    void say(const ConversationId& id, int n, const QString& text = {});
    void answer(const ConversationId& id, int n, const QString& text = {});
    /// Read up to second `n`.
    void read(const ConversationId& id, int n);
    /// `until` in Unix seconds of the service's clock.
    void mute(const ConversationId& id, qint64 until);
    void setMembership(const ConversationId& id, Membership membership);

    /// Two groups: Rowing with Travel and Kitchen, Chess with Openings; nothing was said yet.
    void listAll();
};

} // namespace skein
