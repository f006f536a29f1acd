// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that the keyboard can do, in words: the commands with a field for the keys of each, and what
// fields and lists do by themselves. For the settings. Main thread.

#include "ui/keys/CommandTable.h"

#include <QMap>
#include <QWidget>

class QGridLayout;
class QKeySequenceEdit;
class QLabel;

namespace skein {

class Commands;

class KeysSection : public QWidget {
    Q_OBJECT
public:
    /// `commands` outlives it.
    explicit KeysSection(Commands& commands, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addCommands(QGridLayout& grid);
    void addFixedKeys(QGridLayout& grid);
    void take(Command command);
    void showKeys();
    void applyTheme();

    Commands& m_commands;
    QMap<Command, QKeySequenceEdit*> m_fields;
    QList<QLabel*> m_fixed;
    QLabel* m_refusal;
};

} // namespace skein
