// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that can go wrong, at random, over and over (pains P3 and P4).

#include "tests/support/OutboxDesk.h"
#include "tests/support/Seeds.h"
#include "tests/support/SkeinTest.h"

#include <QRandomGenerator>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxChaosTest {
using std::chrono::milliseconds;

namespace {

using Fault = FakeService::Fault;

/// Things go wrong at random: requests, answers, the network, the program itself.
class Misfortune {
public:
    Misfortune(OutboxDesk& desk, int seed) : m_desk(desk), m_random(static_cast<quint32>(seed))
    {
        m_desk.f.service.fault = [this](const HttpRequest&) { return fault(); };
    }
    ~Misfortune() { m_desk.f.service.fault = {}; }

    void strike()
    {
        m_desk.f.service.offline = chance(10);
        if (chance(20))
            m_desk.f.network().hold();
        if (chance(40)) // a poll, whose echo may come before the answer to a send
            (void)m_desk.f.reader().newest(chatWith(somebody), PageReader::Priority::Open);
        m_desk.f.pass(milliseconds{m_random.bounded(8000)}, 500ms);
        if (chance(12))
            m_desk.crash(chance(50) ? 0s : milliseconds{m_random.bounded(300'000)});
        else
            m_desk.f.network().release();
        m_desk.f.service.offline = false;
    }
    [[nodiscard]] int bounded(int n) { return m_random.bounded(n); }

private:
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
    Fault fault()
    {
        if (!chance(30))
            return {};
        const QList<Fault> faults{{Fault::BeforeTheWork, nothing(ErrorKind::Unreachable)},
            {Fault::BeforeTheWork, nothing(ErrorKind::Interrupted)},
            {Fault::AfterTheWork, nothing(ErrorKind::Interrupted)},
            {Fault::AfterTheWork, nothing(ErrorKind::TimedOut)},
            {Fault::BeforeTheWork, FakeTransport::failure(500)},
            {Fault::AfterTheWork, FakeTransport::failure(503)},
            {Fault::BeforeTheWork, limited("2")}, {Fault::BeforeTheWork, limited({})},
            {Fault::AfterTheWork, FakeTransport::raw(200, "<html>", "text/html")}};
        return faults.at(m_random.bounded(int(faults.size())));
    }

    OutboxDesk& m_desk;
    QRandomGenerator m_random;
};

} // namespace

class tst_OutboxChaos : public QObject {
    Q_OBJECT

private slots:
    void whateverHappensEachMessageArrivesOnceAndInOrder_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : seedsToRun({5, 7, 17}))
            QTest::addRow("seed %d", seed) << seed;
    }
    void whateverHappensEachMessageArrivesOnceAndInOrder()
    {
        QFETCH(int, seed);
        constexpr int messages = 300;
        const QStringList people{somebody, u"20002"_s, u"20003"_s};
        OutboxDesk desk;
        QMap<QString, QStringList> sent;
        {
            Misfortune misfortune(desk, seed);
            for (int n = 0; n < messages;) {
                for (int burst = misfortune.bounded(8); burst >= 0 && n < messages; --burst, ++n) {
                    const QString& person = people.at(misfortune.bounded(3));
                    const QString text = u"message %1"_s.arg(n);
                    QVERIFY(!desk.outbox->send(chatWith(person), text).isEmpty());
                    sent[person].append(text);
                }
                desk.f.settle(); // a message counts as accepted when its row is on disk
                desk.f.service.receiveMany(
                    people.at(misfortune.bounded(3)), misfortune.bounded(30));
                misfortune.strike();
            }
        }
        desk.outbox->wakeUp();
        desk.f.pass(10min, 1s);
        for (const QString& person : people) {
            QVERIFY(desk.f.waiting(chatWith(person)).isEmpty());
            QStringList arrived;
            for (const auto& line : desk.f.service.history(person)) {
                if (line.sender == FakeService::me)
                    arrived.append(line.text);
            }
            QCOMPARE(arrived, sent.value(person));
        }
    }
};

SKEIN_TEST(tst_OutboxChaos)

} // namespace outboxChaosTest

#include "tst_OutboxChaos.moc"
