// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of messages need from outside: pictures, and what the service tells about files,
// polls and events. Looking up never loads; want() does, for what is visible. Main thread.

#include "core/types/Cards.h"
#include "core/types/ConversationId.h"

#include <QImage>
#include <QObject>
#include <QUrl>

#include <optional>

namespace skein {

struct Picture {
    enum class State {
        Absent, ///< nobody asked for it yet
        Loading,
        Ready,
        Failed, ///< may be asked for again: retry()
        Withheld, ///< of a foreign host: load() after a click
    };
    State state = State::Absent;
    QImage image; ///< when Ready: the frame to show now
    bool isStill = false; ///< it would move, but stands until somebody asks: play()
};

struct Download {
    enum class State { None, Running, Done, Failed };
    State state = State::None;
    qint64 received = 0; ///< bytes
    qint64 total = 0; ///< 0: unknown
    QString reason; ///< why it failed, a sentence

    bool operator==(const Download&) const = default;
};

/// One thing that a part of a message would like to be there.
struct ContentNeed {
    enum class Kind { Picture, Emoji, File, Poll, Event };
    Kind kind = Kind::Picture;
    QUrl url; ///< of a picture
    QSize size; ///< in which the picture is shown; empty: as it is
    ConversationId conversation; ///< where files, polls and events are asked for
    QString id; ///< of the file, poll or event; "pack/index" of an emoji

    /// What changed() says when it came: the url or the id.
    [[nodiscard]] QString key() const { return kind == Kind::Picture ? url.toString() : id; }
    bool operator==(const ContentNeed&) const = default;
};

class ContentSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual Picture picture(const QUrl& url) const = 0;
    [[nodiscard]] virtual QImage emoji(int pack, int index) const = 0; ///< null: not there (yet)
    [[nodiscard]] virtual QString emojiName(int pack, int index) const = 0; ///< ":name:" or empty
    [[nodiscard]] virtual std::optional<FileFacts> file(const QString& id) const = 0;
    [[nodiscard]] virtual Download download(const QString& fileId) const = 0;
    [[nodiscard]] virtual std::optional<Poll> poll(const QString& id) const = 0;
    [[nodiscard]] virtual std::optional<CalendarEvent> calendarEvent(const QString& id) const = 0;

    /// How somebody is called in a conversation; empty: not known here.
    [[nodiscard]] virtual QString nameOf(
        const ConversationId& conversation, const UserId& user) const
        = 0;

    /// What is visible now, in whole: loads what is absent, animates what moves. Cheap when nothing
    /// changed.
    virtual void want(const QList<ContentNeed>& visible) = 0;
    /// The person asked for it: a foreign or failed picture.
    virtual void load(const QUrl& picture) = 0;
    /// The person asked for it: let what stands still move while it is visible.
    virtual void play(const QUrl& picture) = 0;

signals:
    /// What stands at these must be laid out again: once for all of them.
    void changed(const QStringList& keys);
    void repainted(const QString& key); ///< it looks different in the same room
};

} // namespace skein
