// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MessageActions.h"

#include "core/base/WhenDone.h"

namespace skein {

using namespace Qt::StringLiterals;

MessageActions::MessageActions(GroupMeApi& api, AccountStore& store, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(clock)
{
}

void MessageActions::remove(const ConversationId& conversation, const MessageId& message)
{
    if (message.isEmpty() || m_removing.contains(message))
        return;
    m_removing.insert(message);
    emit removingChanged(conversation);
    whenDone(this, m_api.deleteMessage(conversation, message),
        [=, this](const Result<std::monostate>& answer) {
            if (answer)
                return removed(conversation, message);
            m_removing.remove(message);
            emit removingChanged(conversation);
            const QString& words = answer.error().detail;
            emit refused(conversation, message,
                words.isEmpty() ? tr("The message could not be deleted.") : words);
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
        emit removingChanged(conversation);
    });
}

} // namespace skein
