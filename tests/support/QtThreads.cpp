// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/QtThreads.h"

#ifdef SKEIN_WATCHES_THREADS

#include <QDeadlineTimer>
#include <QThread>
#include <QThreadPool>

#include <functional>

#include <sanitizer/tsan_interface.h>

using namespace skein;

namespace {

// Two places for each thread: what was handed to it, and what it (or a pool) has done.
void* handedTo(void* thread) { return static_cast<char*>(thread) + 1; }
void* doneBy(void* thread) { return static_cast<char*>(thread) + 2; }

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    QThread* const thread = QThread::currentThread();
    __tsan_acquire(handedTo(thread));
    const bool isTaken = QCoreApplication::notify(receiver, event);
    __tsan_release(doneBy(thread));
    return isTaken;
}

// The linker leads our own calls of four functions of Qt here (tests/CMakeLists.txt).
#define SKEIN_INVOKE                                                                               \
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14Connect"      \
    "ionTypeEPv"
#define SKEIN_WAIT "_ZN7QThread4waitE14QDeadlineTimer"
#define SKEIN_START "_ZN11QThreadPool5startESt8functionIFvvEEi"
#define SKEIN_WAIT_FOR_DONE "_ZN11QThreadPool11waitForDoneEi"

using Work = std::function<void()>;
using Slot = QtPrivate::QSlotObjectBase;

bool qtInvoke(QObject* receiver, Slot* slot, Qt::ConnectionType type, void* result) asm(
    "__real_" SKEIN_INVOKE);
bool watchedInvoke(QObject* receiver, Slot* slot, Qt::ConnectionType type, void* result) asm(
    "__wrap_" SKEIN_INVOKE);
bool qtWait(QThread* thread, QDeadlineTimer deadline) asm("__real_" SKEIN_WAIT);
bool watchedWait(QThread* thread, QDeadlineTimer deadline) asm("__wrap_" SKEIN_WAIT);
void qtStart(QThreadPool* pool, Work work, int priority) asm("__real_" SKEIN_START);
void watchedStart(QThreadPool* pool, Work work, int priority) asm("__wrap_" SKEIN_START);
bool qtWaitForDone(QThreadPool* pool, int milliseconds) asm("__real_" SKEIN_WAIT_FOR_DONE);
bool watchedWaitForDone(QThreadPool* pool, int milliseconds) asm("__wrap_" SKEIN_WAIT_FOR_DONE);

bool watchedInvoke(QObject* receiver, Slot* slot, Qt::ConnectionType type, void* result)
{
    QThread* const thread = receiver->thread();
    __tsan_release(handedTo(thread));
    slot->ref(); // whoever lets go of it last deletes it: here after what was done with it there
    const bool isInvoked = qtInvoke(receiver, slot, type, result);
    __tsan_acquire(doneBy(thread));
    slot->destroyIfLastRef();
    return isInvoked;
}

bool watchedWait(QThread* thread, QDeadlineTimer deadline)
{
    const bool isOver = qtWait(thread, deadline);
    if (isOver)
        __tsan_acquire(doneBy(thread));
    return isOver;
}

void watchedStart(QThreadPool* pool, Work work, int priority)
{
    // One place for all pools: before it is taken up there, nothing of the work can be read.
    static char handedOver;
    Work watched = [pool, work = std::move(work)] {
        __tsan_acquire(&handedOver);
        work();
        __tsan_release(doneBy(pool));
    };
    __tsan_release(&handedOver);
    qtStart(pool, std::move(watched), priority);
}

bool watchedWaitForDone(QThreadPool* pool, int milliseconds)
{
    const bool isOver = qtWaitForDone(pool, milliseconds);
    if (isOver)
        __tsan_acquire(doneBy(pool));
    return isOver;
}

#endif
