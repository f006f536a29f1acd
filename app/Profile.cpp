// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace skein {

namespace {
constexpr auto nameKey = "name"_L1;
constexpr auto avatarKey = "avatar"_L1;
} // namespace

Profile::Profile(const QString& folder, bool throwAway)
{
    if (throwAway && folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path();
    } else if (folder.isEmpty()) {
        m_folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    } else {
        m_folder = QDir(folder).absolutePath();
    }
    QDir().mkpath(m_folder);
}

QString Profile::settingsFile() const { return m_folder + u"/skein.ini"_s; }

QString Profile::accountFolder(const QString& userId) const
{
    static const QRegularExpression number(u"^[0-9]{1,32}$"_s);
    const auto digest = QCryptographicHash::hash(userId.toUtf8(), QCryptographicHash::Sha256);
    const QString name = number.match(userId).hasMatch()
        ? userId
        : u"account-"_s + QString::fromLatin1(digest.toHex().first(32));
    return m_folder + u"/accounts/"_s + name;
}

QString Profile::personFile(const UserId& id) const
{
    return accountFolder(id.value) + u"/person.ini"_s;
}

Person Profile::person(const UserId& id) const
{
    const QSettings kept(personFile(id), QSettings::IniFormat);
    return {.id = id,
        .name = kept.value(nameKey).toString(),
        .avatarUrl = kept.value(avatarKey).toString()};
}

void Profile::keepPerson(const Person& person) const
{
    if (this->person(person.id) == person)
        return; // writing waits for the disk
    QSettings kept(personFile(person.id), QSettings::IniFormat);
    kept.setValue(nameKey, person.name);
    kept.setValue(avatarKey, person.avatarUrl);
}

void Profile::wipeAccount(const QString& userId) const
{
    QDir(accountFolder(userId)).removeRecursively();
}

} // namespace skein
