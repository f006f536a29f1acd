// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One message of a direct chat, group or topic (protocol.md B4). Plain data.

#include "core/types/Attachment.h"
#include "core/types/Ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace skein {

struct Reaction {
    QString code; ///< the emoji; empty for GroupMe's own, then pack says which
    int packId = 0;
    int packIndex = 0;
    QList<UserId> users;
    bool operator==(const Reaction&) const = default;
};

/// What a system row says happened (protocol.md I6).
struct MessageEvent {
    QString type;
    QJsonObject data;
    bool operator==(const MessageEvent&) const = default;
};

struct Message {
    MessageId id; ///< empty while the message is only ours
    SourceGuid guid;
    qint64 createdAt = 0; ///< Unix seconds, the service's clock
    qint64 updatedAt = 0; ///< 0: never edited
    UserId senderId; ///< "system" for system rows; may be any word
    QString senderType;
    QString senderName; ///< as it was when sent; may be empty
    QString avatarUrl;
    QString text; ///< plain text, never markup; empty for null
    QList<Attachment> attachments;
    QList<UserId> favoritedBy;
    QList<Reaction> reactions;
    qint64 pinnedAt = 0; ///< 0: not pinned
    qint64 deletedAt = 0; ///< 0: not deleted; otherwise a tombstone
    QString deletionActor;
    std::optional<MessageEvent> event;

    [[nodiscard]] bool isSystem() const;
    [[nodiscard]] bool isDeleted() const { return deletedAt != 0; }
    bool operator==(const Message&) const = default;
};

/// A message's place in its thread as one comparable text: created_at, id length, id
/// (protocol.md J1). Texts of this form compare, also in SQL, as the messages are ordered.
[[nodiscard]] QString positionOf(const Message& message);
/// The best position for an id alone: the first ten digits of a long id are its time (J1).
[[nodiscard]] QString positionOf(const MessageId& id);
/// The order of the positions, without making them.
[[nodiscard]] bool comesBefore(const Message& one, const Message& other);
/// The order of ids alone, where nothing tells the time: it is that of the messages, but for a few.
[[nodiscard]] bool isLowerId(const MessageId& one, const MessageId& other);
/// The id inside a position.
[[nodiscard]] inline MessageId idAt(const QString& position) { return {position.mid(14)}; }

/// The created_at inside a position, in Unix seconds; 0 for none.
[[nodiscard]] inline qint64 secondsAt(const QString& position)
{
    return QStringView(position).left(12).toLongLong();
}

/// What stands for a message in lists, before it is said in a language. The numbers are kept on
/// disk.
struct Preview {
    enum class Kind {
        Text = 0,
        Deleted = 1,
        Photo = 2,
        Video = 3,
        File = 4,
        Location = 5,
        Poll = 6,
        Event = 7,
        Voice = 8,
        Attachment = 9,
        Happening = 10, ///< of a system row
    };
    Kind kind = Kind::Text;
    QString text; ///< a Location's name, may be empty; a Happening's type
};
[[nodiscard]] Preview previewOf(const Message& message);
/// One line, in the language at work: the text or "Photo", ...
[[nodiscard]] QString previewWords(const Preview& preview);
[[nodiscard]] inline QString previewWords(const Message& message)
{
    return previewWords(previewOf(message));
}
/// What stands for a message of somebody who is blocked, in groups.
[[nodiscard]] QString hiddenMessageWords();

} // namespace skein
