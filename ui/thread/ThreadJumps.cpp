// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/ThreadJumps.h"

#include "ui/thread/JumpChip.h"
#include "ui/thread/MessageList.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QShortcut>

namespace skein {

namespace {

constexpr int chipTop = 12;

}

ThreadJumps::ThreadJumps(ThreadModel& model, MessageList& list, Clock& clock, QWidget* view)
    : QObject(view)
    , m_model(model)
    , m_list(list)
    , m_view(view)
    , m_chip(new JumpChip(view))
    , m_back(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), view))
    , m_chipTimer(clock.timer([this] {
        if (m_isJumping)
            say(tr("Going to the message\u2026"), true);
        else
            m_chip->hide();
    }))
    , m_conversation(model.conversation())
{
    m_back->setEnabled(false);
    connect(m_back, &QShortcut::activated, this, &ThreadJumps::goBack);
    connect(m_chip, &JumpChip::cancelled, &m_model, &ThreadModel::cancelJump);
    connect(&m_model, &ThreadModel::jumpStarted, this, &ThreadJumps::started);
    connect(&m_model, &ThreadModel::jumpEnded, this, &ThreadJumps::ended);
    connect(&m_list, &MessageList::left, this, &ThreadJumps::modelReset);
}

JumpOrigin ThreadJumps::here() const
{
    const ThreadPlace place = m_list.place();
    const int row = place.rowKey.isEmpty() ? -1 : m_model.rowOfKey(place.rowKey);
    return {place, row < 0 ? MessageId{} : m_model.row(row).message.id};
}

void ThreadJumps::keep(const JumpOrigin& origin)
{
    m_history.push(origin);
    m_back->setEnabled(true);
}

void ThreadJumps::leavePlace() { keep(here()); }

void ThreadJumps::goTo(const MessageId& message)
{
    m_origin = here();
    m_model.openAt(message);
}

void ThreadJumps::goBack()
{
    m_model.cancelJump();
    const auto origin = m_history.pop();
    m_back->setEnabled(canGoBack());
    if (!origin)
        return;
    if (origin->place.rowKey.isEmpty())
        m_list.goToEnd();
    else if (m_model.rowOfKey(origin->place.rowKey) >= 0)
        m_list.goToPlace(origin->place);
    else
        m_model.openPlace(origin->place, origin->message);
}

void ThreadJumps::started()
{
    setJumping(true);
    m_chip->hide();
    m_chipTimer->start(quick);
}

void ThreadJumps::ended(const JumpEnd& end)
{
    setJumping(false);
    m_chipTimer->stop();
    m_chip->hide();
    const int row = m_model.rowOfMessage(end.target);
    switch (end.outcome) {
    case JumpEnd::Outcome::Found:
        if (row < 0)
            return;
        keep(m_origin);
        return m_list.showRow(row);
    case JumpEnd::Outcome::Gone:
        return say(tr("The original message was removed."), false);
    case JumpEnd::Outcome::Failed:
        return say(end.reason, false);
    case JumpEnd::Outcome::Cancelled:
        return;
    }
}

/// Another conversation has no way back to this one.
void ThreadJumps::modelReset()
{
    if (m_model.conversation() == m_conversation)
        return;
    m_conversation = m_model.conversation();
    m_history.clear();
    m_back->setEnabled(false);
    m_chipTimer->stop();
    m_chip->hide();
}

void ThreadJumps::say(const QString& sentence, bool canCancel)
{
    m_chip->say(sentence, canCancel);
    placeChip();
    if (!canCancel)
        m_chipTimer->start(readingTime);
}

void ThreadJumps::placeChip()
{
    m_chip->resize(std::min(m_chip->sizeHint().width(), m_view->width()), m_chip->height());
    m_chip->move((m_view->width() - m_chip->width()) / 2, chipTop);
}

/// On the way, Escape means this jump wherever the keyboard is in the window.
void ThreadJumps::setJumping(bool jumping)
{
    if (std::exchange(m_isJumping, jumping) == jumping)
        return;
    if (jumping)
        QCoreApplication::instance()->installEventFilter(this);
    else
        QCoreApplication::instance()->removeEventFilter(this);
}

bool ThreadJumps::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto* widget = isKey ? qobject_cast<QWidget*>(watched) : nullptr;
    if (!widget || widget->window() != m_view->window()
        || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_model.cancelJump();
    return true;
}

} // namespace skein
