// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/DropArea.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>

namespace skein {

namespace {

constexpr int hintInset = 8;

/// Over everything in the area; the mouse goes through.
class DropHint : public QWidget {
public:
    explicit DropHint(QWidget* area) : QWidget(area)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAccessibleName(QCoreApplication::translate("DropArea", "Drop to attach"));
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::from(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = theme.window;
        ground.setAlphaF(0.92F);
        painter.fillRect(rect(), ground);
        painter.setPen(QPen(theme.accent, 2, Qt::DashLine, Qt::RoundCap));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(hintInset, hintInset, -hintInset, -hintInset),
            metrics::bubbleRadius, metrics::bubbleRadius);
        painter.setPen(theme.accent);
        painter.setFont(scaledFont(font(), 1.15, QFont::DemiBold));
        painter.drawText(rect(), Qt::AlignCenter, accessibleName());
    }
};

} // namespace

DropArea::DropArea(QWidget& area, Predicate takes)
    : QObject(&area)
    , m_area(area)
    , m_takes(std::move(takes))
    , m_hint(new DropHint(&area))
{
    area.setAcceptDrops(true);
    area.installEventFilter(this);
}

DropArea::~DropArea() { delete m_hint; }

bool DropArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_area || !m_hint)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return invite(*static_cast<QDropEvent*>(event));
    case QEvent::DragLeave:
        m_hint->hide();
        return true;
    case QEvent::Drop: {
        m_hint->hide();
        auto* drop = static_cast<QDropEvent*>(event);
        if (!invite(*drop))
            return true;
        m_hint->hide();
        emit dropped(*drop->mimeData());
        return true;
    }
    case QEvent::Resize:
        m_hint->setGeometry(m_area.rect());
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool DropArea::invite(QDropEvent& event)
{
    if (!m_takes(*event.mimeData())) {
        event.ignore();
        return true;
    }
    event.setDropAction(Qt::CopyAction); // the person's file stays where it is
    event.accept();
    m_hint->setGeometry(m_area.rect());
    m_hint->raise();
    m_hint->show();
    return true;
}

} // namespace skein
