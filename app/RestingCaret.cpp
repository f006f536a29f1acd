// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/RestingCaret.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace skein {

RestingCaret::RestingCaret(Clock& clock, QObject* parent)
    : QObject(parent)
    , m_end(clock.timer([this] { rest(); }))
{
    qApp->installEventFilter(this);
}

RestingCaret::~RestingCaret() { blink(); }

bool RestingCaret::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn:
        blink();
        m_end->start(blinksFor);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void RestingCaret::blink()
{
    if (const int usual = std::exchange(m_flashTime, 0))
        QApplication::setCursorFlashTime(usual);
}

void RestingCaret::rest()
{
    m_flashTime = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(0);
}

} // namespace skein
