// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keys/KeysSection.h"

#include "ui/keys/Commands.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>

namespace skein {

KeysSection::KeysSection(Commands& commands, QWidget* parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_refusal(plainLabel(this))
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * metrics::unit);
    grid->setVerticalSpacing(metrics::unit);
    grid->setColumnStretch(0, 1);
    addCommands(*grid);
    auto* reset = new QPushButton(tr("Reset all keys"), this);
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, &m_commands, &Commands::resetKeys);
    auto* fixed = new QGridLayout;
    fixed->setHorizontalSpacing(2 * metrics::unit);
    fixed->setVerticalSpacing(metrics::unit);
    fixed->setColumnStretch(0, 1);
    fixed->setColumnStretch(1, 1);
    addFixedKeys(*fixed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * metrics::unit);
    column->addLayout(grid);
    column->addWidget(m_refusal);
    column->addWidget(reset, 0, Qt::AlignLeft);
    column->addLayout(fixed);
    m_refusal->hide();
    connect(&m_commands, &Commands::keysChanged, this, &KeysSection::showKeys);
    showKeys();
    applyTheme();
}

void KeysSection::addCommands(QGridLayout& grid)
{
    for (const CommandRow& row : commandTable()) {
        const int line = grid.rowCount();
        auto* words = plainLabel(this);
        words->setText(commandTitle(row.command));
        auto* field = new QKeySequenceEdit(this);
        field->setAccessibleName(tr("Keys for: %1").arg(commandTitle(row.command)));
        field->setClearButtonEnabled(true);
        field->setFixedWidth(168);
        connect(field, &QKeySequenceEdit::editingFinished, this,
            [this, command = row.command] { take(command); });
        m_fields.insert(row.command, field);
        grid.addWidget(words, line, 0);
        grid.addWidget(field, line, 1);
    }
}

void KeysSection::addFixedKeys(QGridLayout& grid)
{
    for (const FixedKey& key : fixedKeys()) {
        const int line = grid.rowCount();
        for (const auto& [words, column] : {std::pair{key.does, 0}, std::pair{key.keys, 1}}) {
            auto* label = plainLabel(this);
            label->setText(QCoreApplication::translate("Keys", words));
            grid.addWidget(label, line, column, Qt::AlignTop);
            m_fixed.append(label);
        }
    }
}

void KeysSection::take(Command command)
{
    const QKeySequence typed = m_fields[command]->keySequence();
    const QKeySequence first = typed.isEmpty() ? QKeySequence() : QKeySequence(typed[0]);
    m_refusal->hide();
    const auto owner = m_commands.ownerOf(first);
    if (!m_commands.setKeys(command, first) && owner) {
        m_refusal->setText(tr("%1 is taken already: %2.")
                .arg(first.toString(QKeySequence::NativeText), commandTitle(*owner)));
        m_refusal->show();
    }
    showKeys();
}

void KeysSection::showKeys()
{
    for (const auto& [command, field] : m_fields.asKeyValueRange())
        field->setKeySequence(m_commands.keys(command));
}

void KeysSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void KeysSection::applyTheme()
{
    const Theme theme = Theme::from(palette());
    for (QLabel* label : std::as_const(m_fixed))
        label->setPalette(inked(palette(), theme.meta));
    m_refusal->setPalette(inked(palette(), theme.warning));
}

} // namespace skein
