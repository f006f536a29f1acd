// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/MemorySecretStore.h"

namespace skein {

Async<QString> MemorySecretStore::read(const QString& key)
{
    return later<QString>(this, m_secrets.value(key));
}

Async<std::monostate> MemorySecretStore::write(const QString& key, const QString& secret)
{
    m_secrets.insert(key, secret);
    return later<std::monostate>(this, std::monostate{});
}

Async<std::monostate> MemorySecretStore::remove(const QString& key)
{
    m_secrets.remove(key);
    return later<std::monostate>(this, std::monostate{});
}

} // namespace skein
