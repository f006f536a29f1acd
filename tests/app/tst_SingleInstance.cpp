// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace skein;

namespace singleInstanceTest {

class tst_SingleInstance : public QObject {
    Q_OBJECT
private slots:
    void theSecondOneAsksTheFirstToShowItself();
    void aSecondHiddenStartShowsNothing();
    void oneFolderIsOneProfileHoweverItIsSpelt();
    void anotherProfileIsAnotherSkein();
    void afterTheFirstEndedTheNextMayStart();
    void whereNoLockCanBeMadeThereIsStillOneOnly();
};

void tst_SingleInstance::theSecondOneAsksTheFirstToShowItself()
{
    QTemporaryDir place;
    SingleInstance first(place.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(first.claim());
    SingleInstance second(place.path());
    QVERIFY(!second.claim());
    QTRY_COMPARE(raised.count(), 1);
}

void tst_SingleInstance::aSecondHiddenStartShowsNothing()
{
    QTemporaryDir place;
    SingleInstance first(place.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(first.claim());
    SingleInstance second(place.path());
    QVERIFY(!second.claim(SingleInstance::Wish::Nothing));
    SingleInstance third(place.path());
    QVERIFY(!third.claim());
    QTRY_VERIFY(raised.count() > 0);
    QCOMPARE(raised.count(), 1);
}

void tst_SingleInstance::oneFolderIsOneProfileHoweverItIsSpelt()
{
    QTemporaryDir place;
    const QString folder = place.filePath(u"Some Body"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile::link(folder, place.filePath(u"link"_s));
    QStringList spellings{folder + u'/', place.filePath(u"link"_s), folder.toUpper()};
    spellings.removeIf([](const QString& each) { return !QFileInfo(each).isDir(); });
    QVERIFY(spellings.size() > 1); // a link, or letters whose case does not count
    SingleInstance first(folder);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(first.claim());
    for (const QString& each : spellings) {
        SingleInstance second(each);
        QVERIFY(!second.claim());
        QTRY_COMPARE(raised.count(), 1);
        raised.clear();
    }
}

void tst_SingleInstance::anotherProfileIsAnotherSkein()
{
    QTemporaryDir one;
    QTemporaryDir two;
    SingleInstance first(one.path());
    SingleInstance second(two.path());
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void tst_SingleInstance::afterTheFirstEndedTheNextMayStart()
{
    QTemporaryDir place;
    {
        SingleInstance first(place.path());
        QVERIFY(first.claim());
    }
    SingleInstance next(place.path());
    QVERIFY(next.claim());
}

void tst_SingleInstance::whereNoLockCanBeMadeThereIsStillOneOnly()
{
    QTemporaryDir place;
    const FullDisk full;
    SingleInstance first(place.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(first.claim());
    SingleInstance second(place.path());
    QVERIFY(!second.claim());
    QTRY_COMPARE(raised.count(), 1);
}

SKEIN_TEST(tst_SingleInstance)

} // namespace singleInstanceTest

#include "tst_SingleInstance.moc"
