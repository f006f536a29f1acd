// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the demo world is made of: people, messages, receipts. Plain data, no rules, no HTTP.
// Everything here is invented. Any thread.

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace skein {

struct DemoPerson {
    QString id = {}; ///< decimal, of any length
    QString name = {};
    QString avatarUrl = {}; ///< null: null on the wire; empty: ""
    bool operator==(const DemoPerson&) const = default;
};

/// A message as the service holds it. The tombstone of a deleted one stays in its place.
struct DemoMessage {
    QString id = {}; ///< 18 digits, the first ten are the seconds of createdAt (protocol.md J1)
    QString guid = {};
    qint64 createdAt = 0; ///< Unix seconds
    qint64 updatedAt = 0; ///< 0: never edited, absent on the wire
    QString senderId = {}; ///< "system" for system rows
    QString recipientId = {};
    QString name = {}; ///< the sender's at that time; null allowed
    QString avatarUrl = {}; ///< likewise
    QString text = {}; ///< null: null on the wire
    QJsonArray attachments = {};
    QStringList favoritedBy = {};
    QJsonArray reactions = {}; ///< empty: absent on the wire
    qint64 pinnedAt = 0;
    QString pinnedBy = {};
    qint64 deletedAt = 0;
    QString deletionActor = {};
    QJsonObject event = {}; ///< empty: absent on the wire

    [[nodiscard]] bool isSystem() const { return senderId == QLatin1StringView("system"); }
    bool operator==(const DemoMessage&) const = default;
};

/// How far somebody has read in one conversation.
struct DemoReceipt {
    QString conversation = {};
    QString user = {};
    QString messageId = {};
    qint64 readAt = 0; ///< Unix seconds
    bool operator==(const DemoReceipt&) const = default;
};

/// Somebody whom a user knows.
struct DemoContact {
    DemoPerson person = {};
    qint64 createdAt = 0; ///< Unix seconds
    bool isHidden = false;
    bool isBlocked = false;
};

/// One row of GET /chats as one of its two people sees it.
struct DemoChatRow {
    QString conversation = {};
    DemoPerson other = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 count = 0; ///< lifetime total, deleted and system rows included
    QList<DemoMessage> last = {}; ///< the newest message, or none
    qint64 unread = 0;
    QString readUpTo = {}; ///< own head, may be empty
    int editPeriod = 15; ///< minutes; 0: messages are not edited here
    bool waitsForApproval = false; ///< a message request
};

/// Somebody's membership of a group.
struct DemoMember {
    QString user = {};
    QString membershipId = {}; ///< never the user's id (protocol.md D2)
    QString nickname = {};
    QString avatarUrl = {}; ///< null: null on the wire
    bool isAdmin = false; ///< the creator is one without saying
    qint64 mutedUntil = 0; ///< Unix seconds; of the main channel
    bool operator==(const DemoMember&) const = default;
};

struct DemoTopic {
    QString id = {};
    QString group = {};
    QString title = {};
    QString kind = QStringLiteral("private");
    QString description = {};
    QString avatarUrl = {}; ///< null: null on the wire
    QString creator = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    QJsonObject likeIcon = {}; ///< empty: null on the wire
    QHash<QString, qint64> mutedUntil = {}; ///< by user
    bool operator==(const DemoTopic&) const = default;
};

struct DemoGroup {
    QString id = {};
    QString name = {};
    QString kind = QStringLiteral("private"); ///< closed, announcement
    QString description = {};
    QString avatarUrl = {};
    QString creator = {};
    qint64 createdAt = 0;
    int editPeriod = 15; ///< minutes, of the topics too; 0: never
    QList<DemoMember> members = {};
    QList<DemoTopic> topics = {};
    bool tellsKinds = false; ///< its topics' kinds in lists, as some do (protocol.md E1)

    [[nodiscard]] const DemoMember* member(const QString& user) const
    {
        for (const DemoMember& each : members) {
            if (each.user == user)
                return &each;
        }
        return nullptr;
    }
    [[nodiscard]] DemoMember* member(const QString& user)
    {
        return const_cast<DemoMember*>(std::as_const(*this).member(user));
    }
    [[nodiscard]] bool isManagedBy(const QString& user) const
    {
        const DemoMember* who = member(user);
        return who && (who->isAdmin || user == creator);
    }
    bool operator==(const DemoGroup&) const = default;
};

/// A group or topic in a list, as one of its members sees it.
struct DemoPlaceRow {
    DemoGroup group = {}; ///< of a topic: the one it belongs to
    std::optional<DemoTopic> topic = {};
    qint64 count = 0;
    QList<DemoMessage> last = {}; ///< the newest message, or none
    qint64 unread = 0;
    QString readUpTo = {};
};

/// What somebody asks the service to send.
struct DemoDraft {
    QString guid = {};
    QString recipient = {};
    QString text = {};
    QJsonArray attachments = {};
};

/// A request that the rules refuse: the HTTP status and the sentence for meta.errors.
struct DemoRefusal {
    int status = 400;
    QString reason = {};
    bool operator==(const DemoRefusal&) const = default;
};

/// The tables of the demo world hold literals, which may be constexpr.
inline QString demoText(const char16_t* literal) { return QString::fromUtf16(literal); }

} // namespace skein
