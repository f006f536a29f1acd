// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MessageActions.h"

#include "core/base/WhenDone.h"

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// Why the service did not do it, as a sentence.
QString reasonOf(const Error& error)
{
    if (!error.detail.isEmpty())
        return MessageActions::tr("GroupMe says: %1").arg(error.detail);
    switch (error.kind) {
    case ErrorKind::Forbidden:
        return MessageActions::tr("GroupMe does not allow it.");
    case ErrorKind::NotFound:
        return MessageActions::tr("It is no longer there.");
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
        return MessageActions::tr("GroupMe could not be reached.");
    case ErrorKind::RateLimited:
        return MessageActions::tr("GroupMe asks us to slow down.");
    default:
        return MessageActions::tr("GroupMe could not do it. Try again later.");
    }
}

QString editReasonOf(const Error& error)
{
    const bool isRefusal
        = error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Forbidden;
    if (isRefusal && error.detail.isEmpty())
        return MessageActions::tr("GroupMe does not let this message be changed any more.");
    return MessageActions::tr("The message was not changed. %1").arg(reasonOf(error));
}

QList<Attachment> attachmentsOf(const QJsonArray& wire)
{
    QList<Attachment> attachments;
    for (const QJsonValue& one : wire)
        attachments.append(readAttachment(one.toObject()));
    return attachments;
}

/// Everybody's reactions as the service told them.
void takeReactions(Message& message, const QList<Reaction>& told)
{
    message.reactions = told;
    message.favoritedBy.clear();
    for (const Reaction& each : reactionsOf(message))
        message.favoritedBy += each.users;
}

} // namespace

MessageActions::MessageActions(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
}

Message MessageActions::withPending(const Message& stored) const
{
    Message shown = stored;
    if (stored.isDeleted())
        return shown;
    if (const auto edit = m_edits.constFind(stored.id); edit != m_edits.constEnd()) {
        shown.text = edit->text;
        shown.attachments = attachmentsOf(edit->attachments);
    }
    if (const auto one = m_reacting.constFind(stored.id); one != m_reacting.constEnd())
        setReaction(shown, m_store.me(), one->wanted);
    if (const auto one = m_pinning.constFind(stored.id); one != m_pinning.constEnd()) {
        const qint64 since = stored.pinnedAt ? stored.pinnedAt : m_clock.now().count() / 1000;
        shown.pinnedAt = one->wanted ? since : 0;
    }
    return shown;
}

void MessageActions::confirm(const ConversationId& conversation, const MessageId& message,
    const std::function<void(Message&)>& how, const std::function<void()>& next)
{
    const auto write = m_store.write([=](Stores& stores, Changes& changes) {
        stores.messages.change(conversation, message, how, changes);
        return true;
    });
    whenDone(this, write, [next](const Result<bool>&) { next(); });
}

// --- Deleting -----------------------------------------------------------------------------------

void MessageActions::remove(const ConversationId& conversation, const MessageId& message)
{
    if (message.isEmpty() || m_removing.contains(message))
        return;
    m_removing.insert(message);
    emit pendingChanged(conversation);
    whenDone(this, m_api.deleteMessage(conversation, message),
        [=, this](const Result<std::monostate>& answer) {
            if (answer)
                return removed(conversation, message);
            m_removing.remove(message);
            emit pendingChanged(conversation);
            emit refused(conversation, message,
                tr("The message was not deleted. %1").arg(reasonOf(answer.error())));
        });
}

void MessageActions::removed(const ConversationId& conversation, const MessageId& message)
{
    const qint64 now = m_clock.now().count() / 1000;
    const auto write = m_store.write([=](Stores& stores, Changes& changes) {
        stores.messages.markDeleted(conversation, message, now, u"sender"_s, changes);
        return true;
    });
    whenDone(this, write, [=, this](const Result<bool>&) {
        m_removing.remove(message);
        emit pendingChanged(conversation);
    });
}

// --- Editing ------------------------------------------------------------------------------------

void MessageActions::edit(const ConversationId& conversation, const MessageId& message,
    const QString& text, const QJsonArray& attachments)
{
    const bool isEmpty = text.trimmed().isEmpty() && attachments.isEmpty();
    if (message.isEmpty() || isEmpty)
        return;
    const bool isSending = m_edits.value(message).isSending;
    m_edits.insert(message, {text, attachments, isSending});
    emit pendingChanged(conversation);
    if (!isSending)
        sendEdit(conversation, message);
}

void MessageActions::sendEdit(const ConversationId& conversation, const MessageId& message)
{
    Edit& edit = m_edits[message];
    edit.isSending = true;
    whenDone(this, m_api.editMessage(conversation, message, edit.text, edit.attachments),
        [=, this, sent = edit](
            const Result<Message>& answer) { edited(conversation, message, sent, answer); });
}

void MessageActions::edited(const ConversationId& conversation, const MessageId& message,
    const Edit& sent, const Result<Message>& answer)
{
    const auto goOn = [=, this] {
        if (m_edits.value(message) != sent) // changed once more meanwhile
            return sendEdit(conversation, message);
        m_edits.remove(message);
        emit pendingChanged(conversation);
        if (answer)
            emit editConfirmed(conversation, message);
        else
            emit editRefused(conversation, message, sent.text, editReasonOf(answer.error()));
    };
    if (!answer)
        return goOn();
    const qint64 now = m_clock.now().count() / 1000;
    confirm(
        conversation, message,
        [fresh = *answer, now](Message& stored) {
            stored.text = fresh.text;
            stored.attachments = fresh.attachments;
            const qint64 at = fresh.updatedAt ? fresh.updatedAt : now;
            stored.updatedAt = std::max(stored.updatedAt, at);
        },
        goOn);
}

// --- Reacting -----------------------------------------------------------------------------------

void MessageActions::react(
    const ConversationId& conversation, const MessageId& message, const ReactionKind& kind)
{
    if (isShowable(kind))
        want(conversation, message, kind);
}

void MessageActions::unreact(const ConversationId& conversation, const MessageId& message)
{
    want(conversation, message, std::nullopt);
}

void MessageActions::want(const ConversationId& conversation, const MessageId& message,
    const std::optional<ReactionKind>& kind)
{
    if (message.isEmpty())
        return;
    const bool isRunning = m_reacting.contains(message);
    m_reacting[message].wanted = kind;
    emit pendingChanged(conversation);
    if (isRunning) // the step under way ends first
        return;
    const auto stored = m_store.read([=, me = m_store.me()](Stores& stores) {
        const auto found = stores.messages.find(conversation, message);
        return found ? reactionOf(*found, me) : std::nullopt;
    });
    whenDone(this, stored, [=, this](const Result<std::optional<ReactionKind>>& given) {
        m_reacting[message].confirmed = given.value_or(std::nullopt);
        nextReaction(conversation, message);
    });
}

void MessageActions::nextReaction(const ConversationId& conversation, const MessageId& message)
{
    const Reacting now = m_reacting.value(message);
    if (now.wanted == now.confirmed) {
        m_reacting.remove(message);
        emit pendingChanged(conversation);
        return;
    }
    // A second reaction replaces the first only perhaps (protocol.md M10).
    const auto next = now.confirmed ? std::nullopt : now.wanted;
    const auto asked
        = next ? m_api.like(conversation, message, *next) : m_api.unlike(conversation, message);
    whenDone(this, asked,
        [=, this](const Result<Reply>& answer) { reacted(conversation, message, next, answer); });
}

void MessageActions::reacted(const ConversationId& conversation, const MessageId& message,
    const std::optional<ReactionKind>& now, const Result<Reply>& answer)
{
    if (!answer) {
        const bool hasLost = m_reacting.take(message).hasLost;
        const QString what = hasLost ? tr("Your reaction was taken away, but the new one was not"
                                          " accepted. %1")
            : now                    ? tr("Your reaction was not accepted. %1")
                                     : tr("Your reaction was not taken away. %1");
        emit pendingChanged(conversation);
        emit refused(conversation, message, what.arg(reasonOf(answer.error())));
        return;
    }
    confirm(
        conversation, message,
        [told = *answer, now, me = m_store.me()](Message& stored) {
            // An answer that does not say who gave which leaves what is known of the others.
            if (told)
                takeReactions(stored, *told);
            else
                setReaction(stored, me, now);
        },
        [=, this] {
            Reacting& state = m_reacting[message];
            state.confirmed = now;
            state.hasLost = !now && state.wanted;
            nextReaction(conversation, message);
        });
}

// --- Pinning ------------------------------------------------------------------------------------

void MessageActions::pin(const ConversationId& conversation, const MessageId& message)
{
    wantPinned(conversation, message, true);
}

void MessageActions::unpin(const ConversationId& conversation, const MessageId& message)
{
    wantPinned(conversation, message, false);
}

void MessageActions::wantPinned(
    const ConversationId& conversation, const MessageId& message, bool pinned)
{
    if (message.isEmpty())
        return;
    const bool isRunning = m_pinning.contains(message);
    m_pinning[message].wanted = pinned;
    emit pendingChanged(conversation);
    if (!isRunning)
        askToPin(conversation, message);
}

void MessageActions::askToPin(const ConversationId& conversation, const MessageId& message)
{
    Pinning& state = m_pinning[message];
    state.asked = state.wanted;
    const auto asked
        = state.asked ? m_api.pin(conversation, message) : m_api.unpin(conversation, message);
    whenDone(this, asked, [=, this](const Result<std::monostate>& answer) {
        pinAnswered(conversation, message, answer);
    });
}

void MessageActions::pinAnswered(const ConversationId& conversation, const MessageId& message,
    const Result<std::monostate>& answer)
{
    if (answer)
        return pinned(conversation, message);
    if (answer.error().kind == ErrorKind::BadRequest)
        return lookAtPin(conversation, message, answer.error());
    pinRefused(conversation, message, answer.error());
}

void MessageActions::lookAtPin(
    const ConversationId& conversation, const MessageId& message, const Error& refusal)
{
    // It may be so already (protocol.md B11, L68); only the message itself tells.
    whenDone(this, m_api.message(conversation, message), [=, this](const Result<Message>& answer) {
        const bool isSo = answer && (answer->pinnedAt != 0) == m_pinning.value(message).asked;
        if (isSo)
            pinned(conversation, message);
        else
            pinRefused(conversation, message, refusal);
    });
}

void MessageActions::pinned(const ConversationId& conversation, const MessageId& message)
{
    const bool isPinned = m_pinning.value(message).asked;
    const qint64 now = m_clock.now().count() / 1000;
    confirm(
        conversation, message,
        [=](Message& stored) {
            stored.pinnedAt = !isPinned ? 0 : stored.pinnedAt ? stored.pinnedAt : now;
        },
        [=, this] {
            if (m_pinning.value(message).wanted != isPinned)
                return askToPin(conversation, message);
            m_pinning.remove(message);
            emit pendingChanged(conversation);
        });
}

void MessageActions::pinRefused(
    const ConversationId& conversation, const MessageId& message, const Error& error)
{
    const QString what = m_pinning.take(message).asked ? tr("The message was not pinned. %1")
                                                       : tr("The message was not unpinned. %1");
    emit pendingChanged(conversation);
    emit refused(conversation, message, what.arg(reasonOf(error)));
}

} // namespace skein
