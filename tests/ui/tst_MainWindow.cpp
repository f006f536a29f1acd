// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/AccountFixture.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/MainWindow.h"
#include "ui/NoticeBar.h"
#include "ui/composer/MessageField.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/signin/BrowserSignIn.h"
#include "ui/signin/SignIn.h"
#include "ui/theme/Question.h"
#include "ui/theme/Theme.h"
#include "ui/thread/ThreadView.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mainWindowTest {

namespace {

class NoSignIn : public SignIn {
public:
    Async<Person> check(const QString&) override { return {}; }
    void accept(const QString&, const Person&, TokenOrigin) override { }
    BrowserSignIn* browser() override { return nullptr; }
    bool canGoBack() const override { return false; }
    void goBack() override { }
};

} // namespace

class tst_MainWindow : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theTitleNamesTheConversationInFront();
    void choosingAChatOpensItEverywhere();
    void whatIsSentReachesTheServiceAndLeavesTheField();
    void draftsFollowTheirConversation();
    void theLastConversationComesBackAtTheNextStart();
    void escapeReturnsToTheComposer();
    void controlKFindsAChat();
    void altDownAndUpWalkTheChats();
    void controlBLeavesOnlyTheAvatarsAndControlKExpandsThem();
    void pageKeysInTheComposerScrollTheThread();
    void oneColumnAtATimeWhenNarrow();
    void noConnectionIsSaidInWords();
    void aRefusedTokenOffersToSignInAgain();
    void noKeychainIsSaidPlainlyAndCanBeTriedAgain();
    void aDamagedDatabaseIsSaidUntilThePersonClosesIt();
    void aFullDiskIsSaidAndNoTypedTextIsLost();
    void whatOnlyAnotherStartMendsIsSaid();
    void closingAsksBeforeTypedTextIsLost();
    void deletingIsAskedAboutAndNoIsTheDefault();
    void signingOutGoesThroughTheSettings();
    void endingTheSessionShowsTheSignInPage();
    void everyControlHasAName();
    void tabReachesEveryControl();
    void thePaletteIsFollowedLive();

private:
    template <class T>
    T* named(const QString& name)
    {
        for (T* widget : m_window->findChildren<T*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    MessageField& field() { return *named<MessageField>(u"Message"_s); }
    QListView& list() { return *named<QListView>(u"Chats"_s); }
    QLineEdit& search() { return *named<QLineEdit>(u"Search chats"_s); }
    bool shows(const QString& words);
    void pick(int row);
    void start();
    /// The program ends and is started again; `meanwhile` its files are closed.
    void restart(const std::function<void()>& meanwhile = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::init()
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    for (const QString& person : {u"20001"_s, u"20002"_s, u"20003"_s})
        m_world->service.receive(person, u"hello from "_s + person);
    start();
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_account.reset();
    m_world.reset();
}

void tst_MainWindow::start()
{
    m_window = std::make_unique<MainWindow>();
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_account->start();
    m_window->resize(1000, 700);
    m_window->showSession(m_account->session());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_world->pass(2s);
    QCOMPARE(m_account->chats.rowCount(), 3);
}

void tst_MainWindow::restart(const std::function<void()>& meanwhile)
{
    m_window->close();
    m_window.reset();
    m_account.reset();
    m_world->restart(meanwhile);
    start();
}

bool tst_MainWindow::shows(const QString& words)
{
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void tst_MainWindow::pick(int row)
{
    const QRect rect = list().visualRect(list().model()->index(row, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, rect.center());
    m_world->settle();
}

void tst_MainWindow::theTitleNamesTheConversationInFront()
{
    QCOMPARE(m_window->windowTitle(), u"Skein"_s);
    QVERIFY(shows(u"finds a chat"_s));
    pick(0);
    const QString title = m_account->chats.index(0).data().toString();
    QCOMPARE(m_window->windowTitle(), title + u" \u2014 Skein"_s);
    QVERIFY(!shows(u"finds a chat"_s));
}

void tst_MainWindow::choosingAChatOpensItEverywhere()
{
    pick(1);
    const ConversationId id = m_account->chats.row(1).id;
    QCOMPARE(m_account->thread.conversation(), id);
    QCOMPARE(m_account->settings.value(setting::lastConversation), id.key());
    QTRY_VERIFY(field().hasFocus());
    QTRY_COMPARE(m_account->thread.count(), 1);
}

void tst_MainWindow::whatIsSentReachesTheServiceAndLeavesTheField()
{
    pick(2);
    const QString person = m_account->chats.row(2).id.related;
    QTest::keyClicks(&field(), u"on my way"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(field().toPlainText(), QString());
    m_world->settle();
    QTRY_VERIFY(m_world->service.texts(person).contains(u"on my way"_s));
}

void tst_MainWindow::draftsFollowTheirConversation()
{
    pick(0);
    QTest::keyClicks(&field(), u"half a sentence"_s);
    pick(1);
    QCOMPARE(field().toPlainText(), QString());
    pick(0);
    QTRY_COMPARE(field().toPlainText(), u"half a sentence"_s);
}

void tst_MainWindow::theLastConversationComesBackAtTheNextStart()
{
    pick(1);
    const ConversationId id = m_account->chats.row(1).id;
    restart();
    QCOMPARE(m_account->thread.conversation(), id);
    QVERIFY(field().hasFocus());
    QVERIFY(m_window->windowTitle() != u"Skein"_s);
}

void tst_MainWindow::escapeReturnsToTheComposer()
{
    pick(0);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Escape);
    QVERIFY(field().hasFocus());
    search().setFocus();
    search().setText(u"xyz"_s);
    QTest::keyClick(&search(), Qt::Key_Escape);
    QCOMPARE(search().text(), QString());
    QVERIFY(field().hasFocus());
    auto& messages = m_window->findChild<ThreadView*>()->list();
    messages.setFocus();
    QTest::keyClick(&messages, Qt::Key_Escape);
    QVERIFY(field().hasFocus());
}

void tst_MainWindow::controlKFindsAChat()
{
    pick(0);
    QTest::keyClick(&field(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(search().hasFocus());
    const QString title = list().model()->index(2, 0).data().toString();
    const ConversationId id = m_account->chats.row(2).id;
    QTest::keyClicks(&search(), title);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_account->thread.conversation(), id);
    QVERIFY(field().hasFocus());
}

void tst_MainWindow::altDownAndUpWalkTheChats()
{
    pick(0);
    QTest::keyClick(&field(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_account->thread.conversation(), m_account->chats.row(1).id);
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_account->thread.conversation(), m_account->chats.row(0).id);
}

void tst_MainWindow::controlBLeavesOnlyTheAvatarsAndControlKExpandsThem()
{
    pick(0);
    QTest::keyClick(&field(), Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(list().width(), metrics::avatarColumn);
    QVERIFY(field().hasFocus());
    restart();
    QTRY_COMPARE(list().width(), metrics::avatarColumn);
    QTest::keyClick(&field(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(search().isVisible() && search().hasFocus());
    QTRY_COMPARE(list().width(), 300);
}

void tst_MainWindow::pageKeysInTheComposerScrollTheThread()
{
    m_world->service.receiveMany(u"20001"_s, 120);
    m_account->sync.lookNow();
    m_world->pass(5s);
    pick(m_account->chats.rowOf(chatWith(u"20001"_s)));
    auto& messages = m_window->findChild<ThreadView*>()->list();
    m_world->pass(5s);
    QVERIFY2(
        m_account->thread.count() > 60, qPrintable(QString::number(m_account->thread.count())));
    messages.goToEnd();
    m_world->settle();
    QVERIFY(messages.isAtEnd());
    QTest::keyClick(&field(), Qt::Key_PageUp);
    QVERIFY(!messages.isAtEnd());
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_PageDown);
    QTRY_VERIFY(messages.isAtEnd());
}

void tst_MainWindow::oneColumnAtATimeWhenNarrow()
{
    auto* view = m_window->findChild<ThreadView*>();
    m_window->resize(500, 700);
    QTRY_VERIFY(list().isVisible() && !view->isVisible());
    pick(0);
    QVERIFY(!list().isVisible() && view->isVisible());
    named<QToolButton>(u"Back to the chats"_s)->click();
    QVERIFY(list().isVisible() && !view->isVisible());
    m_window->resize(1000, 700);
    QTRY_VERIFY(list().isVisible() && view->isVisible());
    QVERIFY(!named<QToolButton>(u"Back to the chats"_s)->isVisible());
}

void tst_MainWindow::noConnectionIsSaidInWords()
{
    QTRY_VERIFY(shows(u"Up to date"_s));
    m_world->service.offline = true;
    m_account->sync.lookNow();
    m_world->pass(5s);
    QTRY_VERIFY(shows(u"Offline."_s));
    m_world->service.offline = false;
    m_account->sync.lookNow();
    m_world->pass(5s);
    QTRY_VERIFY(!shows(u"Offline."_s));
}

void tst_MainWindow::aRefusedTokenOffersToSignInAgain()
{
    QSignalSpy again(m_window.get(), &MainWindow::signInAgainRequested);
    m_account->connection.reportTokenRefused();
    auto* button = named<QPushButton>(u"Sign in again"_s);
    QVERIFY(button && button->isVisible());
    button->click();
    QCOMPARE(again.size(), 1);
}

void tst_MainWindow::noKeychainIsSaidPlainlyAndCanBeTriedAgain()
{
    QVERIFY(!shows(u"keychain"_s));
    m_window->chatsPage()->sayTokenNotKept(u"The keychain is locked."_s);
    QVERIFY(shows(u"The keychain is locked. You are signed in until Skein ends."_s));
    QSignalSpy again(m_window.get(), &MainWindow::keepTokenRequested);
    named<QPushButton>(u"Try again"_s)->click();
    QCOMPARE(again.size(), 1);
    m_window->chatsPage()->sayTokenNotKept({});
    QVERIFY(!shows(u"keychain"_s));
}

void tst_MainWindow::aDamagedDatabaseIsSaidUntilThePersonClosesIt()
{
    QVERIFY(!shows(u"damaged"_s));
    restart([this] {
        QFile file(m_world->file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("noise ").repeated(2000));
    });
    QTRY_VERIFY(shows(u"was damaged and has been set aside"_s));
    m_world->pass(30s);
    QVERIFY(shows(u"was damaged and has been set aside"_s));
    QToolButton* close = nullptr;
    for (QToolButton* button : m_window->findChildren<QToolButton*>(u"close"_s)) {
        if (button->isVisible())
            close = button;
    }
    QVERIFY(close);
    close->click();
    QVERIFY(!shows(u"damaged"_s));
    restart();
    m_world->pass(5s);
    QVERIFY(!shows(u"damaged"_s));
}

void tst_MainWindow::aFullDiskIsSaidAndNoTypedTextIsLost()
{
    auto full = std::make_unique<FullDisk>();
    pick(0);
    QTest::keyClicks(&field(), u"half a sentence"_s);
    m_world->pass(1s);
    QVERIFY(shows(u"Skein cannot write to its folder"_s));
    QVERIFY(shows(u"Not up to date"_s));
    pick(1);
    QTest::keyClicks(&field(), u"a whole one"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    m_world->settle();
    QCOMPARE(field().toPlainText(), u"a whole one"_s);
    QVERIFY(shows(u"It is back where you wrote it."_s));
    pick(0);
    QCOMPARE(field().toPlainText(), u"half a sentence"_s);

    full.reset();
    named<QPushButton>(u"Try again"_s)->click();
    m_world->settle();
    QVERIFY(!shows(u"cannot write"_s));
    m_world->pass(2s);
    QVERIFY(shows(u"Up to date"_s));
    restart();
    QCOMPARE(field().toPlainText(), u"half a sentence"_s);
}

void tst_MainWindow::whatOnlyAnotherStartMendsIsSaid()
{
    emit m_world->feed().troubled(StorageTrouble::TooNew);
    QVERIFY(shows(u"made by a newer Skein"_s));
    emit m_world->feed().troubled(StorageTrouble::Damaged);
    QVERIFY(shows(u"is damaged. Quit Skein and start it again"_s));
    QVERIFY(!named<QPushButton>(u"Try again"_s));
}

void tst_MainWindow::closingAsksBeforeTypedTextIsLost()
{
    auto full = std::make_unique<FullDisk>();
    pick(0);
    QTest::keyClicks(&field(), u"half a sentence"_s);
    m_world->pass(1s);
    QVERIFY(!m_window->close());
    const QPointer<Question> question = m_window->findChild<Question*>();
    QVERIFY(question && question->isVisible());
    QVERIFY(!m_window->close());
    QCOMPARE(m_window->findChildren<Question*>().size(), 1);
    QTest::keyClick(question, Qt::Key_Return); // to stay is the default
    QVERIFY(m_window->isVisible());
    QCOMPARE(field().toPlainText(), u"half a sentence"_s);

    full.reset();
    m_world->pass(15s);
    QVERIFY(m_window->close());
}

void tst_MainWindow::deletingIsAskedAboutAndNoIsTheDefault()
{
    pick(0);
    auto* view = m_window->findChild<ThreadView*>();
    const auto deletions = [this] {
        return std::ranges::count_if(m_world->network().requests(), [](const HttpRequest& request) {
            return request.method == HttpRequest::Method::Delete;
        });
    };
    emit view->deleteRequested(m_account->chats.row(0).newestId);
    const QPointer<Question> question = m_window->findChild<Question*>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    m_world->settle();
    QCOMPARE(deletions(), 0);
    QVERIFY(!question || !question->isVisible());
}

void tst_MainWindow::signingOutGoesThroughTheSettings()
{
    QSignalSpy out(m_window.get(), &MainWindow::signOutRequested);
    named<QToolButton>(u"Settings"_s)->click();
    auto* dialog = m_window->findChild<SettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    emit dialog->signOutRequested(true);
    QCOMPARE(out.size(), 1);
    QCOMPARE(out.first().first().toBool(), true);
}

void tst_MainWindow::endingTheSessionShowsTheSignInPage()
{
    pick(0);
    NoSignIn signIn;
    m_window->showSignIn(signIn, u"Your sign-in is no longer valid."_s);
    QVERIFY(!m_window->chatsPage());
    QVERIFY(named<QLineEdit>(u"Access token"_s)->isVisible());
    QVERIFY(shows(u"no longer valid"_s));
    QCOMPARE(m_window->windowTitle(), u"Skein"_s);
    m_account.reset(); // nothing of it is touched any more
    m_window->resize(500, 500);
    QCoreApplication::processEvents();
}

void tst_MainWindow::everyControlHasAName()
{
    pick(0);
    m_account->connection.reportTokenRefused();
    int controls = 0;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY2(controls >= 10, qPrintable(QString::number(controls)));
}

void tst_MainWindow::tabReachesEveryControl()
{
    pick(0);
    QTest::keyClicks(&field(), u"so that Send is enabled"_s);
    QSet<const QWidget*> reached;
    search().setFocus();
    for (int presses = 0; presses < 30; ++presses) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(QApplication::focusWidget() != nullptr, true);
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
    }
}

void tst_MainWindow::thePaletteIsFollowedLive()
{
    const QPalette before = QApplication::palette();
    QPalette dark = before;
    dark.setColor(QPalette::Window, 0x202326);
    dark.setColor(QPalette::WindowText, 0xfcfcfc);
    QApplication::setPalette(dark);
    QVERIFY(Theme::from(m_window->palette()).dark);
    QVERIFY(Theme::from(field().palette()).dark);
    QApplication::setPalette(before);
    QVERIFY(!Theme::from(field().palette()).dark);
}

SKEIN_TEST(tst_MainWindow)

} // namespace mainWindowTest

#include "tst_MainWindow.moc"
