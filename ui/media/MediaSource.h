// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the parts of messages are given: pictures and GroupMe's emoji from the PictureStore, the
// state of downloads, and what others know about files, polls, events and people. Main thread.

#include "core/sync/Downloads.h"
#include "core/sync/EmojiPacks.h"
#include "ui/media/PictureStore.h"
#include "ui/thread/content/ContentSource.h"

#include <functional>

namespace skein {

class MediaSource final : public ContentSource {
    Q_OBJECT
public:
    /// What others know; what is left empty is never known.
    struct Details {
        std::function<void(const ContentNeed&)> want; ///< a File, Poll or Event that is visible
        std::function<std::optional<FileFacts>(const QString&)> file;
        std::function<std::optional<Poll>(const QString&)> poll;
        std::function<std::optional<CalendarEvent>(const QString&)> event;
        std::function<QString(const ConversationId&, const UserId&)> nameOf;
    };

    MediaSource(PictureStore& pictures, EmojiPacks& emoji, Downloads& downloads, Details details,
        QObject* parent = nullptr);

    [[nodiscard]] Picture picture(const QUrl& url) const override;
    [[nodiscard]] QImage emoji(int pack, int index) const override;
    [[nodiscard]] QString emojiName(int pack, int index) const override;
    [[nodiscard]] std::optional<FileFacts> file(const QString& id) const override;
    [[nodiscard]] Download download(const QString& fileId) const override;
    [[nodiscard]] std::optional<Poll> poll(const QString& id) const override;
    [[nodiscard]] std::optional<CalendarEvent> calendarEvent(const QString& id) const override;
    [[nodiscard]] QString nameOf(
        const ConversationId& conversation, const UserId& user) const override;
    void want(const QList<ContentNeed>& visible) override;
    void load(const QUrl& picture) override;
    void play(const QUrl& picture) override;

    /// More is known about the file, poll or event of that id.
    void detailsChanged(const QString& id) { emit changed({id}); }

private:
    struct Cut {
        EmojiCell cell;
        QImage image; ///< null until the sheet is here
    };

    void wantEmoji(const ContentNeed& need, QList<PictureStore::Wish>& wishes);
    void cutEmoji(const QString& key);
    void sheetChanged(const QUrl& sheet);
    void downloadChanged(const QString& fileId);

    PictureStore& m_pictures;
    EmojiPacks& m_emoji;
    Downloads& m_downloads;
    Details m_details;
    QList<ContentNeed> m_needs; ///< as last wanted
    QHash<QString, Cut> m_cuts; ///< by "pack/index"
    QHash<QString, FileDownload::State> m_told;
};

} // namespace skein
