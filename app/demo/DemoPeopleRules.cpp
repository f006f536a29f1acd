// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The world's rules about contacts and blocks (protocol.md C, G).

#include "app/demo/DemoWorld.h"

#include <QMutexLocker>

#include <algorithm>

namespace skein {

void DemoWorld::setContact(const QString& user, const QString& other, bool isHidden)
{
    const QMutexLocker lock(&m_mutex);
    m_contacts[user].insert(other, isHidden);
}

void DemoWorld::setRequest(const QString& conversation, bool waits)
{
    const QMutexLocker lock(&m_mutex);
    if (Chat* chat = find(conversation))
        chat->waitsForApproval = waits;
}

QList<DemoContact> DemoWorld::contacts(const QString& user) const
{
    const QMutexLocker lock(&m_mutex);
    QList<DemoContact> found;
    const QHash<QString, bool> known = m_contacts.value(user);
    for (const DemoPerson& person : m_others) {
        if (!known.contains(person.id))
            continue;
        found.append({.person = person,
            .createdAt = 1'500'000'000 + qint64(found.size()) * 86'400,
            .isHidden = known.value(person.id),
            .isBlocked = m_blocks.value(user).contains(person.id)});
    }
    return found;
}

QStringList DemoWorld::blockedBy(const QString& user) const
{
    const QMutexLocker lock(&m_mutex);
    return m_blocks.value(user);
}

bool DemoWorld::isBlockBetween(const QString& a, const QString& b) const
{
    const QMutexLocker lock(&m_mutex);
    return m_blocks.value(a).contains(b) || m_blocks.value(b).contains(a);
}

bool DemoWorld::setBlocked(const QString& user, const QString& other, bool blocked)
{
    const QMutexLocker lock(&m_mutex);
    QStringList& all = m_blocks[user];
    if (all.contains(other) == blocked)
        return false;
    if (blocked)
        all.append(other);
    else
        all.removeAll(other);
    return true;
}

} // namespace skein
