// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/PictureCanvas.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"
#include "ui/thread/content/PictureContent.h"
#include "ui/thread/content/Spinner.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace skein {

namespace {

constexpr double largestScale = 16;
constexpr double wheelStep = 1.2; ///< for one notch
constexpr int spinnerSide = 48;
constexpr int turnTime = 1000; ///< ms

} // namespace

PictureCanvas::PictureCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_pool.setMaxThreadCount(1);
}

void PictureCanvas::setPicture(const QImage& image, bool isAnother)
{
    const bool isKept = !isAnother && image.size() == m_image.size();
    if (image.cacheKey() != m_image.cacheKey())
        m_reduced = {};
    m_image = image;
    if (!isKept) {
        m_turns = isAnother ? 0 : m_turns;
        fit();
    }
    update();
}

void PictureCanvas::setLoading(bool loading)
{
    if (loading == m_spin.isActive())
        return;
    if (loading) {
        m_spinning.start();
        m_spin.start(33, this);
    } else {
        m_spin.stop();
    }
    update();
}

void PictureCanvas::setStill(bool still)
{
    if (std::exchange(m_still, still) != still)
        update();
}

void PictureCanvas::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_spin.timerId())
        update();
    else
        QWidget::timerEvent(event);
}

QSizeF PictureCanvas::turnedSize() const
{
    const QSizeF size = m_image.size();
    return m_turns % 2 ? size.transposed() : size;
}

/// Never larger than it is.
double PictureCanvas::fittedScale() const
{
    const QSizeF size = turnedSize();
    if (size.isEmpty())
        return 1;
    return std::min({actualScale(), width() / size.width(), height() / size.height()});
}

QRectF PictureCanvas::pictureRect() const
{
    QRectF rect({}, turnedSize() * scale());
    rect.moveCenter(QRectF(this->rect()).center() + (m_fitted ? QPointF() : m_offset));
    return rect;
}

void PictureCanvas::fit()
{
    m_fitted = true;
    m_offset = {};
    updateCursor();
    update();
    emit viewChanged();
}

void PictureCanvas::showActualSize() { setScale(actualScale(), QRectF(rect()).center()); }

void PictureCanvas::zoom(double factor) { zoomAt(factor, QRectF(rect()).center()); }

void PictureCanvas::zoomAt(double factor, const QPointF& point)
{
    setScale(scale() * factor, point);
}

void PictureCanvas::setScale(double wanted, const QPointF& around)
{
    if (m_image.isNull())
        return;
    const double before = scale();
    const double smallest = fittedScale();
    const double largest = std::max(smallest, largestScale * actualScale());
    const double after = std::clamp(wanted, smallest, largest);
    const QPointF fromMiddle = around - QRectF(rect()).center();
    const QPointF offset = m_fitted ? QPointF() : m_offset;
    m_fitted = after <= smallest * 1.001;
    m_scale = after;
    // What is under the point stays under it.
    m_offset = fromMiddle - (fromMiddle - offset) * (after / before);
    keepInView();
    updateCursor();
    update();
    emit viewChanged();
}

void PictureCanvas::turn()
{
    m_turns = (m_turns + 1) % 4;
    fit();
}

void PictureCanvas::pan(const QPointF& by)
{
    if (m_fitted)
        return;
    m_offset += by;
    keepInView();
    update();
    emit viewChanged();
}

/// No ground shows on one side while the picture is cut on the other.
void PictureCanvas::keepInView()
{
    if (m_fitted) {
        m_offset = {};
        return;
    }
    const QSizeF size = turnedSize() * m_scale;
    const double x = std::max(0.0, (size.width() - width()) / 2);
    const double y = std::max(0.0, (size.height() - height()) / 2);
    m_offset = {std::clamp(m_offset.x(), -x, x), std::clamp(m_offset.y(), -y, y)};
}

/// When it is much larger than its room, in which one pixel then stands for several.
void PictureCanvas::reduce()
{
    const QSize size = (QSizeF(m_image.size()) * fittedScale() * devicePixelRatioF()).toSize();
    const bool isMuch = size.width() * 3 < m_image.width() * 2;
    if (m_reducing || !isMuch || size.isEmpty() || size == m_reduced.size())
        return;
    m_reducing = true;
    const auto work = [image = m_image, size]() -> Result<QImage> {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    whenDone(this, inBackground(m_pool, work),
        [this, key = m_image.cacheKey()](const Result<QImage>& reduced) {
            m_reducing = false;
            if (key == m_image.cacheKey())
                m_reduced = *reduced;
            if (!reduced->isNull())
                update();
        });
}

void PictureCanvas::updateCursor()
{
    setCursor(m_dragging ? Qt::ClosedHandCursor : m_fitted ? Qt::ArrowCursor : Qt::OpenHandCursor);
}

void PictureCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_image.isNull()) {
        QRectF spinner(0, 0, spinnerSide, spinnerSide);
        spinner.moveCenter(QRectF(rect()).center());
        if (m_spin.isActive())
            paintSpinner(
                painter, spinner, Qt::white, double(m_spinning.elapsed() % turnTime) / turnTime);
        return;
    }
    if (m_fitted)
        reduce();
    // Beyond twice its size the pixels themselves are what is looked at.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 2 * actualScale());
    painter.translate(pictureRect().center());
    painter.rotate(90.0 * m_turns);
    QRectF target({}, QSizeF(m_image.size()) * scale());
    target.moveCenter({0, 0});
    const QImage& drawn = m_fitted && !m_reduced.isNull() ? m_reduced : m_image;
    painter.drawImage(target, drawn, drawn.rect());
    if (!m_still)
        return;
    painter.resetTransform();
    paintPlaySign(painter, rect(), false);
}

void PictureCanvas::resizeEvent(QResizeEvent*)
{
    keepInView();
    emit viewChanged();
}

void PictureCanvas::wheelEvent(QWheelEvent* event)
{
    const int delta = event->angleDelta().y();
    if (delta != 0)
        zoomAt(std::pow(wheelStep, delta / 120.0), event->position());
    event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_last = event->position();
    m_dragging = !m_fitted;
    updateCursor();
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    pan(event->position() - m_last);
    m_last = event->position();
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    updateCursor();
    const bool isClick
        = (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (!isClick || m_image.isNull())
        return;
    if (!pictureRect().contains(event->position()))
        emit clickedBeside();
    else if (m_still)
        emit clickedStill();
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_fitted)
        fit();
    else
        setScale(std::max(2 * fittedScale(), actualScale()), event->position());
}

} // namespace skein
