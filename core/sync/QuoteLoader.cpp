// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/QuoteLoader.h"

#include "core/base/WhenDone.h"

namespace skein {

QuoteLoader::QuoteLoader(PageReader& reader, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
}

void QuoteLoader::want(const ConversationId& id, const QList<MessageId>& targets)
{
    m_conversation = id;
    m_wanted = targets;
    readNext();
}

bool QuoteLoader::mayAsk(const MessageId& target) const
{
    if (target.isEmpty() || m_read.contains(target) || m_gone.contains(target))
        return false;
    const auto failed = m_failedAt.constFind(target);
    return failed == m_failedAt.cend() || m_clock.monotonic() - *failed >= retryDelay;
}

void QuoteLoader::readNext()
{
    while (!m_isReading && !m_wanted.isEmpty()) {
        const MessageId target = m_wanted.takeLast();
        if (!mayAsk(target))
            continue;
        m_isReading = true;
        whenDone(this, m_reader.one(m_conversation, target, PageReader::Priority::Open),
            [this, id = m_conversation, target](const Result<PageRead>& read) {
                m_isReading = false;
                finished(target, read);
                emit changed(id);
                readNext();
            });
    }
}

void QuoteLoader::finished(const MessageId& target, const Result<PageRead>& read)
{
    if (read) {
        m_read.insert(target);
        return;
    }
    const bool isMissing = read.error().kind == ErrorKind::NotFound;
    if (isMissing && m_notFound.contains(target))
        m_gone.insert(target);
    else if (isMissing)
        m_notFound.insert(target);
    m_failedAt.insert(target, m_clock.monotonic());
}

} // namespace skein
