// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One row of the settings' table as a person changes it: a box to tick or a choice among few, with
// what it means beneath. Takes effect at once and follows changes from elsewhere. Main thread.

#include <QWidget>

class QLabel;

namespace skein {

class Settings;
struct SettingRow;

class SettingEditor : public QWidget {
    Q_OBJECT
public:
    SettingEditor(Settings& settings, const SettingRow& row, QWidget* parent = nullptr);

    [[nodiscard]] static QString title(const SettingRow& row); ///< in the person's language
    [[nodiscard]] static QString description(const SettingRow& row);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildBox(Settings& settings, const SettingRow& row);
    QWidget* buildChoice(Settings& settings, const SettingRow& row);
    void applyTheme();

    QLabel* m_caption;
};

} // namespace skein
