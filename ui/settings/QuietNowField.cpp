// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/QuietNowField.h"

#include "core/platform/QuietForOnce.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skein {

QuietNowField::QuietNowField(Settings& settings, Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_quiet(new QuietForOnce(settings, clock, this))
    , m_words(plainLabel(this))
    , m_button(new QPushButton(this))
{
    m_button->setAutoDefault(false);
    setFocusProxy(m_button);
    connect(
        m_button, &QPushButton::clicked, this, [this] { m_quiet->setQuiet(!m_quiet->isQuiet()); });
    connect(m_quiet, &QuietForOnce::changed, this, &QuietNowField::say);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::unit);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    say();
}

void QuietNowField::say()
{
    const bool isQuiet = m_quiet->isQuiet();
    m_words->setText(isQuiet ? m_quiet->words() : tr("No notifications for an hour from now."));
    m_button->setText(isQuiet ? tr("End") : tr("Quiet for 1 hour"));
    m_button->setAccessibleName(isQuiet ? tr("End the quiet") : m_button->text());
    m_button->setAccessibleDescription(m_words->text());
}

} // namespace skein
