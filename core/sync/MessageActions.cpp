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
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
        return MessageActions::tr("GroupMe could not be reached.");
    default:
        return MessageActions::tr("GroupMe could not do it. Try again later.");
    }
}

} // namespace

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
            emit refused(conversation, message, reasonOf(answer.error()));
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
