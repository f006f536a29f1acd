// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole program over a profile, without a network, in this process: opens conversations and
// says when they are painted. Main thread.

#include "app/AppContext.h"
#include "core/types/ConversationId.h"

#include <functional>

namespace skein {
class MessageList;
}

namespace skein::bench {

/// Lets the event loop turn until it is so; ends the program with a sentence when it never is.
void turnUntil(const std::function<bool()>& isSo, const char* what);
/// Until nothing is waiting to be done.
void turnUntilIdle();

class Screen : public QObject {
public:
    explicit Screen(const QString& profile, QSize size = {1000, 800});
    ~Screen() override;

    /// Returns once its messages are painted, where it was left.
    void open(const ConversationId& id);
    /// Whoever read up in it before, in this run or another.
    void openAtEnd(const ConversationId& id);
    [[nodiscard]] MessageList& list() const;
    [[nodiscard]] const MessageThreadModel& thread() const;
    [[nodiscard]] MainWindow& window() { return m_context->window(); }
    /// Up by so many pixels, as by a touch pad; what that asks for has not come yet.
    void scrollUp(int pixels);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Profile m_profile;
    std::unique_ptr<AppContext> m_context;
    int m_painted = 0; ///< how often the list was
};

} // namespace skein::bench
