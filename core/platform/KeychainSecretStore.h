// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Secrets in the system keychain: the only file with qtkeychain. Remembers nothing itself and never
// falls back to a file; where there is no keychain every call says so. Main thread.

#include "core/platform/SecretStore.h"

#include <QObject>

#include <functional>

namespace QKeychain {
class Job;
}

namespace skein {

class KeychainSecretStore final : public QObject, public SecretStore {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] Async<QString> read(const QString& key) override;
    [[nodiscard]] Async<std::monostate> write(const QString& key, const QString& secret) override;
    [[nodiscard]] Async<std::monostate> remove(const QString& key) override;

private:
    template <class T>
    [[nodiscard]] Async<T> run(
        QKeychain::Job* job, const QString& key, std::function<T(QKeychain::Job&)> outcome);
    [[nodiscard]] static Error errorOf(const QKeychain::Job& job);
};

} // namespace skein
