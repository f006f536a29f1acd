// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Drafts.h"

#include "core/base/WhenDone.h"

namespace skein {

namespace {

MessageDraft withoutEdit(MessageDraft draft, const BegunEdit& edit)
{
    if (draft.edit == edit)
        draft.edit = {};
    return draft;
}

} // namespace

Drafts::Drafts(AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_timer(clock.timer([this] { flush(); }))
{
}

Async<MessageDraft> Drafts::load(const ConversationId& conversation)
{
    flush();
    if (const auto typed = m_unkept.constFind(conversation); typed != m_unkept.cend())
        return later<MessageDraft>(this, *typed);
    return m_store.read([conversation, sent = m_sentEdits.value(conversation)](Stores& stores) {
        return withoutEdit(stores.drafts.load(conversation), sent);
    });
}

void Drafts::save(const ConversationId& conversation, const MessageDraft& draft)
{
    m_unkept[conversation] = draft;
    if (!m_timer->isActive())
        m_timer->start(pause);
}

void Drafts::add(const ConversationId& conversation, const QString& text)
{
    const auto joined = [text](MessageDraft draft) {
        QString& kept = draft.content.text;
        kept = kept.isEmpty() ? text : kept + u'\n' + text;
        draft.caret = -1;
        return draft;
    };
    if (const auto typed = m_unkept.constFind(conversation); typed != m_unkept.cend())
        return save(conversation, joined(*typed));
    const auto write = m_store.write([conversation, joined](Stores& stores, Changes& changes) {
        stores.drafts.save(conversation, joined(stores.drafts.load(conversation)), changes);
        return true;
    });
    Q_UNUSED(write)
}

void Drafts::handedOver(const ConversationId& conversation)
{
    m_unkept.remove(conversation);
    if (m_sentEdits.contains(conversation)) // which went with the rest
        save(conversation, {});
}

void Drafts::keepEdit(const ConversationId& conversation, const BegunEdit& edit)
{
    m_sentEdits.insert(conversation, edit);
}

void Drafts::settleEdit(const ConversationId& conversation, const MessageId& message)
{
    const BegunEdit sent = m_sentEdits.value(conversation);
    if (sent.message.isEmpty() || sent.message != message)
        return;
    m_sentEdits.remove(conversation);
    // Where the disk does not take it, the edit comes back at the next start, and is not lost.
    const auto write = m_store.write([conversation, sent](Stores& stores, Changes& changes) {
        const MessageDraft kept = stores.drafts.load(conversation);
        const MessageDraft now = withoutEdit(kept, sent);
        if (now != kept)
            stores.drafts.save(conversation, now, changes);
        return true;
    });
    Q_UNUSED(write)
}

void Drafts::tookBackEdit(const ConversationId& conversation, const MessageId& message)
{
    if (m_sentEdits.value(conversation).message == message)
        m_sentEdits.remove(conversation);
}

/// One that was begun since has the place.
MessageDraft Drafts::withSentEdit(const ConversationId& conversation, MessageDraft draft) const
{
    if (draft.edit.message.isEmpty())
        draft.edit = m_sentEdits.value(conversation);
    return draft;
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
    QHash<ConversationId, MessageDraft> kept = m_unkept;
    for (auto draft = kept.begin(); draft != kept.end(); ++draft)
        *draft = withSentEdit(draft.key(), *draft);
    const auto write = m_store.write([kept, rows = m_tookBack](Stores& stores, Changes& changes) {
        for (auto draft = kept.cbegin(); draft != kept.cend(); ++draft)
            stores.drafts.save(draft.key(), draft.value(), changes);
        for (const SourceGuid& row : rows)
            stores.outbox.remove(row, changes);
        return true;
    });
    whenDone(
        this, write, [this, drafts = m_unkept, rows = m_tookBack](const Result<bool>& written) {
            if (written) {
                m_tookBack.subtract(rows);
                m_unkept.removeIf([&](const auto& now) {
                    const auto then = drafts.constFind(now.key());
                    return then != drafts.cend() && *then == now.value();
                });
            } else if (!m_timer->isActive()) {
                m_timer->start(retryPause);
            }
        });
}

} // namespace skein
