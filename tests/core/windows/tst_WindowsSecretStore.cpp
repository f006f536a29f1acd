// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/WindowsSecretStore.h"
#include "tests/support/SkeinTest.h"

#include <QTest>
#include <QUuid>

using namespace skein;
using namespace Qt::StringLiterals;

namespace windowsSecretStoreTest {

// By the real Credential Manager, under a name that nobody else uses.
class tst_WindowsSecretStore : public QObject {
    Q_OBJECT

    const QString key = u"test ñ "_s + QUuid::createUuid().toString();

    template <class T>
    static Result<T> answerOf(const Async<T>& asked)
    {
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }))
            return std::unexpected(Error{});
        return asked.result();
    }

private slots:
    void whatWasNeverKeptIsNothing()
    {
        WindowsSecretStore store;
        QCOMPARE(answerOf(store.read(key)).value(), QString());
        QVERIFY(answerOf(store.remove(key)));
    }

    void aSecretIsThereForTheNextStart()
    {
        const QString secret = u"a1b2-ñ-🙂"_s;
        QVERIFY(answerOf(WindowsSecretStore().write(key, secret)));
        WindowsSecretStore next;
        QCOMPARE(answerOf(next.read(key)).value(), secret);
        QVERIFY(answerOf(next.write(key, u"another"_s)));
        QCOMPARE(answerOf(next.read(key)).value(), u"another"_s);
        QCOMPARE(answerOf(next.read(key + u'x')).value(), QString());
    }

    void whatIsRemovedIsGone()
    {
        WindowsSecretStore store;
        QVERIFY(answerOf(store.write(key, u"secret"_s)));
        QVERIFY(answerOf(store.remove(key)));
        QCOMPARE(answerOf(store.read(key)).value(), QString());
    }
};

SKEIN_TEST(tst_WindowsSecretStore)

} // namespace windowsSecretStoreTest

#include "tst_WindowsSecretStore.moc"
