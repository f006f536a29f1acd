// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/FilterChips.h"

#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyleOption>

namespace skein {

namespace {

constexpr int chipHeight = 24;
constexpr int padding = 10;
constexpr int leastPadding = 4;

} // namespace

FilterChip::FilterChip(const QString& name, QWidget* parent) : QRadioButton(name, parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize FilterChip::around(int side) const
{
    // As wide as when it is chosen: choosing must not move its neighbours.
    const QFontMetrics widest(scaledFont(font(), 0.92, QFont::DemiBold));
    return {widest.horizontalAdvance(text()) + 2 * side, std::max(chipHeight, widest.height() + 8)};
}

QSize FilterChip::sizeHint() const { return around(padding); }

QSize FilterChip::minimumSizeHint() const { return around(leastPadding); }

void FilterChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QRadioButton::changeEvent(event);
}

bool FilterChip::hitButton(const QPoint& place) const { return rect().contains(place); }

void FilterChip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QStyleOption option;
    option.initFrom(this);
    const bool byKeyboard = option.state.testFlag(QStyle::State_KeyboardFocusChange);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() && byKeyboard ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    if (isChecked() || underMouse())
        painter.setBrush(isChecked() ? theme.selection : theme.hover);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    painter.setFont(scaledFont(font(), 0.92, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isChecked() ? theme.link : theme.meta);
    painter.drawText(rect(), Qt::AlignCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - leastPadding));
}

FilterChips::FilterChips(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    add(ChatFilter::Kind::All, tr("All"));
    add(ChatFilter::Kind::Unread, tr("Unread"));
    add(ChatFilter::Kind::Direct, tr("Direct"));
    add(ChatFilter::Kind::Groups, tr("Groups"));
    row->addStretch();
    setAccessibleName(tr("Which chats"));
    choose(ChatFilter::Kind::All);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit chosen(static_cast<ChatFilter::Kind>(id));
    });
}

void FilterChips::add(ChatFilter::Kind kind, const QString& name)
{
    auto* chip = new FilterChip(name, this);
    m_group->addButton(chip, static_cast<int>(kind));
    layout()->addWidget(chip);
}

ChatFilter::Kind FilterChips::kind() const
{
    return static_cast<ChatFilter::Kind>(m_group->checkedId());
}

void FilterChips::choose(ChatFilter::Kind kind)
{
    m_group->button(static_cast<int>(kind))->setChecked(true);
}

} // namespace skein
