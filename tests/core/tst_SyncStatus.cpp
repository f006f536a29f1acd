// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/RateBudget.h"
#include "core/sync/SyncEngine.h"
#include "core/sync/SyncStatus.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"
#include "tests/support/SyncFixture.h"

#include <QFile>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncStatusTest {

class tst_SyncStatus : public QObject {
    Q_OBJECT

    /// An engine that looks at three chats, and what tells of it.
    struct Running {
        SyncFixture f;
        QTemporaryDir folder;
        MainsPower power;
        PollScheduler scheduler{f.clock, power, [] { return 0.5; }};
        ServiceClock serviceClock{f.clock};
        SyncEngine engine{f.api(), f.store(), f.feed(), f.reader(), scheduler, serviceClock};
        RateBudget budget{f.network(), f.clock, [] { return 0.5; }};
        SyncStatus status{f.store(), engine, budget, f.clock, folder.path()};

        Running()
        {
            f.service.receiveMany(somebody, 10);
            engine.setAttention(SyncEngine::Attention::Focused);
            engine.start();
            f.pass(3s);
        }
        SyncReport report()
        {
            const auto answered = wait(status.report());
            return answered.value_or(SyncReport{.waiting = -1});
        }
    };

private slots:
    void tellsTheNextLookAndHowFarBackChatsAreComplete()
    {
        Running r;
        const auto report = r.report();
        QCOMPARE(report.conversations.size(), 1);
        QVERIFY(report.nextLook > r.f.clock.now());
        QCOMPARE(report.nextLook, r.engine.nextLook());
        QCOMPARE(report.requestsPerMinute, 240);
        QVERIFY(!report.lastTrouble);
    }

    void noLookIsPlannedOnceItStopped()
    {
        Running r;
        r.engine.stop();
        QCOMPARE(r.report().nextLook, 0ms);
    }

    void remembersTheLastTroubleAfterItWentWellAgain()
    {
        Running r;
        const auto at = r.f.clock.now();
        r.status.note(Error{ErrorKind::Server, 503, {}, {}});
        r.f.clock.advance(5s);
        r.status.note(std::nullopt);
        r.status.note(Error{ErrorKind::Cancelled, 0, {}, {}});
        QCOMPARE(r.report().lastTrouble, ErrorKind::Server);
        QCOMPARE(r.report().lastTroubleAt, at);
    }

    void countsEveryFileOfTheAccount()
    {
        Running r;
        const auto put = [&](const QString& name, int size) {
            QFile file(r.folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(size, 'x'));
        };
        put(u"skein.sqlite"_s, 300);
        QVERIFY(QDir(r.folder.path()).mkpath(u"media/a"_s));
        put(u"media/a/one"_s, 50);
        QCOMPARE(r.report().bytesOnDisk, 350);
    }

    void diagnosticsHoldNoNameAndNoId()
    {
        SyncReport report;
        report.conversations
            = {{.id = {ConversationId::Kind::Group, u"778899"_s}, .title = u"Rowing"_s, .gaps = 2},
                {.id = {ConversationId::Kind::Topic, u"665544"_s},
                    .title = u"Logistics"_s,
                    .group = u"Rowing"_s,
                    .isBehind = true}};
        report.waiting = 3;
        report.lastTrouble = ErrorKind::Server;
        report.lastTroubleAt = 100s;
        report.nextLook = 130s;
        const QString text = diagnostics(report, 120s);
        for (const auto& secret : {u"Rowing"_s, u"Logistics"_s, u"778899"_s, u"665544"_s})
            QVERIFY(!text.contains(secret));
        QVERIFY(text.contains(u"Groups: 1, complete 0, with gaps 1, behind 0\n"));
        QVERIFY(text.contains(u"Topics: 1, complete 0, with gaps 0, behind 1\n"));
        QVERIFY(text.contains(u"Waiting to be sent: 3\n"));
        QVERIFY(text.contains(u"20 s ago\n"));
        QVERIFY(text.contains(u"Next look in s: 10\n"));
    }
};

SKEIN_TEST(tst_SyncStatus)

} // namespace syncStatusTest

#include "tst_SyncStatus.moc"
