// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a thread view shows: the rows of one conversation, oldest first, as a window of some
// hundreds over its history. The rows' words (roles) are made here; where the rows come from is the
// subclass's matter (MessageThreadModel in the program, a list in tests). Main thread.

#include "core/base/Result.h"
#include "core/types/Conversation.h"

#include <QAbstractListModel>

#include <optional>

namespace skein {

/// The message that a reply answers, as far as it is known here.
struct Quote {
    enum class State {
        Missing, ///< not asked for yet, or on its way
        Known,
        Gone, ///< the service has it no longer
    };
    MessageId target;
    State state = State::Missing;
    UserId senderId; ///< this and the rest: when Known
    QString senderName; ///< as it was when sent; may be empty
    QString words; ///< previewWords() of the target
    bool isDeleted = false;
    bool isHidden = false; ///< of somebody who is blocked: `words` say so
    QUrl picture; ///< the target's first picture; empty: none

    bool operator==(const Quote&) const = default;
};

/// A message as the thread shows it.
struct ThreadRow {
    enum class Delivery {
        Received, ///< somebody else's, or a system row
        Queued, ///< own, waits on disk
        Sending,
        Sent,
        Seen, ///< own, and the other side has read up to it (direct chats only)
        Failed, ///< `reason` says why; Retry or Discard
        Unconfirmed, ///< may have arrived; the person decides; `reason` says so
        Deleting, ///< own deletion under way
    };
    /// What stands between this row and the one above it, or the top of the thread.
    enum class Above { Nothing, Gap, Loading, Beginning };

    QString key; ///< identity over the row's life: own messages keep it from outbox to service
    Message message;
    Delivery delivery = Delivery::Received;
    QString reason;
    Above above = Above::Nothing;
    bool isOwn = false;
    std::optional<Quote> quote; ///< of a reply
    /// Of somebody who is blocked: `message` holds nothing but who wrote it and when.
    bool isHidden = false;
    std::optional<int> uploaded; ///< per cent of its files, while they are on their way

    bool operator==(const ThreadRow&) const = default;
};

/// Where the reader is: a row and how far below the viewport's top edge that row's top edge is, in
/// device-independent pixels (negative: above it).
struct ThreadPlace {
    QString rowKey; ///< empty: the end
    int offset = 0;

    bool operator==(const ThreadPlace&) const = default;
};

/// What stands in place of a hidden message.
[[nodiscard]] QString hiddenRowWords();

/// A row for who hears it: sender, text, what it `carries` and what stands `beneath`, time and
/// state, and before them that messages are missing above. Of photos and videos the text is the
/// caption, and comes after them.
[[nodiscard]] QString spokenRow(
    const ThreadRow& row, const QStringList& carries, const QStringList& beneath = {});

/// How a jump to a message ended.
struct JumpEnd {
    enum class Outcome {
        Found, ///< its row is in the window
        Gone, ///< the service has it no longer
        Failed, ///< `reason` says why
        Cancelled,
    };
    MessageId target;
    Outcome outcome = Outcome::Found;
    QString reason; ///< a sentence

    bool operator==(const JumpEnd&) const = default;
};

/// Why a message could not be brought here, as a sentence.
[[nodiscard]] QString jumpFailure(const Error& error);

class ThreadModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        DeliveryRole = Qt::UserRole + 1, ///< int(ThreadRow::Delivery)
        MessageIdRole, ///< QString, empty for waiting rows
        OwnRole, ///< bool
        UploadRole, ///< int, ThreadRow::uploaded; invalid: nothing is on its way
    };

    using QAbstractListModel::QAbstractListModel;

    /// DisplayRole: the text. AccessibleTextRole: spokenRow() with a word for what it carries.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] virtual const ThreadRow& row(int row) const = 0;
    [[nodiscard]] virtual int count() const = 0;

    /// Whose rows these are; null when nothing is open.
    [[nodiscard]] virtual ConversationId conversation() const { return {}; }
    [[nodiscard]] int rowOfKey(const QString& key) const; ///< -1 when not in the window
    [[nodiscard]] int rowOfMessage(const MessageId& message) const; ///< likewise

    /// True once the first rows (or their absence) are known; before, a view shows a skeleton.
    [[nodiscard]] virtual bool isLoaded() const = 0;
    /// The window's last row is the newest message known.
    [[nodiscard]] virtual bool isAtEnd() const = 0;
    /// Messages of others, here or beyond the window, that were not seen yet.
    [[nodiscard]] virtual int unread() const = 0;
    /// An own message waits for the person, who is to try again or give it up: at the end, here or
    /// beyond the window.
    [[nodiscard]] virtual bool hasFailed() const = 0;
    /// The row above which the unread line stands; -1 for none. Stays while the thread is open.
    [[nodiscard]] virtual int firstUnreadRow() const = 0;

    /// The view says which rows are visible; the model loads older or newer ones, or fills a gap,
    /// when the edge or the gap is near. Cheap: called on every scroll.
    virtual void setVisibleRows(int first, int last) = 0;
    /// The view remembers where the reader is, for the next open and the next start.
    virtual void rememberPlace(const ThreadPlace& place) = 0;
    /// Moves the window so that it holds the end; `opened` follows, at the end.
    virtual void openAtEnd() = 0;
    /// Moves the window so that it holds this place again, whose row is of `message` (empty: of a
    /// waiting row, at the end); `opened` follows.
    virtual void openPlace(const ThreadPlace& place, const MessageId& message) = 0;
    /// Makes sure that the window holds `target`, from the store or, with what stands around it,
    /// from the service. jumpEnded follows: at once when it is here already; else after jumpStarted
    /// and, when the window moved, after `opened`.
    virtual void openAt(const MessageId& target) = 0;
    /// Shows what a blocked person wrote, until something else is opened.
    virtual void showHidden(const MessageId&) { }
    /// The jump under way ends here, if there is one.
    virtual void cancelJump() = 0;

signals:
    /// Rows stand after a switch (the model was reset): the view puts `place` where it was; with an
    /// empty place it puts the unread line into the upper third, or else goes to the end.
    void opened(const skein::ThreadPlace& place);
    /// unread() or hasFailed() changed.
    void unreadChanged(int unread);
    void jumpStarted(const skein::MessageId& target);
    void jumpEnded(const skein::JumpEnd& end);
};

} // namespace skein
