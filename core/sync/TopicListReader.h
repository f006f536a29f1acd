// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the topics of groups into the store, one group after the other, all pages of each
// (protocol.md E1). Which groups is SyncEngine's matter. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"
#include "core/sync/ServiceClock.h"

namespace skein {

class TopicListReader : public QObject {
    Q_OBJECT
public:
    static constexpr int maxPages = 50;

    TopicListReader(
        GroupMeApi& api, AccountStore& store, const ServiceClock& clock, QObject* parent = nullptr);

    /// One group; false while another is being read.
    bool read(const ConversationId& group);
    /// Whether the last group was read for the first time.
    [[nodiscard]] bool wasFirstReading() const { return m_firstTime; }
    [[nodiscard]] bool isReading() const { return !m_group.isEmpty(); }

signals:
    /// These topics were known, but are not listed any more: they may be gone.
    void missed(const QList<skein::ConversationId>& topics);
    void finished(const skein::ConversationId& group, const std::optional<skein::Error>& error);

private:
    void readPage(int page);
    void takePage(int page, const QList<ConversationSummary>& rows);
    void complete();
    void refused(const Error& error);
    void end(const std::optional<Error>& error);

    GroupMeApi& m_api;
    AccountStore& m_store;
    const ServiceClock& m_clock;
    ConversationId m_group;
    bool m_firstTime = false; ///< then what is there counts as read
    QSet<ConversationId> m_seen;
};

} // namespace skein
