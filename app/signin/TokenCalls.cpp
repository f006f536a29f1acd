// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signin/TokenCalls.h"

#include "core/api/GroupMeApi.h"
#include "core/base/WhenDone.h"
#include "core/net/NetworkTransport.h"

namespace skein {

class TokenCalls::Call : public QObject {
public:
    Call(const std::optional<QUrl>& server, const QString& token, QObject* parent)
        : QObject(parent)
        , m_network(server)
        , m_api(m_network)
    {
        m_network.setToken(token);
    }
    [[nodiscard]] GroupMeApi& api() { return m_api; }

    /// What `step` gives, after which this ends.
    template <class T>
    [[nodiscard]] Async<T> answer(const Async<T>& step)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        whenDone(this, step, [this, promise](const Result<T>& result) {
            promise->addResult(result);
            promise->finish();
            deleteLater();
        });
        return promise->future();
    }

private:
    NetworkTransport m_network;
    GroupMeApi m_api;
};

TokenCalls::TokenCalls(const std::optional<QUrl>& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
}

Async<Person> TokenCalls::owner(const QString& token)
{
    auto* call = new Call(m_server, token, this);
    return call->answer(call->api().me());
}

Async<std::monostate> TokenCalls::revoke(const QString& token)
{
    auto* call = new Call(m_server, token, this);
    return call->answer(call->api().revokeToken());
}

} // namespace skein
