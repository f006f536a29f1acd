// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace fakeTransportTest {

namespace {

HttpRequest get(const QString& url)
{
    HttpRequest request;
    request.url = QUrl(url);
    return request;
}

const QString first = u"https://api.groupme.com/v3/chats?page=1"_s;
const QString second = u"https://api.groupme.com/v3/chats?page=2"_s;
constexpr auto Get = HttpRequest::Method::Get;

} // namespace

class tst_FakeTransport : public QObject {
    Q_OBJECT

private slots:
    void anAnswerComesFromTheEventLoop()
    {
        FakeTransport network;
        network.expect(Get, u"/v3/chats"_s, FakeTransport::json(QJsonValue::Null));
        auto future = network.send(get(first));
        QVERIFY(!future.isFinished());
        QCOMPARE(network.inFlight(), 1);
        QCoreApplication::processEvents();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result()->status, 200);
        QCOMPARE(network.inFlight(), 0);
    }

    void theMoreExactPlaceWinsAndQueuedAnswersComeInOrder()
    {
        FakeTransport network;
        network.handle(
            Get, u"/v3/chats"_s, [](const auto&) { return FakeTransport::raw(299, {}); });
        network.expect(Get, u"/v3/chats"_s, FakeTransport::failure(401));
        network.expect(Get, u"/v3/chats"_s, FakeTransport::failure(402));
        network.expect(Get, u"/v3/chats?page=2"_s, FakeTransport::failure(404));
        const QList futures{network.send(get(second)), network.send(get(first)),
            network.send(get(second)), network.send(get(first))};
        QVERIFY(network.allAsked());
        QCoreApplication::processEvents();
        QList<int> statuses;
        for (const auto& future : futures)
            statuses.append(future.result()->status);
        QCOMPARE(statuses, (QList{404, 401, 402, 299}));
        QCOMPARE(network.requests(Get, u"/v3/chats?page=2"_s).size(), 2);
        QCOMPARE(network.requests(Get, u"/v3/chats"_s).size(), 4);
    }

    void heldAnswersWaitUntilTold()
    {
        FakeTransport network;
        network.handle(
            Get, u"/v3/chats"_s, [](const auto&) { return FakeTransport::raw(200, {}); });
        network.hold();
        auto a = network.send(get(first));
        auto b = network.send(get(first));
        auto c = network.send(get(first));
        QCoreApplication::processEvents();
        QCOMPARE(network.inFlight(), 3);
        network.releaseOne();
        QCoreApplication::processEvents();
        QVERIFY(a.isFinished() && !b.isFinished());
        network.release();
        QCoreApplication::processEvents();
        QVERIFY(b.isFinished() && c.isFinished());
    }

    void aCancelledRequestIsDroppedAndCounted()
    {
        FakeTransport network;
        network.handle(
            Get, u"/v3/chats"_s, [](const auto&) { return FakeTransport::raw(200, {}); });
        network.hold();
        auto held = network.send(get(first));
        held.cancel();
        network.release();
        auto answered = network.send(get(first));
        answered.cancel(); // its delivery is already on the way
        QCoreApplication::processEvents();
        QVERIFY(held.isFinished() && answered.isFinished());
        QCOMPARE(held.resultCount() + answered.resultCount(), 0);
        QCOMPARE(network.cancelled(), 2);
        QCOMPARE(network.inFlight(), 0);
    }

    void theReceiverOfAnAnswerMayDestroyTheNetwork()
    {
        auto network = std::make_unique<FakeTransport>();
        network->handle(
            Get, u"/v3/chats"_s, [](const auto&) { return FakeTransport::raw(200, {}); });
        network->hold();
        auto other = network->send(get(first));
        auto future = network->send(get(first)).then(this, [&](const auto&) { network.reset(); });
        network->release();
        other.cancel();
        QCoreApplication::processEvents();
        QVERIFY(future.isFinished());
        QVERIFY(!network);
    }
};

SKEIN_TEST(tst_FakeTransport)

} // namespace fakeTransportTest

#include "tst_FakeTransport.moc"
