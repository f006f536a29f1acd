// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/OwnPlaces.h"

#include "core/base/WhenDone.h"

#include <algorithm>

namespace skein {

using namespace std::chrono_literals;

OwnPlaces::OwnPlaces(
    PageReader& reader, AccountStore& store, const ServiceClock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_store(store)
    , m_clock(clock)
{
}

void OwnPlaces::readNext(const ConversationId& open)
{
    const auto places = m_store.read([from = m_clock.now() - lately / 1s](Stores& stores) {
        return stores.conversations.writtenInSince(from);
    });
    whenDone(this, places, [this, open](const Result<QList<ConversationId>>& found) {
        QList<ConversationId> all = found.value_or(QList<ConversationId>{});
        all.removeOne(open);
        const auto now = m_clock.clock().monotonic();
        const auto readAt = [this, now](const ConversationId& id) {
            return m_read.value(id, now - 2 * rest); // the first time: before all others
        };
        const auto next = std::ranges::min_element(all, {}, readAt);
        if (next == all.end() || now - readAt(*next) < rest)
            return;
        m_read.insert(*next, now);
        whenDone(this, m_reader.newest(*next, PageReader::Priority::Background),
            [](const Result<PageRead>&) { /* its turn comes again */ });
    });
}

} // namespace skein
