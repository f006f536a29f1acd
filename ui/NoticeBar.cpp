// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/NoticeBar.h"

#include "ui/theme/Announce.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skein {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(Closing closing, QWidget* parent, Tone tone)
    : QWidget(parent)
    , m_tone(tone)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new IconButton(Icon::Close, tr("Close this notice"), this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_button->setAccessibleName(tr("Remedy")); // until it has words of its own
    m_close->setObjectName(u"close"_s);
    m_close->setVisible(closing == Closing::ByPerson);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, metrics::unit, 5);
    row->setSpacing(metrics::unit);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    setMinimumHeight(44);
    setVisible(false);

    connect(m_button, &QPushButton::clicked, this, &NoticeBar::buttonPressed);
    connect(m_close, &QAbstractButton::clicked, this, &NoticeBar::clear);
    applyTheme();
}

void NoticeBar::say(const QString& sentence, const QString& button)
{
    const bool isNew = sentence != m_sentence->text();
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setVisible(true);
    if (isNew) {
        announce(*m_sentence, m_sentence->text());
    }
}

void NoticeBar::clear()
{
    setVisible(false);
    m_sentence->clear();
}

QString NoticeBar::sentence() const { return m_sentence->text(); }

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void NoticeBar::applyTheme()
{
    const Theme theme = Theme::from(palette());
    QPalette accent = palette();
    accent.setColor(QPalette::ButtonText, theme.link);
    m_button->setPalette(accent);
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.bubbleOther);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    if (m_tone == Tone::Trouble)
        painter.fillRect(0, 0, 3, height(), theme.warning);
}

} // namespace skein
