// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Somebody's avatar as a widget of its own, for pages and headers. Says nothing to a screen reader:
// the name stands beside it. Main thread.

#include "core/types/Conversation.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace skein {

class Avatar : public QWidget {
    Q_OBJECT
public:
    Avatar(const Person& person, int size, QWidget* parent = nullptr);

    void setPerson(const Person& person);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Person m_person;
};

} // namespace skein
