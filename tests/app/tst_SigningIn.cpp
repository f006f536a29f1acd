// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppContext.h"
#include "app/demo/DemoService.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/signin/SignInPage.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace signingInTest {

namespace {
constexpr int patience = 20'000; // ms, for what crosses real sockets
}

// Signing in and out as a person does it: the whole program, GroupMe and the browser's way over
// real HTTP, a keychain that does as the test says.
class tst_SigningIn : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theBrowserSignsInAfterAQuestion();
    void decliningInTheBrowserIsSaid();
    void aTakenPortLeavesPasting();
    void aBrowsersTokenIsRevokedAtSignOut();
    void aPastedTokenIsRevokedOnRequestOnly_data();
    void aPastedTokenIsRevokedOnRequestOnly();
    void signingOutWorksOfflineAndSaysWhatItCouldNotDo();
    void aRefusedTokenKeepsAllAndTheSamePersonGoesOn();
    void anotherPersonGetsAnotherStoreAndNothingIsMixed();
    void oneCanReadOnWithARefusedToken();
    void anEmptyKeychainAsksForAToken();
    void aKeychainThatLostTheTokenIsSaid();
    void aKeychainThatRefusesIsSaid_data();
    void aKeychainThatRefusesIsSaid();
    void aTokenThatWasNotKeptCanBeTriedAgain();
    void aSlowKeychainSignsInWhenItAnswers();
    void aSlowKeychainOverturnsNothing();
    void whatTheKeychainHoldsIsNeverTakenForAnotherPersons();

private:
    void start();
    void sayWhoOneIs(const QString& user);
    void follow(const QUrl& url, const QByteArray& form = {});
    void signInByBrowser(const QString& user);
    void paste(const QString& token);
    [[nodiscard]] QPushButton* button(const QString& name) const;
    [[nodiscard]] bool says(const QString& words) const;
    [[nodiscard]] int chats() const;
    [[nodiscard]] QString me() const { return m_service->world().me().id; }
    [[nodiscard]] std::optional<ErrorKind> refusalOf(const QString& token) const;
    [[nodiscard]] int revocations() const
    {
        return m_service->log().count(u"POST"_s, u"/access_tokens/current/destroy"_s);
    }
    [[nodiscard]] Session view() const { return m_context->session()->view(); }
    [[nodiscard]] QString kept() const
    {
        return m_secrets->secrets.isEmpty() ? QString() : m_secrets->secrets.cbegin().value();
    }
    [[nodiscard]] bool draftIs(const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::shared_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<AppContext> m_context;
    QNetworkAccessManager m_web; ///< the browser
    QList<QUrl> m_opened;
    QUrl m_url;
    ConversationId m_chat;
};

void tst_SigningIn::init()
{
    m_opened.clear();
    m_place = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<DemoService>(DemoOptions{.histories = false});
    DemoWorld& world = m_service->world();
    const QString other = world.others().at(0).id;
    QVERIFY(!world.say(other, me(), u"hello"_s).isEmpty());
    QVERIFY(m_service->start());
    m_url = QUrl(m_service->url());
    m_chat = ConversationId::direct({me()}, {other});
    m_profile = std::make_unique<Profile>(m_place->path(), false);
    m_secrets = std::make_shared<FakeSecretStore>();
}

void tst_SigningIn::cleanup() { m_context.reset(); }

void tst_SigningIn::start()
{
    m_context.reset();
    const Outside outside{.secrets = m_secrets,
        .openUrl =
            [this](const QUrl& url) {
                m_opened.append(url);
                return true;
            },
        .callbackPort = 0};
    m_context = std::make_unique<AppContext>(
        Options{.server = m_url, .clientId = DemoService::clientId()}, *m_profile, QString(),
        outside);
    m_context->start();
}

QPushButton* tst_SigningIn::button(const QString& name) const
{
    for (auto* each : m_context->window().findChildren<QPushButton*>()) {
        if (each->accessibleName() == name && each->isVisible())
            return each;
    }
    return nullptr;
}

bool tst_SigningIn::says(const QString& words) const
{
    for (const auto* each : m_context->window().findChildren<QLabel*>()) {
        if (each->isVisible() && each->text().contains(words))
            return true;
    }
    return false;
}

int tst_SigningIn::chats() const
{
    return m_context->session() ? m_context->session()->view().chats.rowCount() : -1;
}

/// As a browser goes: from page to page as it is led, with the form filled in on the way.
void tst_SigningIn::follow(const QUrl& url, const QByteArray& form)
{
    QNetworkRequest request(url);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setRawHeader("Sec-Fetch-Dest", "document");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const std::unique_ptr<QNetworkReply> reply(
        form.isEmpty() ? m_web.get(request) : m_web.post(request, form));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    const bool isForm = reply->readAll().contains("<form method=\"post\">");
    QCOMPARE(isForm, form.isEmpty());
    m_opened.append(reply->url());
}

void tst_SigningIn::sayWhoOneIs(const QString& user)
{
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Sign in with the browser"_s), patience);
    m_opened.clear();
    button(u"Sign in with the browser"_s)->click();
    QCOMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.first().path().endsWith(u"/oauth.groupme.com/oauth/authorize"_s));
    m_service->api().oauth().setCallback(
        u"http://localhost:%1/signed-in"_s.arg(m_context->browser()->port()));
    follow(m_opened.first());
    follow(m_opened.last(), user.isEmpty() ? QByteArray("deny=1") : "user=" + user.toUtf8());
}

void tst_SigningIn::signInByBrowser(const QString& user)
{
    sayWhoOneIs(user);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Continue"_s), patience);
    button(u"Continue"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->session() && m_context->session()->me().id.value == user, patience);
}

void tst_SigningIn::paste(const QString& token)
{
    auto* field = m_context->window().signInPage().findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patience);
    field->setText(token);
    button(u"Sign in"_s)->click();
}

/// Asks as any other program would; nothing: it is good.
std::optional<ErrorKind> tst_SigningIn::refusalOf(const QString& token) const
{
    TokenCalls calls(m_url);
    const auto owner = calls.owner(token);
    if (!QTest::qWaitFor([&owner] { return owner.isFinished(); }, patience))
        return ErrorKind::TimedOut;
    return owner.result() ? std::nullopt : std::optional(owner.result().error().kind);
}

bool tst_SigningIn::draftIs(const QString& text) const
{
    const auto draft = view().drafts.load(m_chat);
    return QTest::qWaitFor([&draft] { return draft.isFinished(); }, patience) && draft.result()
        && draft.result()->content.text == text;
}

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

void tst_SigningIn::aRefusedTokenKeepsAllAndTheSamePersonGoesOn()
{
    start();
    signInByBrowser(me());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    MessageDraft draft;
    draft.content.text = u"not yet said"_s;
    view().drafts.save(m_chat, draft);
    m_service->revoke(kept());
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
    start();
    signInByBrowser(me());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    MessageDraft draft;
    draft.content.text = u"mine"_s;
    view().drafts.save(m_chat, draft);
    m_service->revoke(kept());
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

void tst_SigningIn::anEmptyKeychainAsksForAToken()
{
    start();
    QTRY_VERIFY(button(u"Sign in"_s) && button(u"Sign in with the browser"_s));
    QVERIFY(!says(u"keychain"_s));
}

void tst_SigningIn::aKeychainThatLostTheTokenIsSaid()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE(kept(), m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    m_secrets->secrets.clear();
    start();
    QTRY_VERIFY(says(u"did not give the token"_s));
    QCOMPARE(chats(), -1);
}

void tst_SigningIn::aKeychainThatRefusesIsSaid_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << u"This computer offers no keychain."_s;
    QTest::newRow("locked") << u"The keychain is locked."_s;
    QTest::newRow("refused") << u"Access to the keychain was refused."_s;
}

void tst_SigningIn::aKeychainThatRefusesIsSaid()
{
    QFETCH(const QString, reason);
    m_secrets->refusal = Error{ErrorKind::Storage, 0, reason, {}};
    start();
    QTRY_VERIFY(says(reason));
    paste(m_service->token()); // for this run
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QTRY_VERIFY(says(reason + u" You are signed in until Skein ends."_s));
    QCOMPARE(kept(), QString());

    start();
    QTRY_VERIFY(says(reason) && button(u"Sign in"_s));
    QCOMPARE(chats(), -1);
}

void tst_SigningIn::aTokenThatWasNotKeptCanBeTriedAgain()
{
    m_secrets->refusal = Error{ErrorKind::Storage, 0, u"The keychain is locked."_s, {}};
    start();
    paste(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Try again"_s), patience);
    m_secrets->refusal.reset();
    button(u"Try again"_s)->click();
    QTRY_COMPARE(kept(), m_service->token());
    QTRY_VERIFY(!says(u"until Skein ends"_s));

    start();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
}

void tst_SigningIn::aSlowKeychainSignsInWhenItAnswers()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    m_secrets->hold();
    start();
    QVERIFY(button(u"Sign in"_s)); // the window is alive at once
    QTRY_VERIFY(says(u"keychain has not answered yet"_s));
    QCOMPARE(chats(), -1);
    m_secrets->release();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
}

void tst_SigningIn::aSlowKeychainOverturnsNothing()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    const QString other = m_service->world().others().at(1).id;
    m_secrets->hold();
    start();
    paste(m_service->tokenFor(other));
    QTRY_VERIFY_WITH_TIMEOUT(m_context->session(), patience);
    const auto* session = m_context->session();
    const int asked = m_service->log().count(u"GET"_s, u"/users/me"_s);
    m_secrets->release();
    QTRY_COMPARE(kept(), m_service->tokenFor(other));
    const int looks = m_service->log().count(u"GET"_s, u"/v3/chats"_s);
    view().sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->log().count(u"GET"_s, u"/v3/chats"_s) > looks, patience);
    QVERIFY(m_context->session() == session);
    QCOMPARE(session->me().id.value, other);
    QCOMPARE(m_service->log().count(u"GET"_s, u"/users/me"_s), asked);
    QVERIFY(!says(u"keychain"_s));
}

void tst_SigningIn::whatTheKeychainHoldsIsNeverTakenForAnotherPersons()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QTRY_COMPARE(kept(), m_service->token());
    const QString other = m_service->world().others().at(1).id;
    start();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    // Another person signs in while the keychain takes nothing: it still holds the first token.
    m_secrets->refusal = FakeSecretStore::noKeychain();
    emit m_context->window().signInAgainRequested();
    paste(m_service->tokenFor(other));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->session() && m_context->session()->me().id.value == other, patience);
    QTRY_VERIFY(says(u"until Skein ends"_s));
    m_secrets->refusal.reset();

    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_context->session(), patience);
    QCOMPARE(m_context->session()->me().id.value, me());
}

SKEIN_TEST(tst_SigningIn)

} // namespace signingInTest

#include "tst_SigningIn.moc"
