// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/BenchScreen.h"

#include "tests/bench/Stopwatch.h"
#include "ui/ChatsPage.h"
#include "ui/chats/ChatListPane.h"
#include "ui/thread/MessageList.h"
#include "ui/thread/ThreadView.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QWheelEvent>

#include <cstdio>
#include <cstdlib>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double patience = 60'000; // ms

/// Nobody listens there.
QUrl noServer() { return QUrl(u"http://127.0.0.1:9"_s); }

} // namespace

void turnUntil(const std::function<bool()>& isSo, const char* what)
{
    const double since = wallTime();
    while (!isSo()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (wallTime() - since > patience) {
            std::fprintf(stderr, "waited in vain: %s\n", what);
            std::exit(1);
        }
    }
}

void turnUntilIdle()
{
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) { }
}

Screen::Screen(const QString& profile, QSize size)
    : m_profile(profile, false)
    , m_context(std::make_unique<AppContext>(
          Options{.server = noServer()}, m_profile, u"a token of no account"_s))
{
    m_context->window().resize(size);
    m_context->start();
    turnUntil([this] { return m_context->session() && thread().count() > 0; }, "the first thread");
    list().viewport()->installEventFilter(this);
    list().setAnimated(false);
    m_painted = 0;
    list().viewport()->update();
    turnUntil([this] { return m_painted > 0; }, "the first painting");
}

Screen::~Screen() = default;

bool Screen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && thread().count() > 0)
        ++m_painted;
    return QObject::eventFilter(watched, event);
}

void Screen::open(const ConversationId& id)
{
    emit window().chatsPage() -> findChild<ChatListPane*>()->picked(id);
    turnUntil([&] { return thread().conversation() == id && thread().count() > 0; }, "a thread");
    m_painted = 0;
    list().viewport()->update();
    turnUntil([this] { return m_painted > 0; }, "its painting");
}

void Screen::openAtEnd(const ConversationId& id)
{
    open(id);
    m_context->session()->view().thread.openAtEnd();
    turnUntil([this] { return thread().isLoaded() && thread().isAtEnd(); }, "its end");
}

MessageList& Screen::list() const
{
    return m_context->window().chatsPage()->findChild<ThreadView*>()->list();
}

const MessageThreadModel& Screen::thread() const { return m_context->session()->view().thread; }

void Screen::scrollUp(int pixels)
{
    QWidget* area = list().viewport();
    const QPointF middle = area->rect().center();
    QWheelEvent wheel(middle, area->mapToGlobal(middle), {0, pixels}, {0, pixels}, Qt::NoButton,
        Qt::NoModifier, Qt::ScrollUpdate, false);
    QCoreApplication::sendEvent(area, &wheel);
}

} // namespace skein::bench
