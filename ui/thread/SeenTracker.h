// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which message a person has really seen (design.md 4, "Read receipts follow the eye"): the newest
// one whose lower edge stayed in an attended view for one second. Forward only. Told what is shown
// by the view's geometry, never by painting; tells nobody but its listeners. Main thread.

#include "core/base/Clock.h"
#include "core/types/Message.h"

#include <QHash>
#include <QObject>

namespace skein {

struct ShownMessage {
    MessageId id;
    QString position; ///< positionOf(message): the order of the thread
    bool operator==(const ShownMessage&) const = default;
};

class SeenTracker : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds dwell{1000};
    /// Messages that complete their second shortly after one another are told of once.
    static constexpr std::chrono::milliseconds gathering{250};

    /// `isAttentive`: somebody is there and looks (see Attention).
    SeenTracker(Clock& clock, std::function<bool()> isAttentive, QObject* parent = nullptr);

    /// The messages whose lower edges are in the viewport now, waiting ones left out.
    void setShown(const QList<ShownMessage>& messages);
    /// Attention came or went: dwelling starts anew.
    void refresh();
    /// Another conversation.
    void reset();

signals:
    void seen(const skein::MessageId& message);

private:
    void tellRested(std::chrono::milliseconds now);
    void waitForNext(std::chrono::milliseconds now);
    [[nodiscard]] std::chrono::milliseconds nextTelling(std::chrono::milliseconds now) const;

    Clock& m_clock;
    std::function<bool()> m_isAttentive;
    std::unique_ptr<Timer> m_timer;
    QList<ShownMessage> m_shown; ///< only those after m_last
    QHash<QString, std::chrono::milliseconds>
        m_since; ///< position -> visible without a break since
    QString m_last; ///< position of the newest message seen
};

} // namespace skein
