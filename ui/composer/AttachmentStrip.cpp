// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/AttachmentStrip.h"

#include "ui/composer/EnclosureCard.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace skein {

namespace {

constexpr int cardGap = 8;

}

AttachmentStrip::AttachmentStrip(Enclosures& enclosures, QWidget* parent)
    : QScrollArea(parent)
    , m_enclosures(enclosures)
    , m_inside(new QWidget)
{
    setAccessibleName(tr("Attachments"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, roomAbove, 0, 0);
    setWidget(m_inside);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    connect(&enclosures, &Enclosures::changed, this, &AttachmentStrip::showAll);
    showAll();
}

void AttachmentStrip::showAll()
{
    const QList<Enclosure>& all = m_enclosures.all();
    const bool hadFocus = std::ranges::any_of(m_cards, &QWidget::hasFocus);
    QList<EnclosureCard*> before = m_cards;
    m_cards.clear();
    std::array<int, 4> counts{};
    for (const Enclosure& each : all)
        ++counts.at(size_t(each.kind));
    std::array<int, 4> numbers{};
    QWidget* last = m_before;
    for (const Enclosure& each : all) {
        const auto known = std::ranges::find(before, each.id, &EnclosureCard::id);
        EnclosureCard* card = known == before.end() ? newCard(each.id) : *known;
        before.removeOne(card);
        const auto kind = size_t(each.kind);
        card->present(each, ++numbers.at(kind), counts.at(kind));
        if (last)
            setTabOrder(last, card);
        last = card;
        m_cards.append(card);
    }
    for (EnclosureCard* gone : std::as_const(before)) {
        gone->hide();
        gone->deleteLater(); // it may be what was pressed
    }
    setVisible(!all.isEmpty());
    place();
    const bool lostFocus = hadFocus && std::ranges::none_of(m_cards, &QWidget::hasFocus);
    if (lostFocus && m_cards.isEmpty())
        emit fieldRequested();
}

EnclosureCard* AttachmentStrip::newCard(int id)
{
    auto* card = new EnclosureCard(id, m_inside);
    card->installEventFilter(this);
    connect(card, &QAbstractButton::clicked, this, [this, id] { press(id); });
    return card;
}

void AttachmentStrip::place()
{
    constexpr int tallest = mostRows * (EnclosureCard::side + cardGap) - cardGap;
    int height = placeIn(width());
    if (height > tallest)
        height = placeIn(width() - verticalScrollBar()->sizeHint().width());
    setFixedHeight(roomAbove + std::min(height, tallest));
    verticalScrollBar()->setSingleStep(EnclosureCard::side / 2);
}

int AttachmentStrip::placeIn(int room)
{
    room = std::max(room, EnclosureCard::side);
    int x = 0;
    int y = 0;
    for (EnclosureCard* card : std::as_const(m_cards)) {
        const int width = std::min(card->sizeHint().width(), room);
        if (x > 0 && x + width > room) {
            x = 0;
            y += EnclosureCard::side + cardGap;
        }
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        card->setGeometry(isMirrored ? room - x - width : x, y, width, EnclosureCard::side);
        card->show();
        x += width + cardGap;
    }
    m_inside->resize(room, y + EnclosureCard::side);
    return m_inside->height();
}

void AttachmentStrip::press(int id)
{
    const auto& all = m_enclosures.all();
    const auto found = std::ranges::find(all, id, &Enclosure::id);
    if (found == all.end())
        return;
    if (found->progress) {
        emit cancelRequested(id);
        return;
    }
    // The keyboard stays among the cards while there are any.
    const auto index = found - all.begin();
    const bool hadFocus = m_cards.at(index)->hasFocus();
    if (hadFocus && m_cards.size() > 1)
        m_cards.at(index + 1 < m_cards.size() ? index + 1 : index - 1)->setFocus();
    m_enclosures.remove(id);
}

bool AttachmentStrip::eventFilter(QObject* watched, QEvent* event)
{
    auto* card = qobject_cast<EnclosureCard*>(watched);
    if (card && event->type() == QEvent::FocusIn)
        ensureWidgetVisible(card, 0, 0);
    if (card && event->type() == QEvent::KeyPress
        && takeKey(*card, static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QScrollArea::eventFilter(watched, event);
}

bool AttachmentStrip::takeKey(EnclosureCard& card, int key)
{
    const qsizetype at = m_cards.indexOf(&card);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        card.click();
        return true;
    case Qt::Key_Escape:
        emit fieldRequested();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const qsizetype next = at + ((key == Qt::Key_Right) != isMirrored ? 1 : -1);
        if (next >= 0 && next < m_cards.size())
            m_cards.at(next)->setFocus(Qt::TabFocusReason);
        return true;
    }
    default:
        return false;
    }
}

void AttachmentStrip::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    place();
}

} // namespace skein
