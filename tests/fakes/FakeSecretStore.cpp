// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeSecretStore.h"

#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

template <class T>
Async<T> FakeSecretStore::answer(const std::function<T()>& act)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto finish = [this, promise, act] {
        if (refusal)
            promise->addResult(std::unexpected(*refusal));
        else
            promise->addResult(act());
        promise->finish();
    };
    if (m_holding)
        m_held.append(finish);
    else
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
    return promise->future();
}

Error FakeSecretStore::noKeychain() { return {ErrorKind::Storage, 0, u"no keychain here"_s, {}}; }

void FakeSecretStore::release()
{
    m_holding = false;
    for (const auto& finish : std::exchange(m_held, {}))
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
}

Async<QString> FakeSecretStore::read(const QString& key)
{
    return answer<QString>([this, key] { return secrets.value(key); });
}

Async<std::monostate> FakeSecretStore::write(const QString& key, const QString& secret)
{
    return answer<std::monostate>([this, key, secret] {
        ++writes;
        secrets.insert(key, secret);
        return std::monostate{};
    });
}

Async<std::monostate> FakeSecretStore::remove(const QString& key)
{
    return answer<std::monostate>([this, key] {
        secrets.remove(key);
        return std::monostate{};
    });
}

} // namespace skein
