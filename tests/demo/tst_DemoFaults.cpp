// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoFaults.h"
#include "tests/support/SkeinTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoFaultsTest {

using Kind = DemoFault::Kind;

namespace {

DemoRequest requestFor(const QString& method, const QString& path)
{
    return {.method = method, .path = path};
}

const DemoRequest someGet = requestFor(u"GET"_s, u"/api.groupme.com/v3/direct_messages"_s);

} // namespace

class tst_DemoFaults : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rulesMatchMethodAndPath();
    void aRuleMayAskForAParameter();
    void rulesStrikeSoManyTimesAndEveryNth();
    void strikesAreCountedByRule();
    void chanceIsTheSameForTheSameSeed();
    void statusReplacesTheWorkOrFollowsIt();
    void dropsHappenBeforeOrAfterTheWork();
    void bodiesAreSpoiled();
    void pagesAreMadeSmaller();
    void cursorsAreIgnored();
    void theSamePageComesAgain();
    void redirectLeadsElsewhere();
    void malformedRowsStandBesideSoundOnes();
    void unstruckRequestsAreUntouched();
    void rulesComeFromJson();

private:
    [[nodiscard]] DemoAnswer perform(const DemoFault& fault, const DemoRequest& request = someGet);

    DemoFaults m_faults;
    int m_worked = 0;
    DemoRequest m_seen;
    DemoAnswer m_real;
};

void tst_DemoFaults::init()
{
    m_faults.clear();
    m_worked = 0;
    m_seen = {};
    m_real = {};
    m_real.body = R"({"response":{"direct_messages":[{"id":"176000000012345679","text":"a"}]}})";
}

DemoAnswer tst_DemoFaults::perform(const DemoFault& fault, const DemoRequest& request)
{
    return m_faults.perform({fault}, request, [this](const DemoRequest& asked) {
        ++m_worked;
        m_seen = asked;
        return m_real;
    });
}

void tst_DemoFaults::rulesMatchMethodAndPath()
{
    m_faults.add({.method = u"POST"_s, .path = u"/direct_messages$"_s, .times = -1});
    const auto struck = [this](const QString& method, const QString& path) {
        return m_faults.take(requestFor(method, path)).size();
    };
    QCOMPARE(struck(u"POST"_s, u"/api.groupme.com/v3/direct_messages"_s), 1);
    QCOMPARE(struck(u"GET"_s, u"/api.groupme.com/v3/direct_messages"_s), 0);
    QCOMPARE(struck(u"POST"_s, u"/api.groupme.com/v3/direct_messages/1"_s), 0);
    QCOMPARE(m_faults.struck(), 1);
}

void tst_DemoFaults::aRuleMayAskForAParameter()
{
    m_faults.add({.parameter = u"^(after|before)_id$"_s, .times = -1});
    const auto struck = [this](const QList<QPair<QString, QString>>& query) {
        DemoRequest request = someGet;
        request.query = query;
        return m_faults.take(request).size();
    };
    QCOMPARE(struck({{u"limit"_s, u"100"_s}, {u"after_id"_s, u"1"_s}}), 1);
    QCOMPARE(struck({{u"before_id"_s, u"1"_s}}), 1);
    QCOMPARE(struck({{u"since_id"_s, u"after_id"_s}}), 0);
    QCOMPARE(struck({}), 0);
}

void tst_DemoFaults::rulesStrikeSoManyTimesAndEveryNth()
{
    m_faults.add({.times = 2, .every = 3});
    QString pattern;
    for (int i = 0; i < 12; ++i)
        pattern += m_faults.take(someGet).isEmpty() ? u'.' : u'x';
    QCOMPARE(pattern, u"..x..x......"_s);
}

void tst_DemoFaults::strikesAreCountedByRule()
{
    m_faults.add({.kind = Kind::Delay, .times = -1, .every = 2});
    m_faults.add({.kind = Kind::DropBefore, .method = u"POST"_s});
    m_faults.add({.times = 3});
    for (int i = 0; i < 5; ++i)
        (void)m_faults.take(someGet);
    QCOMPARE(m_faults.strikes(), (QList<int>{2, 0, 3}));
    QCOMPARE(m_faults.struck(), 5);
}

void tst_DemoFaults::chanceIsTheSameForTheSameSeed()
{
    const auto run = [this](quint32 seed) {
        m_faults.clear();
        m_faults.add({.times = -1, .probability = 0.5, .seed = seed});
        QString pattern;
        for (int i = 0; i < 200; ++i)
            pattern += m_faults.take(someGet).isEmpty() ? u'.' : u'x';
        return pattern;
    };
    const QString first = run(1);
    QVERIFY(first.count(u'x') > 60 && first.count(u'x') < 140);
    QCOMPARE(run(1), first);
    QVERIFY(run(2) != first);
}

void tst_DemoFaults::statusReplacesTheWorkOrFollowsIt()
{
    const DemoAnswer before = perform({.status = 503, .retryAfter = 12});
    QCOMPARE(before.status, 503);
    QCOMPARE(before.headers.first(), qMakePair(QByteArray("Retry-After"), QByteArray("12")));
    QCOMPARE(m_worked, 0);
    QCOMPARE(perform({.status = 500, .afterWork = true}).status, 500);
    QCOMPARE(m_worked, 1);
}

void tst_DemoFaults::dropsHappenBeforeOrAfterTheWork()
{
    QCOMPARE(perform({.kind = Kind::DropBefore}).delivery, DemoAnswer::Delivery::Dropped);
    QCOMPARE(m_worked, 0);
    QCOMPARE(perform({.kind = Kind::Swallow}).delivery, DemoAnswer::Delivery::Dropped);
    QCOMPARE(m_worked, 0);
    QCOMPARE(perform({.kind = Kind::DropAfter}).delivery, DemoAnswer::Delivery::Dropped);
    QCOMPARE(m_worked, 1);
    QCOMPARE(perform({.kind = Kind::CutOff}).delivery, DemoAnswer::Delivery::CutOff);
}

void tst_DemoFaults::bodiesAreSpoiled()
{
    const DemoAnswer truncated = perform({.kind = Kind::Truncate});
    QCOMPARE(truncated.status, 200);
    QVERIFY(QJsonDocument::fromJson(truncated.body).isNull());
    QVERIFY(!truncated.body.isEmpty());

    const DemoAnswer foreign = perform({.kind = Kind::Foreign});
    QCOMPARE(foreign.status, 200);
    QVERIFY(foreign.body.startsWith('<') && foreign.contentType.startsWith("text/html"));

    QCOMPARE(perform({.kind = Kind::NotModified}).status, 304);
    QVERIFY(perform({.kind = Kind::NotModified}).body.isEmpty());
    QCOMPARE(perform({.kind = Kind::WrongType}).contentType, QByteArray("text/plain"));

    const DemoAnswer huge = perform({.kind = Kind::Huge, .bytes = 3'000'000});
    QCOMPARE(huge.body.size(), 3'000'000);
    QVERIFY(QJsonDocument::fromJson(huge.body).isObject());

    const DemoAnswer deep = perform({.kind = Kind::Deep});
    QCOMPARE(deep.body.count('['), 10'000);
    QJsonParseError error;
    QVERIFY(QJsonDocument::fromJson(deep.body, &error).isNull());
    QCOMPARE(error.error, QJsonParseError::DeepNesting);
}

void tst_DemoFaults::pagesAreMadeSmaller()
{
    DemoRequest request = someGet;
    request.query = {{u"limit"_s, u"100"_s}};
    [[maybe_unused]] const auto answer = perform({.kind = Kind::PageSize, .pageSize = 7}, request);
    QCOMPARE(*m_seen.parameter(u"limit"), u"7"_s);
    request.setParameter(u"limit"_s, u"3"_s);
    [[maybe_unused]] const auto smaller = perform({.kind = Kind::PageSize, .pageSize = 7}, request);
    QCOMPARE(*m_seen.parameter(u"limit"), u"3"_s);
}

void tst_DemoFaults::cursorsAreIgnored()
{
    DemoRequest request = someGet;
    request.query = {{u"after_id"_s, u"1"_s}, {u"other_user_id"_s, u"2"_s}};
    [[maybe_unused]] const auto answer = perform({.kind = Kind::IgnoreCursor}, request);
    QVERIFY(!m_seen.parameter(u"after_id"));
    QCOMPARE(*m_seen.parameter(u"other_user_id"), u"2"_s);
}

void tst_DemoFaults::theSamePageComesAgain()
{
    const QByteArray first = perform({.kind = Kind::SamePage}).body;
    m_real.body = "{}";
    DemoRequest next = someGet;
    next.query = {{u"before_id"_s, u"1"_s}};
    QCOMPARE(perform({.kind = Kind::SamePage}, next).body, first);
    next.query = {{u"other_user_id"_s, u"5"_s}}; // another conversation has a page of its own
    QCOMPARE(perform({.kind = Kind::SamePage}, next).body, m_real.body);
}

void tst_DemoFaults::redirectLeadsElsewhere()
{
    const DemoAnswer answer = perform({.kind = Kind::Redirect, .target = u"http://a.example/"_s});
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.headers.first().second, QByteArray("http://a.example/"));
}

void tst_DemoFaults::malformedRowsStandBesideSoundOnes()
{
    const DemoAnswer answer = perform({.kind = Kind::MalformedRows});
    QVERIFY(answer.body.contains("\"id\":176000000012345679")); // exactly, though above 2^53
    const QJsonArray rows
        = QJsonDocument::fromJson(answer.body)[u"response"_s][u"direct_messages"_s].toArray();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0][u"text"_s].toString(), u"a"_s);
    QVERIFY(rows[1].isObject() && rows[1][u"text"_s].isNull());
    QVERIFY(rows[2].isNull());
    QVERIFY(rows[3].isString());
    QVERIFY(!rows[4].toObject().contains(u"created_at"_s));
}

void tst_DemoFaults::unstruckRequestsAreUntouched()
{
    const DemoAnswer answer = m_faults.perform(
        m_faults.take(someGet), someGet, [this](const DemoRequest&) { return m_real; });
    QCOMPARE(answer.body, m_real.body);
    QCOMPARE(answer.status, 200);
}

void tst_DemoFaults::rulesComeFromJson()
{
    const auto fault = DemoFaults::fromJson(
        {{u"kind"_s, u"dropAfter"_s}, {u"method"_s, u"POST"_s}, {u"path"_s, u"direct"_s},
            {u"parameter"_s, u"after"_s}, {u"times"_s, -1}, {u"delayMs"_s, 20}});
    QVERIFY(fault.has_value());
    QCOMPARE(fault->kind, Kind::DropAfter);
    QCOMPARE(fault->times, -1);
    QCOMPARE(fault->parameter, u"after"_s);
    QCOMPARE(fault->delay, std::chrono::milliseconds(20));
    QVERIFY(!DemoFaults::fromJson({{u"kind"_s, u"earthquake"_s}}).has_value());
    QVERIFY(!DemoFaults::fromJson({{u"kind"_s, u"status"_s}, {u"path"_s, u"("_s}}).has_value());
    QVERIFY(
        !DemoFaults::fromJson({{u"kind"_s, u"status"_s}, {u"parameter"_s, u"("_s}}).has_value());
}

SKEIN_TEST(tst_DemoFaults)

} // namespace demoFaultsTest

#include "tst_DemoFaults.moc"
