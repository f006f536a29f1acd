// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/LeakSearch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUrl>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// As SQLite, QSettings and logs write it, and as it stands in memory or in an address.
bool holds(const QByteArray& bytes, const QString& secret)
{
    const auto* units = reinterpret_cast<const char*>(secret.utf16());
    return bytes.contains(secret.toUtf8()) || bytes.contains(secret.toLatin1())
        || bytes.contains(QByteArray(units, secret.size() * 2))
        || bytes.contains(QUrl::toPercentEncoding(secret))
        || bytes.contains(secret.toUtf8().toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QStringList found(const QString& folder, const QStringList& secrets,
    const std::function<bool(const QString&)>& isKept)
{
    QStringList all;
    QDirIterator files(
        folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(folder.size() + 1);
        if (isKept && isKept(name))
            continue;
        const QByteArray bytes = name.toUtf8() + '\n' + bytesOf(path);
        for (const QString& secret : secrets) {
            if (holds(bytes, secret))
                all.append(name + u": "_s + secret);
        }
    }
    return all;
}

QStringList heard(const QByteArray& words, const QStringList& secrets)
{
    QStringList all;
    std::ranges::copy_if(secrets, std::back_inserter(all),
        [&words](const QString& secret) { return holds(words, secret); });
    return all;
}

bool moveHome(const QString& place)
{
    for (const char* folder : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
             "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        const QString path = place + u'/' + QString::fromLatin1(folder);
        if (!QDir().mkpath(path) || !qputenv(folder, path.toUtf8()))
            return false;
    }
    return true;
}

} // namespace skein
