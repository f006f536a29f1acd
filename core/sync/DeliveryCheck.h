// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks whether a message of ours has arrived: reads what the service holds after the head known at
// send time, until nothing comes. Taking the pages in settles the outbox (MessageStore::take), so
// the answer is whether its row is still there (protocol.md J7). One request at a time. Main
// thread.

#include "core/store/OutboxStore.h"
#include "core/sync/PageReader.h"

namespace skein {

class DeliveryCheck : public QObject {
    Q_OBJECT
public:
    static constexpr int maxPages = 50;

    DeliveryCheck(
        PageReader& reader, AccountStore& store, OutboxRow row, QObject* parent = nullptr);

    void run();

signals:
    /// `found`: the row is gone, its message is in the thread. With an error nothing is known.
    /// Deletes itself afterwards.
    void finished(const std::optional<skein::Error>& error, bool found);

private:
    void readNewest();
    void walkAfter(const MessageId& cursor);
    void walkBefore(const PageRead& page);
    void takeRead(const Result<PageRead>& page, void (DeliveryCheck::*next)(const PageRead&));
    void goOnAfter(const PageRead& page);
    void conclude();

    PageReader& m_reader;
    AccountStore& m_store;
    const OutboxRow m_row;
    MessageId m_from; ///< what is after it is read
    int m_pages = 0;
};

} // namespace skein
