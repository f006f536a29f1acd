// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A content source that knows what a test tells it, and writes down what it was asked for. Header
// only: pictures need Qt Gui, which the other fakes do not.

#include "ui/thread/content/ContentSource.h"

#include <QHash>

namespace skein {

class FakeContentSource : public ContentSource {
public:
    [[nodiscard]] Picture picture(const QUrl& url) const override { return pictures.value(url); }
    [[nodiscard]] QImage emoji(int pack, int index) const override
    {
        return emojis.value(QStringLiteral("%1/%2").arg(pack).arg(index));
    }
    [[nodiscard]] QString emojiName(int pack, int index) const override
    {
        return emojiNames.value(QStringLiteral("%1/%2").arg(pack).arg(index));
    }
    [[nodiscard]] std::optional<FileFacts> file(const QString& id) const override
    {
        return files.contains(id) ? std::optional(files.value(id)) : std::nullopt;
    }
    [[nodiscard]] Download download(const QString& id) const override
    {
        return downloads.value(id);
    }
    [[nodiscard]] std::optional<Poll> poll(const QString& id) const override
    {
        return polls.contains(id) ? std::optional(polls.value(id)) : std::nullopt;
    }
    [[nodiscard]] std::optional<CalendarEvent> calendarEvent(const QString& id) const override
    {
        return events.contains(id) ? std::optional(events.value(id)) : std::nullopt;
    }
    [[nodiscard]] QString nameOf(const ConversationId&, const UserId& user) const override
    {
        return names.value(user.value);
    }
    void want(const QList<ContentNeed>& visible) override { wanted.append(visible); }
    void load(const QUrl& picture) override { loaded.append(picture); }
    void play(const QUrl& picture) override { played.append(picture); }

    void give(const QUrl& url, const QImage& image)
    {
        pictures[url] = {Picture::State::Ready, image};
        emit repainted(url.toString());
    }

    QHash<QUrl, Picture> pictures;
    QHash<QString, QImage> emojis;
    QHash<QString, QString> emojiNames;
    QHash<QString, FileFacts> files;
    QHash<QString, Download> downloads;
    QHash<QString, Poll> polls;
    QHash<QString, CalendarEvent> events;
    QHash<QString, QString> names;
    QList<QList<ContentNeed>> wanted;
    QList<QUrl> loaded;
    QList<QUrl> played;
};

} // namespace skein
