// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Secrets in Windows' Credential Manager, each a generic credential of the person's on this
// computer. Remembers nothing itself. Windows may take its time: it is asked, in order, on a thread
// of the store's own. Made, called and destroyed on the main thread.

#include "core/platform/SecretStore.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace skein {

class WindowsSecretStore final : public SecretStore {
    Q_DECLARE_TR_FUNCTIONS(skein::WindowsSecretStore)
public:
    WindowsSecretStore() { m_thread.setMaxThreadCount(1); }

    [[nodiscard]] Async<QString> read(const QString& key) override;
    [[nodiscard]] Async<std::monostate> write(const QString& key, const QString& secret) override;
    [[nodiscard]] Async<std::monostate> remove(const QString& key) override;

private:
    [[nodiscard]] static Error errorOf(unsigned long code);

    QThreadPool m_thread;
};

} // namespace skein
