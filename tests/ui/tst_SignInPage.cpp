// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/signin/BrowserSignIn.h"
#include "ui/signin/SignIn.h"
#include "ui/signin/SignInPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace skein;
using namespace Qt::StringLiterals;

namespace signInPageTest {

namespace {

class FakeBrowser : public BrowserSignIn {
public:
    Result<Wait> start() override
    {
        ++started;
        return next;
    }
    void cancel() override { ++cancelled; }

    Result<Wait> next = Wait{QUrl(u"https://oauth.groupme.com/oauth/authorize?client_id=a"_s)};
    int started = 0;
    int cancelled = 0;
};

class FakeSignIn : public SignIn {
public:
    Async<Person> check(const QString& token) override
    {
        checked.append(token);
        QPromise<Result<Person>> promise;
        promise.start();
        auto future = promise.future();
        m_waiting.push_back(std::move(promise));
        return future;
    }
    void accept(const QString& token, const Person& person, TokenOrigin origin) override
    {
        accepted.append(token + u' ' + person.name);
        origins.append(origin);
    }
    BrowserSignIn* browser() override { return browserWay.get(); }
    bool canGoBack() const override { return hasChats; }
    void goBack() override { ++backs; }
    void answer(size_t question, Result<Person> result)
    {
        m_waiting.at(question).addResult(std::move(result));
        m_waiting.at(question).finish();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<FakeBrowser> browserWay; ///< null: pasting only
    bool hasChats = false;
    int backs = 0;
    QList<TokenOrigin> origins;
    QStringList checked;
    QStringList accepted;

private:
    std::vector<QPromise<Result<Person>>> m_waiting;
};

const QString token = u"notAToken0123"_s;

} // namespace

class tst_SignInPage : public QObject {
    Q_OBJECT
private slots:
    void init();
    void namesAreThoseThatTestsAndScreenReadersKnow();
    void aGoodTokenSignsInAndSaysWhoseItIs();
    void enterIsAsGoodAsTheButton();
    void theTokenIsTrimmed();
    void spacesInsideAreRefusedWithoutAsking();
    void nothingIsRefusedWithoutAsking();
    void aRefusalSaysWhyAndKeepsTheText_data();
    void aRefusalSaysWhyAndKeepsTheText();
    void oneQuestionAtATime();
    void aLateAnswerAfterClearIsIgnored();
    void theTokenIsHiddenUntilAskedFor();
    void clearForgetsTheToken();
    void theNoticeSaysWhyOneIsHere();
    void withoutABrowserThereIsPastingOnly();
    void theBrowsersTokenIsTakenAfterAQuestionOnly();
    void someoneElseIsNotSignedIn();
    void whileItWaitsTheAddressCanBeCopied();
    void withoutABrowserToOpenTheAddressIsOffered();
    void cancellingEndsTheWait_data();
    void cancellingEndsTheWait();
    void aRefusedStartSaysWhyAndOffersPasting();
    void withoutATokenItSaysSoAndWaitsOn();
    void theEndOfPatienceIsSaid();
    void aWrongTokenOfTheBrowserIsSaid();
    void aTokenThatComesLateIsIgnored();
    void pastingStaysBesideTheBrowser();
    void theKeyboardIsEnough();
    void oneCanGoBackToTheChatsThatAreHere();
    void everyControlIsNamed();

private:
    QLineEdit& field() { return *m_page->findChild<QLineEdit*>(); }
    QPushButton& button(const QString& name = u"Sign in"_s);
    void offerBrowser();
    void begin();
    void sendBack();
    void press() { QTest::mouseClick(&button(), Qt::LeftButton); }
    QString words();

    std::unique_ptr<FakeSignIn> m_signIn;
    std::unique_ptr<SignInPage> m_page;
};

void tst_SignInPage::init()
{
    m_page.reset();
    m_signIn = std::make_unique<FakeSignIn>();
    m_page = std::make_unique<SignInPage>();
    m_page->start(*m_signIn, {});
    m_page->resize(800, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QPushButton& tst_SignInPage::button(const QString& name)
{
    for (auto* each : m_page->findChildren<QPushButton*>()) {
        if (each->accessibleName() == name)
            return *each;
    }
    qFatal("no such button");
}

void tst_SignInPage::offerBrowser()
{
    m_signIn->browserWay = std::make_unique<FakeBrowser>();
    m_page->start(*m_signIn, {});
}

void tst_SignInPage::begin()
{
    offerBrowser();
    button(u"Sign in with the browser"_s).click();
}

/// The browser comes back with a good token of Ana's.
void tst_SignInPage::sendBack()
{
    emit m_signIn->browserWay->tokenCame(token);
    m_signIn->answer(
        size_t(m_signIn->checked.size()) - 1, Person{{u"1001"_s}, u"Ana <i>Lopez"_s, {}});
}

QString tst_SignInPage::words()
{
    QStringList result;
    for (const QLabel* label : m_page->findChildren<QLabel*>()) {
        if (label->isVisible())
            result.append(label->text());
    }
    return result.join(u'|');
}

void tst_SignInPage::namesAreThoseThatTestsAndScreenReadersKnow()
{
    QCOMPARE(field().accessibleName(), u"Access token"_s);
    QCOMPARE(button().accessibleName(), u"Sign in"_s);
    QVERIFY(words().contains(u"https://dev.groupme.com"_s));
}

void tst_SignInPage::aGoodTokenSignsInAndSaysWhoseItIs()
{
    QTest::keyClicks(&field(), token);
    press();
    QCOMPARE(m_signIn->checked, QStringList{token});
    QVERIFY(!button().isEnabled());
    QVERIFY(m_signIn->accepted.isEmpty());
    m_signIn->answer(0, Person{{u"1001"_s}, u"Ana Lopez"_s, {}});
    QCOMPARE(m_signIn->accepted, QStringList{token + u" Ana Lopez"_s});
    QVERIFY(words().contains(u"Signing in as Ana Lopez"_s));
}

void tst_SignInPage::enterIsAsGoodAsTheButton()
{
    QTest::keyClicks(&field(), token);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_signIn->checked, QStringList{token});
}

void tst_SignInPage::theTokenIsTrimmed()
{
    field().setText(u" \t"_s + token + u"\n "_s);
    press();
    QCOMPARE(m_signIn->checked, QStringList{token});
}

void tst_SignInPage::spacesInsideAreRefusedWithoutAsking()
{
    QTest::keyClicks(&field(), u"two words"_s);
    press();
    QCOMPARE(m_signIn->checked, QStringList());
    QVERIFY(words().contains(u"no spaces"_s));
    QTest::keyClicks(&field(), u"x"_s);
    QVERIFY(!words().contains(u"no spaces"_s));
}

void tst_SignInPage::nothingIsRefusedWithoutAsking()
{
    press();
    QCOMPARE(m_signIn->checked, QStringList());
    QVERIFY(words().contains(u"first"_s));
}

void tst_SignInPage::aRefusalSaysWhyAndKeepsTheText_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("wrong token") << ErrorKind::Unauthorized << u"does not know this token"_s;
    QTest::newRow("offline") << ErrorKind::Unreachable << u"cannot be reached"_s;
    QTest::newRow("time-out") << ErrorKind::TimedOut << u"cannot be reached"_s;
    QTest::newRow("captive portal") << ErrorKind::NotGroupMe << u"Something else answered"_s;
    QTest::newRow("slowed down") << ErrorKind::RateLimited << u"in 12 s"_s;
    QTest::newRow("forbidden") << ErrorKind::Forbidden << u"does not let this account in"_s;
    QTest::newRow("trouble") << ErrorKind::Server << u"trouble"_s;
    QTest::newRow("nonsense") << ErrorKind::Malformed << u"could not be understood"_s;
}

void tst_SignInPage::aRefusalSaysWhyAndKeepsTheText()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, expected);
    QTest::keyClicks(&field(), token);
    press();
    Error error;
    error.kind = kind;
    error.retryAfter = std::chrono::milliseconds(11'200);
    m_signIn->answer(0, std::unexpected(error));
    QVERIFY2(words().contains(expected), qPrintable(words()));
    QCOMPARE(field().text(), token);
    QVERIFY(button().isEnabled() && field().isEnabled());
    QVERIFY(m_signIn->accepted.isEmpty());
    QVERIFY(field().accessibleDescription().contains(expected));
}

void tst_SignInPage::oneQuestionAtATime()
{
    QTest::keyClicks(&field(), token);
    press();
    press();
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_signIn->checked.size(), 1);
}

void tst_SignInPage::aLateAnswerAfterClearIsIgnored()
{
    QTest::keyClicks(&field(), token);
    press();
    m_page->clear();
    m_signIn->answer(0, Person{{u"1001"_s}, u"Ana Lopez"_s, {}});
    QVERIFY(m_signIn->accepted.isEmpty());
}

void tst_SignInPage::theTokenIsHiddenUntilAskedFor()
{
    QCOMPARE(field().echoMode(), QLineEdit::Password);
    auto* eye = m_page->findChild<QToolButton*>();
    QCOMPARE(eye->accessibleName(), u"Show the token"_s);
    eye->click();
    QCOMPARE(field().echoMode(), QLineEdit::Normal);
    QCOMPARE(eye->accessibleName(), u"Hide the token"_s);
}

void tst_SignInPage::clearForgetsTheToken()
{
    QTest::keyClicks(&field(), token);
    m_page->findChild<QToolButton*>()->click();
    m_page->clear();
    QCOMPARE(field().text(), QString());
    QVERIFY(!field().isUndoAvailable());
    QCOMPARE(field().echoMode(), QLineEdit::Password);
}

void tst_SignInPage::theNoticeSaysWhyOneIsHere()
{
    m_page->start(*m_signIn, u"Your sign-in is no longer valid."_s);
    QVERIFY(words().contains(u"no longer valid"_s));
}

void tst_SignInPage::withoutABrowserThereIsPastingOnly()
{
    QVERIFY(!button(u"Sign in with the browser"_s).isVisible());
    QVERIFY(field().isVisible());
    QCOMPARE(m_page->focusWidget(), &field());
}

void tst_SignInPage::theBrowsersTokenIsTakenAfterAQuestionOnly()
{
    begin();
    QCOMPARE(m_signIn->browserWay->started, 1);
    QVERIFY(words().contains(u"in your browser"_s));
    QVERIFY(!field().isVisible());
    emit m_signIn->browserWay->tokenCame(token);
    QCOMPARE(m_signIn->checked, QStringList{token});
    QVERIFY(words().contains(u"Asking GroupMe who signed in"_s));
    m_signIn->answer(0, Person{{u"1001"_s}, u"Ana <i>Lopez"_s, {}});
    QVERIFY(m_signIn->accepted.isEmpty());
    QVERIFY2(words().contains(u"Continue as Ana <i>Lopez?"_s), qPrintable(words()));
    button(u"Continue"_s).click();
    QCOMPARE(m_signIn->accepted, QStringList{token + u" Ana <i>Lopez"_s});
    QCOMPARE(m_signIn->origins, QList{TokenOrigin::Browser});
}

void tst_SignInPage::someoneElseIsNotSignedIn()
{
    begin();
    sendBack();
    button(u"Someone else"_s).click();
    QVERIFY(m_signIn->accepted.isEmpty());
    QVERIFY(!button(u"Continue"_s).isVisible());
    QVERIFY(words().contains(u"sign out of GroupMe in the browser"_s));
    button(u"Sign in with the browser"_s).click();
    QCOMPARE(m_signIn->browserWay->started, 2);
}

void tst_SignInPage::whileItWaitsTheAddressCanBeCopied()
{
    begin();
    button(u"Copy the address"_s).click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"https://oauth.groupme.com/oauth/authorize?client_id=a"_s);
}

void tst_SignInPage::withoutABrowserToOpenTheAddressIsOffered()
{
    offerBrowser();
    m_signIn->browserWay->next->isOpened = false;
    button(u"Sign in with the browser"_s).click();
    QVERIFY(words().contains(u"could not open a browser"_s));
    QVERIFY(button(u"Copy the address"_s).isVisible());
}

void tst_SignInPage::cancellingEndsTheWait_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("button") << 0;
    QTest::newRow("Esc") << int(Qt::Key_Escape);
    QTest::newRow("Enter") << int(Qt::Key_Return);
}

void tst_SignInPage::cancellingEndsTheWait()
{
    QFETCH(const int, key);
    begin();
    if (key != 0)
        QTest::keyClick(m_page->focusWidget(), Qt::Key(key));
    else
        button(u"Cancel"_s).click();
    QCOMPARE(m_signIn->browserWay->cancelled, 1);
    QVERIFY(field().isVisible());
    emit m_signIn->browserWay->tokenCame(token);
    QCOMPARE(m_signIn->checked, QStringList());
}

void tst_SignInPage::aRefusedStartSaysWhyAndOffersPasting()
{
    offerBrowser();
    m_signIn->browserWay->next
        = std::unexpected(Error{ErrorKind::Conflict, 0, u"The port is taken."_s, {}});
    button(u"Sign in with the browser"_s).click();
    QVERIFY(words().contains(u"The port is taken."_s));
    QVERIFY(field().isVisible());
    QVERIFY(button(u"Sign in with the browser"_s).isVisible());
}

void tst_SignInPage::withoutATokenItSaysSoAndWaitsOn()
{
    begin();
    emit m_signIn->browserWay->cameWithoutToken();
    QVERIFY(words().contains(u"no access"_s));
    sendBack();
    QVERIFY(button(u"Continue"_s).isVisible());
}

void tst_SignInPage::theEndOfPatienceIsSaid()
{
    begin();
    emit m_signIn->browserWay->timedOut();
    QVERIFY(words().contains(u"five minutes"_s));
    QVERIFY(field().isVisible());
}

void tst_SignInPage::aWrongTokenOfTheBrowserIsSaid()
{
    begin();
    emit m_signIn->browserWay->tokenCame(token);
    Error error;
    error.kind = ErrorKind::Unauthorized;
    m_signIn->answer(0, std::unexpected(error));
    QVERIFY(words().contains(u"does not know the token that came"_s));
    QVERIFY(button(u"Sign in with the browser"_s).isVisible());
    QCOMPARE(field().text(), QString());
}

void tst_SignInPage::aTokenThatComesLateIsIgnored()
{
    begin();
    emit m_signIn->browserWay->tokenCame(token);
    m_page->clear();
    m_signIn->answer(0, Person{{u"1001"_s}, u"Ana"_s, {}});
    QVERIFY(!button(u"Continue"_s).isVisible());
    emit m_signIn->browserWay->tokenCame(token); // nobody waits for it
    QCOMPARE(m_signIn->checked.size(), 1);
}

void tst_SignInPage::pastingStaysBesideTheBrowser()
{
    offerBrowser();
    QVERIFY(words().contains(u"Or paste an access token"_s));
    QTest::keyClicks(&field(), token);
    press();
    m_signIn->answer(0, Person{{u"1001"_s}, u"Ana"_s, {}});
    QCOMPARE(m_signIn->origins, QList{TokenOrigin::Pasted});
}

void tst_SignInPage::theKeyboardIsEnough()
{
    offerBrowser();
    QCOMPARE(m_page->focusWidget(), &button(u"Sign in with the browser"_s));
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_signIn->browserWay->started, 1);
    QCOMPARE(m_page->focusWidget(), &button(u"Cancel"_s));
    sendBack();
    QCOMPARE(m_page->focusWidget(), &button(u"Continue"_s));
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape); // someone else
    QVERIFY(m_signIn->accepted.isEmpty());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
    sendBack();
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_signIn->accepted.size(), 1);
}

void tst_SignInPage::oneCanGoBackToTheChatsThatAreHere()
{
    QVERIFY(!button(u"Back to the chats"_s).isVisible());
    m_signIn->hasChats = true;
    m_page->start(*m_signIn, {});
    button(u"Back to the chats"_s).click();
    QTest::keyClick(&field(), Qt::Key_Escape);
    QCOMPARE(m_signIn->backs, 2);
}

void tst_SignInPage::everyControlIsNamed()
{
    offerBrowser();
    for (const QWidget* each : m_page->findChildren<QWidget*>()) {
        if (each->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
    }
}

SKEIN_TEST(tst_SignInPage)

} // namespace signInPageTest

#include "tst_SignInPage.moc"
