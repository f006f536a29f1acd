// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/PurposeBar.h"

#include "ui/theme/ElidedLabel.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainterPath>
#include <QStyle>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int purposeIcon = 20;
constexpr int purposeLine = 3; ///< as beside a quotation in the thread
constexpr int purposeThumbnail = 32;
constexpr int purposeStart = purposeIcon + 12; ///< where the line stands

} // namespace

PurposeBar::PurposeBar(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_words(new ElidedLabel(this))
    , m_cancel(new IconButton(Icon::Close, tr("Cancel"), this))
{
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->setContentsMargins(0, 2, 0, 2);
    lines->addWidget(m_title);
    lines->addWidget(m_words);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(metrics::unit);
    row->addLayout(lines, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    connect(m_cancel, &QAbstractButton::clicked, this, &PurposeBar::cancelled);
    makeRoom();
    applyTheme();
}

void PurposeBar::present(Icon icon, const QString& title, const QString& words,
    const QImage& thumbnail, const QString& cancel)
{
    m_icon = icon;
    m_thumbnail = thumbnail;
    m_title->setText(title);
    m_words->setText(words.simplified());
    m_words->setVisible(!m_words->text().isEmpty());
    m_cancel->setDrawing(Icon::Close, cancel);
    setAccessibleName(title);
    setAccessibleDescription(m_words->text());
    makeRoom();
    update();
}

void PurposeBar::makeRoom()
{
    const int start = purposeStart + purposeLine + metrics::unit
        + (m_thumbnail.isNull() ? 0 : purposeThumbnail + metrics::unit);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    layout()->setContentsMargins(isMirrored ? 0 : start, 6, isMirrored ? start : 0, 0);
}

QRect PurposeBar::thumbnailRect() const
{
    const QRect inside = contentsRect().adjusted(0, 6, 0, 0);
    return {purposeStart + purposeLine + metrics::unit,
        inside.center().y() + 1 - purposeThumbnail / 2, purposeThumbnail, purposeThumbnail};
}

void PurposeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    else if (event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
    QWidget::changeEvent(event);
}

void PurposeBar::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_title->setFont(scaledFont(font(), 0.92, QFont::DemiBold));
    m_words->setFont(scaledFont(font(), 0.92));
    m_title->setPalette(inked(palette(), theme.accent));
    m_words->setPalette(inked(palette(), theme.meta));
    update();
}

void PurposeBar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setLayoutDirection(layoutDirection());
    const auto mirrored = [this](const QRect& place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const QRect inside = rect().adjusted(0, 6, 0, 0);
    const QRect icon(0, inside.center().y() + 1 - purposeIcon / 2, purposeIcon, purposeIcon);
    paintIcon(painter, mirrored(icon), m_icon, theme.accent);
    const QRect line(purposeStart, inside.top() + 1, purposeLine, inside.height() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(mirrored(line), purposeLine / 2.0, purposeLine / 2.0);
    if (m_thumbnail.isNull())
        return;
    QPainterPath shape;
    shape.addRoundedRect(mirrored(thumbnailRect()), 4, 4);
    painter.setClipPath(shape);
    const QSizeF part
        = QSizeF(thumbnailRect().size()).scaled(m_thumbnail.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(mirrored(thumbnailRect())), m_thumbnail,
        {QPointF(
             (m_thumbnail.width() - part.width()) / 2, (m_thumbnail.height() - part.height()) / 2),
            part});
}

} // namespace skein
