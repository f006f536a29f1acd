// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Profile.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace skein {

Profile::Profile(const QString& folder, bool throwAway)
{
    if (throwAway && folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path();
    } else if (folder.isEmpty()) {
        m_folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    } else {
        m_folder = QDir(folder).absolutePath();
    }
    QDir().mkpath(m_folder);
}

QString Profile::settingsFile() const { return m_folder + u"/skein.ini"_s; }

QString Profile::accountFolder(const QString& userId) const
{
    QString name;
    for (const QChar c : userId) {
        const bool plain = c.unicode() < 128 && c.isLetterOrNumber();
        name += plain ? c : u'_';
    }
    return m_folder + u"/accounts/"_s + name;
}

void Profile::wipeAccount(const QString& userId) const
{
    QDir(accountFolder(userId)).removeRecursively();
}

} // namespace skein
