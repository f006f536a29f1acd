// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands of CommandTable at work in a window: one action for each, with the keys that the
// person has chosen. Knows nothing of what they do: others connect to `given`. Main thread.

#include "ui/keys/CommandTable.h"

#include <QMap>
#include <QObject>

#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace skein {

class Settings;

class Commands : public QObject {
    Q_OBJECT
public:
    /// The keys work while the window of `window` is active.
    Commands(Settings& settings, QWidget& window);

    [[nodiscard]] QKeySequence keys(Command command) const;
    /// Empty: the command has none. False, and nothing changes, when another has them already:
    /// see ownerOf().
    bool setKeys(Command command, const QKeySequence& keys);
    void resetKeys();
    [[nodiscard]] std::optional<Command> ownerOf(const QKeySequence& keys) const;

    /// "Emoji (Ctrl+E)", for a tool tip.
    [[nodiscard]] QString withKeys(const QString& words, Command command) const;
    /// What cannot be done now is not offered; its keys do nothing.
    void setAvailable(Command command, bool available);
    [[nodiscard]] bool isAvailable(Command command) const;
    /// As if its keys were pressed; nothing while it is not available.
    void give(Command command);
    /// All of them, in the table's order.
    void fill(QMenu& menu) const;

signals:
    void given(skein::Command command);
    void keysChanged();

private:
    void applyKeys();

    Settings& m_settings;
    QMap<Command, QAction*> m_actions;
};

} // namespace skein
