// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who somebody is: avatar, name, what they are in the group, the way to write to them, and to block
// them. Knows nothing but what it is given. Main thread.

#include "core/types/Group.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace skein {

class PersonCard : public QDialog {
    Q_OBJECT
public:
    /// `role`: a sentence, e.g. "Admin of Rowing club"; may be empty. `isMe`: nobody writes to
    /// themselves from here.
    PersonCard(const Person& person, const QString& role, bool isMe, QWidget* parent = nullptr);

    /// Whether the person has blocked them: then the way back is offered.
    void setBlocked(bool isBlocked);
    /// Whether their words come through quiet hours; the person may choose.
    void setHeard(bool isHeard);

signals:
    void messageRequested(const skein::Person& person);
    void blockRequested(const skein::Person& person);
    void unblockRequested(const skein::Person& person);
    void heardRequested(bool isHeard);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildButtons(const Person& person, bool isMe);
    void fit();
    void applyTheme();

    QLabel* m_role;
    QLabel* m_blocked; ///< that they are
    QPushButton* m_block = nullptr;
    QCheckBox* m_heard; ///< in quiet hours
    bool m_isBlocked = false;
    int m_width = 0; ///< that the name wants
};

} // namespace skein
