// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A notifier that shows to the test what would be on screen, one per conversation.

#include "core/platform/Notifier.h"

#include <QList>

#include <algorithm>

namespace skein {

class FakeNotifier final : public Notifier {
public:
    void show(const Notice& notice) override
    {
        withdraw(notice.conversation);
        shown.append(notice);
        ++times;
    }
    void withdraw(const ConversationId& conversation) override
    {
        shown.removeIf([&](const Notice& each) { return each.conversation == conversation; });
    }
    void withdrawAll() override { shown.clear(); }

    /// What is shown of it; an empty one when nothing is.
    [[nodiscard]] Notice of(const ConversationId& conversation) const
    {
        const auto found = std::ranges::find(shown, conversation, &Notice::conversation);
        return found == shown.end() ? Notice{} : *found;
    }

    QList<Notice> shown; ///< the newest last
    int times = 0; ///< how often something was shown
};

} // namespace skein
