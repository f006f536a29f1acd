// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keys/Commands.h"

#include "core/platform/Settings.h"

#include <QAction>
#include <QMenu>

namespace skein {

using namespace Qt::StringLiterals;

Commands::Commands(Settings& settings, QWidget& window) : QObject(&window), m_settings(settings)
{
    for (const CommandRow& row : commandTable()) {
        auto* action = new QAction(commandTitle(row.command), this);
        connect(action, &QAction::triggered, this,
            [this, command = row.command] { emit given(command); });
        m_actions.insert(row.command, action);
        window.addAction(action);
    }
    settings.onChange(setting::shortcuts, this, [this] {
        applyKeys();
        emit keysChanged();
    });
    applyKeys();
}

void Commands::applyKeys()
{
    for (const CommandRow& row : commandTable()) {
        QList<QKeySequence> all{keys(row.command)};
        if (row.command == Command::ZoomIn && all.first() == row.keys)
            all.append(Qt::CTRL | Qt::Key_Equal); // the same key where plus needs Shift
        m_actions[row.command]->setShortcuts(all);
    }
}

QKeySequence Commands::keys(Command command) const
{
    const CommandRow& row = commandRow(command);
    const QString start = row.name + u'=';
    for (const QString& changed : m_settings.value(setting::shortcuts)) {
        if (changed.startsWith(start))
            return QKeySequence::fromString(changed.mid(start.size()), QKeySequence::PortableText);
    }
    return row.keys;
}

bool Commands::setKeys(Command command, const QKeySequence& keys)
{
    if (const auto owner = ownerOf(keys); owner && *owner != command)
        return false;
    const CommandRow& row = commandRow(command);
    QStringList changed = m_settings.value(setting::shortcuts);
    changed.removeIf([&](const QString& each) { return each.startsWith(row.name + u'='); });
    if (keys != row.keys)
        changed.append(row.name + u'=' + keys.toString(QKeySequence::PortableText));
    m_settings.set(setting::shortcuts, changed);
    return true;
}

void Commands::resetKeys() { m_settings.set(setting::shortcuts, QStringList()); }

std::optional<Command> Commands::ownerOf(const QKeySequence& wanted) const
{
    if (wanted.isEmpty())
        return std::nullopt;
    for (const CommandRow& row : commandTable()) {
        const QKeySequence theirs = keys(row.command);
        // One that begins like another would never be told from it.
        if (theirs.matches(wanted) != QKeySequence::NoMatch
            || wanted.matches(theirs) != QKeySequence::NoMatch)
            return row.command;
    }
    return std::nullopt;
}

QString Commands::withKeys(const QString& words, Command command) const
{
    const QString text = keys(command).toString(QKeySequence::NativeText);
    return text.isEmpty() ? words : u"%1 (%2)"_s.arg(words, text);
}

void Commands::setAvailable(Command command, bool available)
{
    m_actions[command]->setEnabled(available);
}

bool Commands::isAvailable(Command command) const { return m_actions[command]->isEnabled(); }

void Commands::give(Command command) { m_actions[command]->trigger(); }

void Commands::fill(QMenu& menu) const
{
    for (const CommandRow& row : commandTable())
        menu.addAction(m_actions[row.command]);
}

} // namespace skein
