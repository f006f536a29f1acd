// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/PeopleList.h"

#include "ui/people/MemberDelegate.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

namespace skein {

void dressPeopleList(QListView& list)
{
    list.setItemDelegate(new MemberDelegate(&list));
    list.setUniformItemSizes(true);
    list.setFrameShape(QFrame::NoFrame);
    list.setVerticalScrollMode(QListView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setEditTriggers(QListView::NoEditTriggers);
    list.setMouseTracking(true);
}

TroubleBar::TroubleBar(QWidget* parent) : QWidget(parent), m_sentence(plainLabel(this))
{
    auto* again = new QPushButton(tr("Try again"), this);
    again->setAccessibleName(again->text());
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &TroubleBar::retryRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(peopleMargin, 0, peopleMargin, 0);
    row->setSpacing(metrics::unit);
    row->addWidget(m_sentence, 1);
    row->addWidget(again);
    applyTheme();
    hide();
}

void TroubleBar::say(const QString& sentence)
{
    m_sentence->setText(sentence);
    setVisible(!sentence.isEmpty());
}

bool TroubleBar::isSaying() const { return !m_sentence->text().isEmpty(); }

void TroubleBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void TroubleBar::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_sentence->setPalette(inked(palette(), theme.warning));
}

} // namespace skein
