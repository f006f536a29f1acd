// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/PinnedBar.h"

#include "ui/theme/Icons.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"
#include "ui/thread/DisplayText.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int barPadding = 6;
constexpr int barMark = 18;

} // namespace

PinnedBar::PinnedBar(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &PinnedBar::choose);
    hide();
    say();
}

void PinnedBar::setMessages(const QList<Message>& messages)
{
    const MessageId shown = m_shown < m_messages.size() ? m_messages.at(m_shown).id : MessageId();
    m_messages = messages;
    const auto again = std::ranges::find(m_messages, shown, &Message::id);
    m_shown = again == m_messages.end() ? 0 : again - m_messages.begin();
    setVisible(!m_messages.isEmpty());
    say();
}

void PinnedBar::choose()
{
    if (m_messages.isEmpty())
        return;
    const MessageId chosenOne = m_messages.at(m_shown).id;
    m_shown = (m_shown + 1) % m_messages.size();
    say();
    emit chosen(chosenOne);
}

void PinnedBar::say()
{
    setAccessibleName(m_messages.isEmpty() ? tr("Pinned message") : place() + u": "_s + line());
    update();
}

QString PinnedBar::place() const
{
    return m_messages.size() == 1
        ? tr("Pinned message")
        : tr("Pinned message %1 of %2").arg(m_shown + 1).arg(m_messages.size());
}

QString PinnedBar::line() const
{
    const Message& message = m_messages.at(m_shown);
    const QString name = displayText(message.senderName, {60, 1}).text;
    const QString words = displayText(previewWords(message), {200, 1}).text;
    return name.isEmpty() ? words : tr("%1: %2").arg(name, words);
}

QSize PinnedBar::sizeHint() const { return {200, 2 * fontMetrics().height() + 2 * barPadding + 1}; }

void PinnedBar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), underMouse() || hasFocus() ? theme.hover : theme.window);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    if (m_messages.isEmpty())
        return;
    const int margin = width() < 480 ? 12 : 20;
    const auto turned
        = [this](const QRect& part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QRect mark(margin, (height() - barMark) / 2, barMark, barMark);
    paintIcon(painter, turned(mark), Icon::Pin, theme.accent);
    const QFont metaFont = scaledFont(font(), 0.85, QFont::DemiBold);
    const int left = mark.right() + 1 + 12;
    const QRect upper(left, barPadding, width() - left - margin, fontMetrics().height());
    painter.setFont(metaFont);
    painter.setPen(theme.accent);
    rows::drawLine(painter, turned(upper), place(), layoutDirection());
    painter.setFont(font());
    painter.setPen(theme.text);
    rows::drawLine(
        painter, turned(upper).translated(0, fontMetrics().height()), line(), layoutDirection());
}

} // namespace skein
