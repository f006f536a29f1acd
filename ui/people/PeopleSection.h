// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A part of the settings that lists people, each with a button that takes them off the list: whom
// the person has blocked, for one. Knows nothing but what it is given. Main thread.

#include "core/types/Group.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace skein {

class PeopleSection : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString nobody; ///< instead of the list
        QString meaning; ///< above the list
        QString remove;
        QString removeName; ///< for screen readers: "Unblock %1"
    };

    explicit PeopleSection(const Words& words, QWidget* parent = nullptr);

    /// `trouble`: why the list may not be what GroupMe has, in a sentence; empty: it is.
    void present(const QList<Person>& people, const QString& trouble = {});

signals:
    void removeRequested(const skein::Person& person);
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QWidget* rowFor(const Person& person);
    void applyTheme();

    const Words m_words;
    QList<Person> m_people;
    QLabel* m_state; ///< that there is nobody, or what it means
    QLabel* m_trouble;
    QPushButton* m_again;
    QVBoxLayout* m_rows;
};

} // namespace skein
