// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signin/WhoPanel.h"

#include "ui/theme/Avatar.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace skein {

WhoPanel::WhoPanel(QWidget* parent)
    : QWidget(parent)
    , m_avatar(new Avatar({}, metrics::chatAvatar, this))
    , m_question(plainLabel(this))
    , m_agree(new QPushButton(tr("Continue"), this))
    , m_decline(new QPushButton(tr("Someone else"), this))
{
    auto* who = new QHBoxLayout;
    who->setSpacing(12);
    who->addWidget(m_avatar);
    who->addWidget(m_question, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addWidget(m_agree, 1);
    buttons->addWidget(m_decline, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * metrics::unit);
    column->addLayout(who);
    column->addLayout(buttons);
    for (QPushButton* button : {m_agree, m_decline}) {
        button->setAccessibleName(button->text());
        button->setFixedHeight(40);
    }
    m_agree->setDefault(true);
    connect(m_agree, &QPushButton::clicked, this, &WhoPanel::agreed);
    connect(m_decline, &QPushButton::clicked, this, &WhoPanel::declined);
    applyTheme();
}

void WhoPanel::ask(const Person& person)
{
    m_avatar->setPerson(person);
    m_question->setText(person.name.isEmpty() ? tr("Continue with this account?")
                                              : tr("Continue as %1?").arg(person.name));
    m_agree->setAccessibleDescription(m_question->text());
    m_agree->setFocus();
}

void WhoPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void WhoPanel::applyTheme()
{
    m_question->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    m_question->setPalette(inked(palette(), Theme::from(palette()).text));
}

} // namespace skein
