// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of what the keyboard can do: the menu, the list of keys, their editor and the
// search all come from it. A command has keys that the person may change; a fixed key belongs to
// the field or list that has the focus. Pure.

#include <QKeySequence>
#include <QList>
#include <QString>

namespace skein {

enum class Command {
    Search,
    NewMessage,
    NextUnread,
    PreviousChat,
    NextChat,
    GoBack,
    Topics,
    PreviousTopic,
    NextTopic,
    ChatsColumn,
    Details,
    Blocked,
    Quiet,
    WriteMessage,
    Attach,
    Emoji,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Settings,
    Keys,
    Quit,
};

struct CommandRow {
    Command command;
    QLatin1StringView name; ///< in the settings' file
    QKeySequence keys;
    const char* title; ///< in English, of context "Commands"
};

struct FixedKey {
    const char* keys; ///< in English, of context "Keys"
    const char* does;
};

[[nodiscard]] const QList<CommandRow>& commandTable();
[[nodiscard]] const QList<FixedKey>& fixedKeys();
[[nodiscard]] const CommandRow& commandRow(Command command);
[[nodiscard]] QString commandTitle(Command command); ///< in the person's language

} // namespace skein
