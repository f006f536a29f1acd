// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/EnclosureCard.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QMouseEvent>
#include <QPainterPath>
#include <QStyle>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWithWords = 200;
constexpr int crossSide = 20;
constexpr int crossInset = 4;
constexpr int cardIcon = 24;
constexpr qreal cardRadius = 8;

QString coordinates(const QJsonObject& place)
{
    return place.value(u"lat"_s).toString() + u", "_s + place.value(u"lng"_s).toString();
}

/// The middle of `image` in the shape of `size`.
QRectF middleOf(const QImage& image, QSizeF size)
{
    const QSizeF part = size.scaled(image.size(), Qt::KeepAspectRatio);
    return {(image.width() - part.width()) / 2, (image.height() - part.height()) / 2, part.width(),
        part.height()};
}

} // namespace

EnclosureCard::EnclosureCard(int id, QWidget* parent) : QAbstractButton(parent)
{
    m_enclosure.id = id;
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
}

void EnclosureCard::present(const Enclosure& enclosure, int number, int count)
{
    const bool isOfSameWidth = m_enclosure.kind == enclosure.kind;
    m_enclosure = enclosure;
    QString kind;
    switch (enclosure.kind) {
    case Enclosure::Kind::Photo:
        kind = tr("Photo %1 of %2").arg(number).arg(count);
        break;
    case Enclosure::Kind::File:
        kind = tr("File %1 of %2").arg(number).arg(count);
        break;
    case Enclosure::Kind::Place:
        kind = tr("Location %1 of %2").arg(number).arg(count);
        break;
    case Enclosure::Kind::Unknown:
        kind = tr("Being prepared");
        break;
    }
    const QString verb = enclosure.progress ? tr("cancel") : tr("remove");
    setAccessibleName(u"%1, %2"_s.arg(kind, verb));
    const QString about = enclosure.name + u", "_s + detail();
    setAccessibleDescription(about);
    setToolTip(about);
    if (!isOfSameWidth)
        updateGeometry();
    update();
}

QString EnclosureCard::detail() const
{
    if (m_enclosure.progress)
        return tr("%1 % sent").arg(qRound(*m_enclosure.progress * 100));
    const OutgoingFile& file = m_enclosure.file;
    switch (m_enclosure.kind) {
    case Enclosure::Kind::Photo:
        return tr("%1 by %2").arg(file.pixels.width()).arg(file.pixels.height());
    case Enclosure::Kind::File:
        return locale().formattedDataSize(file.size, 1, QLocale::DataSizeSIFormat);
    case Enclosure::Kind::Place:
        return coordinates(m_enclosure.place);
    case Enclosure::Kind::Unknown:
        break;
    }
    return tr("preparing\u2026");
}

QSize EnclosureCard::sizeHint() const
{
    const bool isPicture
        = m_enclosure.kind == Enclosure::Kind::Photo && !m_enclosure.thumbnail.isNull();
    return {isPicture || !m_enclosure.isReady() ? side : cardWithWords, side};
}

QRect EnclosureCard::cross() const
{
    const QRect place(width() - crossSide - crossInset, crossInset, crossSide, crossSide);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

bool EnclosureCard::hitButton(const QPoint& position) const
{
    return cross().adjusted(-crossInset, -crossInset, crossInset, crossInset).contains(position);
}

void EnclosureCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!m_enclosure.thumbnail.isNull())
        paintPhoto(painter);
    else
        paintWords(painter);
    if (m_enclosure.progress) {
        const QRectF groove(crossInset * 2, height() - 10, width() - crossInset * 4, 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.window);
        painter.drawRoundedRect(groove.adjusted(-1, -1, 1, 1), 3, 3);
        painter.setBrush(theme.accent);
        QRectF done = groove;
        done.setWidth(std::max(4.0, groove.width() * *m_enclosure.progress));
        painter.drawRoundedRect(done, 2, 2);
    }
    paintCross(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), cardRadius, cardRadius);
    }
}

void EnclosureCard::paintPhoto(QPainter& painter) const
{
    const Theme theme = Theme::from(palette());
    QPainterPath shape;
    shape.addRoundedRect(rect(), cardRadius, cardRadius);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(rect(), theme.bubbleOther); // behind what is see-through
    painter.drawImage(
        QRectF(rect()), m_enclosure.thumbnail, middleOf(m_enclosure.thumbnail, rect().size()));
    painter.restore();
}

void EnclosureCard::paintWords(QPainter& painter) const
{
    const Theme theme = Theme::from(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.bubbleOther);
    painter.drawRoundedRect(rect(), cardRadius, cardRadius);

    const int space = metrics::unit;
    const int indent = m_enclosure.isReady() ? space + 4 : (width() - cardIcon) / 2;
    const QRect icon(indent, (height() - cardIcon) / 2, cardIcon, cardIcon);
    const bool isPlace = m_enclosure.kind == Enclosure::Kind::Place;
    const bool isPhoto = m_enclosure.kind == Enclosure::Kind::Photo;
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon),
        isPlace       ? Icon::Pin
            : isPhoto ? Icon::Picture
                      : Icon::File,
        theme.accent);

    if (!m_enclosure.isReady())
        return; // what it becomes is not known yet
    const int left = icon.right() + 1 + space;
    const QFont meta = scaledFont(font(), 0.85);
    const int name = fontMetrics().height();
    const int whole = name + 2 + QFontMetrics(meta).height();
    const int right = width() - crossSide - 2 * crossInset;
    QRect line(left, (height() - whole) / 2, right - left, name);
    const auto draw = [&](const QString& text, Qt::TextElideMode mode) {
        const auto along
            = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), line),
            int(along) | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(text, mode, line.width()));
    };
    painter.setFont(font());
    painter.setPen(theme.text);
    draw(m_enclosure.name, Qt::ElideMiddle); // the ending tells what it is
    line.moveTop(line.bottom() + 3);
    line.setHeight(whole - name - 2);
    painter.setFont(meta);
    painter.setPen(theme.meta);
    draw(detail(), Qt::ElideRight);
}

void EnclosureCard::paintCross(QPainter& painter) const
{
    const Theme theme = Theme::from(palette());
    const bool isAimed = underMouse() && hitButton(mapFromGlobal(QCursor::pos()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(isAimed ? theme.selection : theme.window);
    painter.drawEllipse(cross());
    paintIcon(painter, QRectF(cross()).adjusted(3, 3, -3, -3), Icon::Close, theme.text);
}

void EnclosureCard::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void EnclosureCard::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void EnclosureCard::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(hitButton(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    QAbstractButton::mouseMoveEvent(event);
}

} // namespace skein
