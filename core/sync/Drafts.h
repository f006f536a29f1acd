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
    void tookBack(const SourceGuid& row) { m_unkept.tookBack.insert(row); }
    /// This edit is on its way to the service: it stands in no composer, but the disk has it until
    /// it is settled, so that a crash gives it back. There may be several.
    void keepEdit(const ConversationId& conversation, const BegunEdit& edit);
    /// The service has it.
    void settleEdit(const ConversationId& conversation, const MessageId& message);
    /// It stands in a saved draft again, and leaves its own place in the same step.
    void tookBackEdit(const ConversationId& conversation, const MessageId& message);
    /// Or else it was refused while another one is being written: load() or leftEdit() gives it
    /// back after that.
    void putOffEdit(const ConversationId& conversation, const MessageId& message);
    /// An edit of which no answer comes any more, and which stands in no draft; an empty one when
    /// there is none. It keeps its place until tookBackEdit().
    [[nodiscard]] Async<BegunEdit> leftEdit(const ConversationId& conversation);
    [[nodiscard]] Async<DraftSubjects> subjects(
        const ConversationId& conversation, const MessageDraft& draft);
    /// Writes what is not written yet.
    void flush();
    /// Everything is on disk.
    [[nodiscard]] bool areKept() const { return m_unkept == Unkept(); }

private:
    using Edit = std::pair<ConversationId, MessageId>;
    /// Made, and not known to be on disk.
    struct Unkept {
        QHash<ConversationId, MessageDraft> drafts;
        QHash<Edit, BegunEdit> edits; ///< on their way
        QSet<Edit> tookBackEdits; ///< that are to go with the drafts
        QSet<SourceGuid> tookBack; ///< rows that are
        bool operator==(const Unkept&) const = default;
    };
    struct Kept {
        MessageDraft draft;
        QList<BegunEdit> sent;
    };
    [[nodiscard]] BegunEdit leftOf(
        const ConversationId& conversation, const QList<BegunEdit>& sent) const;
    [[nodiscard]] MessageDraft withLeftEdit(const ConversationId& conversation, const Kept& kept);
    void writeSoon();
    void noteWritten(const Unkept& written);

    AccountStore& m_store;
    Unkept m_unkept;
    QSet<Edit> m_sentEdits; ///< of which an answer is to come
    std::unique_ptr<Timer> m_timer;
};

} // namespace skein
