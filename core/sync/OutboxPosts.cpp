// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outbox's third part: a message on its way, and back while it has not left.

#include "core/base/WhenDone.h"
#include "core/sync/Outbox.h"

namespace skein {

using std::chrono::milliseconds;

void Outbox::post(const OutboxRow& row, bool firstTry)
{
    // A later try must leave while the service still remembers the guid.
    const auto window = firstTry ? milliseconds{resendWindow} : resendWindow - age(row);
    const auto turn = std::make_shared<Turn>();
    const auto answer = m_api.sendMessage(row.conversation,
        {.guid = row.guid, .text = row.text, .attachments = row.wireAttachments()},
        m_clock.monotonic() + window, turn);
    m_posts.insert(row.guid, {row, firstTry, turn, answer});
    whenDone(this, answer, [=, this](const Result<Message>& message) {
        m_posts.remove(row.guid);
        posted(row, firstTry, message);
    });
}

/// The disk says that it leaves, but it did not.
void Outbox::holdBack(OutboxRow row, bool firstTry)
{
    if (firstTry)
        takeBackTry(row);
    put(row, milliseconds{0});
}

/// Nothing when it has left.
void Outbox::recall(const SourceGuid& guid)
{
    const auto found = m_posts.constFind(guid);
    if (found == m_posts.cend() || !found->turn->giveUp())
        return;
    Post post = m_posts.take(guid);
    post.answer.cancel(); // nobody waits for it
    holdBack(std::move(post.row), post.firstTry);
}

void Outbox::recallAll()
{
    const auto guids = m_posts.keys();
    for (const SourceGuid& guid : guids)
        recall(guid);
}

} // namespace skein
