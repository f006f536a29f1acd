// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whom one could write to, by name: contacts, members of the groups, people of direct chats. Reads
// the store again when that changed; a change becomes the fewest row operations. Main thread.

#include "core/store/AccountStore.h"

#include <QAbstractListModel>

namespace skein {

class PeopleListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        UserRole = Qt::UserRole + 1, ///< QString: the user's id
        RemarkRole, ///< QString: "Blocked", or the group one knows them from
        AvatarRole = Qt::UserRole + 10, ///< QString: a picture's address
    };

    PeopleListModel(AccountStore& store, ChangeFeed& feed, QObject* parent = nullptr);

    void reload();
    [[nodiscard]] const QList<KnownPerson>& people() const { return m_people; }
    /// By name; who is not known (any more) comes last, without one.
    [[nodiscard]] QList<Person> called(QSet<UserId> users) const;

    /// DisplayRole: the name. AccessibleTextRole: it and the remark.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

private:
    void take(const QList<KnownPerson>& fresh);

    AccountStore& m_store;
    QList<KnownPerson> m_people;
    bool m_isReading = false;
    bool m_isDirty = false;
};

} // namespace skein
