// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/CardKinds.h"

#include "core/types/ImageUrl.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/RowWords.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr TextLimits oneLine{120, 1};

QString cardWord(const char* text) { return QCoreApplication::translate("CardKinds", text); }

QString shownLine(const QString& raw) { return displayText(raw.simplified(), oneLine).text; }

std::optional<double> degrees(const QString& text, double most)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || std::abs(value) > most)
        return std::nullopt;
    return value;
}

QUrl mapUrl(const QPointF& place)
{
    const QString latitude = QString::number(place.x(), 'f', 6);
    const QString longitude = QString::number(place.y(), 'f', 6);
    QUrl url(u"https://www.openstreetmap.org/"_s);
    QUrlQuery query;
    query.addQueryItem(u"mlat"_s, latitude);
    query.addQueryItem(u"mlon"_s, longitude);
    url.setQuery(query);
    url.setFragment(u"map=16/%1/%2"_s.arg(latitude, longitude));
    return url;
}

void showDownload(
    Card& card, const FileAttachment& file, const Download& download, const QLocale& locale)
{
    using State = Download::State;
    const QString name = card.title;
    switch (download.state) {
    case State::None:
        card.action = ContentAction{ContentAction::Kind::Download, {}, file.fileId};
        card.actionWords = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Download %1")).arg(name);
        break;
    case State::Running:
        card.icon = Icon::Close;
        card.progress = download.total > 0 ? qreal(download.received) / qreal(download.total) : -1;
        card.lines = {cardWord(QT_TRANSLATE_NOOP("CardKinds", "%1 so far"))
                .arg(locale.formattedDataSize(download.received))};
        card.action = ContentAction{ContentAction::Kind::CancelDownload, {}, file.fileId};
        card.actionWords
            = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Stop downloading %1")).arg(name);
        break;
    case State::Done:
        card.icon = Icon::File;
        card.lines.append(cardWord(QT_TRANSLATE_NOOP("CardKinds", "Downloaded")));
        card.action = ContentAction{ContentAction::Kind::OpenFile, {}, file.fileId};
        card.actionWords = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Open %1")).arg(name);
        break;
    case State::Failed:
        card.icon = Icon::Retry;
        card.lines = {download.reason};
        card.action = ContentAction{ContentAction::Kind::Download, {}, file.fileId};
        card.actionWords = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Download %1 again")).arg(name);
        break;
    }
}

} // namespace

QString sizeWords(qint64 bytes, const QLocale& locale)
{
    return bytes > 0 ? locale.formattedDataSize(bytes) : QString();
}

Card fileCard(const Attachment& attachment, const ContentContext& context)
{
    const auto& file = std::get<FileAttachment>(attachment.content);
    const bool isKnown = context.source && !file.fileId.isEmpty();
    const auto facts = isKnown ? context.source->file(file.fileId) : std::nullopt;
    Card card{.icon = Icon::Download};
    if (!file.fileId.isEmpty())
        card.needs = {{.kind = ContentNeed::Kind::File,
            .url = {},
            .size = {},
            .conversation = context.conversation,
            .id = file.fileId}};
    const QLocale& locale = context.calendar.locale;
    // An own file that is still on its way names itself, and others may by their filler.
    const QString name = facts && !facts->name.isEmpty() ? facts->name : file.name;
    card.title = shownLine(name);
    if (card.title.isEmpty())
        card.title = cardWord(QT_TRANSLATE_NOOP("CardKinds", "File"));
    if (facts && facts->isGone) {
        card.icon = Icon::File;
        card.lines = {cardWord(QT_TRANSLATE_NOOP("CardKinds", "No longer available"))};
    } else {
        const qint64 bytes = facts ? facts->size : file.size;
        card.lines = {sizeWords(bytes, locale)};
        if (file.fileId.isEmpty())
            card.icon = Icon::File;
        else
            showDownload(card, file,
                context.source ? context.source->download(file.fileId) : Download{}, locale);
    }
    card.lines.removeAll(QString());
    card.words = cardWord(QT_TRANSLATE_NOOP("CardKinds", "file %1"))
                     .arg((QStringList{card.title} + card.lines).join(u", "_s));
    return card;
}

std::optional<QPointF> coordinatesOf(const LocationAttachment& location)
{
    const auto latitude = degrees(location.latitude, 90);
    const auto longitude = degrees(location.longitude, 180);
    if (!latitude || !longitude)
        return std::nullopt;
    return QPointF(*latitude, *longitude);
}

Card locationCard(const Attachment& attachment, const ContentContext& context)
{
    const auto& location = std::get<LocationAttachment>(attachment.content);
    const QString name = shownLine(location.name);
    Card card{.icon = Icon::Place};
    card.title = name.isEmpty() ? cardWord(QT_TRANSLATE_NOOP("CardKinds", "Location")) : name;
    if (const auto place = coordinatesOf(location)) {
        const QLocale& locale = context.calendar.locale;
        card.lines = {u"%1, %2"_s.arg(
            locale.toString(place->x(), 'f', 4), locale.toString(place->y(), 'f', 4))};
        card.action = ContentAction{ContentAction::Kind::OpenLink, mapUrl(*place), {}};
        card.actionWords
            = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Show %1 on a map")).arg(card.title);
    }
    card.words = name.isEmpty() ? cardWord(QT_TRANSLATE_NOOP("CardKinds", "location"))
                                : cardWord(QT_TRANSLATE_NOOP("CardKinds", "location %1")).arg(name);
    return card;
}

Card eventCard(const Attachment& attachment, const ContentContext& context)
{
    const QString id = std::get<EventAttachment>(attachment.content).eventId;
    const auto facts = context.source ? context.source->calendarEvent(id) : std::nullopt;
    Card card{.icon = Icon::Calendar};
    card.needs = {{.kind = ContentNeed::Kind::Event,
        .url = {},
        .size = {},
        .conversation = context.conversation,
        .id = id}};
    card.title = facts ? shownLine(facts->name) : QString();
    if (card.title.isEmpty())
        card.title = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Event"));
    if (!facts)
        return card;
    const Calendar& calendar = context.calendar;
    if (facts->startsAt > 0)
        card.lines.append(facts->isAllDay
                ? calendar.locale.toString(calendar.at(facts->startsAt).date(), QLocale::LongFormat)
                : momentWords(facts->startsAt, calendar));
    card.lines.append(shownLine(facts->place));
    card.lines.append(cardWord(QT_TRANSLATE_NOOP("CardKinds", "%1 going, %2 not"))
            .arg(facts->going.size())
            .arg(facts->notGoing.size()));
    card.lines.removeAll(QString());
    card.words = cardWord(QT_TRANSLATE_NOOP("CardKinds", "event %1"))
                     .arg((QStringList{card.title} + card.lines).join(u", "_s));
    return card;
}

Card audioCard(const Attachment& attachment, const ContentContext& context)
{
    const auto& audio = std::get<AudioAttachment>(attachment.content);
    Card card{
        .icon = Icon::Play, .title = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Voice message"))};
    if (audio.seconds > 0)
        card.lines
            = {u"%1:%2"_s.arg(audio.seconds / 60).arg(audio.seconds % 60, 2, 10, QChar(u'0'))};
    if (mayLoadAsked(audio.url)) {
        card.action = ContentAction{ContentAction::Kind::OpenLink, audio.url, {}};
        card.actionWords = cardWord(QT_TRANSLATE_NOOP("CardKinds", "Play in the browser"));
    }
    Q_UNUSED(context)
    return card;
}

Card unknownCard(const Attachment& attachment, const ContentContext& context)
{
    Q_UNUSED(context)
    return {.icon = Icon::Unknown,
        .title = chipWords(attachment),
        .lines = {cardWord(QT_TRANSLATE_NOOP("CardKinds", "To be seen in GroupMe"))}};
}

} // namespace skein
