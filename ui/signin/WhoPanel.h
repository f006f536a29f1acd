// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Continue as NAME?": a token that came by the browser may be somebody else's (protocol.md H2), so
// the person says whether it is theirs before anything is kept. Main thread.

#include "core/types/Conversation.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace skein {

class Avatar;

class WhoPanel : public QWidget {
    Q_OBJECT
public:
    explicit WhoPanel(QWidget* parent = nullptr);

    void ask(const Person& person);

signals:
    void agreed();
    void declined();

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();

    Avatar* m_avatar;
    QLabel* m_question;
    QPushButton* m_agree;
    QPushButton* m_decline;
};

} // namespace skein
