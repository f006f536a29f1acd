// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Drafts.h"

#include "core/base/WhenDone.h"

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
    if (const auto typed = m_unkept.constFind(conversation); typed != m_unkept.cend())
        return later<MessageDraft>(this, *typed);
    return m_store.read(
        [conversation](Stores& stores) { return stores.drafts.load(conversation); });
}

void Drafts::save(const ConversationId& conversation, const MessageDraft& draft)
{
    m_unkept[conversation] = draft;
    if (!m_timer->isActive())
        m_timer->start(pause);
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
    const auto write
        = m_store.write([drafts = m_unkept, rows = m_tookBack](Stores& stores, Changes& changes) {
              for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft)
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
