// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/MediaSource.h"

#include <QGuiApplication>

#include <algorithm>

namespace skein {

namespace {

constexpr int emojiHeight = 20; ///< when nobody said how high
constexpr qsizetype mostCuts = 1000;

double devicePixels() { return qApp->devicePixelRatio(); } // of the sharpest screen

QSize inDevicePixels(QSize size) { return size.isEmpty() ? QSize() : size * devicePixels(); }

QString emojiKey(int pack, int index)
{
    return QString::number(pack) + u'/' + QString::number(index);
}

struct DownloadWords {
    Q_DECLARE_TR_FUNCTIONS(skein::DownloadWords)
};

QString downloadWords(ErrorKind reason)
{
    switch (reason) {
    case ErrorKind::Unreachable:
    case ErrorKind::Expired:
        return DownloadWords::tr("GroupMe cannot be reached.");
    case ErrorKind::NotFound:
        return DownloadWords::tr("GroupMe does not have the file any more.");
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return DownloadWords::tr("GroupMe does not allow it.");
    case ErrorKind::RateLimited:
        return DownloadWords::tr("GroupMe asks us to slow down. Try again in a minute.");
    case ErrorKind::TooLarge:
        return DownloadWords::tr("The file is too large.");
    case ErrorKind::Storage:
        return DownloadWords::tr("It could not be written to the folder of downloads.");
    default:
        return DownloadWords::tr("The download broke off.");
    }
}

} // namespace

MediaSource::MediaSource(PictureStore& pictures, EmojiPacks& emoji, Downloads& downloads,
    Details details, QObject* parent)
    : ContentSource(parent)
    , m_pictures(pictures)
    , m_emoji(emoji)
    , m_downloads(downloads)
    , m_details(std::move(details))
{
    connect(&pictures, &PictureStore::changed, this, [this](const QUrl& url) {
        sheetChanged(url);
        emit repainted(url.toString()); // its room was known before
    });
    connect(&pictures, &PictureStore::repainted, this,
        [this](const QUrl& url) { emit repainted(url.toString()); });
    connect(&emoji, &EmojiPacks::changed, this, [this] {
        m_cuts.clear();
        want(std::exchange(m_needs, {}));
        QStringList keys;
        for (const ContentNeed& need : std::as_const(m_needs)) {
            if (need.kind == ContentNeed::Kind::Emoji)
                keys.append(need.id);
        }
        if (!keys.isEmpty())
            emit changed(keys);
    });
    connect(&downloads, &Downloads::changed, this, &MediaSource::downloadChanged);
}

Picture MediaSource::picture(const QUrl& url) const { return m_pictures.picture(url); }

QImage MediaSource::emoji(int pack, int index) const
{
    return m_cuts.value(emojiKey(pack, index)).image;
}

QString MediaSource::emojiName(int pack, int index) const
{
    const QString name = m_emoji.name(pack, index);
    return name.isEmpty() ? QString() : u':' + name + u':';
}

std::optional<FileFacts> MediaSource::file(const QString& id) const
{
    return m_details.file ? m_details.file(id) : std::nullopt;
}

std::optional<Poll> MediaSource::poll(const QString& id) const
{
    return m_details.poll ? m_details.poll(id) : std::nullopt;
}

std::optional<CalendarEvent> MediaSource::calendarEvent(const QString& id) const
{
    return m_details.event ? m_details.event(id) : std::nullopt;
}

QString MediaSource::nameOf(const ConversationId& conversation, const UserId& user) const
{
    return m_details.nameOf ? m_details.nameOf(conversation, user) : QString();
}

Download MediaSource::download(const QString& fileId) const
{
    const FileDownload known = m_downloads.download(fileId);
    const auto state = [&] {
        switch (known.state) {
        case FileDownload::State::Running:
            return Download::State::Running;
        case FileDownload::State::Done:
            return Download::State::Done;
        case FileDownload::State::Failed:
            return Download::State::Failed;
        case FileDownload::State::None:
            break;
        }
        return Download::State::None;
    }();
    return {state, known.received, known.total,
        state == Download::State::Failed ? downloadWords(known.reason) : QString()};
}

void MediaSource::want(const QList<ContentNeed>& visible)
{
    m_needs = visible;
    QList<PictureStore::Wish> wishes;
    for (const ContentNeed& need : visible) {
        if (need.kind == ContentNeed::Kind::Picture)
            wishes.append({need.url, inDevicePixels(need.size), false});
        else if (need.kind == ContentNeed::Kind::Emoji)
            wantEmoji(need, wishes);
        else if (m_details.want)
            m_details.want(need);
    }
    m_pictures.want(wishes);
}

void MediaSource::wantEmoji(const ContentNeed& need, QList<PictureStore::Wish>& wishes)
{
    m_emoji.want();
    const int pack = need.id.section(u'/', 0, 0).toInt();
    const int index = need.id.section(u'/', 1).toInt();
    const int height = need.size.isEmpty() ? emojiHeight : need.size.height();
    const auto cell = m_emoji.cell(pack, index, qRound(height * devicePixels()));
    if (!cell)
        return;
    if (m_cuts.size() > mostCuts)
        m_cuts.clear();
    auto& cut = m_cuts[need.id];
    if (!cut.image.isNull() && cut.cell == *cell)
        return; // the sheet is not needed again
    cut.cell = *cell;
    const PictureStore::Wish sheet{cell->sheet, {}, true};
    if (!wishes.contains(sheet))
        wishes.append(sheet);
    cutEmoji(need.id);
}

void MediaSource::cutEmoji(const QString& key)
{
    auto& cut = m_cuts[key];
    const QImage sheet = m_pictures.picture(cut.cell.sheet).image;
    if (sheet.rect().contains(cut.cell.rect))
        cut.image = sheet.copy(cut.cell.rect);
}

void MediaSource::sheetChanged(const QUrl& sheet)
{
    QStringList keys = m_cuts.keys();
    keys.removeIf([&](const QString& key) { return m_cuts.value(key).cell.sheet != sheet; });
    for (const QString& key : std::as_const(keys))
        cutEmoji(key);
    if (!keys.isEmpty())
        emit changed(keys);
}

void MediaSource::load(const QUrl& picture) { m_pictures.load(picture); }

void MediaSource::play(const QUrl& picture) { m_pictures.play(picture); }

void MediaSource::downloadChanged(const QString& fileId)
{
    const auto state = m_downloads.download(fileId).state;
    const bool isAnother = !m_told.contains(fileId) || m_told.value(fileId) != state;
    m_told[fileId] = state;
    if (isAnother)
        emit changed({fileId});
    else
        emit repainted(fileId);
}

} // namespace skein
