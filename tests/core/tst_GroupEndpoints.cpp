// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Endpoints.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupEndpointsTest {
using Method = HttpRequest::Method;
using Priority = HttpRequest::Priority;
using Kind = PageCursor::Kind;

namespace {

const auto group = ConversationId::group(u"55501"_s);
const auto topic = ConversationId::topic(u"55777"_s, group);
const MessageId message{u"176000010011112222"_s};
const QString picture = u"https://i.groupme.com/64x64.jpeg.00000000000000000000000000000001"_s;

} // namespace

class tst_GroupEndpoints : public QObject {
    Q_OBJECT

private slots:
    void everyReadingIsExactlyThis_data();
    void everyReadingIsExactlyThis();
    void everyDeedIsExactlyThis_data();
    void everyDeedIsExactlyThis();
    void everyTopicIsMadeFromExactlyThis_data();
    void everyTopicIsMadeFromExactlyThis();
    void hostileIdsStayInTheirPlaces_data();
    void hostileIdsStayInTheirPlaces();
    void whatAPersonTypesIsTextInTheBody();
    void aMessageCarriesItsAttachmentsAsTheyAre();
};

void tst_GroupEndpoints::everyReadingIsExactlyThis_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char* name, const HttpRequest& request, const char* url) {
        QTest::newRow(name) << request << QByteArray(url);
    };
    row("groups", endpoints::groups(1),
        "https://api.groupme.com/v3/groups?page=1&per_page=100&omit=memberships"
        "&include=unread_count");
    row("groups, page 12", endpoints::groups(12),
        "https://api.groupme.com/v3/groups?page=12&per_page=100&omit=memberships"
        "&include=unread_count");
    row("group", endpoints::group(group), "https://api.groupme.com/v3/groups/55501");
    row("topics", endpoints::topics(group, 2),
        "https://api.groupme.com/v3/groups/55501/subgroups?page=2&per_page=100"
        "&include=unread_count");
    row("topic", endpoints::topic(topic),
        "https://api.groupme.com/v3/groups/55501/subgroups/55777");
    // Messages go by the topic's own id (protocol.md D6); files come along always (D3).
    const auto page = [](const ConversationId& id, Kind kind) {
        return endpoints::groupMessages(id, {kind, message}, 100);
    };
    row("newest", page(group, Kind::Newest),
        "https://api.groupme.com/v3/groups/55501/messages?acceptFiles=1&limit=100");
    row("before", page(group, Kind::Before),
        "https://api.groupme.com/v3/groups/55501/messages?acceptFiles=1&limit=100"
        "&before_id=176000010011112222");
    row("since", page(topic, Kind::Since),
        "https://api.groupme.com/v3/groups/55777/messages?acceptFiles=1&limit=100"
        "&since_id=176000010011112222");
    row("after", page(topic, Kind::After),
        "https://api.groupme.com/v3/groups/55777/messages?acceptFiles=1&limit=100"
        "&after_id=176000010011112222");
}

void tst_GroupEndpoints::everyReadingIsExactlyThis()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const QByteArray, url);
    QCOMPARE(int(request.method), int(Method::Get));
    QCOMPARE(request.url.toEncoded(), url);
    QVERIFY(request.authorized);
    QVERIFY(request.body.isEmpty() && request.contentType.isEmpty());
    QVERIFY(int(request.priority) != int(Priority::Send));
}

void tst_GroupEndpoints::everyDeedIsExactlyThis_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<int>("method");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const HttpRequest& request, Method method,
                         const char* url, const char* body) {
        QTest::newRow(name) << request << int(method) << QByteArray(url) << QByteArray(body);
    };
    const char* sent = R"({"message":{"attachments":[],"source_guid":"guid-1","text":"hello"}})";
    row("send", endpoints::sendGroupMessage(group, {{u"guid-1"_s}, u"hello"_s, {}}), Method::Post,
        "https://api.groupme.com/v3/groups/55501/messages", sent);
    row("send in a topic", endpoints::sendGroupMessage(topic, {{u"guid-1"_s}, u"hello"_s, {}}),
        Method::Post, "https://api.groupme.com/v3/groups/55777/messages", sent);
    row("delete a message", endpoints::deleteMessage(topic, message), Method::Delete,
        "https://api.groupme.com/v3/conversations/55777/messages/176000010011112222", "");
    row("nickname", endpoints::updateMembership(group, u"Ada"_s), Method::Post,
        "https://api.groupme.com/v3/groups/55501/memberships/update",
        R"({"membership":{"nickname":"Ada"}})");
    row("remove", endpoints::removeMember(group, u"9001001"_s), Method::Post,
        "https://api.groupme.com/v3/groups/55501/members/9001001/remove", "");
    row("delete a topic", endpoints::deleteTopic(topic), Method::Delete,
        "https://api.groupme.com/v3/groups/55501/subgroups/55777", "");
    row("mute", endpoints::mute(group, 480min), Method::Post,
        "https://v2.groupme.com/groups/55501/memberships/mute", R"({"duration":480})");
    row("mute for ever", endpoints::mute(group, std::nullopt), Method::Post,
        "https://v2.groupme.com/groups/55501/memberships/mute", R"({"duration":null})");
    row("unmute", endpoints::unmute(group), Method::Post,
        "https://v2.groupme.com/groups/55501/memberships/unmute", "");
    row("mute a topic", endpoints::mute(topic, 60min), Method::Post,
        "https://api.groupme.com/v3/groups/55501/subgroups/55777/mute", R"({"duration":60})");
    row("mute a topic for ever", endpoints::mute(topic, std::nullopt), Method::Post,
        "https://api.groupme.com/v3/groups/55501/subgroups/55777/mute", R"({"duration":null})");
    row("mute a topic for years", endpoints::mute(topic, std::chrono::minutes{10'519'200}),
        Method::Post, "https://api.groupme.com/v3/groups/55501/subgroups/55777/mute",
        R"({"duration":10519200})");
    row("unmute a topic", endpoints::unmute(topic), Method::Post,
        "https://api.groupme.com/v3/groups/55501/subgroups/55777/unmute", "");
}

void tst_GroupEndpoints::everyDeedIsExactlyThis()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const int, method);
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, body);
    QCOMPARE(int(request.method), method);
    QCOMPARE(request.url.toEncoded(), url);
    QCOMPARE(request.body, body);
    // A POST without a body is typed too, or Qt would invent a type.
    const bool isTyped = method == int(Method::Post);
    QCOMPARE(request.contentType, isTyped ? QByteArray("application/json") : QByteArray());
    QCOMPARE(int(request.priority), int(Priority::Send));
    QVERIFY(request.authorized);
}

void tst_GroupEndpoints::everyTopicIsMadeFromExactlyThis_data()
{
    QTest::addColumn<TopicDraft>("draft");
    QTest::addColumn<QByteArray>("created");
    QTest::addColumn<QByteArray>("updated");
    QTest::newRow("a title alone")
        << TopicDraft{.title = u"Travel"_s}
        << QByteArray(R"({"avatar_url":null,"description":"","group_type":"private",)"
                      R"("topic":"Travel"})")
        << QByteArray(R"({"avatar_url":null,"description":"","group_type":"private",)"
                      R"("like_icon":null,"topic":"Travel"})");
    const TopicDraft full{.title = u" Travel\n"_s,
        .description = u"  trains & boats "_s,
        .avatarUrl = u' ' + picture + u' ',
        .kind = GroupKind::Announcement,
        .likeIcon = LikeIcon{1, 49}};
    const QByteArray begin = R"({"avatar_url":")" + picture.toLatin1()
        + R"(","description":"trains & boats","group_type":"announcement",)";
    // A new topic takes no like icon (E3); a changed one is told all that it has (E4).
    QTest::newRow("everything, without its blanks")
        << full << begin + R"("topic":"Travel"})"
        << begin + R"("like_icon":{"pack_id":1,"pack_index":49,"type":"emoji"},"topic":"Travel"})";
    QTest::newRow("blanks")
        << TopicDraft{.title = u"x"_s,
               .description = u" \n"_s,
               .avatarUrl = u"  "_s,
               .kind = GroupKind::Closed}
        << QByteArray(R"({"avatar_url":null,"description":"","group_type":"closed","topic":"x"})")
        << QByteArray(R"({"avatar_url":null,"description":"","group_type":"closed",)"
                      R"("like_icon":null,"topic":"x"})");
}

void tst_GroupEndpoints::everyTopicIsMadeFromExactlyThis()
{
    QFETCH(const TopicDraft, draft);
    QFETCH(const QByteArray, created);
    QFETCH(const QByteArray, updated);
    const auto create = endpoints::createTopic(group, draft);
    QCOMPARE(int(create.method), int(Method::Post));
    QCOMPARE(
        create.url.toEncoded(), QByteArray("https://api.groupme.com/v3/groups/55501/subgroups"));
    QCOMPARE(create.body, created);
    const auto update = endpoints::updateTopic(topic, draft);
    QCOMPARE(int(update.method), int(Method::Put));
    QCOMPARE(update.url.toEncoded(),
        QByteArray("https://api.groupme.com/v3/groups/55501/subgroups/55777"));
    QCOMPARE(update.body, updated);
    for (const HttpRequest& request : {create, update}) {
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QCOMPARE(int(request.priority), int(Priority::Send));
        QVERIFY(request.authorized);
    }
}

void tst_GroupEndpoints::hostileIdsStayInTheirPlaces_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("url");
    const auto bad = ConversationId::group(u"5/../6?x=1#y&z+é"_s);
    const QByteArray groupPart = "5%2F..%2F6%3Fx%3D1%23y%26z%2B%C3%A9";
    const auto worse = ConversationId::topic(u"7 %2F\"<\n"_s, bad);
    const QByteArray topicPart = "7%20%252F%22%3C%0A";
    const auto row = [](const char* name, const HttpRequest& request, const QByteArray& url) {
        QTest::newRow(name) << request << url;
    };
    const QByteArray v3 = "https://api.groupme.com/v3/groups/";
    row("group", endpoints::group(bad), v3 + groupPart);
    row("topics", endpoints::topics(bad, 1),
        v3 + groupPart + "/subgroups?page=1&per_page=100&include=unread_count");
    row("topic", endpoints::topic(worse), v3 + groupPart + "/subgroups/" + topicPart);
    row("messages", endpoints::groupMessages(worse, {Kind::Before, {u"1&limit=1#"_s}}, 20),
        v3 + topicPart + "/messages?acceptFiles=1&limit=20&before_id=1%26limit%3D1%23");
    row("send", endpoints::sendGroupMessage(bad, {}), v3 + groupPart + "/messages");
    row("remove", endpoints::removeMember(bad, u"9/remove?"_s),
        v3 + groupPart + "/members/9%2Fremove%3F/remove");
    row("nickname", endpoints::updateMembership(bad, u"x"_s),
        v3 + groupPart + "/memberships/update");
    row("delete", endpoints::deleteTopic(worse), v3 + groupPart + "/subgroups/" + topicPart);
    row("mute", endpoints::mute(bad, 1min),
        "https://v2.groupme.com/groups/" + groupPart + "/memberships/mute");
    row("unmute", endpoints::unmute(worse), v3 + groupPart + "/subgroups/" + topicPart + "/unmute");
    row("position", endpoints::sendReadPosition(bad, message),
        "https://api.groupme.com/v4/read_receipts/" + groupPart);
}

void tst_GroupEndpoints::hostileIdsStayInTheirPlaces()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const QByteArray, url);
    QVERIFY(request.url.isValid());
    QCOMPARE(request.url.toEncoded(), url);
}

void tst_GroupEndpoints::whatAPersonTypesIsTextInTheBody()
{
    const auto nickname = endpoints::updateMembership(group, u"A\"}},{\n<b>é😀"_s);
    QCOMPARE(nickname.body,
        QByteArray("{\"membership\":{\"nickname\":\"A\\\"}},{\\n<b>\u00e9\U0001F600\"}}"));
    const auto position = endpoints::sendReadPosition(topic, message);
    QCOMPARE(position.body, QByteArray(R"({"last_read_message_id":"176000010011112222"})"));
    QCOMPARE(
        position.url.toEncoded(), QByteArray("https://api.groupme.com/v4/read_receipts/55777"));
}

void tst_GroupEndpoints::aMessageCarriesItsAttachmentsAsTheyAre()
{
    const QJsonArray attachments{QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, picture}},
        QJsonObject{{u"type"_s, u"of tomorrow"_s}, {u"data"_s, QJsonArray{1, QJsonObject()}}}};
    const auto request
        = endpoints::sendGroupMessage(topic, {{u"guid-1"_s}, u"look"_s, attachments});
    QCOMPARE(request.body,
        QByteArray(R"({"message":{"attachments":[{"type":"image","url":")" + picture.toLatin1()
            + R"("},{"data":[1,{}],"type":"of tomorrow"}],"source_guid":"guid-1",)"
              R"("text":"look"}})"));
}

SKEIN_TEST(tst_GroupEndpoints)

} // namespace groupEndpointsTest

#include "tst_GroupEndpoints.moc"
