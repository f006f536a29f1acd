// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/signin/SignIn.h"
#include "ui/signin/SignInPage.h"

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
    void accept(const QString& token, const Person& person) override
    {
        accepted.append(token + u' ' + person.name);
    }
    void answer(size_t question, Result<Person> result)
    {
        m_waiting.at(question).addResult(std::move(result));
        m_waiting.at(question).finish();
        QCoreApplication::processEvents();
    }

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

private:
    QLineEdit& field() { return *m_page->findChild<QLineEdit*>(); }
    QPushButton& button() { return *m_page->findChild<QPushButton*>(); }
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

SKEIN_TEST(tst_SignInPage)

} // namespace signInPageTest

#include "tst_SignInPage.moc"
