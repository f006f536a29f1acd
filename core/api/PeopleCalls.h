// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls about contacts and blocks (protocol.md C, G): the requests, the readers of their
// answers, and the calls that join the two. `me` is the caller's own id, which the service wants to
// be told. Knows no store. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/types/Contact.h"

namespace skein {

namespace endpoints {

/// GET v4 /relationships; `since`: ContactPage::next of the page before, or empty.
[[nodiscard]] HttpRequest contacts(const QString& since);
[[nodiscard]] HttpRequest blocks(const UserId& me); ///< GET v3 /blocks
[[nodiscard]] HttpRequest blockBetween(const UserId& me, const UserId& other);
[[nodiscard]] HttpRequest block(const UserId& me, const UserId& other); ///< POST v3 /blocks
[[nodiscard]] HttpRequest unblock(const UserId& me, const UserId& other); ///< DELETE v3 /blocks
/// POST v3 /blocks/delete, for where DELETE is not let through.
[[nodiscard]] HttpRequest unblockByPost(const UserId& me, const UserId& other);
/// POST v3 /chats/:id/approve: accepts a message request (B3). There is no call that refuses one.
[[nodiscard]] HttpRequest approveChat(const ConversationId& chat);

} // namespace endpoints

namespace json {

[[nodiscard]] std::optional<ContactPage> contacts(const QJsonValue& value);
/// Whom `me` has blocked; rows of other blockers are left out.
[[nodiscard]] std::optional<QList<UserId>> blocks(const QJsonValue& value, const UserId& me);
[[nodiscard]] std::optional<bool> blockBetween(const QJsonValue& value);

} // namespace json

[[nodiscard]] Async<ContactPage> askForContacts(GroupMeApi& api, const QString& since);
[[nodiscard]] Async<QList<UserId>> askForBlocks(GroupMeApi& api, const UserId& me);
/// Whether one of the two has blocked the other; the service does not say which.
[[nodiscard]] Async<bool> askForBlockBetween(
    GroupMeApi& api, const UserId& me, const UserId& other);
/// Done also when the service says that it is so already, as far as that can be told: the list of
/// blocks is to be read after it.
[[nodiscard]] Async<std::monostate> block(GroupMeApi& api, const UserId& me, const UserId& other);
/// Likewise. A refused DELETE is followed by the other way, once (protocol.md L95).
[[nodiscard]] Async<std::monostate> unblock(GroupMeApi& api, const UserId& me, const UserId& other);
[[nodiscard]] Async<std::monostate> approve(GroupMeApi& api, const ConversationId& chat);

} // namespace skein
