// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/PeopleCalls.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>

using namespace skein;
using namespace Qt::StringLiterals;

namespace peopleCallsTest {
using Method = HttpRequest::Method;

namespace {

const UserId me{u"1001"_s};
const UserId rin{u"20450"_s};
const QString pair = u"?user=1001&otherUser=20450"_s;

QJsonValue parsed(const char* json)
{
    const auto document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

template <class T>
Result<T> answerTo(const Async<T>& future)
{
    for (int i = 0; i < 40 && !future.isFinished(); ++i)
        QCoreApplication::processEvents();
    return future.result();
}

} // namespace

class tst_PeopleCalls : public QObject {
    Q_OBJECT

private slots:
    void everyRequestIsExactlyThis_data();
    void everyRequestIsExactlyThis();
    void hostileIdsStayInTheQuery();
    void contactsComeBareOrWrapped_data();
    void contactsComeBareOrWrapped();
    void ofContactsOnlyWhatCanBeOneIsTaken();
    void theCursorIsTheLastRowsTime();
    void onlyMyOwnBlocksCount();
    void whatIsNoListIsMalformed();
    void blockingIsDoneOrRefused_data();
    void blockingIsDoneOrRefused();
    void unblockingGoesTheOtherWayOnce_data();
    void unblockingGoesTheOtherWayOnce();
    void whetherThereIsABlockBetween();
};

void tst_PeopleCalls::everyRequestIsExactlyThis_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("url");
    const QByteArray api = "https://api.groupme.com";
    QTest::newRow("contacts") << endpoints::contacts({}) << Method::Get
                              << api + "/v4/relationships?include_blocked=true";
    QTest::newRow("more contacts")
        << endpoints::contacts(u"2026-01-02T03:04:05+00:00"_s) << Method::Get
        << api + "/v4/relationships?include_blocked=true&since=2026-01-02T03%3A04%3A05%2B00%3A00";
    QTest::newRow("blocks") << endpoints::blocks(me) << Method::Get << api + "/v3/blocks?user=1001";
    QTest::newRow("between") << endpoints::blockBetween(me, rin) << Method::Get
                             << api + "/v3/blocks/between" + pair.toLatin1();
    QTest::newRow("block") << endpoints::block(me, rin) << Method::Post
                           << api + "/v3/blocks" + pair.toLatin1();
    QTest::newRow("unblock") << endpoints::unblock(me, rin) << Method::Delete
                             << api + "/v3/blocks" + pair.toLatin1();
    QTest::newRow("unblock by post") << endpoints::unblockByPost(me, rin) << Method::Post
                                     << api + "/v3/blocks/delete" + pair.toLatin1();
    QTest::newRow("approve") << endpoints::approveChat(ConversationId::direct(me, rin))
                             << Method::Post << api + "/v3/chats/1001%2B20450/approve";
}

void tst_PeopleCalls::everyRequestIsExactlyThis()
{
    QFETCH(HttpRequest, request);
    QFETCH(Method, method);
    QFETCH(QByteArray, url);
    QCOMPARE(request.url.toEncoded(), url);
    QCOMPARE(request.method, method);
    QVERIFY(request.body.isEmpty());
    QCOMPARE(request.priority == HttpRequest::Priority::Send, method != Method::Get);
}

void tst_PeopleCalls::hostileIdsStayInTheQuery()
{
    const HttpRequest request = endpoints::block(me, {u"1&user=2#/../x"_s});
    QCOMPARE(request.url.path(), u"/v3/blocks"_s);
    QCOMPARE(
        request.url.query(QUrl::FullyEncoded), u"user=1001&otherUser=1%26user%3D2%23%2F..%2Fx"_s);
    QVERIFY(!request.url.hasFragment());
}

void tst_PeopleCalls::contactsComeBareOrWrapped_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isBlocked");
    QTest::newRow("bare") << parsed(R"([{"user_id":20450,"name":"Rin","blocked":true}])") << true;
    QTest::newRow("wrapped") << parsed(
        R"({"relationships":[{"user_id":"20450","name":"Rin","is_blocked":true}]})")
                             << true;
    QTest::newRow("free") << parsed(R"([{"user_id":"20450","name":"Rin","blocked":null}])")
                          << false;
    QTest::newRow("by its own id") << parsed(R"([{"id":"20450","name":"Rin"}])") << false;
}

void tst_PeopleCalls::contactsComeBareOrWrapped()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, isBlocked);
    const auto page = json::contacts(value).value();
    QCOMPARE(page.contacts.size(), 1);
    QCOMPARE(page.contacts.first().person, (Person{rin, u"Rin"_s, {}}));
    QCOMPARE(page.contacts.first().isBlocked, isBlocked);
}

void tst_PeopleCalls::ofContactsOnlyWhatCanBeOneIsTaken()
{
    const auto page = json::contacts(parsed(
        R"([null, 7, {"name":"nobody"}, {"user_id":"a/b","name":"odd"},
            {"user_id":"7","name":null,"avatar_url":5,"hidden":true},
            {"user_id":7,"name":"again"}])"));
    QCOMPARE(page.value().contacts.size(), 1);
    QVERIFY(page->contacts.first().isHidden);
    QVERIFY(page->contacts.first().person.name.isEmpty());
    QVERIFY(json::contacts(parsed(R"({"relationships":null})")).value().contacts.isEmpty());
}

void tst_PeopleCalls::theCursorIsTheLastRowsTime()
{
    const auto nextOf = [](const char* rows) { return json::contacts(parsed(rows)).value().next; };
    QCOMPARE(nextOf(R"([{"user_id":"1","created_at_iso8601":"A"},
                        {"user_id":"2","created_at_iso8601":"2026-01-02T03:04:05Z"}])"),
        u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(nextOf(R"([{"user_id":"1","created_at":1767323045}])"), u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(nextOf(R"([{"user_id":"1"}])"), u""_s);
    QCOMPARE(nextOf("[]"), u""_s);
}

void tst_PeopleCalls::onlyMyOwnBlocksCount()
{
    const auto blocked = json::blocks(parsed(
                                          R"({"blocks":[{"user_id":"1001","blocked_user_id":20450},
                      {"user_id":1001,"blocked_user_id":"20450"},
                      {"user_id":"333","blocked_user_id":"1001"},
                      {"blocked_user_id":"444"}, {"user_id":"1001"}, 5]})"),
        me);
    QCOMPARE(blocked.value(), (QList<UserId>{rin, {u"444"_s}}));
}

void tst_PeopleCalls::whatIsNoListIsMalformed()
{
    for (const char* value : {"{}", R"({"blocks":7})", R"({"relationships":"no"})"}) {
        QVERIFY(!json::blocks(parsed(value), me));
        QVERIFY(!json::contacts(parsed(value)));
    }
    QVERIFY(!json::blocks(QJsonValue::Null, me));
    QVERIFY(!json::blockBetween(parsed(R"({"between":"yes"})")));
}

void tst_PeopleCalls::blockingIsDoneOrRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isDone");
    for (const int status : {200, 201, 204, 400, 404, 409})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {401, 403, 405, 429, 500, 503})
        QTest::addRow("%d", status) << status << false;
}

void tst_PeopleCalls::blockingIsDoneOrRefused()
{
    QFETCH(int, status);
    QFETCH(bool, isDone);
    FakeTransport network;
    GroupMeApi api(network);
    network.expect(Method::Post, u"/v3/blocks"_s + pair,
        status < 300 ? FakeTransport::raw(status, {}) : FakeTransport::failure(status));
    const auto answer = answerTo(block(api, me, rin));
    QCOMPARE(answer.has_value(), isDone);
    QCOMPARE(network.requests().size(), 1);
}

void tst_PeopleCalls::unblockingGoesTheOtherWayOnce_data()
{
    QTest::addColumn<int>("status"); // of DELETE; 0: none came
    QTest::addColumn<int>("second"); // of POST /blocks/delete; 0: not asked
    QTest::addColumn<bool>("isDone");
    QTest::newRow("done") << 200 << 0 << true;
    QTest::newRow("it was none") << 404 << 0 << true;
    QTest::newRow("conflict") << 409 << 0 << true;
    QTest::newRow("not allowed") << 405 << 200 << true;
    QTest::newRow("not implemented") << 501 << 200 << true;
    QTest::newRow("forbidden") << 403 << 200 << true;
    QTest::newRow("neither way") << 405 << 403 << false;
    QTest::newRow("it was none after all") << 405 << 404 << true;
    QTest::newRow("signed out") << 401 << 0 << false;
    QTest::newRow("too fast") << 429 << 0 << false;
    QTest::newRow("no network") << 0 << 0 << false;
}

void tst_PeopleCalls::unblockingGoesTheOtherWayOnce()
{
    QFETCH(int, status);
    QFETCH(int, second);
    QFETCH(bool, isDone);
    const auto answerWith = [](int code) -> FakeTransport::Answer {
        if (code == 0)
            return FakeTransport::noAnswer(ErrorKind::Unreachable);
        return code < 300 ? FakeTransport::raw(code, {}) : FakeTransport::failure(code);
    };
    FakeTransport network;
    GroupMeApi api(network);
    network.expect(Method::Delete, u"/v3/blocks"_s + pair, answerWith(status));
    if (second != 0)
        network.expect(Method::Post, u"/v3/blocks/delete"_s + pair, answerWith(second));
    QCOMPARE(answerTo(unblock(api, me, rin)).has_value(), isDone);
    QVERIFY(network.allAsked());
    QCOMPARE(network.requests().size(), second == 0 ? 1 : 2);
}

void tst_PeopleCalls::whetherThereIsABlockBetween()
{
    FakeTransport network;
    GroupMeApi api(network);
    const QString place = u"/v3/blocks/between"_s + pair;
    network.expect(Method::Get, place, FakeTransport::json(QJsonObject{{u"between"_s, true}}));
    QCOMPARE(answerTo(askForBlockBetween(api, me, rin)).value(), true);
    network.expect(Method::Get, place, FakeTransport::json(QJsonObject{{u"between"_s, false}}));
    QCOMPARE(answerTo(askForBlockBetween(api, me, rin)).value(), false);
    network.expect(Method::Get, place, FakeTransport::json(QJsonObject{}));
    QCOMPARE(answerTo(askForBlockBetween(api, me, rin)).error().kind, ErrorKind::Malformed);
}

SKEIN_TEST(tst_PeopleCalls)

} // namespace peopleCallsTest

#include "tst_PeopleCalls.moc"
