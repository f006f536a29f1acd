// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Work on a thread of a pool, with its result as a future. The work must own all that it uses: it
// may outlive whoever asked. What is cancelled before its turn does not run. Any thread.

#include "core/base/Async.h"

#include <QThreadPool>

namespace skein {

/// `work()` gives a Result<T>; a higher priority has its turn earlier.
template <class F>
[[nodiscard]] auto inBackground(QThreadPool& pool, F work, int priority = 0)
{
    using Answer = std::invoke_result_t<F&>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto future = promise->future();
    pool.start(
        [promise, work = std::move(work)]() mutable {
            if (!promise->isCanceled())
                promise->addResult(work());
            promise->finish();
        },
        priority);
    return future;
}

} // namespace skein
