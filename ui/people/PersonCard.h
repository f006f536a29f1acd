// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who somebody is: avatar, name, what they are in the group, and the way to write to them. Knows
// nothing but what it is given. Main thread.

#include "core/types/Group.h"

#include <QDialog>

class QLabel;

namespace skein {

class PersonCard : public QDialog {
    Q_OBJECT
public:
    /// `role`: a sentence, e.g. "Admin of Rowing club"; may be empty. `isMe`: nobody writes to
    /// themselves from here.
    PersonCard(const Person& person, const QString& role, bool isMe, QWidget* parent = nullptr);

signals:
    void messageRequested(const skein::Person& person);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildButtons(const Person& person, bool isMe);
    void applyTheme();

    QLabel* m_role;
};

} // namespace skein
