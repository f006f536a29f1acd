// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/JumpChip.h"

#include "ui/theme/Announce.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skein {

JumpChip::JumpChip(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Stay here (Esc)"));
    m_cancel->setFlat(true);
    m_cancel->setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(metrics::unit);
    row->addWidget(m_sentence);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &JumpChip::cancelled);
    applyTheme();
    hide();
}

void JumpChip::say(const QString& sentence, bool canCancel)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_cancel->setVisible(canCancel);
    adjustSize();
    show();
    raise();
    announce(*m_sentence, m_sentence->text());
}

QString JumpChip::sentence() const { return m_sentence->text(); }

void JumpChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void JumpChip::applyTheme()
{
    const Theme theme = Theme::from(palette());
    QPalette accent = palette();
    accent.setColor(QPalette::ButtonText, theme.link);
    m_cancel->setPalette(accent);
    m_sentence->setPalette(inked(palette(), theme.text));
    update();
}

void JumpChip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.hairline);
    painter.setBrush(theme.sidebar);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = std::min<qreal>(pill.height() / 2, metrics::bubbleRadius);
    painter.drawRoundedRect(pill, radius, radius);
}

} // namespace skein
