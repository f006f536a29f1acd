// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/KeychainSecretStore.h"
#include "tests/support/SkeinTest.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace keychainSecretStoreTest {

// Without a keychain (on Linux: no session bus); with one it is the desktop test's matter.
class tst_KeychainSecretStore : public QObject {
    Q_OBJECT

    QTemporaryDir home;

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("HOME", home.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", home.path().toLocal8Bit());
    }

    void withoutAKeychainEveryCallSaysSoInWords()
    {
        KeychainSecretStore store;
        const auto read = store.read(u"token"_s);
        const auto written = store.write(u"token"_s, u"secret-token"_s);
        const auto removed = store.remove(u"token"_s);
        QVERIFY(!read.isFinished() && !written.isFinished() && !removed.isFinished());
        QTRY_VERIFY(read.isFinished() && written.isFinished() && removed.isFinished());
        QVERIFY(!read.result() && !written.result() && !removed.result());
        for (const Error& error :
            {read.result().error(), written.result().error(), removed.result().error()}) {
            QCOMPARE(error.kind, ErrorKind::Storage);
            QVERIFY(!error.detail.isEmpty());
            QVERIFY(!error.detail.contains(u"secret-token"_s));
        }
    }

    void aSecretNeverReachesAFile()
    {
        QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("secret-token"), qPrintable(file.fileName()));
        }
    }

    void aStoreThatEndsEndsItsCalls()
    {
        auto store = std::make_unique<KeychainSecretStore>();
        const auto read = store->read(u"token"_s);
        store.reset();
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.resultCount(), 0);
    }
};

SKEIN_TEST(tst_KeychainSecretStore)

} // namespace keychainSecretStoreTest

#include "tst_KeychainSecretStore.moc"
