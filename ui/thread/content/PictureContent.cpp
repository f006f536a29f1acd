// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/PictureContent.h"

#include "core/types/ImageUrl.h"
#include "ui/theme/DevicePixels.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/thread/content/Spinner.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize largestPicture{340, 380};
constexpr QSize smallestPicture{120, 90};
constexpr QSize unknownPicture{280, 210};
constexpr int gridWidth = 330;
constexpr int gridGap = 3;
constexpr int mostCells = 9; ///< the viewer has the rest
constexpr int pictureRadius = 8;

QString pictureWord(const char* text, int n = -1)
{
    return QCoreApplication::translate("PictureContent", text, nullptr, n);
}

/// How many pictures stand in each row of a grid.
QList<int> gridRows(qsizetype count)
{
    switch (count) {
    case 1:
        return {1};
    case 2:
        return {2};
    case 3:
        return {1, 2};
    case 4:
        return {2, 2};
    default:
        break;
    }
    QList<int> rows;
    for (auto left = count; left > 0;) {
        const int inRow = left == 4 ? 2 : int(std::min<qsizetype>(left, 3));
        rows.append(inRow);
        left -= inRow;
    }
    return rows;
}

} // namespace

QSize pictureBox(const QSize& pixels, int width)
{
    const QSize most = largestPicture.boundedTo({std::max(width, smallestPicture.width()), 10'000});
    if (pixels.isEmpty())
        return unknownPicture.boundedTo(most);
    const QSize fitted = pixels.width() > most.width() || pixels.height() > most.height()
        ? pixels.scaled(most, Qt::KeepAspectRatio)
        : pixels;
    return fitted.expandedTo(smallestPicture).boundedTo(most);
}

void paintCovering(QPainter& painter, const QRectF& rect, const QImage& image, qreal radius)
{
    const QSizeF whole = image.size();
    const QSizeF part = rect.size().scaled(whole, Qt::KeepAspectRatio);
    const QRectF source(
        QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part);
    painter.save();
    QPainterPath corners;
    corners.addRoundedRect(rect, radius, radius);
    painter.setClipPath(corners, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, image, source);
    painter.restore();
}

void paintPlaySign(QPainter& painter, const QRect& rect, bool isHovered)
{
    constexpr int side = 48;
    const QRectF disc(rect.center() - QPoint(side / 2, side / 2), QSize(side, side));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, isHovered ? 190 : 150));
    painter.drawEllipse(disc);
    paintIcon(painter, disc.adjusted(10, 10, -10, -10), Icon::Play, Qt::white);
}

PictureContent::PictureContent(
    const QList<Attachment>& pictures, const ThreadRow& row, const ContentContext& context)
    : m_font(context.metaFont)
    , m_source(context.source)
{
    const bool isOnlyOurs = row.isOwn && row.message.id.isEmpty();
    for (const Attachment& each : pictures) {
        const QUrl url = std::get<ImageAttachment>(each.content).url;
        const bool isStaged = isOnlyOurs && url.isLocalFile();
        m_cells.append({.original = url,
            .shown = versionOf(url, ImageVersion::Large),
            .pixels = imageSizeOf(url),
            .rect = {},
            .isTrusted = isStaged || mayLoadUnasked(url)});
    }
    arrange(context.width);
    for (Cell& cell : m_cells) {
        if (!cell.rect.isNull())
            cell.rect = QStyle::visualRect(context.direction, {QPoint(), m_size}, cell.rect);
    }
}

void PictureContent::arrange(int width)
{
    if (m_cells.size() == 1) {
        m_size = pictureBox(m_cells.first().pixels, width);
        m_cells.first().rect = {{0, 0}, m_size};
        return;
    }
    const int whole = std::min(width, gridWidth);
    const auto shown = std::min<qsizetype>(m_cells.size(), mostCells);
    qsizetype next = 0;
    int y = 0;
    for (const int inRow : gridRows(shown)) {
        const int side = (whole - (inRow - 1) * gridGap) / inRow;
        const int height = inRow == 1 ? whole * 9 / 16 : side;
        for (int i = 0; i < inRow; ++i)
            m_cells[next++].rect = {i * (side + gridGap), y, side, height};
        y += height + gridGap;
    }
    m_size = {whole, y - gridGap};
}

Picture::State PictureContent::stateOf(const Cell& cell, const ContentSource* source) const
{
    const Picture::State state
        = source ? source->picture(cell.shown).state : Picture::State::Absent;
    return state == Picture::State::Absent && !cell.isTrusted ? Picture::State::Withheld : state;
}

void PictureContent::paint(QPainter& painter, const QRect& rect, const ContentLook& look) const
{
    for (const Cell& cell : m_cells) {
        if (!cell.rect.isNull())
            paintCell(painter, cell.rect.translated(rect.topLeft()), cell, look);
    }
    const auto hidden = m_cells.size() - mostCells;
    if (hidden <= 0)
        return;
    const QRect last = m_cells.at(mostCells - 1).rect.translated(rect.topLeft());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 140));
    painter.drawRoundedRect(onDevicePixels(painter, last), pictureRadius, pictureRadius);
    painter.setPen(Qt::white);
    painter.setFont(scaledFont(m_font, 1.6, QFont::DemiBold));
    painter.drawText(last, Qt::AlignCenter, u"+%1"_s.arg(hidden));
}

void PictureContent::paintCell(
    QPainter& painter, const QRect& rect, const Cell& cell, const ContentLook& look) const
{
    const Picture picture = look.source ? look.source->picture(cell.shown) : Picture{};
    const QRectF place = onDevicePixels(painter, rect);
    if (picture.state != Picture::State::Ready || picture.image.isNull())
        return paintPlaceholder(painter, rect, cell, stateOf(cell, look.source), look);
    paintCovering(painter, place, picture.image, pictureRadius);
    if (picture.isStill)
        paintPlaySign(painter, rect, look.hovered.has_value());
}

void PictureContent::paintPlaceholder(QPainter& painter, const QRect& rect, const Cell& cell,
    Picture::State state, const ContentLook& look) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.theme.placeholder());
    painter.drawRoundedRect(onDevicePixels(painter, rect), pictureRadius, pictureRadius);
    const QPoint middle = rect.center();
    if (state == Picture::State::Loading || state == Picture::State::Absent) {
        paintSpinner(painter, QRect(middle - QPoint(12, 12), QSize(24, 24)), look.theme.meta,
            state == Picture::State::Loading ? look.turn : -1);
        return;
    }
    const bool isWithheld = state == Picture::State::Withheld;
    paintIcon(painter, QRect(middle - QPoint(12, 24), QSize(24, 24)),
        isWithheld ? Icon::Picture : Icon::Retry, look.theme.meta);
    painter.setFont(m_font);
    painter.setPen(look.theme.meta);
    const QString host = cell.original.host();
    const QString words = !isWithheld
        ? pictureWord(QT_TRANSLATE_NOOP("PictureContent", "Could not be loaded. Try again"))
        : host.isEmpty()
        ? pictureWord(QT_TRANSLATE_NOOP("PictureContent", "Not a picture"))
        : pictureWord(QT_TRANSLATE_NOOP("PictureContent", "Load from %1")).arg(host);
    painter.drawText(rect.adjusted(8, rect.height() / 2 + 4, -8, -4),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

QList<ContentTarget> PictureContent::targets() const
{
    QList<ContentTarget> targets;
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const Cell& cell = m_cells.at(i);
        if (cell.original.isLocalFile()) // large once it is sent
            continue;
        const Picture::State state = stateOf(cell, m_source);
        const bool isAskable = state == Picture::State::Withheld || state == Picture::State::Failed;
        if (isAskable && !cell.isTrusted && !mayLoadAsked(cell.original))
            continue;
        const bool isStill = m_source && m_source->picture(cell.shown).isStill;
        const char* words = isAskable ? QT_TRANSLATE_NOOP("PictureContent", "Load photo")
            : isStill                 ? QT_TRANSLATE_NOOP("PictureContent", "Play photo")
                                      : QT_TRANSLATE_NOOP("PictureContent", "Open photo");
        QString name = pictureWord(words);
        if (m_cells.size() > 1)
            name = pictureWord(QT_TRANSLATE_NOOP("PictureContent", "%1 %2 of %3"))
                       .arg(name, QString::number(i + 1), QString::number(m_cells.size()));
        targets.append({cell.rect,
            {isAskable        ? ContentAction::Kind::LoadPicture
                    : isStill ? ContentAction::Kind::PlayPicture
                              : ContentAction::Kind::OpenPicture,
                isAskable || isStill ? cell.shown : cell.original, {}},
            name});
    }
    return targets;
}

QString PictureContent::words() const
{
    if (m_cells.size() > 1)
        return pictureWord(
            QT_TRANSLATE_N_NOOP("PictureContent", "%n photos"), static_cast<int>(m_cells.size()));
    const QSize pixels = m_cells.first().pixels;
    if (pixels.isEmpty())
        return pictureWord(QT_TRANSLATE_NOOP("PictureContent", "photo"));
    return pictureWord(QT_TRANSLATE_NOOP("PictureContent", "photo, %1 by %2"))
        .arg(pixels.width())
        .arg(pixels.height());
}

QList<ContentNeed> PictureContent::needs() const
{
    QList<ContentNeed> needs;
    for (const Cell& cell : m_cells) {
        const bool wasAsked
            = m_source && m_source->picture(cell.shown).state != Picture::State::Absent;
        if (!cell.rect.isNull() && (cell.isTrusted || wasAsked))
            needs.append({.kind = ContentNeed::Kind::Picture,
                .url = cell.shown,
                .size = cell.rect.size(),
                .conversation = {},
                .id = {}});
    }
    return needs;
}

} // namespace skein
