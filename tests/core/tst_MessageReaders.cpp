// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"
#include "core/api/MessageReaders.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QJsonDocument>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageReadersTest {

namespace {

QJsonValue opened(const QByteArray& body)
{
    HttpReply reply;
    reply.status = 200;
    reply.contentType = "application/json";
    reply.body = body;
    return openEnvelope(reply).value();
}

QJsonValue fixture(const QString& name)
{
    QFile file(QStringLiteral(SKEIN_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return opened(file.readAll());
}

/// Single quotes for double ones.
QJsonValue value(QByteArray json) { return opened(json.replace('\'', '"')); }

/// The fixture with one key of its innermost object changed.
QJsonObject eventWith(const QString& key, const QJsonValue& changed)
{
    QJsonObject event = fixture(u"event.json"_s)["event"_L1].toObject();
    event[key] = changed;
    return event;
}

QList<QJsonValue> strangers()
{
    return {QJsonValue::Null, QJsonValue::Undefined, 7, u"x"_s, true, QJsonArray(), QJsonObject(),
        QJsonObject{{u"poll"_s, 7}}, QJsonObject{{u"event"_s, QJsonArray()}},
        QJsonObject{{u"poll"_s, QJsonObject{{u"data"_s, u"x"_s}}}}};
}

} // namespace

class tst_MessageReaders : public QObject {
    Q_OBJECT

private slots:
    void aPollIsRead();
    void withoutVotesThereIsNoKey();
    void oneVoteIsNamedAlone();
    void aPollThatEndedAndIsAnonymous();
    void anEventsTimesAreIso();
    void anEventWithoutAnEndOrAPlace();
    void anEventWithoutABeginningIsNone();
    void strangersAreNeither();
    void thePinnedOnesComeLatestPinFirst();
    void bothKeysOfPinnedListsAreRead();
    void nothingPinnedIsAList();
    void reactionsAreBelievedOnlyWhole_data();
    void reactionsAreBelievedOnlyWhole();
    void anEditPeriodIsANumberOrDigits_data();
    void anEditPeriodIsANumberOrDigits();
};

void tst_MessageReaders::aPollIsRead()
{
    const auto poll = json::poll(fixture(u"poll.json"_s));
    QVERIFY(poll);
    QCOMPARE(poll->id, u"1760000000123456"_s);
    QCOMPARE(poll->subject, u"Which boat?"_s);
    QCOMPARE(poll->expiresAt, 1'760'086'400);
    QVERIFY(poll->isActive && poll->allowsSeveral && !poll->isAnonymous);
    const QList<Poll::Option> options{{u"1"_s, u"The heron"_s, 2, true},
        {u"2"_s, u"The otter"_s, 0, false}, {u"3"_s, u"The pike"_s, 1, false}};
    QCOMPARE(poll->options, options);
}

void tst_MessageReaders::withoutVotesThereIsNoKey()
{
    const auto poll
        = json::poll(value("{'poll':{'data':{'id':'9','options':[{'id':'1','title':'a'},"
                           "{'id':'2','votes':null,'voter_ids':null},{'title':'lost'},"
                           "{'id':'3','votes':-5},{'id':'4','voter_ids':['7']}]}}}"));
    QVERIFY(poll);
    QList<int> votes;
    for (const Poll::Option& option : poll->options)
        votes.append(option.votes);
    QCOMPARE(votes, (QList<int>{0, 0, 0, 1}));
    QVERIFY(!poll->allowsSeveral && poll->expiresAt == 0);
}

void tst_MessageReaders::oneVoteIsNamedAlone()
{
    for (const QByteArray& vote : {QByteArray("'2'"), QByteArray("2")}) {
        const auto poll = json::poll(value("{'poll':{'data':{'id':'9','options':[{'id':1},"
                                           "{'id':2}]},'user_vote':"
            + vote + "}}"));
        QVERIFY(poll && !poll->options.at(0).isMine && poll->options.at(1).isMine);
    }
}

void tst_MessageReaders::aPollThatEndedAndIsAnonymous()
{
    const auto poll = json::poll(value("{'data':{'id':'9','status':'past','type':'single',"
                                       "'visibility':'anonymous','options':[]}}"));
    QVERIFY(poll && !poll->isActive && poll->isAnonymous && !poll->allowsSeveral);
}

void tst_MessageReaders::anEventsTimesAreIso()
{
    const auto event = json::calendarEvent(fixture(u"event.json"_s));
    QVERIFY(event);
    QCOMPARE(event->id, u"e-17"_s);
    QCOMPARE(event->name, u"Regatta"_s);
    QCOMPARE(event->description, u"Bring a towel."_s);
    QCOMPARE(event->place, u"Boat house"_s);
    QCOMPARE(event->startsAt, 1'760'166'000); // 07:00 UTC
    QCOMPARE(event->endsAt - event->startsAt, 3 * 3600 + 1800);
    QCOMPARE(event->timeZone, u"Europe/Berlin"_s);
    QVERIFY(!event->isAllDay);
    QCOMPARE(event->going, (QList<UserId>{{u"20450"_s}, {u"1001"_s}}));
    QCOMPARE(event->notGoing, (QList<UserId>{{u"20451"_s}}));
}

void tst_MessageReaders::anEventWithoutAnEndOrAPlace()
{
    const auto endless = json::calendarEvent(eventWith(u"end_at"_s, QJsonValue::Null));
    QVERIFY(endless && endless->endsAt == 0);
    const auto nowhere = json::calendarEvent(eventWith(u"location"_s, QJsonValue::Null));
    QVERIFY(nowhere && nowhere->place.isEmpty());
    const auto words = json::calendarEvent(eventWith(u"location"_s, u"At home"_s));
    QCOMPARE(words->place, u"At home"_s);
    const auto street
        = json::calendarEvent(eventWith(u"location"_s, QJsonObject{{u"address"_s, u"1 Quay"_s}}));
    QCOMPARE(street->place, u"1 Quay"_s);
}

void tst_MessageReaders::anEventWithoutABeginningIsNone()
{
    for (const QJsonValue& time : {QJsonValue(QJsonValue::Null), QJsonValue(u"soon"_s),
             QJsonValue(u"2025-13-41T99:00:00Z"_s), QJsonValue(-1)})
        QVERIFY(!json::calendarEvent(eventWith(u"start_at"_s, time)));
    QVERIFY(!json::calendarEvent(eventWith(u"event_id"_s, u"../x"_s)));
}

void tst_MessageReaders::strangersAreNeither()
{
    for (const QJsonValue& stranger : strangers()) {
        QVERIFY(!json::poll(stranger));
        QVERIFY(!json::calendarEvent(stranger));
        QVERIFY(!json::allReactions(stranger));
        QCOMPARE(json::pinnedMessages(stranger).has_value(), stranger.isArray());
    }
}

void tst_MessageReaders::thePinnedOnesComeLatestPinFirst()
{
    const auto pinned = json::pinnedMessages(fixture(u"pinned_messages.json"_s));
    QVERIFY(pinned);
    QCOMPARE(pinned->size(), 2);
    QCOMPARE(pinned->at(0).text, u"Key under the mat"_s);
    QCOMPARE(pinned->at(1).text, u"Race day: Saturday"_s);
    QCOMPARE(pinned->at(1).pinnedAt, 1'760'000'200);
}

void tst_MessageReaders::bothKeysOfPinnedListsAreRead() // protocol.md L71
{
    for (const QByteArray& key : {QByteArray("messages"), QByteArray("direct_messages")}) {
        const auto pinned = json::pinnedMessages(value("{'count':1,'" + key + "':[{'id':'7'}]}"));
        QVERIFY(pinned && pinned->size() == 1);
    }
    const auto bare = json::pinnedMessages(value("[{'id':'7'}]"));
    QVERIFY(bare && bare->size() == 1);
}

void tst_MessageReaders::nothingPinnedIsAList()
{
    const auto none = json::pinnedMessages(value("{'count':0,'messages':[]}"));
    QVERIFY(none && none->isEmpty());
    QVERIFY(!json::pinnedMessages(value("{'count':0,'messages':null}")));
}

void tst_MessageReaders::reactionsAreBelievedOnlyWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count"); // -1: not told
    QTest::newRow("none left") << QByteArray("{'reactions':[]}") << 0;
    QTest::newRow("whole") << QByteArray("{'reactions':[{'type':'unicode','code':'a',"
                                         "'user_ids':['7',8]}]}")
                           << 1;
    QTest::newRow("nobody named") << QByteArray("{'reactions':[{'type':'unicode','code':'a'}]}")
                                  << -1;
    QTest::newRow("one of two") << QByteArray("{'reactions':[{'code':'a','user_ids':['7']},"
                                              "{'code':'b','user_ids':null}]}")
                                << -1;
    QTest::newRow("null") << QByteArray("{'response':null,'meta':{'code':200}}") << -1;
    QTest::newRow("no list") << QByteArray("{'reactions':null}") << -1;
    QTest::newRow("a word in it") << QByteArray("{'reactions':['x']}") << -1;
}

void tst_MessageReaders::reactionsAreBelievedOnlyWhole()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, count);
    const auto told = json::allReactions(value(json));
    QCOMPARE(told ? int(told->size()) : -1, count);
}

void tst_MessageReaders::anEditPeriodIsANumberOrDigits_data()
{
    QTest::addColumn<QJsonValue>("period");
    QTest::addColumn<int>("minutes"); // -1: not told
    QTest::newRow("number") << QJsonValue(43'200) << 43'200;
    QTest::newRow("digits") << QJsonValue(u"15"_s) << 15;
    QTest::newRow("never") << QJsonValue(0) << 0;
    QTest::newRow("negative") << QJsonValue(-5) << 0;
    QTest::newRow("no limit") << QJsonValue(2'147'483'647) << 2'147'483'647;
    QTest::newRow("beyond") << QJsonValue(1e300) << 2'147'483'647;
    QTest::newRow("null") << QJsonValue() << -1;
    QTest::newRow("a word") << QJsonValue(u"nan"_s) << -1;
}

void tst_MessageReaders::anEditPeriodIsANumberOrDigits()
{
    QFETCH(const QJsonValue, period);
    QFETCH(const int, minutes);
    QCOMPARE(json::wholeNumber(period).value_or(-1), minutes);
    const QJsonObject row{{u"id"_s, u"55501"_s}, {u"message_edit_period"_s, period},
        {u"other_user"_s, QJsonObject{{u"id"_s, 20450}}}};
    QCOMPARE(json::chat(row, {u"1001"_s})->editPeriod.value_or(-1), minutes);
}

SKEIN_TEST(tst_MessageReaders)

} // namespace messageReadersTest

#include "tst_MessageReaders.moc"
