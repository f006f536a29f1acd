// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The future that every asynchronous call of Skein returns, and the way a fake or a transport
// finishes one. A `.then(context, f)` on a finished future runs at once, so `later()` goes through
// the event loop: callers then always see the same order of events.

#include "core/base/Result.h"

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>

#include <memory>

namespace skein {

template <class T>
using Async = QFuture<Result<T>>;

/// A future that finishes with `value` from `context`'s event loop; cancelled if `context` dies.
template <class T>
[[nodiscard]] Async<T> later(QObject* context, Result<T> value)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        context,
        [promise, value = std::move(value)]() mutable {
            promise->addResult(std::move(value));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace skein
