// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Profile.h"
#include "tests/support/SkeinTest.h"

#include <QDateTime>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace skein;

namespace profileTest {

class tst_Profile : public QObject {
    Q_OBJECT
private slots:
    void aGivenFolderHoldsEverything();
    void aThrowAwayProfileIsGoneAfterwards();
    void accountsLieApartWhateverTheirIds();
    void wipingOneAccountLeavesTheOther();
    void aPersonWhoIsKnownIsNotWrittenAgain();
};

void tst_Profile::aGivenFolderHoldsEverything()
{
    QTemporaryDir place;
    const Profile profile(place.filePath(u"sub/päth"_s), false);
    QVERIFY(QDir(profile.folder()).exists());
    QVERIFY(profile.settingsFile().startsWith(profile.folder()));
    QVERIFY(profile.accountFolder(u"1001"_s).startsWith(profile.folder()));
}

void tst_Profile::aThrowAwayProfileIsGoneAfterwards()
{
    QString folder;
    {
        const Profile profile({}, true);
        folder = profile.folder();
        QVERIFY(QDir(folder).exists());
    }
    QVERIFY(!QDir(folder).exists());
}

void tst_Profile::accountsLieApartWhateverTheirIds()
{
    QTemporaryDir place;
    const Profile profile(place.path(), false);
    QVERIFY(profile.accountFolder(u"1001"_s) != profile.accountFolder(u"1002"_s));
    const QString hostile = profile.accountFolder(u"../../x"_s);
    QCOMPARE(QDir::cleanPath(hostile), hostile);
    QVERIFY(hostile.startsWith(profile.folder()));
    // Where letters' case does not count, where devices have names, and where names have an end.
    const QStringList ids{
        u"Ab"_s, u"aB"_s, u"CON"_s, u"a_b"_s, u"a.b"_s, u"a:b"_s, u"9"_s.repeated(300)};
    QSet<QString> folders;
    for (const QString& id : ids) {
        const QString folder = profile.accountFolder(id);
        QVERIFY2(QDir().mkpath(folder), qPrintable(folder));
        QVERIFY(!folder.endsWith(id));
        folders.insert(folder.toCaseFolded());
    }
    QCOMPARE(folders.size(), ids.size());
}

void tst_Profile::wipingOneAccountLeavesTheOther()
{
    QTemporaryDir place;
    const Profile profile(place.path(), false);
    const Person first{.id = {u"1001"_s}, .name = u"Mara Lindt"_s, .avatarUrl = u"https://a"_s};
    const Person second{.id = {u"1002"_s}, .name = u"Iris Adams"_s, .avatarUrl = {}};
    profile.keepPerson(first);
    profile.keepPerson(second);
    QCOMPARE(profile.person(first.id), first);
    profile.wipeAccount(u"1001"_s);
    QVERIFY(!QDir(profile.accountFolder(u"1001"_s)).exists());
    QCOMPARE(profile.person(first.id).name, QString());
    QCOMPARE(profile.person(second.id), second);
}

void tst_Profile::aPersonWhoIsKnownIsNotWrittenAgain()
{
    QTemporaryDir place;
    const Profile profile(place.path(), false);
    const Person known{.id = {u"1001"_s}, .name = u"Mara Lindt"_s, .avatarUrl = u"https://a"_s};
    profile.keepPerson(known);
    QFile file(profile.accountFolder(u"1001"_s) + u"/person.ini"_s);
    const QDateTime past(QDate(2020, 1, 1), QTime(12, 0));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(past, QFileDevice::FileModificationTime));
    file.close();
    profile.keepPerson(known);
    QCOMPARE(QFileInfo(file).lastModified(), past);

    Person renamed = known;
    renamed.name = u"Mara L."_s;
    profile.keepPerson(renamed);
    QVERIFY(QFileInfo(file).lastModified() > past);
    QCOMPARE(profile.person(known.id), renamed);
}

SKEIN_TEST(tst_Profile)

} // namespace profileTest

#include "tst_Profile.moc"
