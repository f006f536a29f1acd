// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Avatar.h"

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

void paintAvatar(QPainter& painter, const QRectF& rect, const QString& id, const QString& name,
    AvatarShape shape, const Theme& theme)
{
    const QColor ground = theme.avatarColor(id);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (shape == AvatarShape::Round)
        painter.drawEllipse(rect);
    else
        painter.drawRoundedRect(rect, rect.width() / 4, rect.height() / 4);

    QFont font = painter.font();
    font.setPixelSize(std::max(1, qRound(rect.height() * 0.36)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(readableOn(ground, Qt::white));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
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
    paintAvatar(painter, rect(), m_person.id.value, m_person.name, AvatarShape::Round,
        Theme::from(palette()));
}

} // namespace skein
