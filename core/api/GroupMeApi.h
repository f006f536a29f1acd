// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls, typed: builds each request with Endpoints, sends it, reads the answer with
// Envelope and JsonReaders. Knows no store, retries nothing. Main thread.

#include "core/base/Async.h"
#include "core/net/HttpTransport.h"
#include "core/types/Conversation.h"

#include <QHash>
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
    bool cameAscending = true; ///< oldest first on the wire (trivially true for one message)
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

    /// GET /users/me (B1).
    [[nodiscard]] Async<Person> me(HttpRequest::Priority priority = HttpRequest::Priority::Open);
    /// GET /chats, one page from 1; an empty list ends the pages (B2).
    [[nodiscard]] Async<QList<ConversationSummary>> chats(int page, const UserId& me);
    /// GET /chats/:chat_id (B3).
    [[nodiscard]] Async<ConversationSummary> chat(const ConversationId& id, const UserId& me);
    /// GET /direct_messages (B5). Unsupported for groups and topics.
    [[nodiscard]] Async<MessagePage> messages(const ConversationId& conversation,
        const PageCursor& cursor, HttpRequest::Priority priority);
    /// POST /direct_messages (B6): the created message. `notAfter`: HttpRequest::notAfter.
    [[nodiscard]] Async<Message> sendMessage(const ConversationId& conversation,
        const OutgoingMessage& message,
        std::optional<std::chrono::milliseconds> notAfter = std::nullopt);
    /// DELETE /conversations/:id/messages/:id (B7). 404 counts as done: already gone.
    [[nodiscard]] Async<std::monostate> deleteMessage(
        const ConversationId& conversation, const MessageId& message);
    /// POST v2 /read_receipts (B8): the head as the service has it, perhaps newer than `message`.
    [[nodiscard]] Async<ReadReceipt> sendReadReceipt(
        const ConversationId& conversation, const MessageId& message);
    /// GET v4 /read_receipts (B8): own read positions by conversation id. Optional.
    [[nodiscard]] Async<QHash<QString, MessageId>> readPositions();

signals:
    /// After every call; nullopt when the service answered it well. For Connection.
    void answered(const std::optional<skein::Error>& error);

private:
    template <class T>
    using Reader = std::function<Result<T>(const HttpReply& reply, const QJsonValue& value)>;
    template <class T>
    [[nodiscard]] Async<T> call(const HttpRequest& request, Reader<T> read);
    template <class T>
    [[nodiscard]] static Result<T> open(const HttpReply& reply, const Reader<T>& read);
    void report(const std::optional<Error>& error);

    HttpTransport& m_transport;
};

} // namespace skein
