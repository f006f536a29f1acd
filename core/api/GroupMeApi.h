// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls, typed: builds each request with Endpoints, sends it, reads the answer with
// Envelope and JsonReaders. Knows no store, retries nothing. Main thread.

#include "core/base/Async.h"
#include "core/net/HttpTransport.h"
#include "core/types/Cards.h"
#include "core/types/Conversation.h"
#include "core/types/Reactions.h"

#include <QHash>
#include <QJsonValue>
#include <QObject>

#include <functional>
#include <variant>

namespace skein {

/// Which messages of a conversation (protocol.md J2). Cursors are exclusive.
struct PageCursor {
    enum class Kind { Newest, Before, Since, After };
    Kind kind = Kind::Newest;
    MessageId id; ///< empty for Newest

    bool operator==(const PageCursor&) const = default;
};

/// One page of a thread; empty stands for 304 as well.
struct MessagePage {
    QList<Message> messages; ///< oldest first, whatever the order on the wire
    bool cameAscending = true; ///< oldest first on the wire (says nothing of one message)
    std::optional<ReadReceipt> receipt; ///< direct chats only; look at its user
    int skipped = 0; ///< rows that were no messages

    bool operator==(const MessagePage&) const = default;
};

struct OutgoingMessage {
    SourceGuid guid;
    QString text;
    QJsonArray attachments;
};

class GroupMeApi : public QObject {
    Q_OBJECT
public:
    static constexpr int pageLimit = 100; ///< protocol.md M3: ask 100, trust nothing

    explicit GroupMeApi(HttpTransport& transport, QObject* parent = nullptr);

    /// Any call that has its endpoint and reader elsewhere (Ask.h): the opened answer.
    [[nodiscard]] Async<QJsonValue> ask(const HttpRequest& request);

    /// GET /users/me (B1).
    [[nodiscard]] Async<Person> me(HttpRequest::Priority priority = HttpRequest::Priority::Open);
    /// POST v2 /access_tokens/current/destroy (H6): the token is good for nothing any more.
    [[nodiscard]] Async<std::monostate> revokeToken();
    /// GET /chats, one page from 1; an empty list ends the pages (B2).
    [[nodiscard]] Async<QList<ConversationSummary>> chats(int page, const UserId& me);
    /// GET /chats/:chat_id (B3).
    [[nodiscard]] Async<ConversationSummary> chat(const ConversationId& id, const UserId& me);
    /// GET /direct_messages (B5), or /groups/:id/messages for groups and topics (D3, D6).
    [[nodiscard]] Async<MessagePage> messages(const ConversationId& conversation,
        const PageCursor& cursor, HttpRequest::Priority priority);
    /// POST /direct_messages (B6), or /groups/:id/messages (D4): the created message. `notAfter`
    /// and `turn`: as in HttpRequest.
    [[nodiscard]] Async<Message> sendMessage(const ConversationId& conversation,
        const OutgoingMessage& message,
        std::optional<std::chrono::milliseconds> notAfter = std::nullopt,
        const std::shared_ptr<Turn>& turn = {});
    /// DELETE /conversations/:id/messages/:id (B7). 404 counts as done: already gone.
    [[nodiscard]] Async<std::monostate> deleteMessage(
        const ConversationId& conversation, const MessageId& message);
    /// One message as the service has it now (B5, B9).
    [[nodiscard]] Async<Message> message(const ConversationId& conversation,
        const MessageId& message, HttpRequest::Priority priority = HttpRequest::Priority::Open);
    /// PUT v4 .../messages/:id (B9) with all attachments: the message as it is then.
    [[nodiscard]] Async<Message> editMessage(const ConversationId& conversation,
        const MessageId& message, const QString& text, const QJsonArray& attachments);
    /// POST /messages/:id/:id/like, /unlike (B10): everybody's reactions as they are then; none
    /// when the answer does not say who gave which. A second like replaces nothing reliably.
    [[nodiscard]] Async<std::optional<QList<Reaction>>> like(
        const ConversationId& conversation, const MessageId& message, const ReactionKind& kind);
    [[nodiscard]] Async<std::optional<QList<Reaction>>> unlike(
        const ConversationId& conversation, const MessageId& message);
    /// POST .../pin, .../unpin (B11): BadRequest also when it is so already.
    [[nodiscard]] Async<std::monostate> pin(
        const ConversationId& conversation, const MessageId& message);
    [[nodiscard]] Async<std::monostate> unpin(
        const ConversationId& conversation, const MessageId& message);
    /// GET /pinned/... (B11), latest pin first; empty where nothing can be pinned.
    [[nodiscard]] Async<QList<Message>> pinnedMessages(const ConversationId& conversation);
    [[nodiscard]] Async<Poll> poll(const ConversationId& conversation, const QString& poll); ///< F4
    [[nodiscard]] Async<CalendarEvent> calendarEvent(
        const ConversationId& conversation, const QString& event); ///< F4
    /// POST v2 /read_receipts (B8): the head as the service has it, perhaps newer than `message`.
    [[nodiscard]] Async<ReadReceipt> sendReadReceipt(
        const ConversationId& conversation, const MessageId& message);
    /// GET v4 /read_receipts (B8): own read positions by conversation id. Optional.
    [[nodiscard]] Async<QHash<QString, MessageId>> readPositions();
    /// POST v4 /read_receipts/:id (B8): own read position in a group or topic. Optional.
    [[nodiscard]] Async<std::monostate> sendReadPosition(
        const ConversationId& conversation, const MessageId& message);

    // Groups (protocol.md D). Refusals carry the service's words in Error::detail.
    /// GET /groups?omit=memberships, one page from 1; an empty list ends the pages (D1).
    [[nodiscard]] Async<QList<ConversationSummary>> groups(int page);
    /// GET /groups/:id, with members and roles (D2).
    [[nodiscard]] Async<ConversationSummary> group(const ConversationId& group);
    /// POST /groups/:id/memberships/update (D5): the own nickname there, as it is now; of an answer
    /// without words that is the one that was asked for, and nothing else is told.
    [[nodiscard]] Async<Member> setNickname(const ConversationId& group, const QString& nickname);
    /// POST /groups/:id/members/:membership_id/remove (D5); leaving is removing oneself.
    [[nodiscard]] Async<std::monostate> removeMember(
        const ConversationId& group, const QString& membershipId);

    // Topics (protocol.md E). Of a topic made or changed, the answer tells only a part.
    /// GET /groups/:id/subgroups, one page from 1; an empty list ends the pages (E1).
    [[nodiscard]] Async<QList<ConversationSummary>> topics(const ConversationId& group, int page);
    [[nodiscard]] Async<ConversationSummary> topic(const ConversationId& topic); ///< E2
    [[nodiscard]] Async<ConversationSummary> createTopic(
        const ConversationId& group, const TopicDraft& draft); ///< E3
    /// E4. None: it is done, and the answer told nothing more (0.3).
    using ChangedTopic = std::optional<ConversationSummary>;
    [[nodiscard]] Async<ChangedTopic> updateTopic(
        const ConversationId& topic, const TopicDraft& draft);
    /// E4; 404 counts as done: already gone.
    [[nodiscard]] Async<std::monostate> deleteTopic(const ConversationId& topic);

    /// Silences a group's main channel (D5) or a topic (E5); no duration: until unmuted. The
    /// answer holds private data that goes no further than this call. None: it is done, and the
    /// answer told nothing more (0.3).
    using Muted = std::optional<MuteState>;
    [[nodiscard]] Async<Muted> mute(
        const ConversationId& conversation, std::optional<std::chrono::minutes> duration);
    [[nodiscard]] Async<Muted> unmute(const ConversationId& conversation);

signals:
    /// After every call; nullopt when the service answered it well. For Connection.
    void answered(const std::optional<skein::Error>& error);
    /// The service's clock in Unix seconds, whenever an answer tells it. For ServiceClock.
    void dated(qint64 seconds);

private:
    template <class T>
    using Reader = std::function<Result<T>(const HttpReply& reply, const QJsonValue& value)>;
    template <class T>
    [[nodiscard]] Async<T> call(const HttpRequest& request, Reader<T> read);
    template <class T>
    [[nodiscard]] static Result<T> open(const HttpReply& reply, const Reader<T>& read);
    void report(const std::optional<Error>& error);
    void noteDate(const HttpReply& reply);
    [[nodiscard]] Async<QList<ConversationSummary>> list(const HttpRequest& request,
        std::function<std::optional<QList<ConversationSummary>>(const QJsonValue&)> read);
    [[nodiscard]] Async<std::monostate> goneIsDone(const HttpRequest& request);
    [[nodiscard]] Async<std::optional<QList<Reaction>>> reacting(const HttpRequest& request);
    [[nodiscard]] Async<ConversationSummary> oneTopic(
        const HttpRequest& request, const ConversationId& group);
    [[nodiscard]] Async<Muted> muting(const HttpRequest& request);

    HttpTransport& m_transport;
};

} // namespace skein
