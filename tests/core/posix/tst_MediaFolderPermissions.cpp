// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/MediaFolder.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mediaFolderPermissionsTest {

class tst_MediaFolderPermissions : public QObject {
    Q_OBJECT
private slots:
    void nobodyElseReadsThePictures()
    {
        const QTemporaryDir place;
        {
            MediaFolder folder(place.path());
            folder.write(QUrl(u"https://i.groupme.com/1"_s), "one");
        }
        const QFileInfoList files = QDir(place.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
    }
};

SKEIN_TEST(tst_MediaFolderPermissions)

} // namespace mediaFolderPermissionsTest

#include "tst_MediaFolderPermissions.moc"
