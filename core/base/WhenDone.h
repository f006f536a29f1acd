// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Goes on after an asynchronous step in an object that may die first. Qt 6.4's
// `.then(context, ...)` asserts when its context is gone by the time the future finishes; a watcher
// that dies with its context does not. Main thread.

#include "core/base/Async.h"

#include <QFutureWatcher>

namespace skein {

/// `next(result)` from the event loop; not at all when `context` is gone or the step was cancelled.
template <class T, class F>
void whenDone(QObject* context, const Async<T>& step, F next)
{
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, next = std::move(next)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0)
                next(watcher->result());
        });
    watcher->setFuture(step);
}

/// `next(value)`, another step, after success; an error skips it.
template <class T, class F>
[[nodiscard]] auto andThen(QObject* context, const Async<T>& step, F next)
{
    using Next = std::invoke_result_t<F&, const T&>;
    using Answer = decltype(std::declval<Next>().result());
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    whenDone(
        context, step, [context, promise, next = std::move(next)](const Result<T>& result) mutable {
            const auto finish = [promise](const Answer& answer) {
                promise->addResult(answer);
                promise->finish();
            };
            if (result)
                whenDone(context, next(*result), finish);
            else
                finish(std::unexpected(result.error()));
        });
    return promise->future();
}

} // namespace skein
