// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps what somebody looks at up to date where the newest page does not reach: reactions and edits
// of older messages show only when their page is read again (protocol.md J5). A thread that rests
// there costs one request, now and then; scrolling costs none. Main thread.

#include "core/base/Clock.h"
#include "core/sync/PageReader.h"

#include <QHash>

namespace skein {

/// The messages on screen; `after`: the one below them, empty when they end the thread.
struct VisibleMessages {
    ConversationId conversation;
    MessageId first;
    MessageId last;
    MessageId after;
    bool operator==(const VisibleMessages&) const = default;
};

class VisiblePage : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds rest{3};
    static constexpr std::chrono::seconds pause{45}; ///< between two readings of a conversation

    VisiblePage(PageReader& reader, Clock& clock, QObject* parent = nullptr);

    /// Cheap: called at every scroll.
    void show(const VisibleMessages& shown);
    /// Whether somebody is looking.
    void setAttentive(bool attentive);

private:
    void wait();
    void read();
    [[nodiscard]] bool isInNewestPage() const;

    PageReader& m_reader;
    Clock& m_clock;
    std::unique_ptr<Timer> m_timer;
    VisibleMessages m_shown;
    bool m_attentive = false;
    QHash<ConversationId, std::chrono::milliseconds> m_readAt; ///< Clock::monotonic()
};

} // namespace skein
