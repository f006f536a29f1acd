// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Storage.h"

#include "core/base/WhenDone.h"

namespace skein {

Storage::Storage(AccountStore& store, QObject* parent) : QObject(parent)
{
    whenDone(this, store.quarantined(), [this](const Result<QString>& place) {
        m_wasSetAside = place && !place->isEmpty();
        if (m_wasSetAside)
            emit setAside();
    });
}

} // namespace skein
