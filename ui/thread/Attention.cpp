// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/Attention.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace skein {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

bool concernsWindow(QEvent::Type type)
{
    switch (type) {
    case QEvent::Expose:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
    case QEvent::WindowStateChange:
        return true;
    default:
        return false;
    }
}

} // namespace

Attention::Attention(QWidget& widget, Clock& clock)
    : QObject(&widget)
    , m_widget(widget)
    , m_clock(clock)
{
    // Input anywhere in the program tells that somebody is there.
    QCoreApplication::instance()->installEventFilter(this);
}

bool Attention::isAttentive(const Facts& facts)
{
    return facts.isShown && !facts.isMinimised && facts.isExposed && facts.isActive
        && facts.sinceInput.has_value() && *facts.sinceInput <= patience;
}

Attention::Facts Attention::facts() const
{
    const QWidget* window = m_widget.window();
    const QWindow* handle = window->windowHandle();
    Facts facts;
    facts.isShown = m_widget.isVisible();
    facts.isMinimised = window->isMinimized();
    facts.isExposed = handle && handle->isExposed();
    facts.isActive = window->isActiveWindow();
    if (m_lastInput)
        facts.sinceInput = m_clock.monotonic() - *m_lastInput;
    return facts;
}

bool Attention::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        noteInput();
    } else if (concernsWindow(event->type())) {
        const QWidget* window = m_widget.window();
        if (watched == window || watched == &m_widget || watched == window->windowHandle())
            QMetaObject::invokeMethod(this, &Attention::tell, Qt::QueuedConnection);
    }
    return false;
}

void Attention::noteInput()
{
    m_lastInput = m_clock.monotonic();
    // Some window managers bring a window back without an event that says so; its user does.
    if (isAttentive() != m_wasAttentive)
        tell();
}

void Attention::tell()
{
    m_wasAttentive = isAttentive();
    emit changed();
}

} // namespace skein
