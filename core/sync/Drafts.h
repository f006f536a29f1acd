// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands unsent in each conversation, on disk soon after each change and at once on switching
// away. What the disk does not take stays here until it does. Main thread.

#include "core/base/Clock.h"
#include "core/store/AccountStore.h"

namespace skein {

/// The messages that a draft speaks of, where they are known and not deleted.
struct DraftSubjects {
    std::optional<Message> answered;
    std::optional<Message> edited;
};

class Drafts : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds pause{400};
    static constexpr std::chrono::seconds retryPause{5};

    Drafts(AccountStore& store, Clock& clock, QObject* parent = nullptr);

    /// What is kept; an empty one when there is none.
    [[nodiscard]] Async<MessageDraft> load(const ConversationId& conversation);
    /// Replaces what is kept; an empty one forgets it. Written within half a second.
    void save(const ConversationId& conversation, const MessageDraft& draft);
    /// The outbox has it, and takes what is on disk away with its row: nothing is written here.
    void handedOver(const ConversationId& conversation) { m_unkept.remove(conversation); }
    [[nodiscard]] Async<DraftSubjects> subjects(
        const ConversationId& conversation, const MessageDraft& draft);
    /// Writes what is not written yet.
    void flush();
    /// Everything is on disk.
    [[nodiscard]] bool areKept() const { return m_unkept.isEmpty(); }

private:
    AccountStore& m_store;
    QHash<ConversationId, MessageDraft> m_unkept; ///< made, and not known to be on disk
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
