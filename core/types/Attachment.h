// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a message carries beside its text (protocol.md F4). Kinds that Skein does not know keep
// their JSON and are shown as a neutral chip. Plain data.

#include "core/types/Ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <variant>

namespace skein {

struct ImageAttachment {
    QUrl url;
    bool operator==(const ImageAttachment&) const = default;
};
struct VideoAttachment {
    QUrl url;
    QUrl preview;
    bool operator==(const VideoAttachment&) const = default;
};
struct AudioAttachment {
    QUrl url;
    int seconds = 0; ///< 0: not said
    bool operator==(const AudioAttachment&) const = default;
};
struct LocationAttachment {
    QString name;
    QString latitude;
    QString longitude;
    bool operator==(const LocationAttachment&) const = default;
};
struct FileAttachment {
    QString fileId; ///< empty: one of our own that waits to be sent
    QString name{}; ///< known of our own that waits; else the service is asked (FileFacts)
    qint64 size = 0; ///< bytes, likewise
    bool operator==(const FileAttachment&) const = default;
};
struct ReplyAttachment {
    MessageId target;
    bool operator==(const ReplyAttachment&) const = default;
};
/// Who is mentioned, and where in the text each is meant to stand: as it came, not yet held against
/// the text. mentionsIn() says which places are usable (core/types/Mentions.h).
struct MentionsAttachment {
    struct Locus {
        qint64 start = 0; ///< UTF-16 units
        qint64 length = 0; ///< 0: this place could not be read
        bool operator==(const Locus&) const = default;
    };
    QList<UserId> users; ///< empty ids keep the places of unreadable ones
    QList<Locus> loci; ///< the first belongs to the first user; may be fewer or more
    bool operator==(const MentionsAttachment&) const = default;
};
/// GroupMe's own emoji: the n-th place that holds `placeholder` shows the n-th cell.
struct EmojiAttachment {
    struct Cell {
        int pack = 0; ///< from 1; 0: could not be read, its place stays as it is
        int index = 0; ///< from 0
        bool operator==(const Cell&) const = default;
    };
    QString placeholder; ///< empty: not usable
    QList<Cell> cells;
    bool operator==(const EmojiAttachment&) const = default;
};
struct PollAttachment {
    QString pollId;
    bool operator==(const PollAttachment&) const = default;
};
struct EventAttachment {
    QString eventId;
    bool operator==(const EventAttachment&) const = default;
};
struct UnknownAttachment {
    bool operator==(const UnknownAttachment&) const = default;
};

struct Attachment {
    QString type; ///< the wire's word, "image", "location", ...
    QJsonObject json; ///< as it came; sent back unchanged on edits
    std::variant<UnknownAttachment, ImageAttachment, VideoAttachment, AudioAttachment,
        LocationAttachment, FileAttachment, ReplyAttachment, MentionsAttachment, EmojiAttachment,
        PollAttachment, EventAttachment>
        content;

    bool operator==(const Attachment&) const = default;
};

/// It says something about the text and is nothing beside it: a reply, mentions, emoji.
[[nodiscard]] bool isAboutText(const Attachment& attachment);

/// Reads one attachment object of the wire or of the store; never fails, unknown stays unknown.
/// http: image URLs become https: (protocol.md F1).
[[nodiscard]] Attachment readAttachment(const QJsonObject& json);

} // namespace skein
