// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GroupMeApi's calls about single messages, with every status they may meet.

#include "core/api/GroupMeApi.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QFile>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageApiTest {
using Method = HttpRequest::Method;

namespace {

const auto direct = ConversationId::direct({u"1001"_s}, {u"20450"_s});
const auto group = ConversationId::group(u"55501"_s);
const MessageId message{u"176000010011112222"_s};
const ReactionKind thumb{u"👍"_s};

const QString deedPlace = u"/v3/conversations/55501/messages/176000010011112222"_s;
const QString likePlace = u"/v3/messages/55501/176000010011112222"_s;
const QString shownPlace = u"/v4/groups/55501/messages/176000010011112222"_s;

QByteArray fixture(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

template <class T>
Result<T> ended(const Async<T>& future)
{
    for (int i = 0; i < 30 && !future.isFinished(); ++i)
        QCoreApplication::processEvents();
    return future.resultCount() == 0 ? std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}})
                                     : future.result();
}

template <class T>
std::optional<Error> outcomeOf(const Async<T>& future)
{
    const auto result = ended(future);
    return result ? std::nullopt : std::optional(result.error());
}

struct Call {
    const char* name;
    Method method;
    QString place;
    QByteArray good; ///< empty: only the status counts
    std::function<std::optional<Error>(GroupMeApi&)> make;
};

QByteArray shown(const QByteArray& key = "message")
{
    return "{\"response\":{\"" + key + "\":{\"id\":\"176000010011112222\",\"text\":\"new\","
        + "\"updated_at\":1760000500}},\"meta\":{\"code\":200}}";
}

QList<Call> reads()
{
    return {{"message", Method::Get, shownPlace, shown(),
                [](GroupMeApi& api) { return outcomeOf(api.message(group, message)); }},
        {"poll", Method::Get, u"/v3/poll/55501/9"_s, fixture(u"poll.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.poll(group, u"9"_s)); }},
        {"event", Method::Get, u"/v3/conversations/55501/events/show"_s, fixture(u"event.json"_s),
            [](GroupMeApi& api) { return outcomeOf(api.calendarEvent(group, u"e-17"_s)); }}};
}

Call pinnedList()
{
    return {"pinned", Method::Get, u"/v3/pinned/groups/55501/messages"_s,
        fixture(u"pinned_messages.json"_s),
        [](GroupMeApi& api) { return outcomeOf(api.pinnedMessages(group)); }};
}

QList<Call> deeds()
{
    return {{"like", Method::Post, likePlace + u"/like"_s, {},
                [](GroupMeApi& api) { return outcomeOf(api.like(group, message, thumb)); }},
        {"unlike", Method::Post, likePlace + u"/unlike"_s, {},
            [](GroupMeApi& api) { return outcomeOf(api.unlike(group, message)); }},
        {"edit", Method::Put, shownPlace, {},
            [](GroupMeApi& api) {
                return outcomeOf(api.editMessage(group, message, u"new"_s, {}));
            }},
        {"pin", Method::Post, deedPlace + u"/pin"_s, {},
            [](GroupMeApi& api) { return outcomeOf(api.pin(group, message)); }},
        {"unpin", Method::Post, deedPlace + u"/unpin"_s, {},
            [](GroupMeApi& api) { return outcomeOf(api.unpin(group, message)); }}};
}

QList<Call> all() { return reads() + deeds() + QList{pinnedList()}; }

} // namespace

class tst_MessageApi : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        network = std::make_unique<FakeTransport>();
        api = std::make_unique<GroupMeApi>(*network);
    }
    void cleanup()
    {
        api.reset();
        network.reset();
    }

    void anySuccessIsASuccess();
    void withoutABodyOnlyDeedsSucceed();
    void everyCallPassesEveryRefusalOn_data();
    void everyCallPassesEveryRefusalOn();
    void onlyPinnedListsMayBeMissing();
    void aPageInPlaceOfAnAnswerIsNotTheService();
    void anAnswerThatBreaksOffIsMalformed();
    void offlineIsNoAnswerAtAll();
    void oneMessageIsReadUnderBothKeys();
    void anotherMessageIsNotBelieved();
    void anEditsAnswerIsTheMessageAsItIs();
    void anEditsAnswerWithoutAMessageIsWhatWasSent();
    void aLikesAnswerTellsWhoGaveWhat();

private:
    std::optional<Error> outcome(const Call& call, const FakeTransport::Answer& answer)
    {
        network->expect(call.method, call.place, answer);
        return call.make(*api);
    }

    std::unique_ptr<FakeTransport> network;
    std::unique_ptr<GroupMeApi> api;
};

void tst_MessageApi::anySuccessIsASuccess()
{
    for (const Call& call : all()) {
        for (const int status : {200, 201, 202}) // a poll answers either (F4)
            QVERIFY2(!outcome(call, FakeTransport::raw(status, call.good)), call.name);
    }
}

void tst_MessageApi::withoutABodyOnlyDeedsSucceed()
{
    for (const auto& reply : {FakeTransport::raw(200, {}), FakeTransport::raw(204, {}, {}),
             FakeTransport::raw(200, "{\"response\":null,\"meta\":{\"code\":200}}")}) {
        for (const Call& call : deeds())
            QVERIFY2(!outcome(call, reply), call.name);
        for (const Call& call : reads())
            QCOMPARE(outcome(call, reply).value().kind, ErrorKind::Malformed);
    }
}

void tst_MessageApi::everyCallPassesEveryRefusalOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    QTest::newRow("400") << 400 << BadRequest;
    QTest::newRow("401") << 401 << Unauthorized;
    QTest::newRow("403") << 403 << Forbidden;
    QTest::newRow("405") << 405 << BadRequest;
    QTest::newRow("409") << 409 << Conflict;
    QTest::newRow("420") << 420 << RateLimited;
    QTest::newRow("429") << 429 << RateLimited;
    QTest::newRow("500") << 500 << Server;
    QTest::newRow("503") << 503 << Server;
    QTest::newRow("504") << 504 << Server;
}

void tst_MessageApi::everyCallPassesEveryRefusalOn()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    for (const Call& call : all()) {
        const auto error = outcome(call, FakeTransport::failure(status, {u"Too late"_s}));
        QVERIFY2(error, call.name);
        QCOMPARE(error->kind, kind);
        QCOMPARE(error->status, status);
        QCOMPARE(error->detail, u"Too late"_s);
    }
    QCOMPARE(network->requests().size(), all().size()); // nothing is tried again here
}

void tst_MessageApi::onlyPinnedListsMayBeMissing()
{
    for (const auto& reply :
        {FakeTransport::raw(404, {}), FakeTransport::failure(404, {u"not found"_s})}) {
        QVERIFY(!outcome(pinnedList(), reply));
        for (const Call& call : reads() + deeds())
            QCOMPARE(outcome(call, reply).value().kind, ErrorKind::NotFound);
    }
    network->expect(Method::Get, pinnedList().place, FakeTransport::raw(404, {}));
    QVERIFY(ended(api->pinnedMessages(group)).value().isEmpty());
    network->expect(Method::Get, pinnedList().place, FakeTransport::raw(304, {}));
    QVERIFY(ended(api->pinnedMessages(group)).value().isEmpty());
    // A portal's "not found" unpins nothing.
    const auto portal = FakeTransport::raw(404, "<html>404</html>", "text/html");
    QCOMPARE(outcome(pinnedList(), portal).value().kind, ErrorKind::NotGroupMe);
}

void tst_MessageApi::aPageInPlaceOfAnAnswerIsNotTheService()
{
    for (const Call& call : all()) {
        for (const int status : {200, 302, 403}) {
            const auto error = outcome(
                call, FakeTransport::raw(status, "<!DOCTYPE html><p>Sign in</p>", "text/html"));
            QVERIFY2(error && error->kind == ErrorKind::NotGroupMe, call.name);
        }
    }
}

void tst_MessageApi::anAnswerThatBreaksOffIsMalformed()
{
    for (const Call& call : all()) {
        const auto error = outcome(call, FakeTransport::raw(200, "{\"response\":{\"mess"));
        QVERIFY2(error && error->kind == ErrorKind::Malformed, call.name);
    }
}

void tst_MessageApi::offlineIsNoAnswerAtAll()
{
    for (const Call& call : all())
        QCOMPARE(outcome(call, FakeTransport::noAnswer(ErrorKind::Unreachable)).value().kind,
            ErrorKind::Unreachable);
}

void tst_MessageApi::oneMessageIsReadUnderBothKeys()
{
    network->expect(Method::Get, shownPlace, FakeTransport::raw(200, shown()));
    QCOMPARE(ended(api->message(group, message)).value().text, u"new"_s);
    for (const QByteArray& key : {QByteArray("message"), QByteArray("direct_message")}) {
        network->expect(Method::Get, u"/v3/direct_messages/176000010011112222"_s,
            FakeTransport::raw(200, shown(key)));
        QCOMPARE(ended(api->message(direct, message)).value().updatedAt, 1'760'000'500);
    }
}

void tst_MessageApi::anotherMessageIsNotBelieved()
{
    network->expect(
        Method::Get, u"/v4/groups/55501/messages/5"_s, FakeTransport::raw(200, shown()));
    QCOMPARE(outcomeOf(api->message(group, {u"5"_s})).value().kind, ErrorKind::Malformed);
}

void tst_MessageApi::anEditsAnswerIsTheMessageAsItIs()
{
    network->expect(Method::Put, shownPlace, FakeTransport::raw(200, shown()));
    const auto edited = ended(api->editMessage(group, message, u"new, cut"_s, {}));
    QCOMPARE(edited.value().text, u"new"_s);
    QCOMPARE(edited.value().updatedAt, 1'760'000'500);
}

void tst_MessageApi::anEditsAnswerWithoutAMessageIsWhatWasSent()
{
    network->expect(Method::Put, shownPlace, FakeTransport::raw(200, {}));
    const QJsonArray attachments{QJsonObject{{u"type"_s, u"poll"_s}, {u"poll_id"_s, u"9"_s}}};
    const auto edited = ended(api->editMessage(group, message, u"new"_s, attachments)).value();
    QCOMPARE(edited.id, message);
    QCOMPARE(edited.text, u"new"_s);
    QCOMPARE(edited.attachments.size(), 1);
    QCOMPARE(edited.updatedAt, 0); // when, the answer did not say
}

void tst_MessageApi::aLikesAnswerTellsWhoGaveWhat()
{
    const QJsonObject row{
        {u"type"_s, u"unicode"_s}, {u"code"_s, u"👍"_s}, {u"user_ids"_s, QJsonArray{u"7"_s}}};
    network->expect(Method::Post, likePlace + u"/like"_s,
        FakeTransport::json(QJsonObject{{u"reactions"_s, QJsonArray{row}}}));
    const auto told = ended(api->like(group, message, thumb)).value();
    QCOMPARE(told.value(), (QList<Reaction>{{u"👍"_s, 0, 0, {{u"7"_s}}}}));
    network->expect(Method::Post, likePlace + u"/unlike"_s, FakeTransport::json(QJsonValue()));
    QVERIFY(!ended(api->unlike(group, message)).value());
}

SKEIN_TEST(tst_MessageApi)

} // namespace messageApiTest

#include "tst_MessageApi.moc"
