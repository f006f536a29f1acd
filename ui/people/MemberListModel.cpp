// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/MemberListModel.h"

#include "ui/theme/FoldedText.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

bool listedBefore(const Member& a, const Member& b)
{
    if (a.role != b.role)
        return a.role > b.role;
    const int order = QString::localeAwareCompare(a.nickname, b.nickname);
    return order != 0 ? order < 0 : a.user < b.user;
}

} // namespace

QString roleWords(GroupRole role)
{
    switch (role) {
    case GroupRole::Owner:
        return MemberListModel::tr("Owner");
    case GroupRole::Admin:
        return MemberListModel::tr("Admin");
    case GroupRole::Member:
    case GroupRole::Unknown:
        break;
    }
    return {};
}

QString memberCountWords(int count) { return MemberListModel::tr("%n members", nullptr, count); }

QString nameOf(const Member& member)
{
    return member.nickname.isEmpty() ? MemberListModel::tr("Unknown") : member.nickname;
}

MemberListModel::MemberListModel(const UserId& me, QObject* parent)
    : QAbstractListModel(parent)
    , m_me(me)
{
}

void MemberListModel::setMembers(QList<Member> members)
{
    std::ranges::sort(members, listedBefore);
    if (members == m_members)
        return;
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
}

int MemberListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

QVariant MemberListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Member& member = m_members.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(member);
    case Qt::AccessibleTextRole: {
        QStringList parts{
            nameOf(member), isMe(member) ? tr("you") : QString(), roleWords(member.role)};
        parts.removeAll({});
        return parts.join(u", "_s);
    }
    case UserRole:
        return member.user.value;
    case RoleWordsRole:
        return roleWords(member.role);
    case IsMeRole:
        return isMe(member);
    case FoldedNameRole:
        return folded(nameOf(member));
    case AvatarRole:
        return member.avatarUrl;
    default:
        return {};
    }
}

} // namespace skein
