// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageThreadModel through random days: whatever happens to the store, at rest its rows are what
// a fresh reading of its window gives.

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace threadChangesTest {

namespace {

QString wordsOf(const ThreadRow& row)
{
    return u"%1|%2|%3|%4|%5"_s.arg(row.key, row.message.text)
        .arg(static_cast<int>(row.delivery))
        .arg(static_cast<int>(row.above))
        .arg(row.message.isDeleted());
}

QStringList wordsOf(const QList<ThreadRow>& rows)
{
    QStringList words;
    for (const ThreadRow& row : rows)
        words.append(wordsOf(row));
    return words;
}

/// Random changes of one conversation, several to a transaction, some transactions at once.
class RandomChanges {
public:
    RandomChanges(ThreadFixture& fixture, quint32 seed) : m_fixture(fixture), m_random(seed) { }

    void step()
    {
        for (int burst = m_random.bounded(3); burst >= 0; --burst)
            post();
        look();
        if (m_random.bounded(3) > 0)
            m_fixture.quiet();
    }

private:
    void post()
    {
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
            return arrive(1 + m_random.bounded(30));
        case 2:
            return queue();
        case 3:
            return confirm();
        case 4:
            return poll();
        case 5:
            return older();
        case 6:
            return edit();
        case 7:
            return remove();
        case 8:
            return fail();
        default:
            return heads();
        }
    }
    template <class F>
    void write(F work)
    {
        m_fixture.post(std::move(work));
    }
    void take(const Intake& intake)
    {
        write([intake](Stores& stores, Changes& changes) {
            stores.messages.take(fixtureChat(), intake, changes);
        });
    }
    void arrive(int count) // joined to the newest or behind a gap
    {
        const bool gap = m_random.bounded(5) == 0;
        auto page = receivedMessages(m_next, m_next + count - 1);
        auto intake = pageOf(page);
        if (!gap && m_newest > 0)
            intake.complete->oldest = positionOf(receivedMessage(m_newest));
        m_newest = m_next + count - 1;
        m_next += count + (gap ? 5 : 0);
        take(intake);
    }
    void queue()
    {
        const int n = m_next++;
        m_waiting.append(n);
        write([n](Stores& stores, Changes& changes) {
            stores.outbox.add(waitingRow(n, u"g%1"_s.arg(n)), changes);
        });
    }
    void confirm() // by the answer, perhaps not in the order of the queue
    {
        if (m_waiting.isEmpty())
            return;
        const int n = m_waiting.takeAt(m_random.bounded(static_cast<int>(m_waiting.size())));
        m_own.append(m_next);
        take({.messages = {ownMessage(m_next++, {}, u"g%1"_s.arg(n))},
            .complete = {},
            .partial = true});
    }
    void poll() // a reading that brings own messages before their answers do
    {
        if (m_waiting.isEmpty() || m_newest == 0)
            return;
        const int n = m_waiting.takeFirst();
        const Message own = ownMessage(m_next, {}, u"g%1"_s.arg(n));
        take({.messages = {own},
            .complete = Span{positionOf(receivedMessage(m_newest)), positionOf(own)}});
        m_newest = m_next++;
        m_own.append(m_newest);
    }
    void older()
    {
        m_oldest -= 20;
        auto intake = pageOf(receivedMessages(m_oldest, m_oldest + 19));
        intake.complete->newest = positionOf(receivedMessage(m_oldest + 20));
        take(intake);
    }
    void edit()
    {
        Message message = receivedMessage(any());
        message.updatedAt = 1'800'000'000 + m_next;
        message.text = u"edited at %1"_s.arg(m_next);
        if (!m_own.contains(any()))
            take({.messages = {message}, .complete = {}});
    }
    void remove()
    {
        const auto id = fixtureId(any());
        write([id](Stores& stores, Changes& changes) {
            stores.messages.markDeleted(fixtureChat(), id, 1'800'000'000, u"sender"_s, changes);
        });
    }
    void fail()
    {
        if (m_waiting.isEmpty())
            return;
        auto row = waitingRow(m_waiting.first(), u"g%1"_s.arg(m_waiting.first()));
        row.state = OutboxRow::State::Failed;
        row.reason = u"no"_s;
        write([row](Stores& stores, Changes& changes) { stores.outbox.update(row, changes); });
    }
    void heads()
    {
        const QString position = positionOf(receivedMessage(any()));
        write([position](Stores& stores, Changes& changes) {
            stores.conversations.raiseRead(fixtureChat(), position, true, changes);
            stores.conversations.raiseSeen(fixtureChat(), position, changes);
        });
    }
    void look() // the view, whose rows may be of a moment ago
    {
        const int count = m_fixture.model.count();
        if (m_random.bounded(12) == 0)
            return m_fixture.model.openAtEnd();
        if (count == 0)
            return;
        const int first = m_random.bounded(count);
        m_fixture.model.setVisibleRows(first, std::min(first + 12, count - 1));
    }
    int any() { return m_oldest + m_random.bounded(std::max(m_next - m_oldest, 1)); }

    ThreadFixture& m_fixture;
    QRandomGenerator m_random;
    int m_oldest = 10'000;
    int m_next = 10'000;
    int m_newest = 0; ///< of the newest stretch
    QList<int> m_waiting;
    QList<int> m_own;
};

/// What the model should show between its first and its last row.
QStringList freshRows(ThreadFixture& fixture, bool tailIsFresh)
{
    const ThreadModel& model = fixture.model;
    QString from;
    QString to;
    for (int row = 0; row < model.count(); ++row) {
        if (const Message& message = model.row(row).message; !message.id.isEmpty()) {
            from = from.isEmpty() ? positionOf(message) : from;
            to = positionOf(message);
        }
    }
    const QString end = model.isAtEnd() ? u"~"_s : to;
    const auto snapshot = wait(fixture.store.read([from, end](Stores& stores) {
        return readSnapshot(stores, fixtureChat(), {.edges = {from, end}});
    }));
    const ThreadContext context{.me = fixtureMe,
        .isRemoving = [](const MessageId&) { return false; },
        .history
        = [&](const MessageId& edge) { return fixture.history.state(fixtureChat(), edge); },
        .tailIsFresh = tailIsFresh};
    return snapshot ? wordsOf(makeRows(*snapshot, context)) : QStringList();
}

} // namespace

class tst_ThreadChanges : public QObject {
    Q_OBJECT

private slots:
    void atRestTheRowsAreWhatTheStoreSays_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void atRestTheRowsAreWhatTheStoreSays();
    void aChangeReadsWhatItChangedAndNothingElse();
};

void tst_ThreadChanges::atRestTheRowsAreWhatTheStoreSays()
{
    QFETCH(quint32, seed);
    ThreadFixture fixture;
    fixture.outage = FakeTransport::raw(500, {}); // only the changes below
    fixture.open();
    RandomChanges changes(fixture, seed);
    for (int step = 0; step < 60; ++step) {
        changes.step();
        if (step % 3 != 0)
            continue;
        for (int turn = 0; turn < 4; ++turn)
            fixture.quiet();
        QList<ThreadRow> shown;
        QSet<QString> keys;
        for (int row = 0; row < fixture.model.count(); ++row) {
            shown.append(fixture.model.row(row));
            keys.insert(shown.last().key);
        }
        QCOMPARE(keys.size(), shown.size());
        // The grace of a message just sent is told apart by tst_ThreadHistory.
        if (wordsOf(shown) != freshRows(fixture, false))
            QCOMPARE(wordsOf(shown), freshRows(fixture, true));
        const auto row = wait(fixture.store.read(
            [](Stores& stores) { return stores.conversations.one(fixtureChat()); }));
        QCOMPARE(fixture.model.unread(), *row ? (*row)->unread : 0);
    }
}

void tst_ThreadChanges::aChangeReadsWhatItChangedAndNothingElse()
{
    ThreadFixture fixture;
    fixture.outage = FakeTransport::raw(500, {});
    fixture.take(pageOf(receivedMessages(1, 50)));
    fixture.open();
    fixture.change([](Stores& stores, Changes&) {
        Changes untold;
        stores.messages.markDeleted(fixtureChat(), fixtureId(10), 7, {}, untold);
    });
    fixture.change([](Stores& stores, Changes& changes) {
        stores.messages.markDeleted(fixtureChat(), fixtureId(20), 7, {}, changes);
    });
    QVERIFY(fixture.row(20).message.isDeleted());
    QVERIFY(!fixture.row(10).message.isDeleted());
    QCOMPARE(fixture.rows.changed.size(), 1);
    fixture.model.reload();
    fixture.quiet();
    QVERIFY(fixture.row(10).message.isDeleted());
}

SKEIN_TEST(tst_ThreadChanges)

} // namespace threadChangesTest

#include "tst_ThreadChanges.moc"
