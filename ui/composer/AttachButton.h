// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The "+" at the field: a menu of what can go along with a message, and the dialogs that ask which.
// Main thread.

#include "ui/theme/IconButton.h"

#include <QJsonObject>

class QMenu;

namespace skein {

class AttachButton : public IconButton {
    Q_OBJECT
public:
    explicit AttachButton(QWidget* parent = nullptr);

    [[nodiscard]] QMenu* choices() const { return m_menu; }
    void open();

signals:
    void pathsChosen(const QStringList& paths);
    /// A location attachment.
    void placeChosen(const QJsonObject& place);

private:
    void askForFiles(const QString& title, const QStringList& filters);
    void askForPlace();

    QMenu* m_menu;
    QString m_folder; ///< where the last ones were
};

} // namespace skein
