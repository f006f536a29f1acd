// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The requests about single messages: editing, reacting, pinning, polls and events.

#include "core/api/Endpoints.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageEndpointsTest {
using Method = HttpRequest::Method;

namespace {

const auto direct = ConversationId::direct({u"1001"_s}, {u"20450"_s});
const auto group = ConversationId::group(u"55501"_s);
const auto topic = ConversationId::topic(u"55777"_s, group);
const MessageId message{u"176000010011112222"_s};
const ReactionKind heart{u"❤️"_s};

} // namespace

class tst_MessageEndpoints : public QObject {
    Q_OBJECT

private slots:
    void everyAddressIsExactlyThis_data();
    void everyAddressIsExactlyThis();
    void aReactionNamesItsEmoji_data();
    void aReactionNamesItsEmoji();
    void anEditIsNotWrappedAndCarriesEverything();
    void anEditWithoutAttachmentsSaysSo();
    void aHostileIdStaysInItsPlace();
};

void tst_MessageEndpoints::everyAddressIsExactlyThis_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<int>("method");
    QTest::addColumn<QByteArray>("url");
    using namespace endpoints;
    const auto row = [](const char* name, const HttpRequest& r, Method m, const char* url) {
        QTest::newRow(name) << r << int(m) << QByteArray("https://api.groupme.com") + url;
    };
    row("one", endpoints::message(group, message), Method::Get,
        "/v4/groups/55501/messages/176000010011112222");
    row("one of a topic", endpoints::message(topic, message), Method::Get,
        "/v4/groups/55777/messages/176000010011112222");
    row("one of a chat", endpoints::message(direct, message), Method::Get,
        "/v3/direct_messages/176000010011112222?other_user_id=20450");
    row("edit", editMessage(group, message, u"x"_s, {}), Method::Put,
        "/v4/groups/55501/messages/176000010011112222");
    row("edit in a topic", editMessage(topic, message, u"x"_s, {}), Method::Put,
        "/v4/groups/55777/messages/176000010011112222");
    row("edit in a chat", editMessage(direct, message, u"x"_s, {}), Method::Put,
        "/v4/direct_messages/20450/messages/176000010011112222");
    row("like", like(group, message, heart), Method::Post,
        "/v3/messages/55501/176000010011112222/like");
    row("like in a topic", like(topic, message, heart), Method::Post,
        "/v3/messages/55777/176000010011112222/like");
    row("like in a chat", like(direct, message, heart), Method::Post,
        "/v3/messages/1001%2B20450/176000010011112222/like");
    row("unlike", unlike(direct, message), Method::Post,
        "/v3/messages/1001%2B20450/176000010011112222/unlike");
    row("pin", pin(topic, message), Method::Post,
        "/v3/conversations/55777/messages/176000010011112222/pin");
    row("pin in a chat", pin(direct, message), Method::Post,
        "/v3/conversations/1001%2B20450/messages/176000010011112222/pin");
    row("unpin", unpin(group, message), Method::Post,
        "/v3/conversations/55501/messages/176000010011112222/unpin");
    row("pinned", pinnedMessages(group), Method::Get, "/v3/pinned/groups/55501/messages");
    row("pinned in a topic", pinnedMessages(topic), Method::Get,
        "/v3/pinned/groups/55777/messages");
    row("pinned in a chat", pinnedMessages(direct), Method::Get,
        "/v3/pinned/direct_messages?other_user_id=20450");
    row("poll", poll(topic, u"1760000000123456"_s), Method::Get, "/v3/poll/55777/1760000000123456");
    row("event", calendarEvent(group, u"e-17"_s), Method::Get,
        "/v3/conversations/55501/events/show?event_id=e-17");
}

void tst_MessageEndpoints::everyAddressIsExactlyThis()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const int, method);
    QFETCH(const QByteArray, url);
    QCOMPARE(int(request.method), method);
    QCOMPARE(request.url.toEncoded(), url);
    QVERIFY(request.authorized);
    const bool isDeed = request.method != Method::Get;
    QCOMPARE(request.contentType, isDeed ? QByteArray("application/json") : QByteArray());
    QCOMPARE(request.priority == HttpRequest::Priority::Send, isDeed);
    QCOMPARE(request.body.isEmpty(), request.method != Method::Put);
}

void tst_MessageEndpoints::aReactionNamesItsEmoji_data()
{
    QTest::addColumn<ReactionKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("the plain heart") << heart << QByteArray();
    QTest::newRow("thumb") << ReactionKind{u"👍"_s}
                           << QByteArray("{\"like_icon\":{\"code\":\"👍\",\"type\":\"unicode\"}}");
    QTest::newRow("GroupMe's own") << ReactionKind{{}, 1,
        12} << QByteArray("{\"like_icon\":{\"pack_id\":1,\"pack_index\":12,\"type\":\"emoji\"}}");
}

void tst_MessageEndpoints::aReactionNamesItsEmoji()
{
    QFETCH(const ReactionKind, kind);
    QFETCH(const QByteArray, body);
    QCOMPARE(endpoints::like(group, message, kind).body, body);
}

void tst_MessageEndpoints::anEditIsNotWrappedAndCarriesEverything()
{
    const QJsonArray attachments{QJsonObject{{u"type"_s, u"hologram"_s}, {u"depth"_s, 7}}};
    const auto request = endpoints::editMessage(group, message, u"a \"b\"\n"_s, attachments);
    QCOMPARE(request.body,
        QByteArray("{\"attachments\":[{\"depth\":7,\"type\":\"hologram\"}],"
                   "\"text\":\"a \\\"b\\\"\\n\"}"));
}

void tst_MessageEndpoints::anEditWithoutAttachmentsSaysSo()
{
    QCOMPARE(endpoints::editMessage(direct, message, u"x"_s, {}).body,
        QByteArray("{\"attachments\":[],\"text\":\"x\"}"));
}

void tst_MessageEndpoints::aHostileIdStaysInItsPlace()
{
    const MessageId hostile{u"../?a=b#c"_s};
    QCOMPARE(endpoints::like(group, hostile, heart).url.toEncoded(),
        QByteArray("https://api.groupme.com/v3/messages/55501/..%2F%3Fa%3Db%23c/like"));
    QCOMPARE(endpoints::poll(group, u"../me"_s).url.toEncoded(),
        QByteArray("https://api.groupme.com/v3/poll/55501/..%2Fme"));
    QCOMPARE(endpoints::calendarEvent(group, u"1&x=y"_s).url.toEncoded(),
        QByteArray("https://api.groupme.com/v3/conversations/55501/events/show"
                   "?event_id=1%26x%3Dy"));
}

SKEIN_TEST(tst_MessageEndpoints)

} // namespace messageEndpointsTest

#include "tst_MessageEndpoints.moc"
