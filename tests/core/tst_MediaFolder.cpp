// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/MediaFolder.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mediaFolderTest {

namespace {

QUrl picture(int number)
{
    return QUrl(u"https://i.groupme.com/10x10.png.%1"_s.arg(number, 32, 16, QLatin1Char('0')));
}

} // namespace

class tst_MediaFolder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MediaFolder> m_folder;

    [[nodiscard]] QString path() const { return m_dir->filePath(u"pictures"_s); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    void open(qint64 limit = MediaFolder::defaultLimit)
    {
        m_folder.reset(); // what was begun is done
        m_folder = std::make_unique<MediaFolder>(path(), limit);
    }
    std::optional<QByteArray> read(int number)
    {
        const auto result = m_folder->read(picture(number)).result();
        return result ? std::optional(*result) : std::nullopt;
    }
    qint64 write(int number, const QByteArray& bytes)
    {
        return m_folder->write(picture(number), bytes).result().value_or(-1);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        open();
    }

    void whatWasWrittenIsReadAlsoAfterARestart()
    {
        QVERIFY(!read(1));
        QVERIFY(write(1, "one") > 0);
        QVERIFY(write(2, "") > 0);
        QCOMPARE(read(1), QByteArray("one"));
        open();
        QCOMPARE(read(1), QByteArray("one"));
        QCOMPARE(read(2), QByteArray(""));
        QVERIFY(!read(3));
        write(1, "one, anew");
        QCOMPARE(read(1), QByteArray("one, anew"));
        QCOMPARE(files().size(), 2);
    }

    void namesOfFilesTellNothing()
    {
        write(1, "one");
        QCOMPARE(files().size(), 1);
        QVERIFY(!files().first().contains("groupme"_L1));
        QVERIFY(!files().first().contains("10x10"_L1));
    }

    void aDamagedFileIsTakenForAbsent_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>sign in to this network</html>");
        QTest::newRow("cut") << QByteArray("cut");
        QTest::newRow("changed") << QByteArray("changed");
    }
    void aDamagedFileIsTakenForAbsent()
    {
        QFETCH(QByteArray, damage);
        write(1, QByteArray(1000, 'x'));
        open();
        QFile file(QDir(path()).filePath(files().first()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray whole = file.readAll();
        if (damage == "cut")
            damage = whole.chopped(1);
        if (damage == "changed") {
            whole[500] = 'y';
            damage = whole;
        }
        file.resize(0);
        file.seek(0);
        file.write(damage);
        file.close();
        QVERIFY(!read(1));
        write(1, "well again");
        QCOMPARE(read(1), QByteArray("well again"));
    }

    void aFileUnderTheNameOfAnotherIsTakenForAbsent()
    {
        write(1, "one");
        const QString one = files().first();
        write(2, "two");
        const QString two = files().first() == one ? files().last() : files().first();
        open();
        QVERIFY(QFile::remove(QDir(path()).filePath(two)));
        QVERIFY(QFile::copy(QDir(path()).filePath(one), QDir(path()).filePath(two)));
        QVERIFY(!read(2));
        QCOMPARE(read(1), QByteArray("one"));
    }

    void foreignFilesAreLeftAlone()
    {
        QDir().mkpath(path());
        QFile foreign(QDir(path()).filePath(u"holiday.jpg"_s));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        foreign.write(QByteArray(50'000, 'x'));
        foreign.close();
        open(10'000);
        for (int i = 0; i < 20; ++i)
            write(i, QByteArray(1000, 'x'));
        QVERIFY(m_folder->clear().result().has_value());
        QCOMPARE(files(), QStringList{u"holiday.jpg"_s});
        QCOMPARE(foreign.size(), 50'000);
    }

    void whatAnInterruptedWriteLeftIsSweptAway()
    {
        write(1, "one");
        const QString rest = files().first() + u".a1B2c3"_s;
        open();
        QFile file(QDir(path()).filePath(rest));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hal");
        file.close();
        QCOMPARE(read(1), QByteArray("one"));
        QCOMPARE(files().size(), 1);
    }

    void theLimitHoldsAndTheLeastRecentlyUsedGoes()
    {
        open(10'000);
        for (int i = 1; i <= 9; ++i)
            write(i, QByteArray(1000, 'x'));
        QVERIFY(read(1)); // now younger than 2
        open(10'000); // also known after a restart
        const qint64 total = write(10, QByteArray(1000, 'x'));
        QVERIFY(total > 0 && total <= 10'000);
        QVERIFY(!read(2));
        QVERIFY(read(1));
        QVERIFY(read(10));
    }

    void aLowerLimitHoldsFromTheStart()
    {
        for (int i = 1; i <= 9; ++i)
            write(i, QByteArray(1000, 'x'));
        open(3000);
        QVERIFY(!read(1));
        QVERIFY(files().size() <= 2);
        QVERIFY(read(9));
    }

    void aDiskThatRefusesIsAnError()
    {
        m_folder.reset();
        QFile inTheWay(path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        open();
        QCOMPARE(m_folder->write(picture(1), "one").result().error().kind, ErrorKind::Storage);
        QVERIFY(!read(1));
    }

    void whatIsRemovedIsGone()
    {
        write(1, "one");
        write(2, "two");
        QVERIFY(m_folder->remove(picture(1)).result().has_value());
        QVERIFY(!read(1));
        QCOMPARE(read(2), QByteArray("two"));
        QCOMPARE(m_folder->clear().result().value(), 0);
        QVERIFY(files().isEmpty());
    }
};

SKEIN_TEST(tst_MediaFolder)

} // namespace mediaFolderTest

#include "tst_MediaFolder.moc"
