// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several accounts and all ways in and out, one after the other: no byte of any token is left, in a
// file or in what was logged.

#include "app/AppContext.h"
#include "app/demo/DemoService.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/support/LeakSearch.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/signin/WhoPanel.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace noTokenLeaksTest {

namespace {
constexpr int patience = 20'000; // ms, for what crosses real sockets
}

class tst_NoTokenLeaks : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_context.reset(); }
    void noTokenOfAnyAccountIsLeftAnywhere();

private:
    [[nodiscard]] Session view() const { return m_context->session()->view(); }
    void startWith(const std::shared_ptr<SecretStore>& secrets);
    void signInByBrowser(const QString& token);
    void paste(const QString& token);
    void press(const QString& name);
    [[nodiscard]] bool isSignedInAs(const QString& user) const;

    QTemporaryDir m_place;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<AppContext> m_context;
};

void tst_NoTokenLeaks::initTestCase()
{
    QVERIFY(moveHome(m_place.path()));
    m_service = std::make_unique<DemoService>(DemoOptions{.histories = false});
    QVERIFY(m_service->start());
    m_profile = std::make_unique<Profile>(m_place.filePath(u"profile"_s), false);
}

void tst_NoTokenLeaks::startWith(const std::shared_ptr<SecretStore>& secrets)
{
    m_context.reset();
    const Outside outside{
        .secrets = secrets, .openUrl = [](const QUrl&) { return true; }, .callbackPort = 0};
    m_context = std::make_unique<AppContext>(
        Options{.server = QUrl(m_service->url()), .clientId = DemoService::clientId()}, *m_profile,
        QString(), outside);
    m_context->start();
}

bool tst_NoTokenLeaks::isSignedInAs(const QString& user) const
{
    return m_context->session() && view().me.id.value == user && view().chats.rowCount() >= 0
        && view().connection.state().kind == ConnectionState::Kind::Online;
}

void tst_NoTokenLeaks::press(const QString& name)
{
    const auto buttons = m_context->window().findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [&name](const QPushButton* each) {
        return each->accessibleName() == name && each->isVisible();
    });
    QVERIFY2(found != buttons.end(), qPrintable(name));
    (*found)->click();
}

/// What a browser sends that GroupMe sent back.
void tst_NoTokenLeaks::signInByBrowser(const QString& token)
{
    press(u"Sign in with the browser"_s);
    QTcpSocket browser;
    browser.connectToHost(QHostAddress(QHostAddress::LocalHost), m_context->browser()->port());
    for (const QByteArray& path :
        {QByteArray("/wrong?access_token="), QByteArray("/signed-in?access_token=")}) {
        QTRY_VERIFY(browser.state() == QAbstractSocket::UnconnectedState
            || browser.state() == QAbstractSocket::ConnectedState);
        if (browser.state() == QAbstractSocket::UnconnectedState)
            browser.connectToHost(
                QHostAddress(QHostAddress::LocalHost), m_context->browser()->port());
        browser.write("GET " + path + token.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(m_context->browser()->port()) + "\r\n\r\n");
        QTRY_COMPARE(browser.state(), QAbstractSocket::UnconnectedState);
    }
    const auto* who = m_context->window().signInPage().findChild<WhoPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(who->isVisible(), patience);
    press(u"Continue"_s);
}

void tst_NoTokenLeaks::paste(const QString& token)
{
    m_context->window().signInPage().findChild<QLineEdit*>()->setText(token);
    press(u"Sign in"_s);
}

void tst_NoTokenLeaks::noTokenOfAnyAccountIsLeftAnywhere()
{
    const QString me = m_service->world().me().id;
    const QString other = m_service->world().others().at(3).id;
    const QString first = u"theFirstTokenThatTheBrowserBrings0000001"_s;
    const QString second = u"theTokenOfSomebodyElseThatIsPasted000002"_s;
    const QString wrong = u"aTokenThatNobodyKnowsAtAllAndIsRefused03"_s;
    m_service->api().admit(first, me);
    m_service->api().admit(second, other);
    const QStringList never{first, second, wrong};
    const Overheard log;
    const auto look = [&] {
        QCOMPARE(found(m_place.path(), never), QStringList());
        QCOMPARE(heard(log.words(), never), QStringList());
    };
    const auto secrets = std::make_shared<FakeSecretStore>();

    startWith(secrets);
    signInByBrowser(first);
    QTRY_VERIFY_WITH_TIMEOUT(isSignedInAs(me), patience);
    QTRY_COMPARE(secrets->writes, 1);
    startWith(secrets);
    QTRY_VERIFY_WITH_TIMEOUT(isSignedInAs(me), patience);
    m_service->revoke(first);
    view().sync.lookNow();
    QTRY_COMPARE_WITH_TIMEOUT(
        view().connection.state().kind, ConnectionState::Kind::TokenRefused, patience);
    press(u"Sign in again"_s);
    paste(wrong);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->window().signInPage().findChild<QLineEdit*>()->isEnabled(), patience);
    secrets->refusal = FakeSecretStore::noKeychain();
    paste(second);
    QTRY_VERIFY_WITH_TIMEOUT(isSignedInAs(other), patience);
    QVERIFY(QDir(m_profile->accountFolder(me)).exists());
    secrets->refusal.reset();
    QTRY_VERIFY(m_context->window().chatsPage());
    look();
    if (QTest::currentTestFailed())
        return;
    emit m_context->window().signOutRequested(true);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_service->log().count(u"POST"_s, u"/access_tokens/current/destroy"_s) > 0, patience);
    m_context.reset();
    look();
}

SKEIN_TEST(tst_NoTokenLeaks)

} // namespace noTokenLeaksTest

#include "tst_NoTokenLeaks.moc"
