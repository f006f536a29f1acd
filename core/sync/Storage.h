// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the person is told about their data on this computer. Watches the account's store and says
// what happened to it; decides nothing about what is kept. Main thread.

#include "core/store/AccountStore.h"

namespace skein {

class Storage : public QObject {
    Q_OBJECT
public:
    explicit Storage(AccountStore& store, QObject* parent = nullptr);

    /// A damaged file was set aside when this run began; the data starts anew, with what could be
    /// saved of it.
    [[nodiscard]] bool wasSetAside() const { return m_wasSetAside; }

signals:
    void setAside();

private:
    bool m_wasSetAside = false;
};

} // namespace skein
