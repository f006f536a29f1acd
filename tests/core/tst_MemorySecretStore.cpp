// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/MemorySecretStore.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace memorySecretStoreTest {

class tst_MemorySecretStore : public QObject {
    Q_OBJECT

    template <class T>
    static Result<T> resultOf(const Async<T>& future)
    {
        QCoreApplication::processEvents();
        return future.isFinished() ? future.result() : std::unexpected(Error{});
    }

    static void keepsAndForgets(SecretStore& store)
    {
        QCOMPARE(resultOf(store.read(u"token"_s)).value(), QString());
        QVERIFY(resultOf(store.write(u"token"_s, u"abc"_s)));
        QVERIFY(resultOf(store.write(u"other"_s, u"x"_s)));
        QCOMPARE(resultOf(store.read(u"token"_s)).value(), u"abc"_s);
        QVERIFY(resultOf(store.remove(u"token"_s)));
        QVERIFY(resultOf(store.remove(u"token"_s)));
        QCOMPARE(resultOf(store.read(u"token"_s)).value(), QString());
        QCOMPARE(resultOf(store.read(u"other"_s)).value(), u"x"_s);
    }

private slots:
    void aSecretIsKeptForThisRunOnly()
    {
        MemorySecretStore store;
        keepsAndForgets(store);
        MemorySecretStore next;
        QCOMPARE(resultOf(next.read(u"other"_s)).value(), QString());
    }

    void answersComeFromTheEventLoop()
    {
        MemorySecretStore store;
        QVERIFY(!store.read(u"token"_s).isFinished());
    }

    void theFakeKeepsRefusesAndWaits()
    {
        FakeSecretStore store;
        keepsAndForgets(store);
        store.hold();
        const auto late = store.write(u"token"_s, u"abc"_s);
        QVERIFY(!resultOf(late));
        QVERIFY(!store.secrets.contains(u"token"_s));
        store.release();
        QVERIFY(resultOf(late));
        store.refusal = FakeSecretStore::noKeychain();
        QCOMPARE(
            resultOf(store.write(u"token"_s, u"new"_s)).error(), FakeSecretStore::noKeychain());
        QCOMPARE(store.secrets.value(u"token"_s), u"abc"_s);
    }
};

SKEIN_TEST(tst_MemorySecretStore)

} // namespace memorySecretStoreTest

#include "tst_MemorySecretStore.moc"
