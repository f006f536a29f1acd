// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Avatar.h"

#include "ui/theme/AvatarSource.h"
#include "ui/theme/DevicePixels.h"

#include <QPainterPath>
#include <QTextBoundaryFinder>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// The first character as a person sees it, capital; empty when there is none.
QString firstCharacter(const QString& word)
{
    constexpr qsizetype longest = 8; // a family emoji; a stack of accents is no initial
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    qsizetype length = finder.toNextBoundary();
    if (length > longest)
        length = word.at(0).isHighSurrogate() ? 2 : 1;
    return word.left(std::max<qsizetype>(length, 0)).toUpper();
}

char32_t firstPoint(const QString& word) { return word.left(2).toUcs4().value(0); }

bool isVisible(char32_t point)
{
    return QChar::isPrint(point) && point != QChar::ReplacementCharacter;
}

/// False: it is not here (yet).
bool paintPicture(QPainter& painter, const QRectF& rect, const Face& face)
{
    QPaintDevice* device = painter.device();
    if (face.picture.isEmpty() || !device || device->devType() != QInternal::Widget)
        return false;
    auto* widget = static_cast<QWidget*>(device);
    AvatarSource* source = AvatarSource::of(*widget);
    if (!source)
        return false;
    const QRectF place = onDevicePixels(painter, rect);
    const int side = qRound(painter.deviceTransform().mapRect(place).width());
    const QImage picture = source->picture(face, side, *widget);
    if (picture.isNull())
        return false;
    painter.drawImage(place, picture);
    return true;
}

} // namespace

QString initialsOf(const QString& name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList spoken;
    for (const QString& word : words) {
        if (QChar::isLetterOrNumber(firstPoint(word)))
            spoken.append(word);
    }
    if (spoken.isEmpty()) {
        for (const QString& word : words) {
            if (isVisible(firstPoint(word)))
                return firstCharacter(word);
        }
        return u"?"_s;
    }
    const QString first = firstCharacter(spoken.first());
    return spoken.size() == 1 ? first : first + firstCharacter(spoken.last());
}

QPainterPath avatarOutline(const QRectF& rect, AvatarShape shape)
{
    QPainterPath path;
    if (shape == AvatarShape::Round)
        path.addEllipse(rect);
    else
        path.addRoundedRect(rect, rect.width() / 4, rect.height() / 4);
    return path;
}

void paintAvatar(QPainter& painter, const QRectF& rect, const Face& face, const Theme& theme)
{
    if (paintPicture(painter, rect, face))
        return;
    const QColor ground = theme.avatarColor(face.id);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(avatarOutline(rect, face.shape), ground);

    QFont font = painter.font();
    font.setPixelSize(std::max(1, qRound(rect.height() * 0.36)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(readableOn(ground, Qt::white));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(face.name));
    painter.restore();
}

Avatar::Avatar(const Person& person, int size, QWidget* parent) : QWidget(parent), m_person(person)
{
    setFixedSize(size, size);
}

void Avatar::setPerson(const Person& person)
{
    m_person = person;
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), {m_person.id.value, m_person.name, m_person.avatarUrl},
        Theme::from(palette()));
}

} // namespace skein
