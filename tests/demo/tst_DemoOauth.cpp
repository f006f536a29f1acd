// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoApi.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoOauthTest {

namespace {
const QString authorize = u"/oauth.groupme.com/oauth/authorize"_s;
const QString dialog = u"/oauth.groupme.com/oauth/login_dialog"_s;
const QString destroy = u"/v2.groupme.com/access_tokens/current/destroy"_s;
const QString back = u"http://127.0.0.1:21753/signed-in"_s;
} // namespace

class tst_DemoOauth : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theWayGoesOverTwoPagesAndBackWithAToken();
    void everySignInGivesAnotherToken();
    void whoDeclinesIsSentBackWithoutAToken();
    void onlyTheRegisteredApplicationIsKnown();
    void noTokenMayComeHere();
    void wrongVerbsAndPathsAreRefused();
    void aDestroyedTokenIsGoodForNothing();

private:
    [[nodiscard]] DemoAnswer ask(const QString& method, const QString& path,
        const QByteArray& body = {}, const QString& token = {},
        const QString& client = DemoOauth::clientId());
    [[nodiscard]] QString locationOf(const DemoAnswer& answer) const;
    [[nodiscard]] QString tokenFor(const QString& user);

    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<DemoApi> m_api;
};

void tst_DemoOauth::init()
{
    m_world = std::make_unique<DemoWorld>(DemoPerson{u"1001"_s, u"Mara"_s, {}},
        QList<DemoPerson>{{u"20450"_s, u"<Rin>"_s, u""_s}}, [] { return 1'760'000'000'000; });
    m_api = std::make_unique<DemoApi>(*m_world, DemoManners{.requestsPerSecond = 0});
}

DemoAnswer tst_DemoOauth::ask(const QString& method, const QString& path, const QByteArray& body,
    const QString& token, const QString& client)
{
    DemoRequest request{.method = method, .path = path, .body = body};
    if (!client.isEmpty())
        request.query = {{u"client_id"_s, client}};
    if (!token.isEmpty())
        request.headers = {{u"X-Access-Token"_s, token}};
    return m_api->answer(request, 0);
}

QString tst_DemoOauth::locationOf(const DemoAnswer& answer) const
{
    for (const auto& [name, value] : answer.headers) {
        if (name == "Location")
            return answer.status == 302 ? QString::fromUtf8(value) : QString();
    }
    return {};
}

QString tst_DemoOauth::tokenFor(const QString& user)
{
    const QString location = locationOf(ask(u"POST"_s, dialog, "user=" + user.toUtf8()));
    const QString before = back + u"?access_token="_s;
    return location.startsWith(before) ? location.sliced(before.size()) : QString();
}

void tst_DemoOauth::theWayGoesOverTwoPagesAndBackWithAToken()
{
    QCOMPARE(
        locationOf(ask(u"GET"_s, authorize)), u"login_dialog?client_id="_s + DemoOauth::clientId());
    const DemoAnswer page = ask(u"GET"_s, dialog);
    QCOMPARE(page.status, 200);
    QVERIFY(page.contentType.startsWith("text/html"));
    QVERIFY(page.body.contains("value=\"1001\"") && page.body.contains("&lt;Rin&gt;"));
    const QString token = tokenFor(u"20450"_s);
    QCOMPARE(token.size(), 40);
    const DemoAnswer me = ask(u"GET"_s, u"/api.groupme.com/v3/users/me"_s, {}, token, {});
    QVERIFY(me.body.contains("20450"));
}

void tst_DemoOauth::everySignInGivesAnotherToken()
{
    QVERIFY(tokenFor(u"1001"_s) != tokenFor(u"1001"_s));
}

void tst_DemoOauth::whoDeclinesIsSentBackWithoutAToken()
{
    QCOMPARE(locationOf(ask(u"POST"_s, dialog, "deny=1")), back + u"?error=access_denied"_s);
    QCOMPARE(ask(u"POST"_s, dialog, "user=4711").status, 400);
    m_api->oauth().setCallback(u"http://localhost:1/x"_s);
    QVERIFY(locationOf(ask(u"POST"_s, dialog, "deny=1")).startsWith(u"http://localhost:1/x?"_s));
}

void tst_DemoOauth::onlyTheRegisteredApplicationIsKnown()
{
    for (const QString& path : {authorize, dialog}) {
        QCOMPARE(ask(u"GET"_s, path, {}, {}, u"another"_s).status, 400);
        QCOMPARE(ask(u"GET"_s, path, {}, {}, {}).status, 400);
    }
    QCOMPARE(ask(u"POST"_s, dialog, "user=1001", {}, u"another"_s).status, 400);
}

void tst_DemoOauth::noTokenMayComeHere()
{
    QCOMPARE(ask(u"GET"_s, authorize, {}, tokenFor(u"1001"_s)).status, 400);
}

void tst_DemoOauth::wrongVerbsAndPathsAreRefused()
{
    QCOMPARE(ask(u"POST"_s, authorize).status, 405);
    QCOMPARE(ask(u"DELETE"_s, dialog).status, 405);
    QCOMPARE(ask(u"GET"_s, u"/oauth.groupme.com/"_s).status, 404);
}

void tst_DemoOauth::aDestroyedTokenIsGoodForNothing()
{
    const QString token = tokenFor(u"1001"_s);
    const QString other = tokenFor(u"1001"_s);
    QCOMPARE(ask(u"GET"_s, destroy, {}, token).status, 405);
    const DemoAnswer answer = ask(u"POST"_s, destroy, "{}", token);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(ask(u"POST"_s, destroy, "{}", token).status, 401);
    QCOMPARE(ask(u"GET"_s, u"/api.groupme.com/v3/users/me"_s, {}, token, {}).status, 401);
    QCOMPARE(ask(u"GET"_s, u"/api.groupme.com/v3/users/me"_s, {}, other, {}).status, 200);
}

SKEIN_TEST(tst_DemoOauth)

} // namespace demoOauthTest

#include "tst_DemoOauth.moc"
