// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/GroupMeApi.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupMeApiTest {
using Method = HttpRequest::Method;

namespace {

const UserId ada{u"1001"_s};
const auto rin = ConversationId::direct(ada, {u"20450"_s});
const auto group = ConversationId::group(u"55501"_s);
const PageCursor newest;
constexpr auto open = HttpRequest::Priority::Open;

HttpReply fixture(const QString& name, int status = 200)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return FakeTransport::raw(status, file.readAll());
}

} // namespace

class tst_GroupMeApi : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeTransport> network;
    std::unique_ptr<GroupMeApi> api;
    QList<std::optional<Error>> answered;

    template <class T>
    Result<T> resultOf(const Async<T>& future)
    {
        for (int i = 0; i < 20 && !future.isFinished(); ++i)
            QCoreApplication::processEvents();
        if (future.resultCount() == 0)
            return std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}});
        return future.result();
    }

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

    void meIsReadWithThePriorityAskedFor()
    {
        network->expect(Method::Get, u"/v3/users/me"_s, fixture(u"users_me.json"_s));
        const auto me = resultOf(api->me(HttpRequest::Priority::Background));
        QCOMPARE(me->id, ada);
        QCOMPARE(int(network->requests().first().priority), int(HttpRequest::Priority::Background));
        QCOMPARE(answered, (QList<std::optional<Error>>{std::nullopt}));
    }

    void aRevokedTokenNeedsNoWords()
    {
        const auto place = u"/access_tokens/current/destroy"_s;
        network->expect(Method::Post, place, FakeTransport::raw(200, {}, {}));
        network->expect(Method::Post, place, FakeTransport::json(QJsonValue()));
        network->expect(Method::Post, place, FakeTransport::failure(401));
        network->expect(Method::Post, place, FakeTransport::noAnswer(ErrorKind::Unreachable));
        QVERIFY(resultOf(api->revokeToken()));
        QVERIFY(resultOf(api->revokeToken()));
        QCOMPARE(resultOf(api->revokeToken()).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(resultOf(api->revokeToken()).error().kind, ErrorKind::Unreachable);
    }

    void chatsComeByPageUntilAnEmptyOne()
    {
        network->expect(Method::Get, u"/v3/chats?page=1&per_page=100&include=unread_count"_s,
            fixture(u"chats.json"_s));
        network->expect(Method::Get, u"/v3/chats?page=2&per_page=100&include=unread_count"_s,
            FakeTransport::json(QJsonArray()));
        network->expect(Method::Get, u"/v3/chats?page=3&per_page=100&include=unread_count"_s,
            FakeTransport::raw(304, {}));
        QCOMPARE(resultOf(api->chats(1, ada))->size(), 3);
        QCOMPARE(resultOf(api->chats(2, ada))->size(), 0);
        QCOMPARE(resultOf(api->chats(3, ada))->size(), 0);
    }

    void oneChatIsRead()
    {
        network->expect(Method::Get, u"/v3/chats/1001%2B20450"_s,
            FakeTransport::json(QJsonObject{{u"other_user"_s, QJsonObject{{u"id"_s, 20450}}}}));
        QVERIFY(resultOf(api->chat(rin, ada))->id == rin);
    }

    void aPageOfMessagesIsReadAnd304IsAnEmptyPage()
    {
        network->expect(Method::Get, u"/v3/direct_messages?other_user_id=20450&limit=100"_s,
            fixture(u"direct_messages.json"_s));
        network->expect(Method::Get,
            u"/v3/direct_messages?other_user_id=20450&limit=100&before_id=7"_s,
            FakeTransport::raw(304, {}, {}));
        QCOMPARE(resultOf(api->messages(rin, newest, open))->messages.size(), 4);
        const PageCursor before{PageCursor::Kind::Before, {u"7"_s}};
        QCOMPARE(resultOf(api->messages(rin, before, open)).value(), MessagePage{});
    }

    void anEmptyBodyIsNotTheEndOfTheHistory()
    {
        network->expect(Method::Get, u"/v3/direct_messages"_s, FakeTransport::raw(200, {}));
        network->expect(
            Method::Get, u"/v3/direct_messages"_s, FakeTransport::json(QJsonValue::Null));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(resultOf(api->messages(rin, newest, open)).error().kind, ErrorKind::Malformed);
    }

    void aMessageIsSentAndTheCreatedOneReturned()
    {
        network->expect(
            Method::Post, u"/v3/direct_messages"_s, fixture(u"created_message.json"_s, 201));
        const auto sent = resultOf(api->sendMessage(rin,
            {{u"7b1f0c1e-0000-4000-8000-00000000a001"_s}, u"ok"_s, {}}, std::chrono::hours(1)));
        QCOMPARE(sent->id.value, u"176000020033334444"_s);
        const auto request = network->requests().first();
        QCOMPARE(request.notAfter.value(), std::chrono::milliseconds(std::chrono::hours(1)));
        const auto body = QJsonDocument::fromJson(request.body)[u"direct_message"_s];
        QCOMPARE(body[u"recipient_id"_s].toString(), u"20450"_s);
    }

    void theCreatedMessageKeepsOurGuidWhenTheAnswerLacksIt()
    {
        const QJsonObject created{{u"message"_s, QJsonObject{{u"id"_s, u"5"_s}}}};
        network->expect(Method::Post, u"/v3/direct_messages"_s, FakeTransport::json(created, 201));
        QCOMPARE(resultOf(api->sendMessage(rin, {{u"g"_s}, u"ok"_s, {}}))->guid.value, u"g"_s);
    }

    void aMessageMayBeDeletedOnceMore()
    {
        const QString place = u"/v3/conversations/1001%2B20450/messages/7"_s;
        network->expect(Method::Delete, place, FakeTransport::raw(204, {}, {}));
        network->expect(Method::Delete, place, FakeTransport::raw(404, {}, {}));
        network->expect(Method::Delete, place, FakeTransport::failure(403, {u"too late"_s}));
        network->expect(
            Method::Delete, place, FakeTransport::raw(404, "<html>proxy</html>", "text/html"));
        QVERIFY(resultOf(api->deleteMessage(rin, {u"7"_s})));
        QVERIFY(resultOf(api->deleteMessage(rin, {u"7"_s})));
        const auto refused = resultOf(api->deleteMessage(rin, {u"7"_s}));
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QCOMPARE(refused.error().detail, u"too late"_s);
        QCOMPARE(resultOf(api->deleteMessage(rin, {u"7"_s})).error().kind, ErrorKind::NotGroupMe);
    }

    void aReceiptTellsTheHeadOfTheService()
    {
        network->expect(Method::Post, u"/read_receipts"_s, fixture(u"read_receipt.json"_s));
        network->expect(Method::Post, u"/read_receipts"_s, FakeTransport::raw(202, {}, {}));
        const auto told = resultOf(api->sendReadReceipt(rin, {u"7"_s}));
        QCOMPARE(told->message.value, u"174769438312353599"_s);
        QCOMPARE(told->user, ada);
        QCOMPARE(resultOf(api->sendReadReceipt(rin, {u"7"_s}))->message.value, u"7"_s);
    }

    void readPositionsAreRead()
    {
        const QJsonArray rows{QJsonObject{
            {u"conversation_id"_s, u"1001+20450"_s}, {u"last_read_message_id"_s, u"7"_s}}};
        network->expect(Method::Get, u"/v4/read_receipts"_s,
            FakeTransport::json(QJsonObject{{u"receipts"_s, rows}}));
        QCOMPARE(resultOf(api->readPositions())->value(u"1001+20450"_s).value, u"7"_s);
    }

    void aGroupIsNoChatAndHasNoReceiptsAndNobodyIsAsked()
    {
        for (const ConversationId& id : {group, ConversationId::topic(u"55777"_s, group)}) {
            QCOMPARE(resultOf(api->chat(id, ada)).error().kind, ErrorKind::Unsupported);
            QCOMPARE(
                resultOf(api->sendReadReceipt(id, {u"7"_s})).error().kind, ErrorKind::Unsupported);
        }
        QVERIFY(network->requests().isEmpty());
        QVERIFY(answered.isEmpty());
    }

    void everyCallPassesEveryRefusalOn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("isAboutTheConnection");
        using enum ErrorKind;
        QTest::newRow("400") << 400 << BadRequest << false;
        QTest::newRow("401") << 401 << Unauthorized << true;
        QTest::newRow("403") << 403 << Forbidden << false;
        QTest::newRow("404") << 404 << NotFound << false;
        QTest::newRow("409") << 409 << Conflict << false;
        QTest::newRow("420") << 420 << RateLimited << true;
        QTest::newRow("429") << 429 << RateLimited << true;
        QTest::newRow("500") << 500 << Server << true;
        QTest::newRow("503") << 503 << Server << true;
    }
    void everyCallPassesEveryRefusalOn()
    {
        QFETCH(const int, status);
        QFETCH(const ErrorKind, kind);
        QFETCH(const bool, isAboutTheConnection);
        const auto refuse = [status](const auto&) { return FakeTransport::failure(status); };
        for (const QString& place : {u"/v3/users/me"_s, u"/v3/chats"_s, u"/v3/chats/1001%2B20450"_s,
                 u"/v3/direct_messages"_s, u"/v4/read_receipts"_s})
            network->handle(Method::Get, place, refuse);
        network->handle(Method::Post, u"/v3/direct_messages"_s, refuse);
        network->handle(Method::Post, u"/read_receipts"_s, refuse);
        QCOMPARE(resultOf(api->me()).error().kind, kind);
        QCOMPARE(resultOf(api->chats(1, ada)).error().kind, kind);
        QCOMPARE(resultOf(api->chat(rin, ada)).error().kind, kind);
        QCOMPARE(resultOf(api->messages(rin, newest, open)).error().kind, kind);
        QCOMPARE(resultOf(api->sendMessage(rin, {})).error().kind, kind);
        QCOMPARE(resultOf(api->sendReadReceipt(rin, {u"7"_s})).error().kind, kind);
        QCOMPARE(resultOf(api->readPositions()).error().kind, kind);
        QCOMPARE(answered.size(), 7);
        for (const auto& error : answered)
            QCOMPARE(error.has_value(), isAboutTheConnection);
    }

    void whatTheNetworkSaysIsPassedOn_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("tellings");
        QTest::newRow("offline") << ErrorKind::Unreachable << 1;
        QTest::newRow("time-out") << ErrorKind::TimedOut << 1;
        QTest::newRow("never sent") << ErrorKind::Expired << 0;
    }
    void whatTheNetworkSaysIsPassedOn()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const int, tellings);
        network->expect(Method::Post, u"/v3/direct_messages"_s, FakeTransport::noAnswer(kind));
        QCOMPARE(resultOf(api->sendMessage(rin, {})).error().kind, kind);
        QCOMPARE(answered.size(), tellings);
    }

    void aPortalsPageIsNeitherAnEmptyListNorALogout()
    {
        for (const int status : {200, 302, 401, 403}) {
            network->expect(Method::Get, u"/v3/chats"_s,
                FakeTransport::raw(status, "<html>sign in</html>", "text/html"));
            QCOMPARE(resultOf(api->chats(1, ada)).error().kind, ErrorKind::NotGroupMe);
        }
        network->expect(
            Method::Get, u"/v3/chats"_s, FakeTransport::raw(200, "{\"response\":[{\"id"));
        QCOMPARE(resultOf(api->chats(1, ada)).error().kind, ErrorKind::Malformed);
    }

    void cancellingACallAbortsItsRequest()
    {
        network->expect(Method::Get, u"/v3/users/me"_s, FakeTransport::failure(401));
        network->hold();
        auto future = api->me();
        future.cancel();
        QVERIFY(!resultOf(future));
        QVERIFY(future.isFinished());
        QCOMPARE(network->cancelled(), 1);
        QVERIFY(answered.isEmpty());
    }

    void callsEndWithTheApi()
    {
        network->expect(Method::Get, u"/v3/users/me"_s, FakeTransport::failure(401));
        auto future = api->me();
        api.reset();
        QCoreApplication::processEvents();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }
};

SKEIN_TEST(tst_GroupMeApi)

} // namespace groupMeApiTest

#include "tst_GroupMeApi.moc"
