// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two ways in which core goes on after an asynchronous step: with its value, or with whatever
// came. Both run on `context`'s thread and not at all once `context` is gone.

#include "core/base/Async.h"

namespace skein {

/// `next(value)` after success; an error skips it. `next` returns an Async.
template <class T, class F>
auto andThen(QObject* context, Async<T> step, F next)
{
    using Next = std::invoke_result_t<F&, const T&>;
    return step
        .then(context,
            [context, next = std::move(next)](const Result<T>& result) mutable -> Next {
                using Value = decltype(std::declval<Next>().result());
                if (!result)
                    return later<typename Value::value_type>(
                        context, std::unexpected(result.error()));
                return next(*result);
            })
        .unwrap();
}

/// `next(result)`, whatever it is.
template <class T, class F>
void finally(QObject* context, Async<T> step, F next)
{
    step.then(context, [next = std::move(next)](const Result<T>& result) mutable { next(result); });
}

} // namespace skein
