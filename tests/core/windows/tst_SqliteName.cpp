// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SqliteName.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace sqliteNameTest {

class tst_SqliteName : public QObject {
    Q_OBJECT

private slots:
    void aPathOfAnyLengthIsOneThatWindowsTakes_data();
    void aPathOfAnyLengthIsOneThatWindowsTakes();
    void aRelativePathIsOfThisFolder();
};

void tst_SqliteName::aPathOfAnyLengthIsOneThatWindowsTakes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("of a drive") << u"C:/Users/Ana María/skein.db"_s
                                << uR"(\\?\C:\Users\Ana María\skein.db)"_s;
    QTest::newRow("with steps back") << u"C:/Users/../skein.db"_s << uR"(\\?\C:\skein.db)"_s;
    QTest::newRow("of another computer")
        << u"//house/people/ana/skein.db"_s << uR"(\\?\UNC\house\people\ana\skein.db)"_s;
    QTest::newRow("already such a one")
        << uR"(\\?\C:\Users\skein.db)"_s << uR"(\\?\C:\Users\skein.db)"_s;
}

void tst_SqliteName::aPathOfAnyLengthIsOneThatWindowsTakes()
{
    QFETCH(QString, path);
    QTEST(sqliteName(path), "name");
}

void tst_SqliteName::aRelativePathIsOfThisFolder()
{
    QCOMPARE(sqliteName(u"skein.db"_s), sqliteName(QDir::currentPath() + u"/skein.db"_s));
}

SKEIN_TEST(tst_SqliteName)

} // namespace sqliteNameTest

#include "tst_SqliteName.moc"
