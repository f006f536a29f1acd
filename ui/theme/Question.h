// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks before something that cannot be undone: one sentence, what it means, and two buttons of
// which the harmless one is the default; perhaps something that can be done along with it. Closes
// and deletes itself. Main thread.

#include <QDialog>

namespace skein {

class Question : public QDialog {
    Q_OBJECT
public:
    struct Words {
        QString question;
        QString meaning;
        QString agree;
        QString decline;
        QString option = {}; ///< to be ticked; empty: none
    };

    Question(const Words& words, QWidget* parent);

signals:
    void agreed(bool withOption);
};

} // namespace skein
