// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keys/CommandTable.h"

#include <QCoreApplication>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

const QList<CommandRow>& commandTable()
{
    static const QList<CommandRow> table{
        {Command::Search, "search"_L1, Qt::CTRL | Qt::Key_K,
            QT_TRANSLATE_NOOP("Commands", "Search chats, topics and commands")},
        {Command::NewMessage, "new_message"_L1, Qt::CTRL | Qt::Key_N,
            QT_TRANSLATE_NOOP("Commands", "New message")},
        {Command::NextUnread, "next_unread"_L1, Qt::CTRL | Qt::Key_J,
            QT_TRANSLATE_NOOP("Commands", "Next unread chat")},
        {Command::PreviousChat, "previous_chat"_L1, Qt::ALT | Qt::Key_Up,
            QT_TRANSLATE_NOOP("Commands", "Previous chat")},
        {Command::NextChat, "next_chat"_L1, Qt::ALT | Qt::Key_Down,
            QT_TRANSLATE_NOOP("Commands", "Next chat")},
        {Command::GoBack, "go_back"_L1, Qt::CTRL | Qt::Key_Tab,
            QT_TRANSLATE_NOOP("Commands", "Back to the conversation before")},
        {Command::Topics, "topics"_L1, Qt::CTRL | Qt::Key_T,
            QT_TRANSLATE_NOOP("Commands", "List of topics")},
        {Command::PreviousTopic, "previous_topic"_L1, Qt::CTRL | Qt::Key_Up,
            QT_TRANSLATE_NOOP("Commands", "Previous topic")},
        {Command::NextTopic, "next_topic"_L1, Qt::CTRL | Qt::Key_Down,
            QT_TRANSLATE_NOOP("Commands", "Next topic")},
        {Command::ChatsColumn, "chats_column"_L1, Qt::CTRL | Qt::Key_B,
            QT_TRANSLATE_NOOP("Commands", "Only the avatars of the chats, and back")},
        {Command::Details, "details"_L1, Qt::CTRL | Qt::Key_I,
            QT_TRANSLATE_NOOP("Commands", "Who is in this conversation")},
        {Command::WriteMessage, "write_message"_L1, Qt::Key_Escape,
            QT_TRANSLATE_NOOP("Commands", "To the message field")},
        {Command::Attach, "attach"_L1, Qt::CTRL | Qt::SHIFT | Qt::Key_A,
            QT_TRANSLATE_NOOP("Commands", "Attach photos, files or a location")},
        {Command::Emoji, "emoji"_L1, Qt::CTRL | Qt::Key_E, QT_TRANSLATE_NOOP("Commands", "Emoji")},
        {Command::ZoomIn, "zoom_in"_L1, Qt::CTRL | Qt::Key_Plus,
            QT_TRANSLATE_NOOP("Commands", "Larger text")},
        {Command::ZoomOut, "zoom_out"_L1, Qt::CTRL | Qt::Key_Minus,
            QT_TRANSLATE_NOOP("Commands", "Smaller text")},
        {Command::ZoomReset, "zoom_reset"_L1, Qt::CTRL | Qt::Key_0,
            QT_TRANSLATE_NOOP("Commands", "Text of the usual size")},
        {Command::Settings, "settings"_L1, Qt::CTRL | Qt::Key_Comma,
            QT_TRANSLATE_NOOP("Commands", "Settings")},
        {Command::Blocked, "blocked"_L1, Qt::CTRL | Qt::SHIFT | Qt::Key_B,
            QT_TRANSLATE_NOOP("Commands", "Blocked people")},
        {Command::Quiet, "quiet"_L1, Qt::CTRL | Qt::SHIFT | Qt::Key_M,
            QT_TRANSLATE_NOOP("Commands", "Quiet for 1 hour, and back")},
        {Command::Keys, "keys"_L1, Qt::CTRL | Qt::Key_Slash,
            QT_TRANSLATE_NOOP("Commands", "Keyboard shortcuts")},
        {Command::Quit, "quit"_L1, Qt::CTRL | Qt::Key_Q,
            QT_TRANSLATE_NOOP("Commands", "Quit Skein")},
    };
    return table;
}

const QList<FixedKey>& fixedKeys()
{
    static const QList<FixedKey> table{
        {QT_TRANSLATE_NOOP("Keys", "Enter, Shift+Enter"),
            QT_TRANSLATE_NOOP("Keys", "Send, new line")},
        {QT_TRANSLATE_NOOP("Keys", "Up, in the empty field"),
            QT_TRANSLATE_NOOP("Keys", "Edit the last own message")},
        {QT_TRANSLATE_NOOP("Keys", "@ or : and two letters"),
            QT_TRANSLATE_NOOP("Keys", "Mention somebody, emoji by name")},
        {QT_TRANSLATE_NOOP("Keys", "Ctrl+V, in the field"),
            QT_TRANSLATE_NOOP("Keys", "Attach a picture or files of the clipboard")},
        {QT_TRANSLATE_NOOP("Keys", "Page Up, Page Down"),
            QT_TRANSLATE_NOOP("Keys", "Scroll the thread")},
        {QT_TRANSLATE_NOOP("Keys", "Alt+Left"),
            QT_TRANSLATE_NOOP("Keys", "Back to the place from which one went to a message")},
        {QT_TRANSLATE_NOOP("Keys", "Arrows in the thread, Shift+F10"),
            QT_TRANSLATE_NOOP("Keys", "Choose a message, its menu")},
        {QT_TRANSLATE_NOOP("Keys", "R, E, Enter, Delete on a message"),
            QT_TRANSLATE_NOOP("Keys", "Answer, edit, open what it carries, delete")},
        {QT_TRANSLATE_NOOP("Keys", "Shift+Up, Shift+Down, Ctrl+C"),
            QT_TRANSLATE_NOOP("Keys", "Choose several messages, copy them")},
        {QT_TRANSLATE_NOOP("Keys", "Shift+F10 on a chat or topic"),
            QT_TRANSLATE_NOOP("Keys", "What can be done with it")},
    };
    return table;
}

const CommandRow& commandRow(Command command)
{
    const QList<CommandRow>& table = commandTable();
    const auto row = std::ranges::find(table, command, &CommandRow::command);
    Q_ASSERT(row != table.end());
    return *row;
}

QString commandTitle(Command command)
{
    return QCoreApplication::translate("Commands", commandRow(command).title);
}

} // namespace skein
