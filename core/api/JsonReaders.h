// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the service's JSON into our values, and believes none of it (protocol.md 0.3, K): ids come
// as text or number, anything may be null or absent or of another type, unknown keys are ignored.
// Nothing is returned only where the value cannot be what was asked for. Pure functions.

#include "core/api/GroupMeApi.h"

#include <QJsonArray>
#include <QJsonObject>

#include <initializer_list>

namespace skein::json {

inline constexpr qsizetype maxTextLength = 100'000; ///< UTF-16 units
inline constexpr qsizetype maxNameLength = 500;
inline constexpr qsizetype maxUrlLength = 2000;
inline constexpr qsizetype maxWordLength = 64;
inline constexpr qint64 endOfTime = mutedForever; ///< the service's "for ever", in Unix seconds

// The small parts, for every reader.
/// A usable id: up to 64 letters, digits, "+", "-" and "_"; "" when the value is none.
[[nodiscard]] QString id(const QJsonValue& value);
/// The first of `keys` that holds an id; "" when none does.
[[nodiscard]] QString firstId(
    const QJsonObject& object, std::initializer_list<QLatin1StringView> keys);
/// Unix seconds from a number, digits or an ISO 8601 text; 0 when the value is none, never
/// negative, never more than `endOfTime`.
[[nodiscard]] qint64 seconds(const QJsonValue& value);
/// A number or digits; none for null and everything else.
[[nodiscard]] std::optional<int> wholeNumber(const QJsonValue& value);
/// The time that the id itself tells, for messages that lack one (protocol.md J1); 0 for none.
[[nodiscard]] qint64 secondsOfId(const QString& id);
/// Valid UTF-16 (no unpaired surrogates, no NUL) of at most `maxLength` units; "" when not a text.
[[nodiscard]] QString text(const QJsonValue& value, qsizetype maxLength = maxTextLength);

// The wire's objects.
[[nodiscard]] std::optional<Person> person(const QJsonValue& value);
[[nodiscard]] std::optional<Message> message(const QJsonValue& value);
[[nodiscard]] QList<Attachment> attachments(const QJsonValue& value);
[[nodiscard]] QList<UserId> users(const QJsonValue& value); ///< each once
[[nodiscard]] QList<Reaction> reactions(const QJsonValue& value);
[[nodiscard]] QStringList words(const QJsonValue& value);
[[nodiscard]] std::optional<ReadReceipt> readReceipt(const QJsonValue& value);
[[nodiscard]] std::optional<ConversationSummary> chat(const QJsonValue& value, const UserId& me);

// What the calls answer.
/// Rows that are no chats are left out; a conversation appears once.
[[nodiscard]] std::optional<QList<ConversationSummary>> chats(
    const QJsonValue& value, const UserId& me);
[[nodiscard]] std::optional<MessagePage> directMessages(const QJsonValue& value);
[[nodiscard]] std::optional<MessagePage> groupMessages(const QJsonValue& value);
[[nodiscard]] std::optional<Message> createdMessage(const QJsonValue& value);
[[nodiscard]] std::optional<ReadReceipt> sentReceipt(const QJsonValue& value);
[[nodiscard]] std::optional<QHash<QString, MessageId>> readPositions(const QJsonValue& value);

} // namespace skein::json
