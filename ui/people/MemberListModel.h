// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The members of a group as a list: the owner, the admins, then everybody else, each by nickname.
// Main thread.

#include "core/types/Group.h"

#include <QAbstractListModel>

namespace skein {

/// "Owner", "Admin"; "" for who is neither.
[[nodiscard]] QString roleWords(GroupRole role);
/// "23 members".
[[nodiscard]] QString memberCountWords(int count);
/// The nickname, or "Unknown" when the service has none.
[[nodiscard]] QString nameOf(const Member& member);

class MemberListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        UserRole = Qt::UserRole + 1, ///< QString: the user's id
        RoleWordsRole, ///< QString: "Owner", "Admin" or ""
        IsMeRole, ///< bool
        FoldedNameRole, ///< QString: the name without case and accents
        AvatarRole = Qt::UserRole + 10, ///< QString: a picture's address
    };

    explicit MemberListModel(const UserId& me, QObject* parent = nullptr);

    void setMembers(QList<Member> members);
    [[nodiscard]] const Member& member(int row) const { return m_members.at(row); }

    /// DisplayRole: the nickname. AccessibleTextRole: it, "you", the role.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

private:
    [[nodiscard]] bool isMe(const Member& member) const { return member.user == m_me; }

    const UserId m_me;
    QList<Member> m_members;
};

} // namespace skein
