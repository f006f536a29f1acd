// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/TokenListener.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokenListenerTest {

namespace {
const QByteArray secret = "notAToken0123456789";
}

class tst_TokenListener : public QObject {
    Q_OBJECT
private slots:
    void init();
    void nobodyListensUntilArmed();
    void theFirstTokenIsTakenAndThenNobodyListens_data();
    void theFirstTokenIsTakenAndThenNobodyListens();
    void thePageKeepsTheTokenOutOfCachesHistoryAndReferrers();
    void aRequestMayComeInPieces();
    void whatIsNotGroupMesAnswerIsRefusedAndItStaysArmed();
    void withoutATokenItSaysSoAndStaysArmed();
    void nobodyListensOnOtherAddresses();
    void afterFiveMinutesItIsOver();
    void disarmingHangsUp();
    void aConnectionThatSaysNothingIsEnded();
    void fewConnectionsAtATime();
    void aPortThatIsTakenIsSaid_data();
    void aPortThatIsTakenIsSaid();
    void itCanBeArmedAgain();

private:
    [[nodiscard]] std::unique_ptr<QTcpSocket> call(
        QHostAddress::SpecialAddress address = QHostAddress::LocalHost);
    [[nodiscard]] QByteArray answerTo(
        const QByteArray& request, QHostAddress::SpecialAddress address = QHostAddress::LocalHost);
    [[nodiscard]] QByteArray get(const QByteArray& target) const;
    [[nodiscard]] bool canBeReached();

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<TokenListener> m_listener;
};

void tst_TokenListener::init()
{
    m_listener.reset();
    m_clock = std::make_unique<ManualClock>();
    m_listener = std::make_unique<TokenListener>(CallbackPlace{0, "/signed-in"}, *m_clock);
}

std::unique_ptr<QTcpSocket> tst_TokenListener::call(QHostAddress::SpecialAddress address)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress(address), m_listener->port());
    return QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; })
        ? std::move(socket)
        : nullptr;
}

QByteArray tst_TokenListener::get(const QByteArray& target) const
{
    return "GET " + target
        + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(m_listener->port()) + "\r\n\r\n";
}

/// All until the listener hangs up.
QByteArray tst_TokenListener::answerTo(
    const QByteArray& request, QHostAddress::SpecialAddress address)
{
    const auto socket = call(address);
    if (!socket)
        return "no connection";
    socket->write(request);
    const bool isOver
        = QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::UnconnectedState; });
    return isOver ? socket->readAll() : "no end: " + socket->readAll();
}

bool tst_TokenListener::canBeReached()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener->port());
    return QTest::qWaitFor([&] { return socket.state() != QAbstractSocket::ConnectingState; })
        && socket.state() == QAbstractSocket::ConnectedState;
}

void tst_TokenListener::nobodyListensUntilArmed()
{
    QVERIFY(m_listener->arm());
    QVERIFY(canBeReached());
    m_listener->disarm();
    QVERIFY(!m_listener->isArmed());
    QVERIFY(!canBeReached());
}

void tst_TokenListener::theFirstTokenIsTakenAndThenNobodyListens_data()
{
    QTest::addColumn<QHostAddress::SpecialAddress>("address");
    QTest::newRow("IPv4") << QHostAddress::LocalHost;
    QTcpServer probe;
    if (probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QTest::newRow("IPv6") << QHostAddress::LocalHostIPv6;
}

void tst_TokenListener::theFirstTokenIsTakenAndThenNobodyListens()
{
    QFETCH(const QHostAddress::SpecialAddress, address);
    QSignalSpy came(m_listener.get(), &TokenListener::tokenCame);
    QVERIFY(m_listener->arm());
    const QByteArray answer = answerTo(get("/signed-in?access_token=" + secret), address);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    QCOMPARE(came.size(), 1);
    QCOMPARE(came.first().first().toString(), QString::fromLatin1(secret));
    QVERIFY(!m_listener->isArmed());
    QVERIFY(!canBeReached());
    QSignalSpy timedOut(m_listener.get(), &TokenListener::timedOut);
    m_clock->advance(TokenListener::patience);
    QCOMPARE(timedOut.size(), 0);
}

void tst_TokenListener::thePageKeepsTheTokenOutOfCachesHistoryAndReferrers()
{
    QVERIFY(m_listener->arm());
    const QByteArray answer = answerTo(get("/signed-in?access_token=" + secret));
    for (const char* part :
        {"\r\nCache-Control: no-store\r\n", "\r\nReferrer-Policy: no-referrer\r\n",
            "\r\nContent-Security-Policy: default-src 'none'; script-src 'sha256-",
            "\r\nX-Frame-Options: DENY\r\n", "\r\nConnection: close\r\n",
            "<script>history.replaceState(null,'',location.pathname)</script>"})
        QVERIFY2(answer.contains(part), part);
    QVERIFY(!answer.contains(secret));
    QVERIFY(!answer.contains("http://") && !answer.contains("https://")); // nothing is fetched
    const auto body = answer.indexOf("\r\n\r\n") + 4;
    QVERIFY(
        answer.contains("Content-Length: " + QByteArray::number(answer.size() - body) + "\r\n"));
}

void tst_TokenListener::aRequestMayComeInPieces()
{
    QSignalSpy came(m_listener.get(), &TokenListener::tokenCame);
    QVERIFY(m_listener->arm());
    const auto socket = call();
    QVERIFY(socket);
    const QByteArray request = get("/signed-in?access_token=" + secret);
    for (qsizetype at = 0; at < request.size(); at += 7) {
        QCOMPARE(came.size(), 0);
        socket->write(request.mid(at, 7));
        QVERIFY(socket->flush() || socket->bytesToWrite() == 0);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(came.size(), 1);
}

void tst_TokenListener::whatIsNotGroupMesAnswerIsRefusedAndItStaysArmed()
{
    QSignalSpy came(m_listener.get(), &TokenListener::tokenCame);
    QVERIFY(m_listener->arm());
    const QByteArray good = get("/signed-in?access_token=" + secret);
    QByteArray rebound = good;
    rebound.replace("localhost", "example.org");
    for (const auto& [request, status] : QList<std::pair<QByteArray, QByteArray>>{
             {get("/favicon.ico"), "404"}, {get("/?access_token=" + secret), "404"},
             {"POST" + good.sliced(3), "405"}, {rebound, "400"}, {"nonsense\r\n\r\n", "400"},
             {QByteArray(longestCallback + 1, 'x'), "431"}}) {
        const QByteArray answer = answerTo(request);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer.constData());
        QVERIFY(!answer.contains(secret));
        QVERIFY(answer.contains("no-store"));
    }
    QCOMPARE(came.size(), 0);
    QVERIFY(m_listener->isArmed());
    QVERIFY(answerTo(good).startsWith("HTTP/1.1 200 "));
    QCOMPARE(came.size(), 1);
}

void tst_TokenListener::withoutATokenItSaysSoAndStaysArmed()
{
    QSignalSpy without(m_listener.get(), &TokenListener::cameWithoutToken);
    QVERIFY(m_listener->arm());
    const QByteArray answer = answerTo(get("/signed-in?error=access_denied"));
    QVERIFY(answer.contains("no access"));
    QCOMPARE(without.size(), 1);
    QVERIFY(m_listener->isArmed());
}

void tst_TokenListener::nobodyListensOnOtherAddresses()
{
    QVERIFY(m_listener->arm());
    // 127.0.0.2 is this computer too, and would be reached were it every address.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(u"127.0.0.2"_s), m_listener->port());
    QTRY_VERIFY(socket.state() != QAbstractSocket::ConnectingState);
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void tst_TokenListener::afterFiveMinutesItIsOver()
{
    QSignalSpy timedOut(m_listener.get(), &TokenListener::timedOut);
    QVERIFY(m_listener->arm());
    m_clock->advance(TokenListener::patience - 1ms);
    QVERIFY(m_listener->isArmed());
    QCOMPARE(timedOut.size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(timedOut.size(), 1);
    QVERIFY(!m_listener->isArmed());
    QVERIFY(!canBeReached());
}

void tst_TokenListener::disarmingHangsUp()
{
    QSignalSpy came(m_listener.get(), &TokenListener::tokenCame);
    QVERIFY(m_listener->arm());
    const auto socket = call();
    QVERIFY(socket);
    const QByteArray request = get("/signed-in?access_token=" + secret);
    socket->write(request.chopped(2));
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    m_listener->disarm();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(came.size(), 0);
}

void tst_TokenListener::aConnectionThatSaysNothingIsEnded()
{
    QVERIFY(m_listener->arm());
    const auto socket = call();
    QVERIFY(socket);
    QVERIFY(answerTo(get("/")).startsWith("HTTP/1.1 404")); // who came before is known by now
    m_clock->advance(TokenListener::patienceWithOne);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_listener->isArmed());
}

void tst_TokenListener::fewConnectionsAtATime()
{
    QVERIFY(m_listener->arm());
    std::vector<std::unique_ptr<QTcpSocket>> all;
    for (size_t each = 0; each < TokenListener::mostAtOnce + 1; ++each) {
        all.push_back(call());
        QVERIFY(all.back());
    }
    QTRY_COMPARE(all.front()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(all.back()->state(), QAbstractSocket::ConnectedState);
}

void tst_TokenListener::aPortThatIsTakenIsSaid_data()
{
    theFirstTokenIsTakenAndThenNobodyListens_data();
}

void tst_TokenListener::aPortThatIsTakenIsSaid()
{
    QFETCH(const QHostAddress::SpecialAddress, address);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(address)));
    TokenListener listener({other.serverPort(), "/signed-in"}, *m_clock);
    QVERIFY(!listener.arm());
    QVERIFY(!listener.isArmed());
    other.close();
    QVERIFY(listener.arm());
}

void tst_TokenListener::itCanBeArmedAgain()
{
    QSignalSpy came(m_listener.get(), &TokenListener::tokenCame);
    for (int time = 1; time <= 2; ++time) {
        QVERIFY(m_listener->arm());
        QVERIFY(answerTo(get("/signed-in?access_token=" + secret)).contains("200"));
        QCOMPARE(came.size(), time);
    }
}

SKEIN_TEST(tst_TokenListener)

} // namespace tokenListenerTest

#include "tst_TokenListener.moc"
