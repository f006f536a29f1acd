// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that can go wrong with pictures and files, at random, over and over (pains P3 and P4).

#include "tests/support/FilesDesk.h"
#include "tests/support/Seeds.h"
#include "tests/support/SkeinTest.h"

#include <QRandomGenerator>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxFilesChaosTest {

namespace {

using Fault = FakeService::Fault;
using std::chrono::milliseconds;

struct SentMessage {
    QString text;
    QList<QByteArray> files;
};

/// A person who sends, and everything that can happen to that.
class Mishaps {
public:
    Mishaps(FilesDesk& desk, int seed) : m_desk(desk), m_random(static_cast<quint32>(seed))
    {
        m_desk.f.service.fault = [this](const HttpRequest&) { return fault(); };
    }
    ~Mishaps() { m_desk.f.service.fault = {}; }

    void send(int number)
    {
        const QString person = chance(50) ? somebody : u"20002"_s;
        SentMessage message{u"message %1"_s.arg(number), {}};
        QList<OutgoingFile> files;
        for (int n = m_random.bounded(4); n > 0; --n) {
            const QByteArray bytes
                = QByteArray::number(number) + '.' + QByteArray::number(n) + " of it";
            files.append(chance(70) ? m_desk.picture(bytes) : m_desk.paper(bytes));
            message.files.append(bytes);
        }
        QVERIFY(!m_desk.sendFiles(message.text, files, chatWith(person)).isEmpty());
        sent[person].append(message);
    }
    void strike()
    {
        m_desk.f.settle(); // a message counts as accepted when its row is on disk
        m_desk.f.service.offline = chance(15);
        if (chance(20))
            m_desk.f.network().hold();
        m_desk.f.pass(milliseconds{m_random.bounded(6000)}, 500ms);
        if (chance(25)) {
            m_desk.crash(chance(50) ? 0s : milliseconds{m_random.bounded(300'000)});
            m_desk.f.staged().sweep();
        } else {
            m_desk.f.network().release();
        }
        m_desk.f.service.offline = false;
    }
    [[nodiscard]] int bounded(int n) { return m_random.bounded(n); }

    QMap<QString, QList<SentMessage>> sent; ///< by person

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
            {Fault::BeforeTheWork, limited("2")},
            {Fault::AfterTheWork, FakeTransport::raw(200, "<html>", "text/html")}};
        return faults.at(m_random.bounded(int(faults.size())));
    }

    FilesDesk& m_desk;
    QRandomGenerator m_random;
};

} // namespace

class tst_OutboxFilesChaos : public QObject {
    Q_OBJECT

private slots:
    void whateverHappensEachMessageArrivesOnceWholeAndInOrder_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : seedsToRun({3, 11, 29}))
            QTest::addRow("seed %d", seed) << seed;
    }
    void whateverHappensEachMessageArrivesOnceWholeAndInOrder()
    {
        QFETCH(int, seed);
        constexpr int messages = 60;
        FilesDesk desk;
        QMap<QString, QList<SentMessage>> sent;
        {
            Mishaps mishaps(desk, seed);
            for (int n = 0; n < messages;) {
                for (int burst = mishaps.bounded(4); burst >= 0 && n < messages; --burst, ++n)
                    mishaps.send(n);
                mishaps.strike();
            }
            sent = mishaps.sent;
        }
        desk.outbox->wakeUp();
        desk.f.pass(10min, 1s);
        for (auto person = sent.cbegin(); person != sent.cend(); ++person) {
            QVERIFY(desk.f.waiting(chatWith(person.key())).isEmpty());
            verifyArrived(desk, person.key(), person.value());
        }
        QCOMPARE(desk.copiesOnDisk(), QStringList());
    }

private:
    static void verifyArrived(
        FilesDesk& desk, const QString& person, const QList<SentMessage>& sent)
    {
        auto expected = sent.cbegin();
        for (const auto& line : desk.f.service.history(person)) {
            if (line.sender != FakeService::me)
                continue;
            QVERIFY(expected != sent.cend());
            QCOMPARE(line.text, expected->text);
            QCOMPARE(desk.uploads.bytesOf(line.attachments), expected->files);
            ++expected;
        }
        QVERIFY(expected == sent.cend());
    }
};

SKEIN_TEST(tst_OutboxFilesChaos)

} // namespace outboxFilesChaosTest

#include "tst_OutboxFilesChaos.moc"
