// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/PeopleSection.h"

#include "ui/theme/Avatar.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/PlainLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace skein {

PeopleSection::PeopleSection(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
    , m_state(plainLabel(this))
    , m_trouble(plainLabel(this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_rows(new QVBoxLayout)
{
    m_again->setAccessibleName(m_again->text());
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &PeopleSection::retryRequested);
    m_rows->setSpacing(metrics::unit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_state);
    column->addWidget(m_trouble);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addLayout(m_rows);
    present({}, {});
    applyTheme();
}

void PeopleSection::present(const QList<Person>& people, const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_again->setVisible(!trouble.isEmpty());
    m_state->setText(people.isEmpty() ? m_words.nobody : m_words.meaning);
    if (people == m_people)
        return;
    m_people = people;
    fill();
}

void PeopleSection::fill()
{
    const QWidget* focus = window()->focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    int next = 0; // the row that takes the place of the one that had the keyboard
    for (int at = 0; QLayoutItem* item = m_rows->takeAt(0); ++at) {
        if (hadFocus && item->widget()->isAncestorOf(focus))
            next = at;
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Person& person : std::as_const(m_people)) {
        QWidget* row = rowFor(person);
        m_rows->addWidget(row);
        row->show(); // now, to be given the keyboard
    }
    if (!hadFocus || m_people.isEmpty())
        return;
    const int at = std::min<int>(next, m_rows->count() - 1);
    m_rows->itemAt(at)->widget()->findChild<QPushButton*>()->setFocus();
}

QWidget* PeopleSection::rowFor(const Person& person)
{
    const QString name = person.name.isEmpty() ? tr("Unknown") : person.name;
    auto* row = new QWidget(this);
    auto* words = new ElidedLabel(row);
    words->setText(name);
    auto* remove = new QPushButton(m_words.remove, row);
    remove->setAccessibleName(m_words.removeName.arg(name));
    remove->setAutoDefault(false);
    connect(remove, &QPushButton::clicked, this, [this, person] { emit removeRequested(person); });
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::unit);
    line->addWidget(new Avatar(person, metrics::threadAvatar, row));
    line->addWidget(words, 1);
    line->addWidget(remove);
    return row;
}

void PeopleSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void PeopleSection::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_state->setPalette(inked(palette(), theme.meta));
    m_trouble->setPalette(inked(palette(), theme.warning));
}

} // namespace skein
