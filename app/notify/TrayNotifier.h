// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Notifications as balloons of the icon in the tray (Windows, macOS): the newest one only, which
// can be clicked and nothing else. Main thread.

#include "core/platform/Notifier.h"

#include <optional>

namespace skein {

class Balloons;

class TrayNotifier final : public Notifier {
    Q_OBJECT
public:
    /// They outlive it; null: nothing can be shown.
    explicit TrayNotifier(Balloons* balloons, QObject* parent = nullptr);

    void show(const Notice& notice) override;
    /// A balloon cannot be taken back; a click on it then does nothing.
    void withdraw(const ConversationId& conversation) override;
    void withdrawAll() override { m_shown.reset(); }

private:
    Balloons* m_balloons;
    std::optional<ConversationId> m_shown;
};

} // namespace skein
