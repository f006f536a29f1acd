// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is in a group, found by typing; the person's own name there; and the way out. Asks nobody
// itself: it is given the members, or why there are none, and says what the person wants. Main
// thread.

#include "core/types/Group.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;

namespace skein {

class ElidedLabel;
class MemberListModel;
class TroubleBar;

class MembersDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int longestNickname = 50; ///< protocol.md D5

    /// Says that it loads, and offers no leaving, until it is told otherwise.
    MembersDialog(const QString& group, const UserId& me, QWidget* parent = nullptr);
    ~MembersDialog() override;

    void setMembers(const QList<Member>& members);
    /// Whether leaving is offered.
    void setMayLeave(bool mayLeave);
    /// The members could not be asked for; those that are known stay. Empty: all is well.
    void setTrouble(const QString& sentence);
    void acceptNickname();
    void refuseNickname(const QString& sentence);

signals:
    void chosen(const skein::Member& member);
    /// Trimmed, 1 to 50 characters, another one than before. Busy until it is answered.
    void nicknameChosen(const QString& nickname);
    void retryRequested();
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildTop();
    void buildList();
    void buildNickname();
    QLayout* buildButtons();
    void choose(const QModelIndex& index);
    void submitNickname();
    void sayOfNickname(const QString& sentence, bool isRefusal);
    void enableSave();
    void noteEdit();
    void showState();
    void applyTheme();

    const UserId m_me;
    MemberListModel* m_members;
    QSortFilterProxyModel* m_found;
    ElidedLabel* m_group;
    QLabel* m_count;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_state; ///< in place of the list: that it loads, or that nobody matches
    QStackedLayout* m_middle;
    TroubleBar* m_troubleBar;
    QWidget* m_own;
    QLineEdit* m_nickname;
    QPushButton* m_save;
    QLabel* m_nicknameWords;
    QPushButton* m_leave;
    QString m_nicknameBefore;
    bool m_isLoaded = false;
    bool m_isSaving = false;
};

} // namespace skein
