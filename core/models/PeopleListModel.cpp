// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/PeopleListModel.h"

#include "core/base/WhenDone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString remarkOf(const KnownPerson& each)
{
    return each.isBlocked ? PeopleListModel::tr("Blocked") : each.group;
}

} // namespace

PeopleListModel::PeopleListModel(AccountStore& store, ChangeFeed& feed, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&feed, &ChangeFeed::published, this, [this](const Changes& changes) {
        if (changes.people || !changes.memberLists.isEmpty())
            reload();
    });
    reload();
}

void PeopleListModel::reload()
{
    m_isDirty = m_isReading;
    if (std::exchange(m_isReading, true))
        return;
    const auto read = m_store.read([](Stores& stores) { return stores.people.everybody(); });
    whenDone(this, read, [this](const Result<QList<KnownPerson>>& found) {
        m_isReading = false;
        if (found)
            take(*found);
        if (m_isDirty)
            reload();
    });
}

/// Both lists are in the same order: what is not in the other one goes or comes in its place.
void PeopleListModel::take(const QList<KnownPerson>& fresh)
{
    QSet<UserId> staying;
    for (const KnownPerson& each : fresh)
        staying.insert(each.person.id);
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (staying.contains(m_people.at(at).person.id))
            continue;
        beginRemoveRows({}, at, at);
        m_people.removeAt(at);
        endRemoveRows();
    }
    for (int at = 0; at < fresh.size(); ++at) {
        const UserId user = fresh.at(at).person.id;
        const auto old = std::find_if(m_people.begin() + at, m_people.end(),
            [&](const KnownPerson& each) { return each.person.id == user; });
        const int from = static_cast<int>(old - m_people.begin());
        if (old == m_people.end()) {
            beginInsertRows({}, at, at);
            m_people.insert(at, fresh.at(at));
            endInsertRows();
        } else if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            m_people.move(from, at);
            endMoveRows();
        }
        if (m_people.at(at) != fresh.at(at)) {
            m_people[at] = fresh.at(at);
            emit dataChanged(index(at), index(at));
        }
    }
}

QList<Person> PeopleListModel::called(QSet<UserId> users) const
{
    QList<Person> found;
    for (const KnownPerson& each : m_people) {
        if (users.remove(each.person.id))
            found.append(each.person);
    }
    for (const UserId& unknown : std::as_const(users))
        found.append({unknown, {}, {}});
    return found;
}

QVariant PeopleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KnownPerson& shown = m_people.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.person.name;
    case Qt::AccessibleTextRole: {
        const QString remark = remarkOf(shown);
        return remark.isEmpty() ? shown.person.name : shown.person.name + u", "_s + remark;
    }
    case UserRole:
        return shown.person.id.value;
    case RemarkRole:
        return remarkOf(shown);
    case AvatarRole:
        return shown.person.avatarUrl;
    default:
        return {};
    }
}

int PeopleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

} // namespace skein
