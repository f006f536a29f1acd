// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppContext.h"
#include "app/demo/DemoService.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/signin/SignInPage.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace appContextTest {

namespace {
constexpr int patience = 20'000; // ms, for what crosses real sockets
}

// The program as a person has it: the window, the service over real HTTP, a profile on disk.
class tst_AppContext : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aGivenTokenShowsTheChats();
    void signingOutWipesTheAccountAndAsksForAToken();
    void anotherAccountHasAnotherStore();
    void withoutTheServiceWhatIsOnDiskIsShown();
    void whatIsOnDiskIsShownBeforeItIsKnownWhoseTokenItIs();
    void anUnknownTokenAsksForAnother();
    void anUnknownTokenTakesAwayWhatIsOnDisk();

private:
    void startService();
    void start(const QString& token);
    [[nodiscard]] int chats() const;
    [[nodiscard]] QString folderOf(const QString& user) const;

    std::unique_ptr<QTemporaryDir> m_place;
    QUrl m_url;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<AppContext> m_context;
};

void tst_AppContext::startService()
{
    m_service = std::make_unique<DemoService>(DemoOptions{});
    QVERIFY(m_service->start());
    m_url = QUrl(m_service->url());
}

void tst_AppContext::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    startService();
    m_profile = std::make_unique<Profile>(m_place->path(), false);
}

void tst_AppContext::cleanup() { m_context.reset(); }

void tst_AppContext::start(const QString& token)
{
    m_context.reset();
    m_context = std::make_unique<AppContext>(Options{.server = m_url}, *m_profile, token);
    m_context->start();
}

int tst_AppContext::chats() const
{
    return m_context->session() ? m_context->session()->view().chats.rowCount() : -1;
}

QString tst_AppContext::folderOf(const QString& user) const
{
    return m_profile->accountFolder(user);
}

void tst_AppContext::aGivenTokenShowsTheChats()
{
    start(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    QVERIFY(m_context->window().chatsPage());
}

void tst_AppContext::signingOutWipesTheAccountAndAsksForAToken()
{
    const QString me = m_service->world().me().id;
    start(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    QVERIFY(QDir(folderOf(me)).exists());
    emit m_context->window().signOutRequested(false);
    QCOMPARE(chats(), -1);
    QVERIFY(!QDir(folderOf(me)).exists());
    QVERIFY(!m_context->window().chatsPage());

    m_context->accept(m_service->token(), {.id = {me}, .name = u"Mara"_s}, TokenOrigin::Pasted);
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
}

void tst_AppContext::anotherAccountHasAnotherStore()
{
    start(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    start(m_service->tokenFor(u"20450"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_context->session()->me().id.value, u"20450"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 1, patience);
    QVERIFY(chats() < 28); // she knows fewer people
    QVERIFY(QDir(folderOf(m_service->world().me().id)).exists());
    QVERIFY(QDir(folderOf(u"20450"_s)).exists());
}

void tst_AppContext::withoutTheServiceWhatIsOnDiskIsShown()
{
    const QString token = m_service->token();
    start(token);
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    m_service->stop();
    start(token);
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_context->session()->view().connection.state().kind,
        ConnectionState::Kind::Offline, patience);
}

void tst_AppContext::whatIsOnDiskIsShownBeforeItIsKnownWhoseTokenItIs()
{
    start(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    m_context.reset();
    startService(); // which nobody has asked for anything
    start(m_service->token());
    QVERIFY(m_context->window().chatsPage());
    QVERIFY(!m_context->window().findChild<SignInPage*>()); // nobody is asked for anything
    QTRY_VERIFY_WITH_TIMEOUT(m_service->log().count(u"GET"_s, u"/chats"_s) > 0, patience);
    QVERIFY(m_service->log().entries().constFirst().path.endsWith(u"/users/me"_s));
}

void tst_AppContext::anUnknownTokenAsksForAnother()
{
    start(u"notATokenThatAnybodyHasEverSeenBefore123"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_service->log().count(u"GET"_s, u"/users/me"_s) > 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_context->window().signInPage().isVisible(), patience);
    QCOMPARE(chats(), -1);
}

void tst_AppContext::anUnknownTokenTakesAwayWhatIsOnDisk()
{
    start(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(chats() >= 28, patience);
    m_context.reset();
    m_service->log().clear();
    start(u"notATokenThatAnybodyHasEverSeenBefore123"_s);
    QTRY_COMPARE_WITH_TIMEOUT(chats(), -1, patience);
    QVERIFY(m_context->window().signInPage().isVisible());
    QVERIFY(!m_context->canGoBack());
    const auto entries = m_service->log().entries();
    QCOMPARE(std::ranges::count_if(entries, &DemoLogEntry::tokenInHeader), 1); // whose it is
}

SKEIN_TEST(tst_AppContext)

} // namespace appContextTest

#include "tst_AppContext.moc"
