// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/WhenDone.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace storeThreadTest {

class tst_StoreThread : public QObject {
    Q_OBJECT

private slots:
    void workIsDoneInOrderOnAThreadOfItsOwn();
    void aRefusalIsAValue();
    void aDatabaseThatCannotBeOpenedAnswersEverythingWithThat();
    void whatWasQueuedIsDoneBeforeTheEnd();
    void aDamagedFileIsSaid();
    void changesArePublishedOnceAndBeforeTheWriteAnswers();
    void aReadingSeesWhatWasWrittenBefore();
    void nothingIsPublishedOfAFailedWrite();
    void nothingIsPublishedWhenNothingChanged();
};

void tst_StoreThread::workIsDoneInOrderOnAThreadOfItsOwn()
{
    StoreFolder folder;
    StoreThread thread(folder.file());
    QList<int> order; // touched by that thread only, until the last work has answered
    for (int n = 0; n < 50; ++n) {
        const auto step = thread.run([&order, n](Database&) {
            order.append(n);
            return n;
        });
        Q_UNUSED(step)
    }
    const auto elsewhere = wait(thread.run([](Database&) { return QThread::currentThread(); }));
    QVERIFY(elsewhere && *elsewhere != QThread::currentThread());
    QCOMPARE(order.size(), 50);
    QVERIFY(std::ranges::is_sorted(order));
}

void tst_StoreThread::aRefusalIsAValue()
{
    StoreFolder folder;
    QList<StorageTrouble> told;
    StoreThread thread(folder.file(), [&told](StorageTrouble trouble) { told.append(trouble); });
    const auto refused = wait(thread.run([](Database& database) {
        database.run("INSERT INTO nowhere VALUES (1)");
        return true;
    }));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(refused.error().detail.contains(u"nowhere"_s));
    QVERIFY(told.isEmpty()); // the file as a whole is well
    QVERIFY(wait(thread.run([](Database&) { return true; })).has_value());
}

void tst_StoreThread::aDatabaseThatCannotBeOpenedAnswersEverythingWithThat()
{
    StoreFolder folder;
    QVERIFY(QDir(folder.dir.path()).mkdir(u"skein.db"_s)); // a folder where the file should be
    QList<StorageTrouble> told; // by that thread only, until the last work has answered
    StoreThread thread(folder.file(), [&told](StorageTrouble trouble) { told.append(trouble); });
    for (int n = 0; n < 2; ++n) {
        const auto refused = wait(thread.run([](Database&) { return true; }));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
    }
    QCOMPARE(told, QList{StorageTrouble::Unwritable}); // once
    QVERIFY(!wait(thread.tryAgain()));
    QVERIFY(QDir(folder.dir.path()).rmdir(u"skein.db"_s));
    QVERIFY(!wait(thread.run([](Database&) { return true; })));
    QVERIFY(wait(thread.tryAgain()).value_or(false));
    QVERIFY(wait(thread.run([](Database&) { return true; })).has_value());
}

void tst_StoreThread::whatWasQueuedIsDoneBeforeTheEnd()
{
    StoreFolder folder;
    ChangeFeed feed;
    {
        AccountStore store(folder.file(), fixtureMe, feed);
        for (int n = 0; n < 20; ++n) {
            const auto written = store.write([n](Stores& stores, Changes& changes) {
                stores.outbox.add(waitingRow(n, QString::number(n)), changes);
                return true;
            });
            Q_UNUSED(written)
        }
    }
    QCOMPARE(folder.open()->stores.outbox.all().size(), 20);
}

void tst_StoreThread::aDamagedFileIsSaid()
{
    StoreFolder folder;
    {
        QFile file(folder.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database ").repeated(500));
    }
    ChangeFeed feed;
    AccountStore store(folder.file(), fixtureMe, feed);
    QCOMPARE(wait(store.quarantined()).value_or(QString()), folder.file() + ".damaged-1"_L1);
    QVERIFY(wait(store.read([](Stores& stores) { return stores.outbox.all(); })).has_value());
}

void tst_StoreThread::changesArePublishedOnceAndBeforeTheWriteAnswers()
{
    StoreFixture fixture;
    QStringList order;
    connect(&fixture.feed, &ChangeFeed::published, this, [&](const Changes& changes) {
        QCOMPARE(changes.threads, QSet{fixtureChat()});
        QCOMPARE(QThread::currentThread(), thread());
        order.append(u"published"_s);
    });
    const auto write = fixture.store.write([](Stores& stores, Changes& changes) {
        stores.messages.take(fixtureChat(), pageOf(receivedMessages(1, 3)), changes);
        return true;
    });
    whenDone(this, write, [&](const Result<bool>&) { order.append(u"answered"_s); });
    fixture.quiet();
    QCOMPARE(order, (QStringList{u"published"_s, u"answered"_s}));
}

void tst_StoreThread::aReadingSeesWhatWasWrittenBefore()
{
    StoreFixture fixture;
    fixture.post([](Stores& stores, Changes& changes) {
        stores.messages.take(fixtureChat(), pageOf(receivedMessages(1, 3)), changes);
    });
    const auto found = wait(fixture.store.read(
        [](Stores& stores) { return storedIds(stores.messages, fixtureChat()); }));
    QCOMPARE(found.value_or(QStringList()).size(), 3);
}

void tst_StoreThread::nothingIsPublishedOfAFailedWrite()
{
    StoreFixture fixture;
    QSignalSpy published(&fixture.feed, &ChangeFeed::published);
    const auto written = wait(fixture.store.write([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(1, u"a"_s), changes);
        stores.outbox.add(waitingRow(1, u"a"_s), changes);
        return true;
    }));
    QVERIFY(!written);
    fixture.quiet();
    QCOMPARE(published.size(), 0);
    const auto rows
        = wait(fixture.store.read([](Stores& stores) { return stores.outbox.all().size(); }));
    QCOMPARE(rows.value_or(-1), 0);
}

void tst_StoreThread::nothingIsPublishedWhenNothingChanged()
{
    StoreFixture fixture;
    fixture.take(pageOf(receivedMessages(1, 3)));
    QSignalSpy published(&fixture.feed, &ChangeFeed::published);
    fixture.take(pageOf(receivedMessages(1, 3)));
    QCOMPARE(published.size(), 0);
    fixture.take(pageOf(receivedMessages(1, 4)));
    QCOMPARE(published.size(), 1);
}

SKEIN_TEST(tst_StoreThread)

} // namespace storeThreadTest

#include "tst_StoreThread.moc"
