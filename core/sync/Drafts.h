// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unsent text per conversation, on disk soon after each change and at once on switching away.
// Main thread.

#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

namespace skein {

class Drafts : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds pause{400};

    Drafts(AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// The kept text; "" when there is none.
    [[nodiscard]] Async<QString> load(const ConversationId& conversation);
    /// Replaces the kept text; "" forgets it. Written within half a second.
    void save(const ConversationId& conversation, const QString& text);
    /// Writes what is not written yet.
    void flush();

private:
    AccountStore& m_store;
    QHash<ConversationId, QString> m_unwritten;
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
