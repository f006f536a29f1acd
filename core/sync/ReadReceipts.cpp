// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ReadReceipts.h"

#include "core/base/WhenDone.h"

namespace skein {

namespace {

bool isRefusal(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Unauthorized
        || kind == ErrorKind::Forbidden || kind == ErrorKind::BadRequest;
}

} // namespace

ReadReceipts::ReadReceipts(
    GroupMeApi& api, AccountStore& store, Settings& settings, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_settings(settings)
    , m_timer(clock.timer([this] { flush(); }))
{
}

void ReadReceipts::shown(const ConversationId& conversation, const MessageId& message)
{
    if (message.isEmpty())
        return;
    const auto write = m_store.write([=](Stores& stores, Changes& changes) {
        const QString position = stores.messages.positionFor(conversation, message);
        stores.conversations.raiseRead(conversation, position, true, changes);
        return position;
    });
    whenDone(this, write, [=, this](const Result<QString>& position) {
        if (!position || *position <= m_shown.value(conversation))
            return;
        m_shown[conversation] = *position;
        m_waiting.insert(conversation);
        if (!m_timer->isActive())
            m_timer->start(pause);
    });
}

void ReadReceipts::flush()
{
    m_timer->stop();
    const auto waiting = std::exchange(m_waiting, {});
    for (const ConversationId& id : waiting) {
        const bool isDirect = id.kind == ConversationId::Kind::Direct;
        if (m_settings.value(setting::sendReceipts) && (isDirect || m_positionsWork))
            sendDue(id);
    }
}

void ReadReceipts::sendDue(const ConversationId& id)
{
    const auto read = m_store.read([id](Stores& stores) {
        const ReadHeads heads = stores.conversations.heads(id);
        Due due{.message = stores.messages.newestReceivedUpTo(id, heads.read), .position = {}};
        if (!due.message.isEmpty())
            due.position = stores.messages.positionFor(id, due.message);
        const auto place = stores.conversations.one(id);
        if (due.position <= heads.receipt || (place && place->isGone()))
            due = {}; // known there, or there is nobody to tell
        return due;
    });
    whenDone(this, read, [this, id](const Result<Due>& due) {
        if (due && !due->message.isEmpty() && due->position > m_sent.value(id))
            send(id, *due);
    });
}

void ReadReceipts::send(const ConversationId& id, const Due& due)
{
    if (id.kind != ConversationId::Kind::Direct)
        return sendPosition(id, due);
    const QString before = std::exchange(m_sent[id], due.position);
    whenDone(
        this, m_api.sendReadReceipt(id, due.message), [=, this](const Result<ReadReceipt>& answer) {
            if (!answer) { // quietly; the next message shown, or switching away, tries again
                if (m_sent.value(id) == due.position)
                    m_sent[id] = before;
                m_waiting.insert(id);
                return;
            }
            const auto write
                = m_store.write([id, due, head = *answer](Stores& stores, Changes& changes) {
                      stores.conversations.raiseReceipt(id, due.position);
                      // The service may know a newer head: read on another device.
                      if (!head.message.isEmpty() && head.user == stores.messages.me())
                          stores.conversations.raiseRead(
                              id, stores.messages.positionFor(id, head.message), true, changes);
                      return true;
                  });
            Q_UNUSED(write)
        });
}

void ReadReceipts::sendPosition(const ConversationId& id, const Due& due)
{
    // Nobody else sees positions in groups (protocol.md D7); they keep own devices together.
    const QString before = std::exchange(m_sent[id], due.position);
    whenDone(this, m_api.sendReadPosition(id, due.message),
        [=, this](const Result<std::monostate>& answer) {
            if (!answer) {
                if (m_sent.value(id) == due.position)
                    m_sent[id] = before;
                // Optional: a service that does not know it is not asked again (B8).
                m_positionsWork &= !isRefusal(answer.error().kind);
                m_waiting.insert(id);
                return;
            }
            const auto write = m_store.write([id, due](Stores& stores, Changes&) {
                stores.conversations.raiseReceipt(id, due.position);
                return true;
            });
            Q_UNUSED(write)
        });
}

} // namespace skein
