// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whom to write to, found by typing: Enter takes the first. Shows a model with PeopleListModel's
// roles, which outlives it; asks nobody itself. Main thread.

#include "core/types/Group.h"

#include <QDialog>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QStackedLayout;

namespace skein {

class PeopleFilter;
class TroubleBar;

class NewMessageDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewMessageDialog(QAbstractItemModel& people, QWidget* parent = nullptr);
    ~NewMessageDialog() override;

    /// While true an empty list says that it loads.
    void setLoading(bool loading);
    /// The contacts could not be asked for; those that are known stay. Empty: all is well.
    void setTrouble(const QString& sentence);

signals:
    void chosen(const skein::Person& person);
    void retryRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildList(QAbstractItemModel& people);
    void choose(const QModelIndex& index);
    void showState();
    void applyTheme();

    PeopleFilter* m_found;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_state; ///< in place of the list
    QStackedLayout* m_middle;
    TroubleBar* m_troubleBar;
    bool m_isLoading = true;
};

} // namespace skein
