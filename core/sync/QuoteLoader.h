// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The messages that visible replies answer and that are not here: each is read once, one at a time,
// the latest wish first, and stored alone. What the service has no longer, asked twice, is gone.
// Main thread.

#include "core/base/Clock.h"
#include "core/sync/PageReader.h"

#include <QSet>

namespace skein {

class QuoteLoader : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds retryDelay{15};

    QuoteLoader(PageReader& reader, Clock& clock, QObject* parent = nullptr);

    /// These are missing in what is visible now; what was wished for before is forgotten.
    void want(const ConversationId& id, const QList<MessageId>& targets);
    /// The service said that it has this message no longer, and said it again after retryDelay:
    /// one "not found" alone may come from a server that lags behind.
    [[nodiscard]] bool isGone(const MessageId& target) const { return m_gone.contains(target); }
    /// Forgets failures: the network is back.
    void forgive()
    {
        m_failedAt.removeIf([this](const auto& each) { return !m_notFound.contains(each.key()); });
    }

signals:
    /// What is known of quoted messages in `id`, beyond what the store tells.
    void changed(const skein::ConversationId& id);

private:
    void readNext();
    void finished(const MessageId& target, const Result<PageRead>& read);
    [[nodiscard]] bool mayAsk(const MessageId& target) const;

    PageReader& m_reader;
    Clock& m_clock;
    ConversationId m_conversation; ///< of what is wished for
    QList<MessageId> m_wanted;
    QSet<MessageId> m_read; ///< stored: asked for no more
    QSet<MessageId> m_gone;
    QHash<MessageId, std::chrono::milliseconds> m_failedAt; ///< Clock::monotonic()
    QSet<MessageId> m_notFound; ///< once
    bool m_isReading = false;
};

} // namespace skein
