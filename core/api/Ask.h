// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A call made of an endpoint and a reader, for families of calls with a file of their own. Sent,
// opened and told to Connection as all calls of GroupMeApi are. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/base/WhenDone.h"

namespace skein {

/// What `read` makes of the answer; Malformed when that is nothing.
template <class T>
[[nodiscard]] Async<T> ask(GroupMeApi& api, const HttpRequest& request,
    std::function<std::optional<T>(const QJsonValue&)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    whenDone(&api, api.ask(request),
        [promise, read = std::move(read)](const Result<QJsonValue>& answer) {
            if (!answer) {
                promise->addResult(std::unexpected(answer.error()));
            } else if (auto found = read(*answer)) {
                promise->addResult(*std::move(found));
            } else {
                promise->addResult(
                    std::unexpected(Error{ErrorKind::Malformed, 0, {}, std::nullopt}));
            }
            promise->finish();
        });
    return promise->future();
}

} // namespace skein
