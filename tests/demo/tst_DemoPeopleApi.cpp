// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoApi.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoPeopleApiTest {

namespace {

const QString blocksPath = u"/api.groupme.com/v3/blocks"_s;

QJsonValue responseOf(const DemoAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("response"_L1);
}

QJsonArray contactsOf(const DemoAnswer& answer)
{
    const QJsonValue response = responseOf(answer);
    return response.isArray() ? response.toArray() : response["relationships"_L1].toArray();
}

} // namespace

class tst_DemoPeopleApi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void contactsComeInPagesByTime();
    void blockedOnesComeWhenAskedFor();
    void aBlockIsMadeListedAndTakenAway();
    void onlyTheCallersOwnBlocksAreTheirs();
    void deleteMayBeRefused();
    void nobodyWritesAcrossABlock();
    void aRequestIsAnsweredByWriting();

private:
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QList<QPair<QString, QString>>& query, const QByteArray& body = {});
    [[nodiscard]] DemoAnswer about(
        const QString& method, const QString& other, const QString& rest = {});
    [[nodiscard]] DemoAnswer send();
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
    QString m_token;
    int m_sent = 0;
};

void tst_DemoPeopleApi::init()
{
    QList<DemoPerson> others;
    for (int n = 0; n < 30; ++n)
        others.append({QString::number(20450 + n), u"Person %1"_s.arg(n), {}});
    m_world = std::make_unique<DemoWorld>(
        DemoPerson{u"1001"_s, u"Mara"_s, {}}, others, [] { return qint64{1'760'000'000'000}; });
    m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
    m_api->admit(u"good"_s, u"1001"_s);
    m_api->admit(u"other"_s, u"20450"_s);
    m_token = u"good"_s;
}

DemoAnswer tst_DemoPeopleApi::ask(const QString& method, const QString& path,
    const QList<QPair<QString, QString>>& query, const QByteArray& body)
{
    DemoRequest request{.method = method, .path = path, .query = query};
    request.headers = {{u"x-access-token"_s, m_token}};
    request.body = body;
    return m_api->answer(request, 0);
}

DemoAnswer tst_DemoPeopleApi::about(
    const QString& method, const QString& other, const QString& rest)
{
    return ask(method, blocksPath + rest, {{u"user"_s, u"1001"_s}, {u"otherUser"_s, other}});
}

DemoAnswer tst_DemoPeopleApi::send()
{
    const QJsonObject draft{{u"source_guid"_s, u"guid-%1"_s.arg(++m_sent)},
        {u"recipient_id"_s, m_token == "good"_L1 ? u"20450"_s : u"1001"_s}, {u"text"_s, u"hi"_s}};
    return ask(u"POST"_s, u"/api.groupme.com/v3/direct_messages"_s, {},
        QJsonDocument(QJsonObject{{u"direct_message"_s, draft}}).toJson());
}

void tst_DemoPeopleApi::contactsComeInPagesByTime()
{
    for (const DemoPerson& person : m_world->others())
        m_world->setContact(u"1001"_s, person.id, person.id == u"20453"_s);
    QSet<QString> seen;
    QString since;
    int pages = 0;
    for (bool isNew = true; isNew; ++pages) {
        QList<QPair<QString, QString>> query;
        if (!since.isEmpty())
            query.append({u"since"_s, since});
        const QJsonArray rows
            = contactsOf(ask(u"GET"_s, u"/api.groupme.com/v4/relationships"_s, query));
        QVERIFY(rows.size() <= DemoPeopleApi::contactsPerPage);
        const qsizetype before = seen.size();
        for (const QJsonValue& row : rows) {
            seen.insert(row["user_id"_L1].toString());
            QCOMPARE(row["hidden"_L1].toBool(), row["user_id"_L1].toString() == u"20453"_s);
        }
        isNew = seen.size() > before;
        since = rows.last()["created_at_iso8601"_L1].toString();
    }
    QCOMPARE(seen.size(), 30);
    QVERIFY(pages > 3);
    QCOMPARE(
        ask(u"GET"_s, u"/api.groupme.com/v4/relationships"_s, {{u"since"_s, u"soon"_s}}).status,
        400);
}

void tst_DemoPeopleApi::blockedOnesComeWhenAskedFor()
{
    m_world->setContact(u"1001"_s, u"20450"_s);
    QVERIFY(m_world->setBlocked(u"1001"_s, u"20450"_s, true));
    const QString path = u"/api.groupme.com/v4/relationships"_s;
    QVERIFY(contactsOf(ask(u"GET"_s, path, {})).isEmpty());
    const QJsonObject row
        = contactsOf(ask(u"GET"_s, path, {{u"include_blocked"_s, u"true"_s}})).first().toObject();
    QVERIFY(row["blocked"_L1].toBool() || row["is_blocked"_L1].toBool());
}

void tst_DemoPeopleApi::aBlockIsMadeListedAndTakenAway()
{
    const auto listed = [this] {
        return responseOf(ask(u"GET"_s, blocksPath, {{u"user"_s, u"1001"_s}}))["blocks"_L1]
            .toArray()
            .size();
    };
    const auto isBetween = [this](const QString& other) {
        return responseOf(about(u"GET"_s, other, u"/between"_s))["between"_L1].toBool();
    };
    QCOMPARE(listed(), 0);
    QCOMPARE(about(u"POST"_s, u"20450"_s).status, 201);
    QCOMPARE(about(u"POST"_s, u"20450"_s).status, 409);
    QCOMPARE(listed(), 1);
    QVERIFY(isBetween(u"20450"_s));
    QVERIFY(!isBetween(u"20451"_s));
    const DemoAnswer gone = about(u"DELETE"_s, u"20450"_s);
    QCOMPARE(gone.status, 200);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(about(u"DELETE"_s, u"20450"_s).status, 404);
    QCOMPARE(listed(), 0);
}

void tst_DemoPeopleApi::onlyTheCallersOwnBlocksAreTheirs()
{
    QCOMPARE(ask(u"GET"_s, blocksPath, {{u"user"_s, u"20450"_s}}).status, 400);
    QCOMPARE(ask(u"POST"_s, blocksPath, {{u"user"_s, u"1001"_s}}).status, 400);
    QCOMPARE(about(u"POST"_s, u"999"_s).status, 400);
    QVERIFY(m_world->setBlocked(u"20450"_s, u"1001"_s, true));
    const QJsonValue mine = responseOf(ask(u"GET"_s, blocksPath, {{u"user"_s, u"1001"_s}}));
    QVERIFY(mine["blocks"_L1].toArray().isEmpty());
    QVERIFY(responseOf(about(u"GET"_s, u"20450"_s, u"/between"_s))["between"_L1].toBool());
}

void tst_DemoPeopleApi::deleteMayBeRefused()
{
    m_api = std::make_unique<DemoApi>(
        *m_world, DemoManners{.allowsDeleteOfBlocks = false, .requestsPerSecond = 0});
    m_api->admit(u"good"_s, u"1001"_s);
    QVERIFY(m_world->setBlocked(u"1001"_s, u"20450"_s, true));
    QCOMPARE(about(u"DELETE"_s, u"20450"_s).status, 405);
    QCOMPARE(about(u"POST"_s, u"20450"_s, u"/delete"_s).status, 200);
    QVERIFY(m_world->blockedBy(u"1001"_s).isEmpty());
}

void tst_DemoPeopleApi::nobodyWritesAcrossABlock()
{
    QVERIFY(m_world->setBlocked(u"1001"_s, u"20450"_s, true));
    QCOMPARE(send().status, 403);
    m_token = u"other"_s;
    QCOMPARE(send().status, 403);
    QVERIFY(m_world->setBlocked(u"1001"_s, u"20450"_s, false));
    QCOMPARE(send().status, 201);
}

void tst_DemoPeopleApi::aRequestIsAnsweredByWriting()
{
    const QString pair = DemoWorld::conversationOf(u"1001"_s, u"20450"_s);
    m_world->say(u"20450"_s, u"1001"_s, u"may I?"_s);
    m_world->setRequest(pair, true);
    const auto waits = [this] {
        return responseOf(ask(u"GET"_s, u"/api.groupme.com/v3/chats"_s, {}))
            .toArray()
            .first()["requires_approval"_L1]
            .toBool();
    };
    QVERIFY(waits());
    QCOMPARE(send().status, 201);
    QVERIFY(!waits());
}

SKEIN_TEST(tst_DemoPeopleApi)

} // namespace demoPeopleApiTest

#include "tst_DemoPeopleApi.moc"
