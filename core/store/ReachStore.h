// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far back each conversation is complete, read from the stretches that MessageStore keeps.
// Changes nothing. Store's thread.

#include "core/store/Database.h"
#include "core/types/SyncReport.h"

namespace skein {

class ReachStore {
public:
    explicit ReachStore(Database& database) : m_database(database) { }

    /// Latest activity first; conversations that were left are told of too.
    [[nodiscard]] QList<ConversationReach> all() const;

private:
    Database& m_database;
};

} // namespace skein
