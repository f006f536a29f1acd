// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Own messages on their way: on disk before the network is touched, one outstanding send per
// conversation, in order, each arriving exactly once (protocol.md J7), its files before it. A row
// ends when its message is in the thread, whoever brought it: the answer, a poll or a check. Main
// thread.

#include "core/base/Clock.h"
#include "core/sync/DeliveryCheck.h"
#include "core/sync/Uploads.h"

#include <functional>
#include <map>

namespace skein {

class Outbox : public QObject {
    Q_OBJECT
public:
    static constexpr int maxLength = 1000; ///< UTF-16 units (protocol.md B6)
    /// The service remembers a guid for a minute; the same one is sent again only well inside it.
    static constexpr std::chrono::seconds resendWindow{45};
    static constexpr std::chrono::seconds guidMemory{60};
    static constexpr int conflictChecks = 3;

    Outbox(GroupMeApi& api, AccountStore& store, PageReader& reader, Uploads& uploads, Clock& clock,
        std::function<double()> random, QObject* parent = nullptr);
    ~Outbox() override;

    /// Takes up what an earlier run left.
    void start();
    /// Asks for nothing more until start(): the token was refused, or the program ends. What has
    /// not left yet stays; an answer that is still to come counts.
    void stop();

    /// Queues a message with copies of its files (StagedFiles), which are the outbox's from now
    /// on. The conversation's draft stays as it is. Blank text with nothing beside it, or text
    /// over maxLength, is refused: an empty guid.
    SourceGuid send(const ConversationId& conversation, const OutgoingContent& content)
    {
        return queue(conversation, content, DraftStays::Yes);
    }
    SourceGuid send(const ConversationId& conversation, const QString& text,
        const QJsonArray& attachments = {});
    /// The same of what was the conversation's draft, which ends in the same step on disk.
    SourceGuid sendDraft(const ConversationId& conversation, const OutgoingContent& content)
    {
        return queue(conversation, content, DraftStays::No);
    }
    /// A failed or unconfirmed row is tried again; also ends the pause after a 403.
    void retry(const SourceGuid& guid);
    /// Sends a queued row no more, and tells what it is; nothing when it has left or is gone. It
    /// stays on disk until its message stands in a draft again (Drafts::tookBack()).
    [[nodiscard]] Async<std::optional<OutboxRow>> withdraw(const SourceGuid& guid);
    /// Forgets a row, unless a request for it is under way.
    void discard(const SourceGuid& guid);
    /// Ends the pause after a 403.
    void resume();
    /// GroupMe can be reached again: what waits for that need not wait longer.
    void wakeUp();

    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// How far the files of a row are; nothing when none is on its way.
    [[nodiscard]] std::optional<UploadProgress> progress(const SourceGuid& guid) const
    {
        return m_uploads.progress(guid);
    }

signals:
    /// The row could not be written to disk: what it said is the caller's again.
    void refused(const skein::ConversationId& conversation, const skein::OutgoingContent& content,
        const QString& reason);
    /// progress() of this row changed.
    void progressed(const skein::SourceGuid& guid);
    /// A message was accepted: a good moment to look at the conversation.
    void delivered(const skein::ConversationId& conversation);
    /// Only admins may write there, which was not known or not true before.
    void barred(const skein::ConversationId& conversation);
    /// After a 403 on a send (protocol.md A2), and when it ends.
    void pausedChanged(bool paused);
    /// A send was answered with 401; the row waits. Whoever knows asks /users/me.
    void unauthorized();

private:
    struct Lane;
    using State = OutboxRow::State;

    enum class DraftStays { Yes, No };

    /// A message that was handed over to be sent.
    struct Post {
        OutboxRow row;
        bool firstTry = false;
        std::shared_ptr<Turn> turn;
        Async<Message> answer;
    };

    SourceGuid queue(
        const ConversationId& conversation, const OutgoingContent& content, DraftStays draftStays);
    Lane& lane(const ConversationId& id);
    /// Whether anything may be sent now.
    [[nodiscard]] bool maySend() const { return m_running && !m_paused && m_doubts == 0; }
    void advance(const ConversationId& id);
    void decide(const ConversationId& id, const std::optional<OutboxRow>& next);
    void fallIdle(const ConversationId& id);
    void uploaded(const OutboxRow& row, const std::optional<Error>& error);
    void dispatch(OutboxRow row);
    void post(const OutboxRow& row, bool firstTry);
    void holdBack(OutboxRow row, bool firstTry);
    void recall(const SourceGuid& guid);
    void recallAll();
    void posted(OutboxRow row, bool firstTry, const Result<Message>& answer);
    void confirm(const OutboxRow& row, Message message);
    void refusedBy(OutboxRow row, bool firstTry, const Error& error);
    void forbidden(const OutboxRow& row, const Error& error);
    void endDoubt();
    void refusedByPlaceOrAccount(const OutboxRow& row, const Error& error);
    void check(const OutboxRow& row);
    void checked(OutboxRow row, const std::optional<Error>& error, bool found);
    void put(const OutboxRow& row, std::chrono::milliseconds pause);
    void fail(OutboxRow row, State state, const QString& reason);
    void rest(const ConversationId& id, std::chrono::milliseconds pause);
    void setPaused(bool paused);
    [[nodiscard]] std::chrono::milliseconds age(const OutboxRow& row) const;
    [[nodiscard]] std::chrono::milliseconds sinceLastSent(const OutboxRow& row);
    void forget(const SourceGuid& guid);
    void takeBackTry(OutboxRow& row);
    [[nodiscard]] std::chrono::milliseconds backoff(const ConversationId& id,
        const std::optional<std::chrono::milliseconds>& retryAfter = std::nullopt);

    GroupMeApi& m_api;
    AccountStore& m_store;
    PageReader& m_reader;
    Uploads& m_uploads;
    Clock& m_clock;
    std::function<double()> m_random;
    bool m_running = false;
    bool m_paused = false;
    int m_doubts = 0; ///< refusals of which it is not known yet who refuses
    // Clock::monotonic() of the tries of this run.
    QHash<SourceGuid, std::chrono::milliseconds> m_firstSent;
    QHash<SourceGuid, std::chrono::milliseconds> m_lastSent;
    QSet<SourceGuid> m_withdrawn; ///< not to be sent
    QHash<SourceGuid, Post> m_posts; ///< without an answer
    std::map<QString, std::unique_ptr<Lane>> m_lanes; ///< by ConversationId::key()
};

} // namespace skein
