// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/AccountFixture.h"
#include "tests/support/SkeinTest.h"
#include "ui/MainWindow.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lastConversationTest {

// The window of a start that finds what was in front when the program ended.
class tst_LastConversation : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void itIsReadBeforeTheListIsThere();
    void oneThatIsGoneIsNotOpened();

private:
    void startAgain(const ConversationId& last);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<MainWindow> m_window;
};

void tst_LastConversation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    for (const QString& person : {u"20001"_s, u"20002"_s})
        m_world->service.receive(person, u"hello from "_s + person);
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_account->start();
    m_world->pass(2s);
    QCOMPARE(m_account->chats.rowCount(), 2);
    m_account->thread.open(m_account->chats.row(1).id); // so that its messages are on disk
    QTRY_COMPARE(m_account->thread.count(), 1);
}

void tst_LastConversation::cleanup()
{
    m_window.reset();
    m_account.reset();
    m_world.reset();
}

/// Without a network.
void tst_LastConversation::startAgain(const ConversationId& last)
{
    m_account->settings.set(setting::lastConversation, last.key());
    m_account.reset();
    m_world->restart([] { });
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_window = std::make_unique<MainWindow>();
    m_window->showSession(m_account->session());
    QVERIFY(!m_account->chats.isLoaded());
}

void tst_LastConversation::itIsReadBeforeTheListIsThere()
{
    const ConversationId last = m_account->chats.row(1).id;
    startAgain(last);
    QCOMPARE(m_account->thread.conversation(), last);
    QTRY_VERIFY(m_account->chats.isLoaded());
    const QString title = m_account->chats.index(1).data().toString();
    QVERIFY(m_window->windowTitle().startsWith(title + u" \u2014 "_s));
    QTRY_COMPARE(m_account->thread.count(), 1);
}

void tst_LastConversation::oneThatIsGoneIsNotOpened()
{
    const auto gone = ConversationId::direct({u"10001"_s}, {u"29999"_s});
    startAgain(gone);
    QTRY_VERIFY(m_account->chats.isLoaded());
    QVERIFY(m_account->thread.conversation().isEmpty());
    QVERIFY(m_window->windowTitle().startsWith(u"Skein"_s));
}

SKEIN_TEST(tst_LastConversation)

} // namespace lastConversationTest

#include "tst_LastConversation.moc"
