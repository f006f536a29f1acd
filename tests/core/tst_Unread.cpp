// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The unread count through random days, against an oracle that counts ids.

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace unreadTest {

namespace {

/// What is so, by message number: who wrote it, what became of it, where the reader is.
struct Oracle {
    enum class Kind { Theirs, Own, System };
    QMap<int, Kind> stored;
    QSet<int> deleted;
    int read = 0;
    int written = 0; ///< on another device
    bool certain = false;

    void raise(int n, bool isCertain)
    {
        const int least = isCertain ? std::max(n, written) : n;
        read = isCertain && !certain ? least : std::max(read, n);
        certain = certain || isCertain;
    }
    void raiseByOwn(int n)
    {
        written = std::max(written, n);
        raise(n, false);
    }
    [[nodiscard]] int unread() const
    {
        int count = 0;
        for (auto m = stored.cbegin(); m != stored.cend(); ++m)
            count += m.key() > read && m.value() == Kind::Theirs && !deleted.contains(m.key());
        return count;
    }
};

/// A person's days: whatever may happen to a conversation, one thing at a time.
class Days {
public:
    explicit Days(quint32 seed) : m_random(seed), m_open(m_folder.open()) { firstList(); }

    void step()
    {
        switch (m_random.bounded(12)) {
        case 0:
        case 1:
        case 2:
            return take(receivedMessage(m_next), Oracle::Kind::Theirs);
        case 3:
            return take(systemMessage(m_next), Oracle::Kind::System);
        case 4:
            return writeElsewhere();
        case 5:
            return writeHere();
        case 6:
            return edit(any());
        case 7:
            return remove(any());
        case 8:
            return read(any());
        case 9:
            return seenByOther(any());
        case 10:
            return older();
        default:
            return restart();
        }
    }

    [[nodiscard]] int unread() const { return m_open->unread(); }
    [[nodiscard]] int expected() const { return m_oracle.unread(); }

private:
    void firstList()
    {
        m_open->stores.conversations.takeSummary(
            summaryOf(fixtureChat(), u"Iris Adams"_s, receivedMessage(m_next - 1)), true,
            m_open->changes);
        m_oracle.raise(m_next - 1, false);
        m_open->take(pageOf(receivedMessages(m_next - 5, m_next - 1)));
        for (int n = m_next - 5; n < m_next; ++n)
            m_oracle.stored[n] = Oracle::Kind::Theirs;
    }
    void take(const Message& message, Oracle::Kind kind)
    {
        m_open->take(pageOf({message}));
        m_oracle.stored[m_next++] = kind;
    }
    void writeElsewhere()
    {
        m_oracle.raiseByOwn(m_next);
        take(ownMessage(m_next), Oracle::Kind::Own);
    }
    void writeHere() // from the queue: says nothing of what was read
    {
        const QString guid = u"g%1"_s.arg(m_next);
        m_open->stores.outbox.add(waitingRow(m_next, guid), m_open->changes);
        Message answer = ownMessage(m_next, {}, guid);
        m_open->take({.messages = {answer}, .complete = {}, .partial = true});
        take(answer, Oracle::Kind::Own);
    }
    void edit(int n)
    {
        take(editOf(m_next, n, receivedMessage(m_next).createdAt, u"edited"_s),
            Oracle::Kind::System);
    }
    void remove(int n)
    {
        if (m_random.bounded(2) == 0)
            take(deletionOf(m_next, n), Oracle::Kind::System);
        else
            m_open->stores.messages.markDeleted(
                fixtureChat(), fixtureId(n), 1'760'000'000, u"sender"_s, m_open->changes);
        m_oracle.deleted.insert(n);
    }
    void read(int n)
    {
        m_open->stores.conversations.raiseRead(
            fixtureChat(), positionOf(receivedMessage(n)), true, m_open->changes);
        m_oracle.raise(n, true);
    }
    void seenByOther(int n)
    {
        m_open->stores.conversations.raiseSeen(
            fixtureChat(), positionOf(receivedMessage(n)), m_open->changes);
    }
    void older() // history, perhaps with own messages in it, perhaps of what was deleted meanwhile
    {
        const int n = m_oracle.stored.firstKey() - 1;
        if (m_random.bounded(4) == 0) {
            m_open->takeOne(ownMessage(n));
            m_oracle.raiseByOwn(n);
            m_oracle.stored[n] = Oracle::Kind::Own;
        } else {
            m_open->takeOne(receivedMessage(n));
            m_oracle.stored[n] = Oracle::Kind::Theirs;
        }
    }
    void restart()
    {
        m_open.reset();
        m_open = m_folder.open();
    }
    /// A stored message, a recent one more likely.
    int any()
    {
        const auto keys = m_oracle.stored.keys();
        const auto last = static_cast<int>(keys.size()) - 1;
        return keys.at(std::max(last - m_random.bounded(m_random.bounded(2) ? 8 : 200), 0));
    }

    QRandomGenerator m_random;
    StoreFolder m_folder;
    std::unique_ptr<OpenStores> m_open;
    Oracle m_oracle;
    int m_next = 10'000;
};

} // namespace

class tst_Unread : public QObject {
    Q_OBJECT

private slots:
    void whatWasAnsweredElsewhereStaysReadWhateverTheServiceWasTold()
    {
        StoreFolder folder;
        const auto open = folder.open();
        open->stores.conversations.takeSummary(
            summaryOf(fixtureChat(), u"Iris Adams"_s, receivedMessage(109)), true, open->changes);
        open->take(pageOf(receivedMessages(100, 109)));
        open->take(pageOf({receivedMessage(109), ownMessage(110), receivedMessage(111)}));
        QCOMPARE(open->unread(), 1);
        const auto told = [&open](int n) {
            open->stores.conversations.raiseRead(
                fixtureChat(), positionOf(receivedMessage(n)), true, open->changes);
        };
        told(103); // by a device that never told how far the answer's writer had read
        QCOMPARE(open->unread(), 1);
        told(111);
        QCOMPARE(open->unread(), 0);
    }

    void alwaysWhatTheIdsSay_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void alwaysWhatTheIdsSay()
    {
        QFETCH(quint32, seed);
        Days days(seed);
        int most = 0;
        for (int step = 0; step < 300; ++step) {
            days.step();
            QCOMPARE(days.unread(), days.expected());
            most = std::max(most, days.unread());
        }
        QVERIFY2(most > 2, "these days were too quiet to prove anything");
    }
};

SKEIN_TEST(tst_Unread)

} // namespace unreadTest

#include "tst_Unread.moc"
