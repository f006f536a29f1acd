// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/DeliveryCheck.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace deliveryCheckTest {

namespace {

const ConversationId chat = chatWith(somebody);
constexpr auto Get = HttpRequest::Method::Get;

struct Outcome {
    bool ended = false;
    std::optional<Error> error;
    bool found = false;
};

/// A row as a crash leaves it: "sending", with the head known before the first try.
OutboxRow leaveRow(SyncFixture& f, const QString& guid, const QString& head)
{
    const OutboxRow row{.guid = {guid},
        .conversation = chat,
        .text = u"hello"_s,
        .state = OutboxRow::State::Checking,
        .queuedAt = f.clock.now().count(),
        .firstSentAt = f.clock.now().count(),
        .lastSentAt = f.clock.now().count(),
        .head = {head}};
    f.now([&](Stores& stores, Changes& changes) {
        stores.outbox.add(row, changes);
        return true;
    });
    return row;
}

Outcome check(SyncFixture& f, const OutboxRow& row)
{
    Outcome outcome;
    auto* work = new DeliveryCheck(f.reader(), f.store(), row);
    QObject::connect(work, &DeliveryCheck::finished, work,
        [&](const std::optional<Error>& error, bool found) { outcome = {true, error, found}; });
    work->run();
    f.settle();
    return outcome;
}

} // namespace

class tst_DeliveryCheck : public QObject {
    Q_OBJECT

private slots:
    void aMessageAfterTheHeadIsFound_data()
    {
        QTest::addColumn<FakeService::After>("after");
        QTest::addColumn<bool>("headKnown");
        QTest::addColumn<int>("later");
        for (const int later : {0, 350}) {
            QTest::addRow("after_id, %d later", later)
                << FakeService::After::Works << true << later;
            QTest::addRow("ignored, %d later", later)
                << FakeService::After::AsIfUnknown << true << later;
            QTest::addRow("empty, %d later", later) << FakeService::After::Empty << true << later;
            QTest::addRow("newest first, %d later", later)
                << FakeService::After::NewestFirst << true << later;
            QTest::addRow("no head, %d later", later)
                << FakeService::After::Works << false << later;
        }
    }
    void aMessageAfterTheHeadIsFound()
    {
        QFETCH(FakeService::After, after);
        QFETCH(bool, headKnown);
        QFETCH(int, later);
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const QString head = f.service.history(somebody).last().id;
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        f.service.writeElsewhere(somebody, u"hello"_s); // what an earlier run sent
        const QString guid = f.service.history(somebody).last().guid;
        f.service.receiveMany(somebody, later);
        f.service.after = after;
        const auto row = leaveRow(f, guid, headKnown ? head : QString());
        const auto outcome = check(f, row);
        QVERIFY(outcome.ended && !outcome.error);
        QVERIFY(outcome.found);
        QVERIFY(f.waiting(chat).isEmpty());
        QVERIFY(f.rangesAreTrue(chat));
    }

    void whatIsNotThereIsNotFoundAndTheRowStays_data()
    {
        QTest::addColumn<FakeService::After>("after");
        QTest::addColumn<int>("later");
        QTest::newRow("nothing came") << FakeService::After::Works << 0;
        QTest::newRow("much came") << FakeService::After::Works << 250;
        QTest::newRow("ignored") << FakeService::After::AsIfUnknown << 250;
        QTest::newRow("empty") << FakeService::After::Empty << 250;
    }
    void whatIsNotThereIsNotFoundAndTheRowStays()
    {
        QFETCH(FakeService::After, after);
        QFETCH(int, later);
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const QString head = f.service.history(somebody).last().id;
        f.service.receiveMany(somebody, later);
        f.service.after = after;
        const auto outcome = check(f, leaveRow(f, u"mine"_s, head));
        QVERIFY(outcome.ended && !outcome.error);
        QVERIFY(!outcome.found);
        QCOMPARE(f.waiting(chat).size(), 1);
        QVERIFY(f.network().requests().size() < 10);
    }

    void anErrorSaysNothing()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const auto row = leaveRow(f, u"mine"_s, f.service.history(somebody).last().id);
        f.network().expect(Get, messagesPlace, FakeTransport::failure(500));
        const auto outcome = check(f, row);
        QVERIFY(outcome.ended);
        QCOMPARE(outcome.error->kind, ErrorKind::Server);
        QCOMPARE(f.waiting(chat).size(), 1);
    }

    void aCheckThatWasBrokenOffIsGoneOnWith()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const QString head = f.service.history(somebody).last().id;
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        f.service.receiveMany(somebody, 600);
        f.service.writeElsewhere(somebody, u"hello"_s);
        const auto row = leaveRow(f, f.service.history(somebody).last().guid, head);
        // Three pages can be read at a time, and many more are written between the times.
        int read = 0;
        f.service.fault = [&read](const HttpRequest&) {
            return ++read % 4 == 0
                ? FakeService::Fault{FakeService::Fault::BeforeTheWork, FakeTransport::failure(500)}
                : FakeService::Fault{};
        };
        Outcome outcome;
        for (int attempt = 0; attempt < 6 && !outcome.found; ++attempt) {
            outcome = check(f, row);
            f.service.receiveMany(somebody, 100);
        }
        QVERIFY(outcome.found);
        QVERIFY(f.rangesAreTrue(chat));
    }

    void whatTheServiceShowsOutOfOrderIsFoundAllTheSame()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const QString head = f.service.history(somebody).last().id;
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        f.service.writeElsewhere(somebody, u"hello"_s);
        const auto late = f.service.history(somebody).last();
        const auto row = leaveRow(f, late.guid, head);
        f.service.remove(somebody, late.id);
        f.service.receiveMany(somebody, 5);
        QVERIFY(!check(f, row).found);
        f.service.putBack(somebody, late);
        QVERIFY(check(f, row).found);
    }

    void aPairThatIsUnknownHoldsNothing()
    {
        SyncFixture f;
        f.network().expect(Get, messagesPlace, FakeTransport::raw(404, {}));
        const auto outcome = check(f, leaveRow(f, u"mine"_s, {}));
        QVERIFY(outcome.ended && !outcome.error && !outcome.found);
    }

    void aServiceThatIgnoresEveryCursorEndsIt()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 400);
        f.service.ignoresCursors = true;
        const auto row = leaveRow(f, u"mine"_s, f.service.history(somebody).at(3).id);
        const auto outcome = check(f, row);
        QVERIFY(outcome.ended && !outcome.found);
        QVERIFY(f.network().requests().size() < 6);
    }

    void aRowDiscardedMeanwhileIsNotLookedForAnyMore()
    {
        SyncFixture f;
        f.service.receiveMany(somebody, 10);
        const auto row = leaveRow(f, u"mine"_s, f.service.history(somebody).last().id);
        f.now([&](Stores& stores, Changes& changes) {
            stores.outbox.remove(row.guid, changes);
            return true;
        });
        QVERIFY(check(f, row).found); // nothing is left to do
    }
};

SKEIN_TEST(tst_DeliveryCheck)

} // namespace deliveryCheckTest

#include "tst_DeliveryCheck.moc"
