// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/FoundList.h"

#include "ui/theme/LineDelegate.h"

#include <QKeyEvent>

namespace skein {

FoundList::FoundList(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Also found"));
    setItemDelegate(new LineDelegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemClicked, this,
        [this](QListWidgetItem* item) { choose(row(item)); });
    hide();
}

void FoundList::showFound(const QList<Found>& found)
{
    m_found = found;
    clear();
    for (const Found& each : found) {
        auto* item = new QListWidgetItem(each.title, this);
        item->setData(LineDelegate::remarkRole, each.remark);
        item->setData(Qt::AccessibleTextRole,
            each.remark.isEmpty() ? each.title : tr("%1, %2").arg(each.title, each.remark));
    }
    setVisible(!found.isEmpty());
    updateGeometry();
}

void FoundList::choose(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    const auto act = m_found[row].choose; // the list may be gone afterwards
    emit chosen();
    act();
}

QSize FoundList::sizeHint() const
{
    const int rows = std::min(count(), mostRows);
    return {200, rows * std::max(sizeHintForRow(0), 0)};
}

void FoundList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(currentRow());
    case Qt::Key_Up:
        if (currentRow() <= 0)
            return emit leftAbove();
        break;
    default:
        break;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace skein
