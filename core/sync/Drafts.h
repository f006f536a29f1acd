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
    /// Words from elsewhere: at the end of what is kept.
    void add(const ConversationId& conversation, const QString& text);
    /// The outbox has it, and takes what is on disk away with its row: nothing is written here.
    void handedOver(const ConversationId& conversation);
    /// The message of this row of the outbox stands in a saved draft again: the row goes in the
    /// same step as the draft is written, so that its files belong to one of them at any time.
    void tookBack(const SourceGuid& row) { m_tookBack.insert(row); }
    /// This edit is on its way to the service: it stands in no composer, but the disk has it until
    /// it is settled, so that a crash gives it back.
    void keepEdit(const ConversationId& conversation, const BegunEdit& edit);
    /// The service has it.
    void settleEdit(const ConversationId& conversation, const MessageId& message);
    /// Or else it stands in a saved draft again.
    void tookBackEdit(const ConversationId& conversation, const MessageId& message);
    [[nodiscard]] Async<DraftSubjects> subjects(
        const ConversationId& conversation, const MessageDraft& draft);
    /// Writes what is not written yet.
    void flush();
    /// Everything is on disk.
    [[nodiscard]] bool areKept() const { return m_unkept.isEmpty() && m_tookBack.isEmpty(); }

private:
    [[nodiscard]] MessageDraft withSentEdit(
        const ConversationId& conversation, MessageDraft draft) const;

    AccountStore& m_store;
    QHash<ConversationId, MessageDraft> m_unkept; ///< made, and not known to be on disk
    QHash<ConversationId, BegunEdit> m_sentEdits; ///< the last of each
    QSet<SourceGuid> m_tookBack; ///< rows that are to go with them
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
