// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/Presence.h"
#include "tests/app/FakeTray.h"
#include "tests/support/AccountFixture.h"
#include "tests/support/SkeinTest.h"
#include "ui/MainWindow.h"
#include "ui/settings/SettingsDialog.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace presenceTest {

// The window, the tray and the ways between them.
class tst_Presence : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void closingHidesWhereThereIsATray();
    void closingQuitsWithoutATray();
    void closingQuitsWhenThePersonWantsItSo();
    void closingTheSignInPageQuits();
    void theTrayIsExplainedOnce();
    void aTrayThatVanishesGivesTheWindowBack();
    void aTrayThatStartsAgainAtOnceChangesNothing();
    void nobodyAsksForTheTrayWhileTheWindowIsThere();
    void aHiddenStartShowsNothing();
    void aHiddenStartWaitsForATray();
    void aHiddenStartWithoutATrayIsMinimised();
    void aClickHidesAndRaises();
    void theMenuOpensTheWindowAndTheSettings();
    void quittingByTheMenuClosesTheWindow();
    void theEndOfTheSessionIsNotHiddenFrom();
    void whatIsUnreadIsToldEverywhereAndEndsWithTheAccount();

private:
    void signIn();
    [[nodiscard]] QAction& entry(const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<FakeTray> m_tray;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Presence> m_presence;
    int m_badge = -1;
};

void tst_Presence::init()
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    m_world->service.receive(u"20001"_s, u"hello"_s);
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_account->start();
    m_world->pass(2s);
    m_tray = std::make_unique<FakeTray>();
    m_window = std::make_unique<MainWindow>();
    m_presence = std::make_unique<Presence>(Presence::Around{*m_window, *m_tray,
        m_account->settings, m_world->clock, [this](int count) { m_badge = count; }});
}

void tst_Presence::cleanup()
{
    m_presence.reset();
    m_window.reset();
    m_tray.reset();
    m_account.reset();
    m_world.reset();
}

void tst_Presence::signIn()
{
    m_window->showSession(m_account->session());
    m_presence->start(false);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QAction& tst_Presence::entry(const QString& text) const
{
    for (QAction* each : m_tray->shownMenu->actions()) {
        if (each->text() == text)
            return *each;
    }
    qFatal("no such entry");
}

void tst_Presence::closingHidesWhereThereIsATray()
{
    signIn();
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->isVisible());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed()); // nor does another window's end quit
    m_window->comeToFront();
    QVERIFY(m_window->isVisible());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void tst_Presence::closingQuitsWithoutATray()
{
    signIn();
    m_tray->there = false;
    QVERIFY(m_window->close());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void tst_Presence::closingQuitsWhenThePersonWantsItSo()
{
    signIn();
    m_account->settings.set(setting::closeToTray, false);
    QVERIFY(m_window->close());
}

void tst_Presence::closingTheSignInPageQuits()
{
    m_presence->start(false);
    QVERIFY(m_window->close());
}

void tst_Presence::theTrayIsExplainedOnce()
{
    signIn();
    for (int times = 0; times < 2; ++times) {
        m_window->close();
        QCOMPARE(m_tray->balloons, QStringList{u"Skein keeps running"_s});
        m_window->comeToFront();
    }
}

void tst_Presence::aTrayThatVanishesGivesTheWindowBack()
{
    signIn();
    m_window->close();
    m_world->pass(30s);
    QVERIFY(!m_window->isVisible());
    m_tray->there = false;
    m_world->pass(5s);
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->isMinimized());
    QVERIFY(!m_window->testAttribute(Qt::WA_ShowWithoutActivating)); // this once only
}

void tst_Presence::aTrayThatStartsAgainAtOnceChangesNothing()
{
    signIn();
    m_window->close();
    m_tray->there = false;
    m_world->pass(2s);
    m_tray->there = true;
    m_world->pass(10s);
    QVERIFY(!m_window->isVisible());
}

void tst_Presence::nobodyAsksForTheTrayWhileTheWindowIsThere()
{
    signIn();
    m_window->close();
    m_window->comeToFront();
    const int looks = m_tray->looks;
    m_world->pass(30s);
    QCOMPARE(m_tray->looks, looks);
}

void tst_Presence::aHiddenStartShowsNothing()
{
    m_window->showSession(m_account->session());
    m_presence->start(true);
    m_world->pass(30s);
    QVERIFY(!m_window->isVisible());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    m_tray->there = false; // and the way back is watched as after closing
    m_world->pass(5s);
    QVERIFY(m_window->isVisible());
}

void tst_Presence::aHiddenStartWaitsForATray()
{
    m_tray->there = false;
    m_window->showSession(m_account->session());
    m_presence->start(true);
    m_world->pass(5s);
    QVERIFY(!m_window->isVisible());
    m_tray->there = true;
    m_world->pass(30s);
    QVERIFY(!m_window->isVisible());
}

void tst_Presence::aHiddenStartWithoutATrayIsMinimised()
{
    m_tray->there = false;
    m_window->showSession(m_account->session());
    m_presence->start(true);
    m_world->pass(10s);
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->isMinimized());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void tst_Presence::aClickHidesAndRaises()
{
    signIn();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    emit m_tray->clicked();
    QVERIFY(!m_window->isVisible());
    emit m_tray->clicked();
    QVERIFY(m_window->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));

    QWidget other; // behind another window it is raised, not hidden
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_world->pass(1s);
    emit m_tray->clicked();
    QVERIFY(m_window->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    emit m_tray->clicked(); // the click itself took the focus
    QVERIFY(!m_window->isVisible());
}

void tst_Presence::theMenuOpensTheWindowAndTheSettings()
{
    signIn();
    m_window->close();
    entry(u"Open Skein"_s).trigger();
    QVERIFY(m_window->isVisible());
    m_window->close();
    entry(u"Settings"_s).trigger();
    QVERIFY(m_window->isVisible());
    entry(u"Settings"_s).trigger();
    QCOMPARE(m_window->findChildren<SettingsDialog*>().size(), 1);
}

void tst_Presence::quittingByTheMenuClosesTheWindow()
{
    signIn();
    entry(u"Quit Skein"_s).trigger();
    QVERIFY(!m_window->isVisible());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    QVERIFY(m_tray->balloons.isEmpty());
}

void tst_Presence::theEndOfTheSessionIsNotHiddenFrom()
{
    signIn();
    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &quit);
    QVERIFY(quit.isAccepted());
    QVERIFY(!m_window->isVisible());
    QVERIFY(m_tray->balloons.isEmpty());
}

void tst_Presence::whatIsUnreadIsToldEverywhereAndEndsWithTheAccount()
{
    QVERIFY(!entry(u"Settings"_s).isEnabled());
    signIn();
    QVERIFY(entry(u"Settings"_s).isEnabled());
    QCOMPARE(m_tray->shownTotals, m_account->chats.unreadTotals());
    QCOMPARE(m_badge, 0);
    m_window->close();
    for (const auto& text : {u"one"_s, u"two"_s})
        m_world->service.receive(u"20001"_s, text);
    m_account->sync.lookNow();
    m_world->pass(5s);
    QCOMPARE(m_badge, 2);
    QCOMPARE(m_tray->shownTotals, (UnreadTotals{.plain = 2}));
    QVERIFY(m_window->windowTitle().contains(u"(2)"_s));
    m_window->endSession();
    QCOMPARE(m_tray->shownTotals, UnreadTotals{});
    QCOMPARE(m_badge, 0);
    QCOMPARE(m_window->windowTitle(), u"Skein"_s);
    QVERIFY(!entry(u"Settings"_s).isEnabled());
}

SKEIN_TEST(tst_Presence)

} // namespace presenceTest

#include "tst_Presence.moc"
