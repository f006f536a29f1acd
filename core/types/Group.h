// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What groups and topics have beside their messages: kinds, roles, members, muting
// (protocol.md D, E). Plain data.

#include "core/types/Ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace skein {

struct Person {
    UserId id;
    QString name; ///< may be empty: a deleted account
    QString avatarUrl;
    bool operator==(const Person&) const = default;
};

/// Who may write (protocol.md E6). The service's other words count as Private.
enum class GroupKind {
    Private, ///< everybody writes
    Closed, ///< everybody writes, admins manage
    Announcement, ///< only admins write
};

enum class GroupRole { Unknown, Member, Admin, Owner };

/// Whether the person belongs to a group, or a topic exists.
enum class Membership {
    Active,
    Gone, ///< the service does not know it (any more): removed, destroyed, deleted
    Left, ///< left by the person; not listed any more
};

/// One of GroupMe's own emoji as the sign for "like".
struct LikeIcon {
    int packId = 0; ///< from 1
    int packIndex = 0; ///< from 0
    bool operator==(const LikeIcon&) const = default;
};

struct Member {
    UserId user;
    QString membershipId; ///< differs from the user's id; leaving needs it
    QString nickname; ///< the name in this group; never empty when the service gives any name
    QString avatarUrl;
    GroupRole role = GroupRole::Member;
    bool operator==(const Member&) const = default;
};

/// What an answer about a group or topic tells beside title, picture and newest message. What it
/// does not tell stays as it is known.
struct GroupFacts {
    std::optional<GroupKind> kind;
    qint64 changedAt = 0; ///< Unix seconds of the change that this answers; 0: of none
    std::optional<QString> description;
    UserId creator; ///< empty: not told
    std::optional<int> topics; ///< groups: how many
    int memberCount = 0; ///< 0: not told
    std::optional<qint64> mutedUntil;
    std::optional<std::optional<LikeIcon>> likeIcon;
    QList<Member> members; ///< empty: not told
    bool operator==(const GroupFacts&) const = default;
};

/// The answer to muting: the main channel's end, and the muted topics' by id (protocol.md E5).
struct MuteState {
    qint64 mutedUntil = 0;
    QHash<QString, qint64> topics;
    bool operator==(const MuteState&) const = default;
};

/// What an admin says of a topic to be made or changed (protocol.md E3, E4).
struct TopicDraft {
    static constexpr int longestTitle = 140;
    static constexpr int longestDescription = 255;

    QString title;
    QString description;
    QString avatarUrl;
    GroupKind kind = GroupKind::Private;
    std::optional<LikeIcon> likeIcon;

    enum class Flaw { None, TitleMissing, TitleTooLong, DescriptionTooLong, PictureNotGroupMe };
    /// What the service would refuse, known before it is asked.
    [[nodiscard]] Flaw flaw() const;
    bool operator==(const TopicDraft&) const = default;
};

/// The service's "until I turn it back on", one second past what dates can say (protocol.md E5).
inline constexpr qint64 mutedForever = 253'402'300'800;

/// `until` and `now` in Unix seconds of the service's clock.
[[nodiscard]] constexpr bool isMutedAt(qint64 until, qint64 now) { return until > now; }
[[nodiscard]] constexpr bool isForever(qint64 until) { return until >= mutedForever - 1; }

/// Whether a picture may be given by this address: only GroupMe's own (protocol.md E3).
[[nodiscard]] bool isGroupMeImage(const QString& url);

} // namespace skein
