// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace reachStoreTest {

class tst_ReachStore : public QObject {
    Q_OBJECT

    StoreFolder folder;
    std::unique_ptr<OpenStores> open;

    ConversationReach only() const
    {
        const auto all = open->stores.reach.all();
        return all.size() == 1 ? all.first() : ConversationReach{};
    }

private slots:
    void init()
    {
        open.reset();
        folder = StoreFolder();
        open = folder.open();
    }
    void cleanup() { open.reset(); }

    void aConversationOfTheListAloneHasNothingHere()
    {
        open->stores.conversations.takeSummary(
            summaryOf(fixtureChat(), u"Cleo"_s, receivedMessage(50)), true, open->changes);
        QCOMPARE(only().title, u"Cleo"_s);
        QCOMPARE(only().completeSince, 0);
        QVERIFY(only().isBehind);
    }

    void whatIsReadReachesBackToItsOldestMessage()
    {
        open->stores.conversations.takeSummary(
            summaryOf(fixtureChat(), u"Cleo"_s, receivedMessage(50)), true, open->changes);
        open->take(pageOf(receivedMessages(30, 50)));
        QCOMPARE(only().completeSince, receivedMessage(30).createdAt);
        QVERIFY(!only().reachesStart);
        QVERIFY(!only().isBehind);
        QCOMPARE(only().gaps, 0);
        open->take(pageOf(receivedMessages(1, 30), true));
        QCOMPARE(only().completeSince, receivedMessage(1).createdAt);
        QVERIFY(only().reachesStart);
    }

    void whatIsMissingInBetweenIsAGapAndWhatIsOlderDoesNotCount()
    {
        open->take(pageOf(receivedMessages(1, 10), true));
        open->take(pageOf(receivedMessages(30, 50)));
        QCOMPARE(only().gaps, 1);
        QCOMPARE(only().completeSince, receivedMessage(30).createdAt);
        QVERIFY(!only().reachesStart);
    }

    void latestActivityComesFirst()
    {
        for (int n = 1; n <= 3; ++n)
            open->stores.conversations.takeSummary(
                summaryOf(fixtureChat(n), u"Chat %1"_s.arg(n), receivedMessage(10 * n)), true,
                open->changes);
        QStringList titles;
        for (const auto& each : open->stores.reach.all())
            titles.append(each.title);
        QCOMPARE(titles, QStringList({u"Chat 3"_s, u"Chat 2"_s, u"Chat 1"_s}));
    }

    void waitingAndFailedMessagesAreCountedApart()
    {
        OutboxRow failed = waitingRow(3, u"c"_s);
        failed.state = OutboxRow::State::Failed;
        for (const OutboxRow& row : {waitingRow(1, u"a"_s), waitingRow(2, u"b"_s), failed})
            open->stores.outbox.add(row, open->changes);
        QCOMPARE(open->stores.outbox.counts().waiting, 2);
        QCOMPARE(open->stores.outbox.counts().failed, 1);
    }
};

SKEIN_TEST(tst_ReachStore)

} // namespace reachStoreTest

#include "tst_ReachStore.moc"
