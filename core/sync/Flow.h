// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two ways in which core goes on after an asynchronous step: with its value, or with whatever
// came. Both run from `context`'s event loop and not at all once `context` is gone, also when the
// store's thread finishes the step while `context` dies.

#include "core/base/WhenDone.h"

namespace skein {

/// `next(value)` after success; an error skips it. `next` returns an Async.
template <class T, class F>
auto andThen(QObject* context, const Async<T>& step, F next)
{
    using Outcome = decltype(std::declval<std::invoke_result_t<F&, const T&>>().result());
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto finish = [promise](const Outcome& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    whenDone(context, step, [=](const Result<T>& result) mutable {
        if (result)
            whenDone(context, next(*result), finish);
        else
            finish(std::unexpected(result.error()));
    });
    return promise->future();
}

/// `next(result)`, whatever it is.
template <class T, class F>
void finally(QObject* context, const Async<T>& step, F next)
{
    whenDone(context, step, std::move(next));
}

} // namespace skein
