// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the store knows to be complete, against a made-up history read in random pages.

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageRangesTest {

namespace {

/// Proven stretches of a history, by the places of messages in it.
class ProvenStretches {
public:
    struct Stretch {
        int first = 0;
        int last = 0;
        bool reachesStart = false;
    };

    void add(Stretch fresh)
    {
        QList<Stretch> apart;
        for (const Stretch& known : std::as_const(m_stretches)) {
            if (known.last < fresh.first || known.first > fresh.last) {
                apart.append(known);
                continue;
            }
            fresh = {std::min(known.first, fresh.first), std::max(known.last, fresh.last),
                known.reachesStart || fresh.reachesStart};
        }
        apart.append(fresh);
        std::ranges::sort(apart, {}, &Stretch::first);
        m_stretches = apart;
    }

    [[nodiscard]] QList<Span> spans(const QList<Message>& history) const
    {
        QList<Span> spans;
        for (const Stretch& s : m_stretches)
            spans.append(
                {positionOf(history.at(s.first)), positionOf(history.at(s.last)), s.reachesStart});
        return spans;
    }

private:
    QList<Stretch> m_stretches;
};

/// Many share a second, ids grow longer in the middle.
QList<Message> madeUpHistory(QRandomGenerator& random, int length)
{
    QList<Message> history;
    qint64 second = 1'400'000'000;
    for (int n = 0; n < length; ++n) {
        second += random.bounded(3);
        Message message = receivedMessage(n);
        message.createdAt = second;
        message.id = {n < length / 2 ? QString::number(1000 + n)
                                     : u"%1000000%2"_s.arg(second).arg(n, 3, 10, QChar(u'0'))};
        history.append(message);
    }
    std::ranges::sort(history, {}, [](const Message& m) { return positionOf(m); });
    return history;
}

} // namespace

class tst_MessageRanges : public QObject {
    Q_OBJECT

private slots:
    void stretchesJoinOnlyWhereTheyTouch();
    void theStartIsKnownOfTheOldestEdgeOnly();
    void nothingBeforeTheOldestMessageIsTheStart();
    void randomPagesNeverJoinOverAHole_data();
    void randomPagesNeverJoinOverAHole();
};

void tst_MessageRanges::stretchesJoinOnlyWhereTheyTouch()
{
    StoreFolder folder;
    const auto open = folder.open();
    const auto ranges = [&] { return open->stores.messages.ranges(fixtureChat()).size(); };
    open->take(pageOf(receivedMessages(1, 3)));
    open->take(pageOf(receivedMessages(4, 6))); // neighbours in truth, but nobody said so
    QCOMPARE(ranges(), 2);
    open->take({.messages = {},
        .complete = Span{positionOf(receivedMessage(3)), positionOf(receivedMessage(4))}});
    QCOMPARE(ranges(), 1);
    open->take(pageOf(receivedMessages(20, 22)));
    open->take(pageOf(receivedMessages(30, 32)));
    QCOMPARE(ranges(), 3);
    open->take(pageOf(receivedMessages(5, 31))); // covers one, touches two
    QCOMPARE(ranges(), 1);
}

void tst_MessageRanges::theStartIsKnownOfTheOldestEdgeOnly()
{
    StoreFolder folder;
    const auto open = folder.open();
    const auto range = [&] { return open->stores.messages.ranges(fixtureChat()).first(); };
    open->take(pageOf(receivedMessages(10, 12)));
    open->take(pageOf(receivedMessages(5, 10), true));
    QVERIFY(range().reachesStart);
    open->take(pageOf(receivedMessages(12, 14)));
    QVERIFY(range().reachesStart);
    open->take(pageOf(receivedMessages(3, 5))); // so it was not the start
    QVERIFY(!range().reachesStart);
    open->take(pageOf(receivedMessages(8, 14), true)); // nonsense of a younger edge
    QVERIFY(!range().reachesStart);
}

void tst_MessageRanges::nothingBeforeTheOldestMessageIsTheStart()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->take(pageOf(receivedMessages(1, 3)));
    const QString at = positionOf(receivedMessage(1));
    open->changes = {};
    open->take({.messages = {}, .complete = Span{at, at, true}});
    const auto ranges = open->stores.messages.ranges(fixtureChat());
    QCOMPARE(ranges, (QList{Span{at, positionOf(receivedMessage(3)), true}}));
    QVERIFY(open->changes.threads.contains(fixtureChat()));
}

void tst_MessageRanges::randomPagesNeverJoinOverAHole_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_MessageRanges::randomPagesNeverJoinOverAHole()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto history = madeUpHistory(random, 60);
    const auto last = static_cast<int>(history.size()) - 1;
    StoreFolder folder;
    auto open = folder.open();
    ProvenStretches proven;
    for (int step = 0; step < 80; ++step) {
        const int from = random.bounded(last + 1);
        const int to = std::min(from + random.bounded(9), last);
        Intake intake{.messages = history.sliced(from, to - from + 1), .complete = {}};
        const int kind = random.bounded(4);
        if (kind != 0) { // 0: messages that came alone prove nothing
            const bool start = kind == 1 && from == 0;
            intake.complete = Span{positionOf(history.at(from)), positionOf(history.at(to)), start};
            proven.add({from, to, start});
        }
        if (kind == 2) // a cursor that is stored, or not: the page before it
            intake.messages.removeLast();
        intake.reread = kind == 3;
        open->take(intake);
        QCOMPARE(open->stores.messages.ranges(fixtureChat()), proven.spans(history));
        if (random.bounded(15) == 0)
            open.reset(), open = folder.open();
    }
}

SKEIN_TEST(tst_MessageRanges)

} // namespace messageRangesTest

#include "tst_MessageRanges.moc"
