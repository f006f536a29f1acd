// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Drafts.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

Drafts::Drafts(AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_timer(clock.timer([this] { flush(); }))
{
}

Async<MessageDraft> Drafts::load(const ConversationId& conversation)
{
    flush();
    const auto typed = m_unkept.drafts.constFind(conversation);
    if (typed != m_unkept.drafts.cend())
        return later<MessageDraft>(this, *typed);
    const auto kept = m_store.read([conversation](Stores& stores) {
        return Kept{stores.drafts.load(conversation), stores.drafts.sentEdits(conversation)};
    });
    return andThen(this, kept, [this, conversation](const Kept& found) {
        return later<MessageDraft>(this, withLeftEdit(conversation, found));
    });
}

Async<BegunEdit> Drafts::leftEdit(const ConversationId& conversation)
{
    const auto sent = m_store.read(
        [conversation](Stores& stores) { return stores.drafts.sentEdits(conversation); });
    return andThen(this, sent, [this, conversation](const QList<BegunEdit>& edits) {
        return later<BegunEdit>(this, leftOf(conversation, edits));
    });
}

BegunEdit Drafts::leftOf(const ConversationId& conversation, const QList<BegunEdit>& sent) const
{
    const auto left = std::ranges::find_if(sent, [&](const BegunEdit& edit) {
        const Edit key{conversation, edit.message};
        return !m_sentEdits.contains(key) && !m_unkept.tookBackEdits.contains(key);
    });
    return left == sent.end() ? BegunEdit() : *left;
}

/// An edit of which no answer comes any more has its place in the draft again, one at a time.
MessageDraft Drafts::withLeftEdit(const ConversationId& conversation, const Kept& kept)
{
    MessageDraft draft = kept.draft;
    const BegunEdit left = leftOf(conversation, kept.sent);
    const bool hasRoom = draft.edit.message.isEmpty() && !m_unkept.drafts.contains(conversation);
    if (left.message.isEmpty() || !hasRoom)
        return draft;
    draft.edit = left;
    save(conversation, draft);
    tookBackEdit(conversation, left.message);
    return draft;
}

void Drafts::writeSoon()
{
    if (!m_timer->isActive())
        m_timer->start(pause);
}

void Drafts::save(const ConversationId& conversation, const MessageDraft& draft)
{
    m_unkept.drafts[conversation] = draft;
    writeSoon();
}

void Drafts::add(const ConversationId& conversation, const QString& text)
{
    const auto joined = [text](MessageDraft draft) {
        QString& kept = draft.content.text;
        kept = kept.isEmpty() ? text : kept + u'\n' + text;
        draft.caret = -1;
        return draft;
    };
    if (const auto typed = m_unkept.drafts.constFind(conversation); typed != m_unkept.drafts.cend())
        return save(conversation, joined(*typed));
    const auto write = m_store.write([conversation, joined](Stores& stores, Changes& changes) {
        stores.drafts.save(conversation, joined(stores.drafts.load(conversation)), changes);
        return true;
    });
    Q_UNUSED(write)
}

void Drafts::handedOver(const ConversationId& conversation)
{
    m_unkept.drafts.remove(conversation);
}

void Drafts::keepEdit(const ConversationId& conversation, const BegunEdit& edit)
{
    const Edit key{conversation, edit.message};
    m_sentEdits.insert(key);
    m_unkept.edits.insert(key, edit);
    m_unkept.tookBackEdits.remove(key);
    writeSoon();
}

void Drafts::settleEdit(const ConversationId& conversation, const MessageId& message)
{
    if (!m_sentEdits.remove({conversation, message}))
        return;
    m_unkept.edits.remove({conversation, message});
    // Where the disk does not take it, the edit comes back at the next start, and is not lost.
    const auto write = m_store.write([conversation, message](Stores& stores, Changes& changes) {
        stores.drafts.dropSentEdit(conversation, message, changes);
        return true;
    });
    Q_UNUSED(write)
}

void Drafts::tookBackEdit(const ConversationId& conversation, const MessageId& message)
{
    m_sentEdits.remove({conversation, message});
    m_unkept.edits.remove({conversation, message});
    m_unkept.tookBackEdits.insert({conversation, message});
    writeSoon();
}

void Drafts::putOffEdit(const ConversationId& conversation, const MessageId& message)
{
    m_sentEdits.remove({conversation, message});
}

Async<DraftSubjects> Drafts::subjects(const ConversationId& conversation, const MessageDraft& draft)
{
    if (draft.replyTo.isEmpty() && draft.edit.message.isEmpty())
        return later<DraftSubjects>(this, DraftSubjects{});
    return m_store.read([conversation, answered = draft.replyTo, edited = draft.edit.message](
                            Stores& stores) -> DraftSubjects {
        const auto known = [&](const MessageId& id) {
            auto message = id.isEmpty() ? std::nullopt : stores.messages.find(conversation, id);
            return message && message->isDeleted() ? std::nullopt : message;
        };
        return {.answered = known(answered), .edited = known(edited)};
    });
}

void Drafts::flush()
{
    m_timer->stop();
    if (areKept())
        return;
    const auto write = m_store.write([now = m_unkept](Stores& stores, Changes& changes) {
        for (auto draft = now.drafts.cbegin(); draft != now.drafts.cend(); ++draft)
            stores.drafts.save(draft.key(), draft.value(), changes);
        for (auto edit = now.edits.cbegin(); edit != now.edits.cend(); ++edit)
            stores.drafts.keepSentEdit(edit.key().first, edit.value(), changes);
        for (const auto& [conversation, message] : now.tookBackEdits)
            stores.drafts.dropSentEdit(conversation, message, changes);
        for (const SourceGuid& row : now.tookBack)
            stores.outbox.remove(row, changes);
        return true;
    });
    whenDone(this, write, [this, then = m_unkept](const Result<bool>& written) {
        if (written)
            noteWritten(then);
        else if (!m_timer->isActive())
            m_timer->start(retryPause);
    });
}

/// What was changed once more meanwhile is still to be written.
void Drafts::noteWritten(const Unkept& written)
{
    const auto isWritten = [](const auto& then) {
        return [&then](const auto& now) {
            const auto found = then.constFind(now.key());
            return found != then.cend() && *found == now.value();
        };
    };
    m_unkept.drafts.removeIf(isWritten(written.drafts));
    m_unkept.edits.removeIf(isWritten(written.edits));
    m_unkept.tookBackEdits.subtract(written.tookBackEdits);
    m_unkept.tookBack.subtract(written.tookBack);
}

} // namespace skein
