// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/SettingEditor.h"

#include "core/platform/Settings.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace skein {

namespace {

QString settingWords(const char* english)
{
    return QCoreApplication::translate("Settings", english);
}

/// Follows the setting for as long as `editor` lives.
template <class F>
void followSetting(Settings& settings, QLatin1StringView name, QObject* editor, F show)
{
    show(settings.read(name));
    QObject::connect(
        &settings, &Settings::changed, editor, [&settings, name, show](const QString& changed) {
            if (changed == name)
                show(settings.read(name));
        });
}

} // namespace

QString SettingEditor::title(const SettingRow& row) { return settingWords(row.title); }

QString SettingEditor::description(const SettingRow& row)
{
    return row.description ? settingWords(row.description) : QString();
}

SettingEditor::SettingEditor(Settings& settings, const SettingRow& row, QWidget* parent)
    : QWidget(parent)
    , m_caption(plainLabel(this))
{
    QWidget* control = row.options.isEmpty() ? buildBox(settings, row) : buildChoice(settings, row);
    control->setAccessibleName(title(row));
    control->setAccessibleDescription(description(row));
    setFocusProxy(control);
    m_caption->setText(description(row));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!row.options.isEmpty()) {
        auto* name = plainLabel(this);
        name->setText(title(row));
        column->addWidget(name);
        column->addWidget(control, 0, Qt::AlignLeft);
    } else {
        column->addWidget(control);
        m_caption->setIndent(18 + metrics::unit); // below the words, not below the box
    }
    column->addWidget(m_caption);
    applyTheme();
}

QWidget* SettingEditor::buildBox(Settings& settings, const SettingRow& row)
{
    auto* box = new QCheckBox(title(row), this);
    followSetting(
        settings, row.name, box, [box](const QVariant& value) { box->setChecked(value.toBool()); });
    connect(box, &QCheckBox::toggled, &settings,
        [&settings, name = row.name](bool checked) { settings.write(name, checked); });
    return box;
}

QWidget* SettingEditor::buildChoice(Settings& settings, const SettingRow& row)
{
    auto* choice = new QComboBox(this);
    for (const SettingOption& option : row.options)
        choice->addItem(settingWords(option.words), option.value);
    followSetting(settings, row.name, choice, [choice](const QVariant& value) {
        choice->setCurrentIndex(choice->findData(value.toString()));
    });
    connect(choice, &QComboBox::activated, &settings,
        [&settings, choice, name = row.name, type = row.fallback.metaType()](int index) {
            QVariant value = choice->itemData(index);
            value.convert(type);
            settings.write(name, value);
        });
    return choice;
}

void SettingEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void SettingEditor::applyTheme()
{
    m_caption->setPalette(inked(palette(), Theme::from(palette()).meta));
}

} // namespace skein
