// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The service over real HTTP: what only sockets can show.

#include "app/demo/DemoHistory.h"
#include "app/demo/DemoService.h"
#include "tests/support/SkeinTest.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoServiceTest {

using Kind = DemoFault::Kind;

namespace {

const QString me = u"/api.groupme.com/v3/users/me"_s;
const QString directMessages = u"/api.groupme.com/v3/direct_messages"_s;

struct Reply {
    int status = 0;
    QByteArray body;
    QByteArray date;
    QByteArray retryAfter;
    [[nodiscard]] QJsonValue response() const
    {
        return QJsonDocument::fromJson(body)[u"response"_s];
    }
};

} // namespace

class tst_DemoService : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listensOnLoopbackOnly();
    void answersOverHttp();
    void plusInAPathIsAPlusRawOrEncoded();
    void plusInAQueryIsASpace();
    void dateIsTheServicesTime();
    void retryAfterReachesTheClient();
    void sendThenReadBack();
    void guidMinuteFollowsTheInjectedTime();
    void dropBeforeClosesWithoutAByteAndDoesNothing();
    void dropAfterClosesWithoutAByteButTheMessageIsThere();
    void cutOffClosesInTheMiddleOfTheBody();
    void delayedAnswersComeLater();
    void anOutageAnswersNothingAndLosesWhatWasUnderWay();
    void stopsAtOnceWithIdleConnectionsAndDelaysUnderWay();
    void startsAgainAfterStop();
    void takenPortIsRefused();
    void hugeBodiesArrive();
    void redirectsAreNotAnsweredWithData();
    void logTellsWhatCame();
    void anotherUserSeesTheOtherSide();
    void manyConnectionsAtOnceKeepTheWorldWhole();
    void peopleLiveWhenEnabled();
    void peopleInGroupsLiveAsLongAsTheService();
    void controlIsOffUnlessAskedFor();
    void controlDrivesTheWorld();
    void controlRefusesWebPages();
    void buildsItsWorldQuickly();

private:
    void restart(DemoOptions options);
    [[nodiscard]] Reply get(const QString& pathAndQuery, const QString& token = {});
    [[nodiscard]] Reply send(const QByteArray& verb, const QString& path, const QByteArray& body);
    [[nodiscard]] QByteArray rawAnswer(
        const QByteArray& verb, const QString& path, const QByteArray& body = {});
    [[nodiscard]] static QByteArray draft(const QByteArray& guid);

    qint64 m_now = 1'760'000'000'000;
    std::unique_ptr<DemoService> m_service;
};

void tst_DemoService::restart(DemoOptions options)
{
    options.now = [this] { return m_now; };
    m_service = std::make_unique<DemoService>(options);
    QVERIFY(m_service->start());
}

void tst_DemoService::init()
{
    m_now = 1'760'000'000'000;
    restart({.histories = false});
}

namespace {

Reply finished(QNetworkReply* reply)
{
    const bool done = QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000);
    Reply result;
    if (done) {
        result = {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->readAll(), reply->rawHeader("Date"), reply->rawHeader("Retry-After")};
    }
    delete reply;
    return result;
}

} // namespace

Reply tst_DemoService::get(const QString& pathAndQuery, const QString& token)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_service->url() + pathAndQuery));
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader(
        "X-Access-Token", (token.isEmpty() ? m_service->token() : token).toLatin1());
    return finished(manager.get(request));
}

Reply tst_DemoService::send(const QByteArray& verb, const QString& path, const QByteArray& body)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_service->url() + path));
    request.setRawHeader("X-Access-Token", m_service->token().toLatin1());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return finished(manager.sendCustomRequest(request, verb, body));
}

/// What comes on the wire until the service closes the connection; "open" if it never does.
QByteArray tst_DemoService::rawAnswer(
    const QByteArray& verb, const QString& path, const QByteArray& body)
{
    QTcpSocket socket;
    const QUrl url(m_service->url());
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(5000))
        return "refused";
    socket.write(verb + ' ' + path.toLatin1()
        + " HTTP/1.1\r\nHost: x\r\nX-Access-Token: " + m_service->token().toLatin1()
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray all;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(2000))
        all += socket.readAll();
    return socket.state() == QAbstractSocket::ConnectedState ? "open" : all + socket.readAll();
}

QByteArray tst_DemoService::draft(const QByteArray& guid)
{
    return R"({"direct_message":{"source_guid":")" + guid
        + R"(","recipient_id":"20450","text":"hi"}})";
}

void tst_DemoService::listensOnLoopbackOnly()
{
    const QUrl url(m_service->url());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QVERIFY(url.port() > 0);
    QTcpSocket socket; // another loopback address is another interface
    socket.connectToHost(u"127.0.0.2"_s, static_cast<quint16>(url.port()));
    QVERIFY(!socket.waitForConnected(2000));
}

void tst_DemoService::answersOverHttp()
{
    QCOMPARE(m_service->token().size(), 40);
    const Reply reply = get(me);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.response()[u"id"_s].toString(), u"1001"_s);
    QCOMPARE(get(me, u"wrong"_s).status, 401);
    QCOMPARE(get(directMessages + u"?other_user_id=20450"_s).status, 304);
    QCOMPARE(get(u"/api.groupme.com/v3/nothing"_s).status, 404);
    QCOMPARE(send("PATCH", me, "{}").status, 405);
    m_service->revoke(m_service->token());
    QCOMPARE(get(me).status, 401);
}

void tst_DemoService::plusInAPathIsAPlusRawOrEncoded()
{
    m_service->world().say(u"20450"_s, u"1001"_s, u"hi"_s);
    QCOMPARE(get(u"/api.groupme.com/v3/chats/1001+20450"_s).status, 200);
    QCOMPARE(get(u"/api.groupme.com/v3/chats/1001%2B20450"_s).status, 200);
}

void tst_DemoService::plusInAQueryIsASpace()
{
    [[maybe_unused]] const Reply reply = get(me + u"?a=1+2&b=1%2B2&c=%26%3D"_s);
    QCOMPARE(m_service->log().entries().last().query, u"a=1 2&b=1+2&c=&="_s);
}

void tst_DemoService::dateIsTheServicesTime()
{
    QCOMPARE(get(me).date, QByteArray("Thu, 09 Oct 2025 08:53:20 GMT"));
}

void tst_DemoService::retryAfterReachesTheClient()
{
    m_service->faults().add({.status = 429, .retryAfter = 7});
    const Reply reply = get(me);
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.retryAfter, QByteArray("7"));
    QCOMPARE(get(me).status, 200);
}

void tst_DemoService::sendThenReadBack()
{
    QCOMPARE(send("POST", directMessages, draft("g")).status, 201);
    const Reply page = get(directMessages + u"?other_user_id=20450&limit=100"_s);
    QCOMPARE(page.response()[u"direct_messages"_s][0][u"source_guid"_s].toString(), u"g"_s);
    const QString id = m_service->world().newestId(u"1001+20450"_s);
    QCOMPARE(send("DELETE", u"/api.groupme.com/v3/conversations/1001%2B20450/messages/"_s + id, {})
                 .status,
        204);
    QCOMPARE(m_service->log().violations(), QStringList());
}

void tst_DemoService::guidMinuteFollowsTheInjectedTime()
{
    QCOMPARE(send("POST", directMessages, draft("g")).status, 201);
    QCOMPARE(send("POST", directMessages, draft("g")).status, 409);
    m_now += 60'000;
    QCOMPARE(send("POST", directMessages, draft("g")).status, 201);
}

void tst_DemoService::dropBeforeClosesWithoutAByteAndDoesNothing()
{
    m_service->faults().add({.kind = Kind::DropBefore, .method = u"POST"_s});
    QCOMPARE(rawAnswer("POST", directMessages, draft("g")), QByteArray());
    QVERIFY(m_service->world().messages(u"1001+20450"_s).isEmpty());
    QCOMPARE(m_service->log().entries().last().status, 0);
    QCOMPARE(get(me).status, 200); // others are not disturbed
}

void tst_DemoService::dropAfterClosesWithoutAByteButTheMessageIsThere()
{
    m_service->faults().add({.kind = Kind::DropAfter, .method = u"POST"_s});
    QCOMPARE(rawAnswer("POST", directMessages, draft("g")), QByteArray());
    QCOMPARE(m_service->world().messages(u"1001+20450"_s).size(), 1);
    QCOMPARE(send("POST", directMessages, draft("g")).status, 409);
}

void tst_DemoService::cutOffClosesInTheMiddleOfTheBody()
{
    m_service->faults().add({.kind = Kind::CutOff});
    const QByteArray raw = rawAnswer("GET", me);
    QVERIFY(raw.startsWith("HTTP/1.1 200"));
    const qsizetype body = raw.size() - raw.indexOf("\r\n\r\n") - 4;
    const QByteArray length = raw.mid(raw.indexOf("Content-Length: ") + 16).split('\r').first();
    QVERIFY(body > 0);
    QCOMPARE(body, length.toLongLong() / 2);
}

void tst_DemoService::delayedAnswersComeLater()
{
    m_service->faults().add({.kind = Kind::Delay, .delay = std::chrono::milliseconds(300)});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(get(me).status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void tst_DemoService::anOutageAnswersNothingAndLosesWhatWasUnderWay()
{
    m_service->setOut(true);
    QCOMPARE(get(me).status, 0);
    const int unanswered = m_service->requests(); // Qt may have tried more than once
    QVERIFY(unanswered > 0);
    m_service->setOut(false);
    QCOMPARE(get(me).status, 200);
    QCOMPARE(m_service->requests(), unanswered + 1);
}

void tst_DemoService::stopsAtOnceWithIdleConnectionsAndDelaysUnderWay()
{
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(m_service->url()).port()));
    QVERIFY(idle.waitForConnected(5000));
    QNetworkAccessManager manager;
    m_service->faults().add({.kind = Kind::Delay, .delay = std::chrono::hours(1)});
    QNetworkReply* reply = manager.get(QNetworkRequest(QUrl(m_service->url() + me)));
    QTRY_COMPARE(m_service->faults().struck(), 1);
    QElapsedTimer timer;
    timer.start();
    m_service->stop();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->error() != QNetworkReply::NoError);
    reply->deleteLater();
}

void tst_DemoService::startsAgainAfterStop()
{
    m_service->world().say(u"20450"_s, u"1001"_s, u"kept"_s);
    m_service->stop();
    QVERIFY(m_service->url().isEmpty());
    QVERIFY(m_service->start());
    QCOMPARE(get(me).status, 200);
    QCOMPARE(m_service->world().messages(u"1001+20450"_s).size(), 1);
}

void tst_DemoService::takenPortIsRefused()
{
    const auto port = static_cast<quint16>(QUrl(m_service->url()).port());
    DemoService second({.port = port, .histories = false});
    QVERIFY(!second.start());
    QVERIFY(second.url().isEmpty());
}

void tst_DemoService::hugeBodiesArrive()
{
    m_service->faults().add({.kind = Kind::Huge, .bytes = 8 << 20});
    QCOMPARE(get(me).body.size(), 8 << 20);
}

void tst_DemoService::redirectsAreNotAnsweredWithData()
{
    m_service->faults().add({.kind = Kind::Redirect});
    const Reply reply = get(me);
    QCOMPARE(reply.status, 302);
    QVERIFY(reply.body.isEmpty());
}

void tst_DemoService::logTellsWhatCame()
{
    [[maybe_unused]] const Reply first = get(me + u"?token="_s + m_service->token());
    [[maybe_unused]] const Reply second = get(directMessages + u"?other_user_id=20450"_s);
    const auto entries = m_service->log().entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().status, 401);
    QCOMPARE(entries.first().violations, QStringList(u"token in the query"_s));
    QVERIFY(!entries.first().query.contains(m_service->token()));
    QCOMPARE(entries.last().path, directMessages);
    QCOMPARE(entries.last().query, u"other_user_id=20450"_s);
    QCOMPARE(entries.last().status, 304);
    QVERIFY(entries.last().tokenInHeader);
}

void tst_DemoService::anotherUserSeesTheOtherSide()
{
    const QString rin = m_service->tokenFor(u"20450"_s);
    QVERIFY(rin != m_service->token());
    m_service->world().say(u"1001"_s, u"20450"_s, u"hello Rin"_s);
    QCOMPARE(get(me, rin).response()[u"id"_s].toString(), u"20450"_s);
    const Reply page = get(directMessages + u"?other_user_id=1001"_s, rin);
    QCOMPARE(page.response()[u"direct_messages"_s][0][u"text"_s].toString(), u"hello Rin"_s);
}

void tst_DemoService::manyConnectionsAtOnceKeepTheWorldWhole()
{
    restart({.histories = false, .manners = {.requestsPerSecond = 0, .sendsPerMinute = 0}});
    QNetworkAccessManager managers[4];
    QList<QNetworkReply*> replies;
    for (int i = 0; i < 120; ++i) {
        QNetworkRequest request(QUrl(m_service->url() + directMessages));
        request.setRawHeader("X-Access-Token", m_service->token().toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        replies.append(managers[i % 4].post(request, draft(QByteArray::number(i))));
    }
    for (QNetworkReply* reply : replies)
        QCOMPARE(finished(reply).status, 201);
    const auto messages = m_service->world().messages(u"1001+20450"_s);
    QSet<QString> guids;
    for (const DemoMessage& message : messages)
        guids.insert(message.guid);
    QCOMPARE(messages.size(), 120);
    QCOMPARE(guids.size(), 120);
}

void tst_DemoService::peopleLiveWhenEnabled()
{
    // The service's own heart beats in real time; the world's time is ours and leaps ahead.
    std::atomic<qint64> now = m_now;
    DemoService service({.histories = false, .people = true, .now = [&now] { return now.load(); }});
    QVERIFY(service.start());
    service.world().say(u"1001"_s, u"20450"_s, u"are you there?"_s);
    const auto leapThenRead = [&] {
        now += 5000;
        return service.world().receipt(u"1001+20450"_s, u"20450"_s).has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(leapThenRead(), 10'000);
}

void tst_DemoService::peopleInGroupsLiveAsLongAsTheService()
{
    std::atomic<qint64> now = m_now;
    const DemoOptions options{
        .histories = false, .people = true, .now = [&now] { return now.load(); }};
    DemoService stopped(options);
    DemoService running(options);
    const QString club = u"55501"_s;
    for (DemoService* service : {&stopped, &running}) {
        DemoGroup group{.id = club, .name = u"Rowing club"_s, .creator = u"1001"_s};
        for (const QString& user : {u"1001"_s, u"20450"_s})
            group.members.append({.user = user});
        service->world().addGroup(group);
        service->world().sayIn(club, u"1001"_s, u"are you there?"_s);
        QVERIFY(service->start());
    }
    const auto saidAfterALeap = [&](DemoService& service) {
        now += 5000;
        return service.world().messages(club).size();
    };
    QTRY_VERIFY_WITH_TIMEOUT(saidAfterALeap(stopped) > 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(saidAfterALeap(running) > 1, 10'000);
    stopped.stop();
    const auto last = stopped.world().messages(club);
    // As long as the other one takes to say more.
    const auto before = running.world().messages(club).size();
    QTRY_VERIFY_WITH_TIMEOUT(saidAfterALeap(running) > before + 1, 30'000);
    QCOMPARE(stopped.world().messages(club), last);
}

void tst_DemoService::controlIsOffUnlessAskedFor() { QCOMPARE(get(u"/_demo/log"_s).status, 404); }

void tst_DemoService::controlDrivesTheWorld()
{
    restart({.histories = false, .control = true});
    QCOMPARE(send("POST", u"/_demo/say"_s, R"({"from":"20450","text":"hi"})").status, 200);
    QCOMPARE(m_service->world().messages(u"1001+20450"_s).size(), 1);
    const Reply held = get(u"/_demo/messages?conversation=1001+20450"_s);
    QCOMPARE(QJsonDocument::fromJson(held.body)[u"messages"_s][0][u"text"_s].toString(), u"hi"_s);
    QCOMPARE(send("POST", u"/_demo/say"_s, R"({"from":"20450","text":"ho"})").status, 200);
    const Reply newest = get(u"/_demo/messages?conversation=1001+20450&newest=1"_s);
    const auto rows = QJsonDocument::fromJson(newest.body)[u"messages"_s].toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][u"text"_s].toString(), u"ho"_s);
    QCOMPARE(send("POST", u"/_demo/say"_s, R"({"from":"5","text":"hi"})").status, 400);
    QCOMPARE(
        send("POST", u"/_demo/faults"_s, R"({"kind":"status","status":503,"times":-1})").status,
        200);
    QCOMPARE(get(me).status, 503);
    QCOMPARE(send("DELETE", u"/_demo/faults"_s, {}).status, 200);
    QCOMPARE(get(me).status, 200);
    const Reply log = get(u"/_demo/log"_s);
    QCOMPARE(QJsonDocument::fromJson(log.body)[u"log"_s].toArray().size(), 2); // not its own
    QCOMPARE(get(u"/_demo/people"_s).status, 200);
    QCOMPARE(get(u"/_demo/receipts"_s).status, 200);
    QCOMPARE(get(u"/_demo/other"_s).status, 404);
}

void tst_DemoService::controlRefusesWebPages()
{
    restart({.histories = false, .control = true});
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_service->url() + u"/_demo/log"_s));
    request.setRawHeader("Origin", "http://a.example");
    QCOMPARE(finished(manager.get(request)).status, 403);
}

void tst_DemoService::buildsItsWorldQuickly()
{
    QElapsedTimer timer;
    timer.start();
    restart({.histories = true});
    // 300 ms is the aim of an optimised build; this one may carry sanitizers.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    const Reply reply = get(u"/api.groupme.com/v3/chats?per_page=100"_s);
    QCOMPARE(reply.response().toArray().size(), 28);
}

SKEIN_TEST(tst_DemoService)

} // namespace demoServiceTest

#include "tst_DemoService.moc"
