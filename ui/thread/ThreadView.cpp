// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/ThreadView.h"

#include "ui/thread/Attention.h"
#include "ui/thread/JumpButton.h"
#include "ui/thread/ThreadJumps.h"

#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace skein {

namespace {

constexpr std::chrono::milliseconds scrollRest{300};
constexpr int jumpMargin = 16;

} // namespace

ThreadView::ThreadView(
    ThreadModel& model, Clock& clock, std::function<bool()> isAttentive, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_clock(clock)
    , m_list(new MessageList(model, clock, this))
    , m_jump(new JumpButton(this))
    , m_jumps(new ThreadJumps(model, *m_list, clock, this))
{
    Attention* attention = nullptr;
    if (!isAttentive) {
        attention = new Attention(*m_list, clock);
        isAttentive = [attention] { return attention->isAttentive(); };
    }
    m_tracker = new SeenTracker(clock, std::move(isAttentive), this);
    if (attention)
        connect(attention, &Attention::changed, m_tracker, &SeenTracker::refresh);
    m_placeTimer = clock.timer([this] { keepPlace(); });
    m_midnight = clock.timer([this] { waitForMidnight(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    m_jump->hide();
    forwardSignals();
    listSettled();
}

void ThreadView::forwardSignals()
{
    connect(m_list, &MessageList::linkActivated, this, &ThreadView::linkActivated);
    connect(m_list, &MessageList::contentActivated, this, &ThreadView::activateContent);
    connect(m_list, &MessageList::personActivated, this, &ThreadView::personActivated);
    connect(m_list, &MessageList::retryRequested, this, &ThreadView::retryRequested);
    connect(m_list, &MessageList::discardRequested, this, &ThreadView::discardRequested);
    connect(
        m_list, &MessageList::cancelSendingRequested, this, &ThreadView::cancelSendingRequested);
    connect(m_list, &MessageList::replyRequested, this, &ThreadView::replyRequested);
    connect(m_list, &MessageList::editRequested, this, &ThreadView::editRequested);
    connect(m_list, &MessageList::pinRequested, this, &ThreadView::pinRequested);
    connect(m_list, &MessageList::deleteRequested, this, &ThreadView::deleteRequested);
    connect(m_list, &MessageList::composerRequested, this, &ThreadView::composerRequested);
    connect(m_list, &MessageList::settled, this, &ThreadView::listSettled);
    connect(m_list, &MessageList::left, this, [this] {
        m_tracker->reset();
        m_placeTimer->stop();
        m_remembered = {};
    });
    connect(m_tracker, &SeenTracker::seen, this, &ThreadView::seen);
    connect(m_jump, &JumpButton::clicked, m_list, [this] {
        m_list->setFocus(Qt::MouseFocusReason);
        m_jumps->leavePlace();
        m_list->goToEnd();
    });
}

void ThreadView::activateContent(const ContentAction& action, const MessageId& message)
{
    if (action.kind == ContentAction::Kind::GoToMessage)
        m_jumps->goTo({action.id});
    else
        emit contentActivated(action, message);
}

void ThreadView::listSettled()
{
    m_tracker->setShown(m_list->shownMessages());
    m_jump->setWaiting(m_model.unread(), m_model.hasFailed());
    m_jump->setVisible(!m_list->isAtEnd() && m_model.count() > 0);
    placeJumpButton();
    notePlace();
}

void ThreadView::notePlace()
{
    if (m_list->place() == m_remembered)
        m_placeTimer->stop();
    else
        m_placeTimer->start(scrollRest);
}

void ThreadView::rememberPlace()
{
    if (m_model.count() > 0)
        keepPlace();
    m_list->forgetWishes();
}

void ThreadView::keepPlace()
{
    m_placeTimer->stop();
    const ThreadPlace place = m_list->place();
    if (place == m_remembered)
        return;
    m_remembered = place;
    m_model.rememberPlace(place);
}

void ThreadView::placeJumpButton()
{
    const int bar
        = m_list->verticalScrollBar()->isVisible() ? m_list->verticalScrollBar()->width() : 0;
    QRect place(QPoint(), m_jump->sizeHint());
    place.moveBottomRight({width() - bar - jumpMargin - 1, height() - jumpMargin - 1});
    m_jump->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    m_jump->raise();
}

void ThreadView::waitForMidnight()
{
    m_list->refreshToday();
    const auto now = QDateTime::fromMSecsSinceEpoch(m_clock.now().count());
    const auto midnight = now.date().addDays(1).startOfDay();
    m_midnight->start(std::chrono::milliseconds(now.msecsTo(midnight) + 1000));
}

void ThreadView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeJumpButton();
    m_jumps->placeChip();
}

void ThreadView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    waitForMidnight();
}

void ThreadView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_midnight->stop();
    rememberPlace();
}

} // namespace skein
