// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the token is kept: the system keychain in the program, memory in tests. Never a file.
// Main thread.

#include "core/base/Async.h"

#include <QString>

#include <variant>

namespace skein {

class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// The secret kept under `key`; "" when there is none. Storage error: no keychain, locked,
    /// refused; `detail` says which, for people.
    [[nodiscard]] virtual Async<QString> read(const QString& key) = 0;
    [[nodiscard]] virtual Async<std::monostate> write(const QString& key, const QString& secret)
        = 0;
    [[nodiscard]] virtual Async<std::monostate> remove(const QString& key) = 0;
};

} // namespace skein
