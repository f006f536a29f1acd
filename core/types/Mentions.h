// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is mentioned where in a text (protocol.md F4 "Mentions"): reads what came, finds what the
// person wrote, and says it in the service's words. Pure. Places count UTF-16 units, as QString
// does, and never cut a surrogate pair.

#include "core/types/Message.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace skein {

struct Mention {
    UserId user;
    qsizetype start = 0;
    qsizetype length = 0;
    [[nodiscard]] qsizetype end() const { return start + length; }
    bool operator==(const Mention&) const = default;
};

/// Somebody who can be mentioned; "everyone" is the one whose user is everyoneId().
struct Mentionable {
    UserId user;
    QString name; ///< what follows the "@"
    QString avatarUrl;
    bool operator==(const Mentionable&) const = default;
};

/// The service's id for all members of a group at once.
[[nodiscard]] inline UserId everyoneId() { return {QStringLiteral("-1")}; }

/// The mentions that have a usable place in the message's text, by place, none over another.
[[nodiscard]] QList<Mention> mentionsIn(const Message& message);

/// Whether `me` or everyone is mentioned, be there a usable place for it or not.
[[nodiscard]] bool isMentioned(const Message& message, const UserId& me);

/// Every "@" at the start of a word that the name of one of `people` follows: the longest such name
/// that ends where a word ends, in its exact case. Of several people of one name `picked` (name ->
/// user) says which is meant, else it is the first.
[[nodiscard]] QList<Mention> findMentions(const QString& text, const QList<Mentionable>& people,
    const QHash<QString, UserId>& picked = {});

/// The attachment to send with the text; an empty object when there are no mentions.
[[nodiscard]] QJsonObject mentionsJson(const QList<Mention>& mentions);

} // namespace skein
