// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One picture on a dark ground: fitted or enlarged around a point, turned, and moved by dragging
// where it is larger than the window. Knows nothing of where it came from. Main thread.

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QImage>
#include <QThreadPool>
#include <QWidget>

namespace skein {

class PictureCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit PictureCanvas(QWidget* parent = nullptr);

    /// Another picture: fitted, upright. The next frame of the same one keeps the view.
    void setPicture(const QImage& image, bool isAnother);
    void setLoading(bool loading); ///< a spinner, when there is no picture yet

    void setStill(bool still); ///< a sign that it would move, if one clicked it

    [[nodiscard]] bool isFitted() const { return m_fitted; }
    /// Logical pixels per pixel of the picture.
    [[nodiscard]] double scale() const { return m_fitted ? fittedScale() : m_scale; }
    [[nodiscard]] int quarterTurns() const { return m_turns; }
    /// Where the picture stands, turned, in this widget.
    [[nodiscard]] QRectF pictureRect() const;

    void fit();
    void showActualSize();
    void zoom(double factor); ///< around the middle
    void zoomAt(double factor, const QPointF& point);
    void turn(); ///< a quarter, clockwise
    void pan(const QPointF& by);

signals:
    void viewChanged();
    void clickedStill(); ///< on a picture that would move
    void clickedBeside(); ///< on the ground, not on the picture

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    [[nodiscard]] QSizeF turnedSize() const;
    [[nodiscard]] double fittedScale() const;
    [[nodiscard]] double actualScale() const { return 1 / devicePixelRatioF(); }
    void setScale(double scale, const QPointF& around);
    void keepInView();
    void reduce();
    void updateCursor();

    QImage m_image;
    QImage m_reduced; ///< as fitted, made in the background: pixels are averaged, not left out
    bool m_reducing = false;
    QThreadPool m_pool; ///< one thread
    bool m_fitted = true;
    double m_scale = 1;
    int m_turns = 0;
    QPointF m_offset; ///< of the picture's middle from the widget's
    QPointF m_pressed;
    QPointF m_last;
    bool m_dragging = false;
    bool m_still = false;
    QBasicTimer m_spin;
    QElapsedTimer m_spinning;
};

} // namespace skein
