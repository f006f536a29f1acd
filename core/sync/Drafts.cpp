// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Drafts.h"

namespace skein {

Drafts::Drafts(AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_timer(clock.timer([this] { flush(); }))
{
}

Async<QString> Drafts::load(const ConversationId& conversation)
{
    flush(); // the store's thread works in order: what was just typed is read back
    return m_store.read(
        [conversation](Stores& stores) { return stores.drafts.load(conversation); });
}

void Drafts::save(const ConversationId& conversation, const QString& text)
{
    m_unwritten[conversation] = text;
    if (!m_timer->isActive())
        m_timer->start(pause);
}

void Drafts::flush()
{
    m_timer->stop();
    if (m_unwritten.isEmpty())
        return;
    const auto write = m_store.write(
        [drafts = std::exchange(m_unwritten, {})](Stores& stores, Changes& changes) {
            for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft)
                stores.drafts.save(draft.key(), draft.value(), changes);
            return true;
        });
    Q_UNUSED(write)
}

} // namespace skein
