// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outbox: groups and topics.

#include "core/sync/Outbox.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxGroupsTest {

namespace {

using State = OutboxRow::State;
using Fault = FakeService::Fault;
constexpr auto Post = HttpRequest::Method::Post;

const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId chess = groupCalled(u"55502"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const ConversationId chat = chatWith(somebody);
const QJsonArray attachments{
    QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, u"https://i.groupme.com/x"_s}},
    QJsonObject{{u"type"_s, u"of tomorrow"_s}, {u"data"_s, QJsonArray{1, true}}}};

QString placeOf(const ConversationId& id) { return u"/v3/groups/"_s + id.id + u"/messages"_s; }

/// Groups, a topic and a chat with some messages each, and an outbox that may crash.
struct Desk {
    SyncFixture f;
    FakeGroups groups{f.service, f.network()};
    std::unique_ptr<Outbox> outbox;
    QStringList posted; ///< guids sent to groups and topics, over all runs
    QList<ConversationId> barred;
    int unauthorized = 0;

    Desk()
    {
        f.service.arrived = [this](const HttpRequest& request) {
            const auto body = QJsonDocument::fromJson(request.body);
            if (request.method == Post && body[u"message"_s].isObject())
                posted.append(body[u"message"_s][u"source_guid"_s].toString());
        };
        groups.add(rowing.id, u"Rowing"_s);
        groups.add(chess.id, u"Chess"_s);
        groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        f.service.receiveMany(somebody, 3);
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        for (const auto& id : {rowing, chess, travel}) {
            groups.say(id.id, u"before"_s);
            (void)f.reader().newest(id, PageReader::Priority::Open);
        }
        f.settle();
        learnKind(rowing, GroupKind::Private);
        learnKind(chess, GroupKind::Private);
        start();
    }
    void learnKind(const ConversationId& id, GroupKind kind)
    {
        f.now([=](Stores& stores, Changes& changes) {
            ConversationSummary row{.id = id, .title = u"x"_s};
            row.group.kind = kind;
            if (id.kind == ConversationId::Kind::Group)
                row.group.members = {
                    {.user = {FakeService::me}, .membershipId = u"9001001"_s, .nickname = u"Me"_s}};
            stores.groups.take(row, false, changes);
            return true;
        });
    }
    void start()
    {
        outbox = std::make_unique<Outbox>(
            f.api(), f.store(), f.reader(), f.uploads(), f.clock, [] { return 0.5; });
        QObject::connect(
            outbox.get(), &Outbox::unauthorized, outbox.get(), [this] { ++unauthorized; });
        QObject::connect(outbox.get(), &Outbox::barred, outbox.get(),
            [this](const ConversationId& id) { barred.append(id); });
        outbox->start();
    }
    void crash(std::chrono::milliseconds after)
    {
        outbox.reset();
        f.restart();
        groups.serve(f.network());
        f.clock.advance(after);
        start();
        f.settle();
    }
    SourceGuid send(const ConversationId& id, const QString& text)
    {
        const auto guid = outbox->send(id, text, attachments);
        f.settle();
        return guid;
    }
    void refuse(const ConversationId& id, int status, const QStringList& words = {})
    {
        f.service.failNext(
            Post, placeOf(id), {Fault::BeforeTheWork, FakeTransport::failure(status, words)});
    }
    [[nodiscard]] qsizetype copies(const ConversationId& id, const QString& text)
    {
        return f.service.texts(id.id).count(text);
    }
    /// Fails the test unless it was sent and is shown once, and nothing waits.
    void verifyDelivered(const ConversationId& id, const QString& text)
    {
        QVERIFY(f.waiting(id).isEmpty());
        QCOMPARE(copies(id, text), 1);
        QCOMPARE(f.texts(id).count(text), 1);
    }
    [[nodiscard]] std::optional<GroupKind> kind(const ConversationId& id)
    {
        return f.look([id](Stores& s) { return s.conversations.one(id)->groupKind; });
    }
    /// The only row that waits there.
    [[nodiscard]] OutboxRow row(const ConversationId& id) { return f.waiting(id).value(0); }
};

} // namespace

class tst_OutboxGroups : public QObject {
    Q_OBJECT

private slots:
    void init() { d = std::make_unique<Desk>(); }
    void cleanup() { d.reset(); }

    void aMessageGoesToItsOwnPlaceWithAllThatItCarries_data() { places(); }
    void aMessageGoesToItsOwnPlaceWithAllThatItCarries();
    void aLostAnswerIsFoundAndMakesNoSecondMessage_data() { places(); }
    void aLostAnswerIsFoundAndMakesNoSecondMessage();
    void aRequestLostOnItsWayIsSentAgain_data() { places(); }
    void aRequestLostOnItsWayIsSentAgain();
    void aLateTimeOutReadsTheHistoryFirst_data() { places(); }
    void aLateTimeOutReadsTheHistoryFirst();
    void aCrashMakesNoDuplicateAndLosesNoAttachment_data() { places(); }
    void aCrashMakesNoDuplicateAndLosesNoAttachment();
    void theEchoOfAPollIsTheSameMessage_data() { places(); }
    void theEchoOfAPollIsTheSameMessage();
    void anothersGuidSettlesNothing();
    void placesDoNotWaitForEachOther();
    void inOnePlaceTheOrderIsKept();
    void anAnnouncementGroupRefusesThatRowOnly();
    void aTopicOfUnknownKindIsLearntFromItsRefusal();
    void aTopicKnownToBeOpenIsNoExcuse();
    void aPrivateGroupsRefusalPausesAll();
    void whatIsAcceptedAfterAllOpensTheTopic();
    void aPlaceMayRefuseWith401Too();
    void aPrivateGroupThatRefusesWith401FailsTheRowInTheEnd();
    void aPlaceThatIsNotThereFailsTheRow_data() { places(); }
    void aPlaceThatIsNotThereFailsTheRow();

private:
    static void places()
    {
        QTest::addColumn<ConversationId>("place");
        QTest::newRow("group") << rowing;
        QTest::newRow("topic") << travel;
    }

    std::unique_ptr<Desk> d;
};

void tst_OutboxGroups::aMessageGoesToItsOwnPlaceWithAllThatItCarries()
{
    QFETCH(const ConversationId, place);
    const auto guid = d->send(place, u"hello"_s);
    const auto requests = d->f.network().requests(Post, placeOf(place));
    QCOMPARE(requests.size(), 1);
    const auto sent = QJsonDocument::fromJson(requests.first().body)[u"message"_s].toObject();
    QCOMPARE(sent,
        (QJsonObject{{u"source_guid"_s, guid.value}, {u"text"_s, u"hello"_s},
            {u"attachments"_s, attachments}}));
    d->verifyDelivered(place, u"hello"_s);
    for (const auto& id : {rowing, chess, travel})
        QCOMPARE(d->copies(id, u"hello"_s), id == place ? 1 : 0);
    const auto shown = d->f.look([place](Stores& stores) {
        return stores.messages.slice(place, {u""_s, u"~"_s, 0, 0}).messages.last();
    });
    QCOMPARE(shown.attachments.size(), 2);
    QCOMPARE(shown.senderId.value, FakeService::me);
    const auto row
        = d->f.look([place](Stores& stores) { return *stores.conversations.one(place); });
    QVERIFY(row.previewIsOwn);
    QCOMPARE(row.preview, u"hello"_s);
}

void tst_OutboxGroups::aLostAnswerIsFoundAndMakesNoSecondMessage()
{
    QFETCH(const ConversationId, place);
    d->f.service.failNext(Post, placeOf(place),
        {Fault::AfterTheWork, FakeTransport::noAnswer(ErrorKind::Interrupted)});
    const auto guid = d->send(place, u"hello"_s);
    d->f.pass(20s); // the same again: 409, and the history shows it
    QCOMPARE(d->posted, (QStringList{guid.value, guid.value}));
    d->verifyDelivered(place, u"hello"_s);
}

void tst_OutboxGroups::aRequestLostOnItsWayIsSentAgain()
{
    QFETCH(const ConversationId, place);
    d->f.service.failNext(Post, placeOf(place),
        {Fault::BeforeTheWork, FakeTransport::noAnswer(ErrorKind::Interrupted)});
    const auto guid = d->send(place, u"hello"_s);
    d->f.pass(10s);
    QCOMPARE(d->posted, (QStringList{guid.value, guid.value}));
    d->verifyDelivered(place, u"hello"_s);
}

void tst_OutboxGroups::aLateTimeOutReadsTheHistoryFirst()
{
    QFETCH(const ConversationId, place);
    const QString head = d->f.service.history(place.id).last().id;
    d->f.service.failNext(
        Post, placeOf(place), {Fault::AfterTheWork, FakeTransport::noAnswer(ErrorKind::TimedOut)});
    d->f.network().hold();
    d->send(place, u"hello"_s);
    d->f.pass(50s);
    d->f.network().release();
    d->f.pass(3min);
    QCOMPARE(d->posted.size(), 1);
    QCOMPARE(d->f.cursors(u"after_id"_s).value(0), head);
    d->verifyDelivered(place, u"hello"_s);
}

void tst_OutboxGroups::aCrashMakesNoDuplicateAndLosesNoAttachment()
{
    QFETCH(const ConversationId, place);
    for (const auto away : {std::chrono::milliseconds{1s}, std::chrono::milliseconds{10min}}) {
        const QString text = u"after %1"_s.arg(away.count());
        d->f.network().hold();
        d->send(place, text + u", arrived"_s); // and the answer never comes
        d->crash(away);
        d->f.pass(3min);
        d->verifyDelivered(place, text + u", arrived"_s);
        d->f.service.offline = true;
        d->send(place, text + u", waiting"_s);
        d->crash(away);
        QCOMPARE(d->row(place).attachments, attachments);
        d->f.service.offline = false;
        d->outbox->wakeUp();
        d->f.pass(3min);
        d->verifyDelivered(place, text + u", waiting"_s);
        const auto last = d->f.network().requests(Post, placeOf(place)).last();
        QCOMPARE(QJsonDocument::fromJson(last.body)[u"message"_s][u"attachments"_s].toArray(),
            attachments);
    }
}

void tst_OutboxGroups::theEchoOfAPollIsTheSameMessage()
{
    QFETCH(const ConversationId, place);
    d->f.network().hold();
    d->send(place, u"hello"_s);
    // The service has it already; a poll brings it while the answer is on its way.
    const FakeService::Line line = d->f.service.history(place.id).last();
    d->f.now([&](Stores& stores, Changes& changes) {
        Message echo;
        echo.id = {line.id};
        echo.guid = {line.guid};
        echo.createdAt = line.at / 1s;
        echo.senderId = {FakeService::me};
        echo.text = line.text;
        stores.messages.take(place, {.messages = {echo}, .complete = {}}, changes);
        return true;
    });
    QVERIFY(d->f.waiting(place).isEmpty());
    d->f.network().release();
    d->f.pass(2min);
    QCOMPARE(d->posted.size(), 1);
    d->verifyDelivered(place, u"hello"_s);
}

void tst_OutboxGroups::anothersGuidSettlesNothing()
{
    d->f.service.offline = true;
    const auto guid = d->send(rowing, u"hello"_s);
    d->f.now([&](Stores& stores, Changes& changes) {
        Message other;
        other.id = {u"176000000000000009"_s};
        other.guid = guid;
        other.createdAt = 1'760'000'000;
        other.senderId = {FakeGroups::somebodyElse};
        stores.messages.take(rowing, {.messages = {other}, .complete = {}}, changes);
        // My own, in another place.
        other.senderId = {FakeService::me};
        stores.messages.take(chess, {.messages = {other}, .complete = {}}, changes);
        return true;
    });
    QCOMPARE(d->f.waiting(rowing).size(), 1);
    d->f.service.offline = false;
    d->outbox->wakeUp();
    d->f.pass(1min);
    d->verifyDelivered(rowing, u"hello"_s);
}

void tst_OutboxGroups::placesDoNotWaitForEachOther()
{
    for (int n = 0; n < 3; ++n)
        d->refuse(rowing, 503);
    (void)d->outbox->send(rowing, u"in the main chat"_s);
    (void)d->outbox->send(travel, u"in its topic"_s);
    (void)d->outbox->send(chess, u"elsewhere"_s);
    d->f.settle();
    d->verifyDelivered(travel, u"in its topic"_s);
    d->verifyDelivered(chess, u"elsewhere"_s);
    QCOMPARE(d->f.waiting(rowing).size(), 1);
    d->f.pass(3min);
    d->verifyDelivered(rowing, u"in the main chat"_s);
}

void tst_OutboxGroups::inOnePlaceTheOrderIsKept()
{
    d->refuse(travel, 429);
    for (const QString& text : {u"one"_s, u"two"_s, u"three"_s})
        (void)d->outbox->send(travel, text);
    d->f.pass(1min);
    QCOMPARE(d->f.service.texts(travel.id).mid(1), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
}

void tst_OutboxGroups::anAnnouncementGroupRefusesThatRowOnly()
{
    d->groups.group(rowing.id).kind = u"announcement"_s;
    d->learnKind(rowing, GroupKind::Announcement);
    d->send(rowing, u"hello"_s);
    QCOMPARE(d->row(rowing).state, State::Failed);
    QCOMPARE(d->row(rowing).reason, u"Only admins can post here"_s); // the service's own words
    QVERIFY(!d->outbox->isPaused());
    QCOMPARE(d->barred, QList{rowing});
    d->send(chess, u"elsewhere"_s);
    d->verifyDelivered(chess, u"elsewhere"_s);
    (void)d->outbox->send(chat, u"to somebody"_s);
    d->f.pass(1h, 1min);
    QCOMPARE(d->f.service.texts(somebody).last(), u"to somebody"_s);
    QCOMPARE(d->f.asked(Post, placeOf(rowing)), 1); // nothing is tried again
}

void tst_OutboxGroups::aTopicOfUnknownKindIsLearntFromItsRefusal()
{
    d->groups.topic(travel.id)->kind = u"announcement"_s;
    QVERIFY(!d->kind(travel)); // the list does not tell it
    d->refuse(travel, 403); // without words
    d->send(travel, u"hello"_s);
    QCOMPARE(d->row(travel).state, State::Failed);
    QCOMPARE(d->row(travel).reason, u"Only admins can write here."_s);
    QCOMPARE(d->row(travel).attachments, attachments);
    QCOMPARE(d->kind(travel), GroupKind::Announcement);
    QCOMPARE(d->kind(rowing), GroupKind::Private);
    QCOMPARE(d->barred, QList{travel});
    QVERIFY(!d->outbox->isPaused());
    d->send(rowing, u"in the main chat"_s);
    d->verifyDelivered(rowing, u"in the main chat"_s);
}

void tst_OutboxGroups::aTopicKnownToBeOpenIsNoExcuse()
{
    d->learnKind(travel, GroupKind::Private);
    d->refuse(travel, 403);
    d->send(travel, u"hello"_s);
    QVERIFY(d->outbox->isPaused());
    QVERIFY(d->barred.isEmpty());
    QCOMPARE(d->kind(travel), GroupKind::Private);
}

void tst_OutboxGroups::aPrivateGroupsRefusalPausesAll()
{
    d->refuse(rowing, 403);
    const auto first = d->send(rowing, u"hello"_s);
    QVERIFY(d->outbox->isPaused());
    QVERIFY(d->barred.isEmpty());
    QCOMPARE(d->row(rowing).state, State::Failed);
    d->send(travel, u"in its topic"_s);
    d->send(chess, u"elsewhere"_s);
    (void)d->outbox->send(chat, u"to somebody"_s);
    d->f.pass(1h, 1min);
    QCOMPARE(d->posted.size(), 1);
    QCOMPARE(d->f.waiting(chat).size(), 1);
    d->outbox->resume();
    d->f.settle();
    d->verifyDelivered(travel, u"in its topic"_s);
    d->verifyDelivered(chess, u"elsewhere"_s);
    QCOMPARE(d->row(rowing).state, State::Failed); // waits for the person
    d->outbox->retry(first);
    d->f.settle();
    d->verifyDelivered(rowing, u"hello"_s);
}

void tst_OutboxGroups::whatIsAcceptedAfterAllOpensTheTopic()
{
    d->refuse(travel, 403); // it was a short ban, not the topic
    const auto guid = d->send(travel, u"hello"_s);
    QCOMPARE(d->kind(travel), GroupKind::Announcement);
    d->outbox->retry(guid);
    d->f.settle();
    d->verifyDelivered(travel, u"hello"_s);
    QVERIFY(!d->kind(travel));
}

void tst_OutboxGroups::aPlaceMayRefuseWith401Too()
{
    for (int n = 0; n < 3; ++n)
        d->refuse(travel, 401);
    d->send(travel, u"hello"_s);
    QCOMPARE(d->unauthorized, 1); // perhaps it is the token: that is asked first
    d->f.pass(5min, 1s);
    QCOMPARE(d->f.asked(Post, placeOf(travel)), 3);
    QCOMPARE(d->row(travel).state, State::Failed);
    QCOMPARE(d->kind(travel), GroupKind::Announcement);
    QCOMPARE(d->barred, QList{travel});
    QVERIFY(!d->outbox->isPaused());
}

void tst_OutboxGroups::aPrivateGroupThatRefusesWith401FailsTheRowInTheEnd()
{
    for (int n = 0; n < 3; ++n)
        d->refuse(rowing, 401);
    d->send(rowing, u"hello"_s);
    d->send(chess, u"elsewhere"_s);
    d->verifyDelivered(chess, u"elsewhere"_s);
    d->f.pass(5min, 1s);
    QCOMPARE(d->row(rowing).state, State::Failed);
    QVERIFY(!d->outbox->isPaused());
    QVERIFY(d->barred.isEmpty());
    QCOMPARE(d->kind(rowing), GroupKind::Private);
}

void tst_OutboxGroups::aPlaceThatIsNotThereFailsTheRow()
{
    QFETCH(const ConversationId, place);
    d->groups.removeTopic(rowing.id, travel.id);
    d->groups.removeGroup(rowing.id);
    d->send(place, u"hello"_s);
    QCOMPARE(d->row(place).state, State::Failed);
    QVERIFY(!d->row(place).reason.isEmpty());
    QVERIFY(!d->outbox->isPaused());
    d->send(chess, u"elsewhere"_s);
    d->verifyDelivered(chess, u"elsewhere"_s);
    d->f.pass(1h, 1min);
    QCOMPARE(d->f.asked(Post, placeOf(place)), 1);
}

SKEIN_TEST(tst_OutboxGroups)

} // namespace outboxGroupsTest

#include "tst_OutboxGroups.moc"
