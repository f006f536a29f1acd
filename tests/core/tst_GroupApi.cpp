// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GroupMeApi's calls for groups and topics.

#include "core/api/GroupMeApi.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupApiTest {
using Method = HttpRequest::Method;

namespace {

const auto group = ConversationId::group(u"55501"_s);
const auto topic = ConversationId::topic(u"55777"_s, group);
const MessageId message{u"176000010011112222"_s};
const TopicDraft draft{.title = u"Kitchen"_s};
constexpr auto urgency = HttpRequest::Priority::Open;

const QString groupPlace = u"/v3/groups/55501"_s;
const QString topicsPlace = groupPlace + u"/subgroups"_s;
const QString topicPlace = topicsPlace + u"/55777"_s;

QByteArray fixture(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

/// How a call ended, whatever it reads.
template <class T>
std::optional<Error> outcomeOf(const Async<T>& future)
{
    for (int i = 0; i < 20 && !future.isFinished(); ++i)
        QCoreApplication::processEvents();
    if (future.resultCount() == 0)
        return Error{ErrorKind::Cancelled, 0, {}, {}};
    const auto result = future.result();
    return result ? std::nullopt : std::optional(result.error());
}

/// What of an answer a call needs.
enum class Needs { TheBody, AListOr304, TheStatus };

struct Call {
    const char* name;
    Method method;
    QString place;
    Needs needs;
    QByteArray good; ///< a body that answers it well
    std::function<std::optional<Error>(GroupMeApi&)> make;
};

QList<Call> reads()
{
    const QByteArray messages = R"({"response":{"count":1,"messages":[{"id":"7"}]}})";
    return {{"groups", Method::Get, u"/v3/groups"_s, Needs::AListOr304, fixture(u"groups.json"_s),
                [](GroupMeApi& api) { return outcomeOf(api.groups(1)); }},
        {"group", Method::Get, groupPlace, Needs::TheBody, fixture(u"group.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.group(group)); }},
        {"messages", Method::Get, groupPlace + u"/messages"_s, Needs::AListOr304, messages,
            [](GroupMeApi& api) { return outcomeOf(api.messages(group, {}, urgency)); }},
        {"messages of a topic", Method::Get, u"/v3/groups/55777/messages"_s, Needs::AListOr304,
            messages, [](GroupMeApi& api) { return outcomeOf(api.messages(topic, {}, urgency)); }},
        {"topics", Method::Get, topicsPlace, Needs::AListOr304, fixture(u"topics.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.topics(group, 1)); }},
        {"topic", Method::Get, topicPlace, Needs::TheBody, fixture(u"topic.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.topic(topic)); }}};
}

QList<Call> deeds()
{
    const QByteArray created = R"({"response":{"message":{"id":"7"}}})";
    const QByteArray self = R"({"id":"9001001","user_id":"1001","nickname":"Ada"})";
    const QByteArray mute = fixture(u"mute.json"_s);
    const QString v2 = u"/groups/55501/memberships"_s;
    return {{"send", Method::Post, groupPlace + u"/messages"_s, Needs::TheBody, created,
                [](GroupMeApi& api) { return outcomeOf(api.sendMessage(group, {})); }},
        {"send in a topic", Method::Post, u"/v3/groups/55777/messages"_s, Needs::TheBody, created,
            [](GroupMeApi& api) { return outcomeOf(api.sendMessage(topic, {})); }},
        {"nickname", Method::Post, groupPlace + u"/memberships/update"_s, Needs::TheStatus, self,
            [](GroupMeApi& api) { return outcomeOf(api.setNickname(group, u"Ada"_s)); }},
        {"leave", Method::Post, groupPlace + u"/members/9001001/remove"_s, Needs::TheStatus, {},
            [](GroupMeApi& api) { return outcomeOf(api.removeMember(group, u"9001001"_s)); }},
        {"create", Method::Post, topicsPlace, Needs::TheBody, fixture(u"created_topic.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.createTopic(group, draft)); }},
        {"update", Method::Put, topicPlace, Needs::TheStatus, fixture(u"topic.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.updateTopic(topic, draft)); }},
        {"mute", Method::Post, v2 + u"/mute"_s, Needs::TheStatus, mute,
            [](GroupMeApi& api) { return outcomeOf(api.mute(group, 60min)); }},
        {"unmute", Method::Post, v2 + u"/unmute"_s, Needs::TheStatus, mute,
            [](GroupMeApi& api) { return outcomeOf(api.unmute(group)); }},
        {"mute a topic", Method::Post, topicPlace + u"/mute"_s, Needs::TheStatus, mute,
            [](GroupMeApi& api) { return outcomeOf(api.mute(topic, std::nullopt)); }},
        {"unmute a topic", Method::Post, topicPlace + u"/unmute"_s, Needs::TheStatus, mute,
            [](GroupMeApi& api) { return outcomeOf(api.unmute(topic)); }},
        {"position", Method::Post, u"/v4/read_receipts/55777"_s, Needs::TheStatus, {},
            [](GroupMeApi& api) { return outcomeOf(api.sendReadPosition(topic, message)); }}};
}

/// Those for which "not found" is "done".
QList<Call> deletions()
{
    return {{"delete a topic", Method::Delete, topicPlace, Needs::TheStatus, {},
                [](GroupMeApi& api) { return outcomeOf(api.deleteTopic(topic)); }},
        {"delete a message", Method::Delete,
            u"/v3/conversations/55777/messages/176000010011112222"_s, Needs::TheStatus, {},
            [](GroupMeApi& api) { return outcomeOf(api.deleteMessage(topic, message)); }}};
}

QList<Call> all() { return reads() + deeds() + deletions(); }

} // namespace

class tst_GroupApi : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        network = std::make_unique<FakeTransport>();
        api = std::make_unique<GroupMeApi>(*network);
        answered.clear();
        connect(api.get(), &GroupMeApi::answered, this,
            [this](const std::optional<Error>& error) { answered.append(error); });
    }
    void cleanup()
    {
        QVERIFY(network->allAsked());
        api.reset();
        network.reset();
    }

    void anySuccessIsASuccess();
    void withoutABodyOnlyWhatNeedsNoneSucceeds();
    void aReadingThatFoundNothingIsEmpty();
    void every404IsAnErrorSaveOfDeletions();
    void everyCallPassesEveryRefusalOn_data();
    void everyCallPassesEveryRefusalOn();
    void theServicesWordsComeAlong();
    void aPageInPlaceOfAnAnswerIsNotTheService();
    void anAnswerThatBreaksOffIsMalformed();
    void offlineIsNoAnswerAtAll();
    void theServicesTimeIsTold_data();
    void theServicesTimeIsTold();
    void messagesAreAskedForWithTheirPriority();
    void aSentMessageKeepsItsGuid();
    void ownNicknameComesUnwrapped();
    void topicsOfAnotherGroupAreNotBelieved();

private:
    std::optional<Error> outcome(const Call& call, const FakeTransport::Answer& answer)
    {
        network->expect(call.method, call.place, answer);
        return call.make(*api);
    }

    std::unique_ptr<FakeTransport> network;
    std::unique_ptr<GroupMeApi> api;
    QList<std::optional<Error>> answered;
};

void tst_GroupApi::anySuccessIsASuccess()
{
    for (const Call& call : all()) {
        for (const int status : {200, 201, 202}) {
            const auto error = outcome(call, FakeTransport::raw(status, call.good));
            QVERIFY2(!error, call.name);
            QVERIFY(!answered.last());
        }
    }
}

void tst_GroupApi::withoutABodyOnlyWhatNeedsNoneSucceeds()
{
    for (const Call& call : all()) {
        for (const auto& reply : {FakeTransport::raw(200, {}), FakeTransport::raw(204, {}, {}),
                 FakeTransport::raw(200, R"({"response":null,"meta":{"code":200}})")}) {
            const auto error = outcome(call, reply);
            QVERIFY2(error.has_value() == (call.needs != Needs::TheStatus), call.name);
            if (error)
                QCOMPARE(error->kind, ErrorKind::Malformed);
        }
    }
}

void tst_GroupApi::aReadingThatFoundNothingIsEmpty()
{
    for (const Call& call : reads()) {
        const auto error = outcome(call, FakeTransport::raw(304, {}));
        QVERIFY2(error.has_value() == (call.needs != Needs::AListOr304), call.name);
    }
    network->expect(Method::Get, u"/v3/groups"_s, FakeTransport::raw(304, {}));
    const auto groups = api->groups(7);
    QVERIFY(!outcomeOf(groups));
    QVERIFY(groups.result()->isEmpty());
    network->expect(Method::Get, topicsPlace, FakeTransport::json(QJsonArray()));
    const auto topics = api->topics(group, 2);
    QVERIFY(!outcomeOf(topics));
    QVERIFY(topics.result()->isEmpty());
}

void tst_GroupApi::every404IsAnErrorSaveOfDeletions()
{
    for (const auto& reply :
        {FakeTransport::raw(404, {}), FakeTransport::failure(404, {u"not found"_s})}) {
        for (const Call& call : reads() + deeds())
            QCOMPARE(outcome(call, reply).value().kind, ErrorKind::NotFound);
        for (const Call& call : deletions())
            QVERIFY2(!outcome(call, reply), call.name);
    }
    // A portal's "not found" deletes nothing.
    for (const Call& call : deletions())
        QCOMPARE(outcome(call, FakeTransport::raw(404, "<html>404</html>", "text/html"))->kind,
            ErrorKind::NotGroupMe);
}

void tst_GroupApi::everyCallPassesEveryRefusalOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isAboutTheConnection");
    using enum ErrorKind;
    QTest::newRow("400") << 400 << BadRequest << false;
    QTest::newRow("401") << 401 << Unauthorized << true;
    QTest::newRow("403") << 403 << Forbidden << false;
    QTest::newRow("405") << 405 << BadRequest << false;
    QTest::newRow("409") << 409 << Conflict << false;
    QTest::newRow("420") << 420 << RateLimited << true;
    QTest::newRow("429") << 429 << RateLimited << true;
    QTest::newRow("500") << 500 << Server << true;
    QTest::newRow("502") << 502 << Server << true;
    QTest::newRow("503") << 503 << Server << true;
    QTest::newRow("504") << 504 << Server << true;
}

void tst_GroupApi::everyCallPassesEveryRefusalOn()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, isAboutTheConnection);
    for (const auto& reply : {FakeTransport::failure(status), FakeTransport::raw(status, {})}) {
        for (const Call& call : all()) {
            answered.clear();
            const auto error = outcome(call, reply);
            QVERIFY2(error, call.name);
            QCOMPARE(error->kind, kind);
            QCOMPARE(error->status, status);
            QCOMPARE(answered.size(), 1); // once: nothing is tried again here
            QCOMPARE(answered.first().has_value(), isAboutTheConnection);
        }
    }
}

void tst_GroupApi::theServicesWordsComeAlong()
{
    for (const Call& call : deeds()) {
        const auto error
            = outcome(call, FakeTransport::failure(400, {u"Topic name is taken"_s, u"Sorry"_s}));
        QCOMPARE(error.value().detail, u"Topic name is taken; Sorry"_s);
    }
}

void tst_GroupApi::aPageInPlaceOfAnAnswerIsNotTheService()
{
    for (const Call& call : all()) {
        for (const int status : {200, 201, 302, 401, 403}) {
            const auto error = outcome(
                call, FakeTransport::raw(status, "<!DOCTYPE html><p>Sign in</p>", "text/html"));
            QVERIFY2(error && error->kind == ErrorKind::NotGroupMe, call.name);
        }
    }
}

void tst_GroupApi::anAnswerThatBreaksOffIsMalformed()
{
    for (const Call& call : reads() + deeds()) {
        if (call.good.isEmpty())
            continue;
        const auto error
            = outcome(call, FakeTransport::raw(200, call.good.left(call.good.size() / 2)));
        QVERIFY2(error && error->kind == ErrorKind::Malformed, call.name);
    }
}

void tst_GroupApi::offlineIsNoAnswerAtAll()
{
    for (const Call& call : all()) {
        const auto error = outcome(call, FakeTransport::noAnswer(ErrorKind::Unreachable));
        QCOMPARE(error.value().kind, ErrorKind::Unreachable);
        QCOMPARE(answered.last()->kind, ErrorKind::Unreachable);
    }
}

void tst_GroupApi::theServicesTimeIsTold_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("isTold");
    const QByteArray date = "Thu, 09 Oct 2025 08:53:20 GMT";
    QTest::newRow("an answer") << FakeTransport::json(QJsonArray()) << date << true;
    QTest::newRow("nothing new") << FakeTransport::raw(304, {}) << date << true;
    QTest::newRow("a refusal") << FakeTransport::failure(401) << date << true;
    QTest::newRow("too many") << FakeTransport::failure(429) << date << true;
    QTest::newRow("none") << FakeTransport::json(QJsonArray()) << QByteArray() << false;
    QTest::newRow("nonsense") << FakeTransport::json(QJsonArray()) << QByteArray("soon") << false;
    QTest::newRow("a portal's clock")
        << FakeTransport::raw(200, "<html>", "text/html") << date << false;
}

void tst_GroupApi::theServicesTimeIsTold()
{
    QFETCH(HttpReply, reply);
    QFETCH(const QByteArray, date);
    QFETCH(const bool, isTold);
    reply.date = date;
    QSignalSpy dated(api.get(), &GroupMeApi::dated);
    network->expect(Method::Get, u"/v3/groups"_s, reply);
    (void)outcomeOf(api->groups(1));
    QCOMPARE(dated.size(), isTold ? 1 : 0);
    if (isTold)
        QCOMPARE(dated.first().first().toLongLong(), 1'760'000'000);
}

void tst_GroupApi::messagesAreAskedForWithTheirPriority()
{
    using enum HttpRequest::Priority;
    for (const auto priority : {Open, Background}) {
        network->expect(Method::Get, groupPlace + u"/messages"_s, FakeTransport::raw(304, {}));
        QVERIFY(!outcomeOf(api->messages(group, {}, priority)));
        QCOMPARE(int(network->requests().last().priority), int(priority));
    }
}

void tst_GroupApi::aSentMessageKeepsItsGuid()
{
    network->expect(Method::Post, u"/v3/groups/55777/messages"_s,
        FakeTransport::raw(201, R"({"response":{"message":{"id":"7","text":"hi"}}})"));
    const auto sent = api->sendMessage(topic, {.guid = {u"g-1"_s}, .text = u"hi"_s}, 7s);
    QVERIFY(!outcomeOf(sent));
    QCOMPARE(sent.result()->guid.value, u"g-1"_s);
    QCOMPARE(sent.result()->id.value, u"7"_s);
    QVERIFY(network->requests().last().notAfter == std::optional<std::chrono::milliseconds>(7s));
}

void tst_GroupApi::ownNicknameComesUnwrapped()
{
    network->expect(Method::Post, groupPlace + u"/memberships/update"_s,
        FakeTransport::raw(200, R"({"id":"9001001","user_id":"1001","nickname":"Ada, cut off"})"));
    const auto self = api->setNickname(group, u"Ada, cut off by the service"_s);
    QVERIFY(!outcomeOf(self));
    QCOMPARE(self.result()->nickname, u"Ada, cut off"_s); // as it is there now
    network->expect(
        Method::Post, groupPlace + u"/memberships/update"_s, FakeTransport::raw(200, {}));
    const auto silent = api->setNickname(group, u"Ada"_s);
    QVERIFY(!outcomeOf(silent));
    QCOMPARE(silent.result()->nickname, u"Ada"_s); // there as it was asked for
}

void tst_GroupApi::topicsOfAnotherGroupAreNotBelieved()
{
    const auto foreign = FakeTransport::json(
        QJsonObject{{u"id"_s, 7}, {u"parent_id"_s, 66601}, {u"topic"_s, u"x"_s}});
    network->expect(Method::Get, topicPlace, foreign);
    QCOMPARE(outcomeOf(api->topic(topic))->kind, ErrorKind::Malformed);
    network->expect(Method::Post, topicsPlace, foreign);
    QCOMPARE(outcomeOf(api->createTopic(group, draft))->kind, ErrorKind::Malformed);
}

SKEIN_TEST(tst_GroupApi)

} // namespace groupApiTest

#include "tst_GroupApi.moc"
