// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which reactions may be sent, and how one person's reaction changes a message's list of them
// (protocol.md B10). Pure.

#include "core/types/Message.h"

namespace skein {

/// What one person reacts with: a Unicode emoji, or one of GroupMe's own.
struct ReactionKind {
    QString code; ///< empty: pack and index say which
    int packId = 0;
    int packIndex = 0;
    bool operator==(const ReactionKind&) const = default;
};

/// The plain heart first: what a like without an emoji means.
[[nodiscard]] const QStringList& allowedReactions();

/// Spelled as allowedReactions() does where it is one of them.
[[nodiscard]] ReactionKind kindOf(const Reaction& reaction);
/// It names an emoji at all.
[[nodiscard]] bool isShowable(const ReactionKind& kind);
/// Everybody's reactions of a message, each person once; of those whom only `favoritedBy` names
/// a heart is assumed.
[[nodiscard]] QList<Reaction> reactionsOf(const Message& message);
/// What `user` reacted with; none: nothing.
[[nodiscard]] std::optional<ReactionKind> reactionOf(const Message& message, const UserId& user);
/// Gives `user` this reaction instead of any other, or takes it away.
void setReaction(Message& message, const UserId& user, const std::optional<ReactionKind>& kind);

} // namespace skein
