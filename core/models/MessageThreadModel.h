// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ThreadModel of the program: a sliding window over one conversation in the store, its waiting
// outbox rows last. Every change becomes the fewest row operations; reset only when the conversation
// changes or the window jumps. Reads run on the store's thread.

#include "core/models/ThreadModel.h"

namespace skein {

class MessageThreadModel : public ThreadModel {
    Q_OBJECT
public:
    using ThreadModel::ThreadModel;

    [[nodiscard]] const ConversationId& conversation() const { return m_conversation; }
    /// Shows another conversation; `opened` follows.
    void open(const ConversationId& id);
    void close();

private:
    ConversationId m_conversation;
};

}
