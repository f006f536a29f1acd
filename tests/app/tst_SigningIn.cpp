// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/SigningDesk.h"

using namespace Qt::StringLiterals;
using namespace skein;

namespace signingInTest {

// Signing in by the browser or with a pasted token, and out again.
class tst_SigningIn : public SigningDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void theBrowserSignsInAfterAQuestion();
    void decliningInTheBrowserIsSaid();
    void aTakenPortLeavesPasting();
    void aBrowsersTokenIsRevokedAtSignOut();
    void aPastedTokenIsRevokedOnRequestOnly_data();
    void aPastedTokenIsRevokedOnRequestOnly();
    void signingOutWorksOfflineAndSaysWhatItCouldNotDo();
    void whatCouldNotBeRevokedIsRevokedAtALaterStart();
    void aTokenThatStaysUnrevokedIsForgottenAfterAWeek();
    void aRefusedTokenKeepsAllAndTheSamePersonGoesOn();
    void anotherPersonGetsAnotherStoreAndNothingIsMixed();
    void oneCanReadOnWithARefusedToken();

private:
    QString signOutOffline();
    void signInAndDraft(const QString& text);
};

void tst_SigningIn::theBrowserSignsInAfterAQuestion()
{
    start();
    m_context->window().showMinimized(); // the browser is in front
    sayWhoOneIs(me());
    QTRY_VERIFY_WITH_TIMEOUT(!m_context->window().isMinimized(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        says(u"Continue as %1?"_s.arg(m_service->world().me().name)), patience);
    QCOMPARE(chats(), -1);
    QCOMPARE(kept(), QString());
    QVERIFY(!QDir(m_profile->accountFolder(me())).exists());
    button(u"Continue"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QTRY_VERIFY(!kept().isEmpty());
    QVERIFY(kept() != m_service->token());
    QVERIFY(!refusalOf(kept()));
    QCOMPARE(view().tokenOrigin, TokenOrigin::Browser);
    QCOMPARE(m_service->log().violations(), QStringList());

    start(); // from the keychain, with where it came from
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QCOMPARE(view().tokenOrigin, TokenOrigin::Browser);
}

void tst_SigningIn::decliningInTheBrowserIsSaid()
{
    start();
    sayWhoOneIs({});
    QTRY_VERIFY_WITH_TIMEOUT(says(u"gave Skein no access"_s), patience);
    QVERIFY(m_context->browser()->isWaiting());
    button(u"Cancel"_s)->click();
    QVERIFY(!m_context->browser()->isWaiting());
}

void tst_SigningIn::aTakenPortLeavesPasting()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    m_context = std::make_unique<AppContext>(
        Options{.server = m_url, .clientId = DemoService::clientId()}, *m_profile, QString(),
        Outside{.secrets = m_secrets, .callbackPort = other.serverPort()});
    m_context->start();
    button(u"Sign in with the browser"_s)->click();
    QVERIFY(says(u"uses port %1"_s.arg(other.serverPort())));
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QCOMPARE(view().tokenOrigin, TokenOrigin::Pasted);
}

void tst_SigningIn::aBrowsersTokenIsRevokedAtSignOut()
{
    start();
    signInByBrowser(me());
    QTRY_VERIFY(!kept().isEmpty());
    const QString token = kept();
    emit m_context->window().signOutRequested(false);
    QCOMPARE(chats(), -1);
    QTRY_COMPARE_WITH_TIMEOUT(revocations(), 1, patience);
    QVERIFY(refusalOf(token) == ErrorKind::Unauthorized);
    QCOMPARE(kept(), QString());
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!refusalOf(m_service->token()));
    QVERIFY(!says(u"could not be told"_s));
}

void tst_SigningIn::aPastedTokenIsRevokedOnRequestOnly_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::newRow("no") << false;
    QTest::newRow("yes") << true;
}

void tst_SigningIn::aPastedTokenIsRevokedOnRequestOnly()
{
    QFETCH(const bool, wanted);
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    emit m_context->window().signOutRequested(wanted);
    QTRY_COMPARE_WITH_TIMEOUT(revocations(), wanted ? 1 : 0, patience);
    QVERIFY(refusalOf(m_service->token())
        == (wanted ? std::optional(ErrorKind::Unauthorized) : std::nullopt));
    QCOMPARE(revocations(), wanted ? 1 : 0);
}

void tst_SigningIn::signingOutWorksOfflineAndSaysWhatItCouldNotDo()
{
    start();
    signInByBrowser(me());
    QTRY_VERIFY(!kept().isEmpty());
    m_service->setOut(true);
    emit m_context->window().signOutRequested(false);
    QCOMPARE(chats(), -1);
    QVERIFY(!QDir(m_profile->accountFolder(me())).exists());
    QTRY_COMPARE(kept(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"GroupMe could not be told"_s), patience);

    start();
    QTRY_VERIFY(button(u"Sign in"_s));
    QCOMPARE(chats(), -1);
}

/// Signs in by the browser and out again while GroupMe is out of reach.
QString tst_SigningIn::signOutOffline()
{
    start();
    signInByBrowser(me());
    if (!QTest::qWaitFor([this] { return !kept().isEmpty(); }))
        return {};
    const QString token = kept();
    m_service->setOut(true);
    emit m_context->window().signOutRequested(false);
    return token;
}

void tst_SigningIn::signInAndDraft(const QString& text)
{
    start();
    signInByBrowser(me());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    MessageDraft draft;
    draft.content.text = text;
    view().drafts.save(m_chat, draft);
    m_service->revoke(kept());
}

void tst_SigningIn::whatCouldNotBeRevokedIsRevokedAtALaterStart()
{
    const QString token = signOutOffline();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"when it starts the next time"_s), patience);
    QCOMPARE(m_secrets->secrets.values(), QStringList{token}); // and nowhere else
    start();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"when it starts the next time"_s), patience);
    m_service->setOut(false);
    QVERIFY(!refusalOf(token));
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_secrets->secrets.isEmpty(), patience);
    QVERIFY(refusalOf(token) == ErrorKind::Unauthorized);
    const int told = revocations();
    start();
    QTRY_VERIFY(button(u"Sign in"_s));
    QCOMPARE(revocations(), told);
}

void tst_SigningIn::aTokenThatStaysUnrevokedIsForgottenAfterAWeek()
{
    QVERIFY(!signOutOffline().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(says(u"when it starts the next time"_s), patience);
    m_context.reset();
    Settings(m_profile->settingsFile()).set(setting::revokeUntil, qlonglong{1'700'000'000});
    start();
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
}

void tst_SigningIn::aRefusedTokenKeepsAllAndTheSamePersonGoesOn()
{
    signInAndDraft(u"not yet said"_s);
    QVERIFY(!view().outbox.send(m_chat, u"on its way"_s).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Sign in again"_s), patience);
    QCOMPARE(chats(), 1); // what is here can be read
    QVERIFY(draftIs(u"not yet said"_s));

    button(u"Sign in again"_s)->click();
    signInByBrowser(me());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QVERIFY(draftIs(u"not yet said"_s));
    const auto sent = [this] {
        const auto all = m_service->world().messages(m_chat.id);
        return std::ranges::count(all, u"on its way"_s, &DemoMessage::text);
    };
    QTRY_COMPARE_WITH_TIMEOUT(sent(), 1, patience);
}

void tst_SigningIn::anotherPersonGetsAnotherStoreAndNothingIsMixed()
{
    signInAndDraft(u"mine"_s);
    view().sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Sign in again"_s), patience);
    button(u"Sign in again"_s)->click();
    const QString other = m_service->world().others().at(1).id;
    signInByBrowser(other);
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 0, patience); // nobody wrote to them
    QVERIFY(draftIs({}));
    QVERIFY(QDir(m_profile->accountFolder(me())).exists());
    QVERIFY(QDir(m_profile->accountFolder(other)).exists());

    emit m_context->window().signOutRequested(false);
    QVERIFY(!QDir(m_profile->accountFolder(other)).exists());
    QVERIFY(QDir(m_profile->accountFolder(me())).exists());
    signInByBrowser(me());
    QVERIFY(draftIs(u"mine"_s));
}

void tst_SigningIn::oneCanReadOnWithARefusedToken()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    m_service->revoke(m_service->token());
    view().sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Sign in again"_s), patience);
    button(u"Sign in again"_s)->click();
    QVERIFY(!m_context->window().chatsPage());
    button(u"Back to the chats"_s)->click();
    QVERIFY(m_context->window().chatsPage());
    QCOMPARE(chats(), 1);
    QVERIFY(button(u"Sign in again"_s));
}

SKEIN_TEST(tst_SigningIn)

} // namespace signingInTest

#include "tst_SigningIn.moc"
