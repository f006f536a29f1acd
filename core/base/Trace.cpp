// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Trace.h"

#include <QCoreApplication>
#include <QFile>
#include <QMutex>
#include <QSet>
#include <QThread>

#include <atomic>
#include <chrono>

namespace skein::trace {

namespace {

struct Journal {
    QMutex mutex;
    QFile file;
    QSet<QByteArray> marked;
};

// As the log's handler is: where time goes is asked of the process, by whoever runs it.
std::atomic<Journal*> journal = nullptr;

/// Microseconds of the computer's steady clock: comparable between processes.
qint64 now()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

void write(Journal& to, const char* name, const char* kind, qint64 at, const QByteArray& more)
{
    const auto thread = reinterpret_cast<quintptr>(QThread::currentThreadId());
    const QByteArray line = QByteArray("{\"name\":\"") + name + "\",\"ph\":\"" + kind
        + "\",\"ts\":" + QByteArray::number(at)
        + ",\"pid\":" + QByteArray::number(QCoreApplication::applicationPid())
        + ",\"tid\":" + QByteArray::number(quint64(thread)) + more + "},\n";
    const QMutexLocker lock(&to.mutex);
    to.file.write(line);
    to.file.flush(); // also of a process that is killed
}

} // namespace

bool start(const QString& file)
{
    auto made = std::make_unique<Journal>();
    made->file.setFileName(file);
    if (!made->file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    made->file.write("[\n"); // the format does without the closing bracket
    static const std::unique_ptr<Journal> kept = std::move(made); // until the process ends
    journal = kept.get();
    return true;
}

void mark(const char* name)
{
    if (Journal* to = journal.load(std::memory_order_relaxed))
        write(*to, name, "i", now(), ",\"s\":\"p\"");
}

void markFirst(const char* name)
{
    Journal* to = journal.load(std::memory_order_relaxed);
    if (!to)
        return;
    {
        const QMutexLocker lock(&to->mutex);
        if (to->marked.contains(name))
            return;
        to->marked.insert(name);
    }
    mark(name);
}

Span::Span(const char* name)
    : m_name(name)
    , m_begin(journal.load(std::memory_order_relaxed) ? now() : -1)
{
}

Span::~Span()
{
    Journal* to = m_begin < 0 ? nullptr : journal.load(std::memory_order_relaxed);
    if (to)
        write(*to, m_name, "X", m_begin, ",\"dur\":" + QByteArray::number(now() - m_begin));
}

} // namespace skein::trace
