// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ImageViewer's second part: its controls, where they stand, and what keys do.

#include "ui/media/ImageViewer.h"

#include "ui/media/PictureCanvas.h"
#include "ui/media/ViewerButton.h"
#include "ui/theme/Avatar.h"
#include "ui/theme/PlainLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace skein {

namespace {

constexpr double zoomStep = 1.25;
constexpr double panStep = 80; ///< pixels
constexpr int topHeight = 72; ///< with the fade beneath the signs
constexpr int troubleWidth = 440;

/// The dark that light words need, fading out over the picture.
class TopBar final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QLinearGradient fade(0, 0, 0, height());
        fade.setColorAt(0, QColor(0, 0, 0, 210));
        fade.setColorAt(0.7, QColor(0, 0, 0, 150));
        fade.setColorAt(1, QColor(0, 0, 0, 0));
        QPainter(this).fillRect(rect(), fade);
    }
};

QLabel* viewerLabel(QWidget* parent, QFont::Weight weight, int alpha)
{
    QLabel* label = plainLabel(parent);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(255, 255, 255, alpha));
    label->setPalette(palette);
    QFont font = label->font();
    font.setWeight(weight);
    label->setFont(font);
    return label;
}

} // namespace

void ImageViewer::build()
{
    using Sign = ViewerButton::Sign;
    m_canvas = new PictureCanvas(this);
    m_top = buildTop();
    m_previous = new ViewerButton(Sign::Previous, tr("Previous photo"), Qt::Key_Left, this);
    m_next = new ViewerButton(Sign::Next, tr("Next photo"), Qt::Key_Right, this);
    m_trouble = buildTrouble();
    m_said = viewerLabel(this, QFont::Normal, 255);
    m_said->setAutoFillBackground(true);
    QPalette palette = m_said->palette();
    palette.setColor(QPalette::Window, QColor(0, 0, 0, 200));
    m_said->setPalette(palette);
    m_said->setContentsMargins(16, 8, 16, 8);
    m_said->hide();
    connect(m_previous, &QToolButton::clicked, this, &ImageViewer::previous);
    connect(m_next, &QToolButton::clicked, this, &ImageViewer::next);
    for (QWidget* each : findChildren<QWidget*>())
        each->installEventFilter(this);
}

QWidget* ImageViewer::buildTop()
{
    using Sign = ViewerButton::Sign;
    auto* top = new TopBar(this);
    m_face = new Avatar({}, metrics::threadAvatar, top);
    m_who = viewerLabel(top, QFont::DemiBold, 255);
    m_when = viewerLabel(top, QFont::Normal, 190);
    m_place = viewerLabel(top, QFont::Normal, 190);
    m_zoomOut = new ViewerButton(Sign::ZoomOut, tr("Zoom out"), Qt::Key_Minus, top);
    m_zoomIn = new ViewerButton(Sign::ZoomIn, tr("Zoom in"), Qt::Key_Plus, top);
    m_rotate = new ViewerButton(Sign::Rotate, tr("Rotate"), Qt::Key_R, top);
    m_copy = new ViewerButton(Sign::Copy, tr("Copy photo"), QKeySequence::Copy, top);
    m_save = new ViewerButton(Sign::Save, tr("Save photo as"), QKeySequence::Save, top);
    m_close = new ViewerButton(Sign::Close, tr("Close"), Qt::Key_Escape, top);
    connect(m_zoomOut, &QToolButton::clicked, m_canvas, [this] { m_canvas->zoom(1 / zoomStep); });
    connect(m_zoomIn, &QToolButton::clicked, m_canvas, [this] { m_canvas->zoom(zoomStep); });
    connect(m_rotate, &QToolButton::clicked, m_canvas, &PictureCanvas::turn);
    connect(m_copy, &QToolButton::clicked, this, &ImageViewer::copy);
    connect(m_save, &QToolButton::clicked, this, &ImageViewer::save);
    connect(m_close, &QToolButton::clicked, this, &ImageViewer::leave);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_who);
    words->addWidget(m_when);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(16, 8, 8, 24);
    row->addWidget(m_face);
    row->addSpacing(6);
    row->addLayout(words, 1);
    row->addWidget(m_place);
    row->addSpacing(16);
    for (ViewerButton* button : {m_zoomOut, m_zoomIn, m_rotate, m_copy, m_save, m_close})
        row->addWidget(button);
    return top;
}

QWidget* ImageViewer::buildTrouble()
{
    auto* trouble = new QWidget(this);
    m_troubleWords = viewerLabel(trouble, QFont::Normal, 230);
    m_troubleWords->setAlignment(Qt::AlignCenter);
    m_retry = new QPushButton(trouble);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_canvas->setFocus(); // the button goes
        m_pictures.load(shown().url);
    });
    auto* column = new QVBoxLayout(trouble);
    column->setSpacing(16);
    column->addWidget(m_troubleWords);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    trouble->hide();
    return trouble;
}

void ImageViewer::place()
{
    m_canvas->setGeometry(rect());
    m_top->setGeometry(0, 0, width(), topHeight);
    const auto centred = [](QWidget* widget, const QPoint& at) {
        QRect place({}, widget->sizeHint());
        place.moveCenter(at);
        widget->setGeometry(place);
    };
    const bool isMirrored = isRightToLeft();
    const QPoint left(8 + m_previous->sizeHint().width() / 2, height() / 2);
    const QPoint right(width() - left.x(), height() / 2);
    centred(m_previous, isMirrored ? right : left);
    centred(m_next, isMirrored ? left : right);
    m_troubleWords->setMinimumWidth(std::min(troubleWidth, width() - 2 * left.x() - 80));
    centred(m_trouble, rect().center());
    centred(m_said, {width() / 2, height() - 48});
}

void ImageViewer::keyPressEvent(QKeyEvent* event) { event->accept(); }

void ImageViewer::resizeEvent(QResizeEvent*) { place(); }

void ImageViewer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(16, 18, 22, 244));
}

bool ImageViewer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no shortcut of the window beneath
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    return perform(key->key(), key->modifiers());
}

bool ImageViewer::perform(int key, Qt::KeyboardModifiers modifiers)
{
    const auto held = modifiers & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    const bool isControl = held == Qt::ControlModifier;
    if (held != Qt::NoModifier && !isControl)
        return false;
    if (isControl && key == Qt::Key_S)
        save();
    else if (isControl && key == Qt::Key_C)
        copy();
    else if (key == Qt::Key_Escape)
        leave();
    else if (key == Qt::Key_Space && m_canvas->hasFocus())
        play();
    else
        return !isControl && (goes(key, modifiers.testFlag(Qt::ShiftModifier)) || changesView(key));
    return true;
}

/// To another picture; with Shift, or up and down, to another part of this one.
bool ImageViewer::goes(int key, bool shift)
{
    const bool forward = (key == Qt::Key_Right) != isRightToLeft();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shift)
            m_canvas->pan({key == Qt::Key_Left ? panStep : -panStep, 0});
        else
            goTo(forward ? m_index + 1 : m_index - 1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_canvas->pan({0, key == Qt::Key_Up ? panStep : -panStep});
        return true;
    case Qt::Key_Home:
        goTo(0);
        return true;
    case Qt::Key_End:
        goTo(m_list.size() - 1);
        return true;
    default:
        return false;
    }
}

bool ImageViewer::changesView(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoom(zoomStep);
        return true;
    case Qt::Key_Minus:
        m_canvas->zoom(1 / zoomStep);
        return true;
    case Qt::Key_0:
        m_canvas->fit();
        return true;
    case Qt::Key_1:
        m_canvas->showActualSize();
        return true;
    case Qt::Key_R:
        m_canvas->turn();
        return true;
    default:
        return false;
    }
}

/// Tab stays among the viewer's own controls.
bool ImageViewer::focusNextPrevChild(bool next)
{
    QWidgetList stops;
    for (QWidget* each : std::initializer_list<QWidget*>{m_canvas, m_retry, m_previous, m_next,
             m_zoomOut, m_zoomIn, m_rotate, m_copy, m_save, m_close}) {
        if (each->isVisible() && each->isEnabled())
            stops.append(each);
    }
    if (stops.isEmpty()) // it is being closed
        return QWidget::focusNextPrevChild(next);
    const auto now = stops.indexOf(QApplication::focusWidget());
    const auto count = stops.size();
    const auto to = now < 0 ? 0 : (now + (next ? 1 : count - 1)) % count;
    stops.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace skein
