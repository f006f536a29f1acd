// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of the settings that lists whom the person has blocked, each with the way back. Knows
// nothing but what it is given. Main thread.

#include "core/types/Group.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace skein {

class BlockedSection : public QWidget {
    Q_OBJECT
public:
    explicit BlockedSection(QWidget* parent = nullptr);

    /// `trouble`: why the list may not be what GroupMe has, in a sentence; empty: it is.
    void present(const QList<Person>& people, const QString& trouble);

signals:
    void unblockRequested(const skein::Person& person);
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QWidget* rowFor(const Person& person);
    void applyTheme();

    QList<Person> m_people;
    QLabel* m_state; ///< that there is nobody, or what blocking means
    QLabel* m_trouble;
    QPushButton* m_again;
    QVBoxLayout* m_rows;
};

} // namespace skein
