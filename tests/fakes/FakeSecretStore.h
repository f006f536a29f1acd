// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A keychain that tests script: it may hold something from the start, refuse, or answer late.
// Main thread.

#include "core/platform/SecretStore.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace skein {

class FakeSecretStore final : public QObject, public SecretStore {
    Q_OBJECT
public:
    using QObject::QObject;

    QHash<QString, QString> secrets; ///< what is kept now
    std::optional<Error> refusal; ///< what every call answers, e.g. noKeychain(); nothing changes
    int writes = 0;

    [[nodiscard]] static Error noKeychain();
    /// From now on answers, and their effects, wait until release().
    void hold() { m_holding = true; }
    void release();

    [[nodiscard]] Async<QString> read(const QString& key) override;
    [[nodiscard]] Async<std::monostate> write(const QString& key, const QString& secret) override;
    [[nodiscard]] Async<std::monostate> remove(const QString& key) override;

private:
    template <class T>
    [[nodiscard]] Async<T> answer(const std::function<T()>& act);

    bool m_holding = false;
    QList<std::function<void()>> m_held;
};

} // namespace skein
