// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Secrets for this run only, in memory: for SKEIN_TOKEN and the demo. Main thread.

#include "core/platform/SecretStore.h"

#include <QHash>
#include <QObject>

namespace skein {

class MemorySecretStore final : public QObject, public SecretStore {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] Async<QString> read(const QString& key) override;
    [[nodiscard]] Async<std::monostate> write(const QString& key, const QString& secret) override;
    [[nodiscard]] Async<std::monostate> remove(const QString& key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace skein
