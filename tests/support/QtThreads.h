// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Under ThreadSanitizer (preset "tsan"): an application that tells it where an event passes from
// one thread to another. Qt itself is not compiled for it, so its locks cannot be seen; only what
// Qt's documents promise of them is said here and in QtThreads.cpp, thread by thread.

#include <QCoreApplication>

#ifdef __has_feature
#if __has_feature(thread_sanitizer)
#define SKEIN_WATCHES_THREADS
#endif
#endif

namespace skein {

#ifdef SKEIN_WATCHES_THREADS
class WatchedApplication final : public QCoreApplication {
public:
    using QCoreApplication::QCoreApplication;
    bool notify(QObject* receiver, QEvent* event) override;
};
#else
using WatchedApplication = QCoreApplication;
#endif

} // namespace skein
