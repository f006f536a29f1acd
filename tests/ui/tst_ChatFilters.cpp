// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/chats/ChatList.h"
#include "ui/chats/ChatListPane.h"
#include "ui/chats/FilterChips.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace chatFiltersTest {

class tst_ChatFilters : public QObject {
    Q_OBJECT
private slots:
    void init();
    void eachKindShowsItsOwnChats_data();
    void eachKindShowsItsOwnChats();
    void whatIsTypedAndTheKindBothHold();
    void searchReadsTheTopicOfThePreview();
    void searchFindsAGroupByAnyOfItsTopics();
    void chipsAreOneTabStopWithNamesAndArrowsMoveAmongThem();
    void unreadKeepsTheChatThatWasOpenedUntilAnotherIsChosen();
    void unreadKeepsAChatInFrontThatGetsNewMessages();
    void aClickAmongUnreadChatsPicksTheRowUnderIt();
    void theChosenKindSurvivesNewRows();
    void emptyListsSayWhatIsMissing();
    void theSecondaryButtonAsksForAMenuAndPicksNothing();
    void theMenuKeyAsksForTheChosenChat();
    void theFilteredModelKeepsTheRules();

private:
    QListView& list() { return *m_pane->findChild<ChatList*>(); }
    QLineEdit& search() { return *m_pane->findChild<QLineEdit*>(); }
    FilterChip& chip(const QString& name);
    QStringList titles();
    void click(const QString& title);
    void read(int row);
    bool shows(const QString& words);

    ManualClock m_clock;
    std::unique_ptr<FakeChats> m_chats;
    std::unique_ptr<ChatListPane> m_pane;
    std::unique_ptr<QSignalSpy> m_picked;
};

void tst_ChatFilters::init()
{
    m_pane.reset();
    m_chats = std::make_unique<FakeChats>();
    m_chats->append(fakeChat(0, u"Ben Nash"_s));
    m_chats->append(fakeGroup(1, u"Rowing club"_s));
    m_chats->append(fakeChat(2, u"Maya Knox"_s));
    m_chats->append(fakeGroup(3, u"Flat 12"_s));
    for (const int row : {0, 1}) {
        Conversation chat = m_chats->at(row);
        chat.unread = 2;
        m_chats->replace(row, chat);
    }
    Conversation muted = m_chats->at(3);
    muted.isMuted = true;
    muted.mutedUnread = 12;
    m_chats->replace(3, muted);
    m_pane = std::make_unique<ChatListPane>(m_clock);
    m_pane->setModel(m_chats.get());
    m_pane->resize(300, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->activateWindow();
    m_picked = std::make_unique<QSignalSpy>(m_pane.get(), &ChatListPane::picked);
}

FilterChip& tst_ChatFilters::chip(const QString& name)
{
    for (auto* each : m_pane->findChildren<FilterChip*>()) {
        if (each->accessibleName() == name)
            return *each;
    }
    qFatal("no such chip");
}

QStringList tst_ChatFilters::titles()
{
    QStringList result;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        result.append(list().model()->index(row, 0).data().toString());
    return result;
}

void tst_ChatFilters::click(const QString& title)
{
    const auto row = static_cast<int>(titles().indexOf(title));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
        list().visualRect(list().model()->index(row, 0)).center());
    QCoreApplication::processEvents();
}

void tst_ChatFilters::read(int row)
{
    Conversation chat = m_chats->at(row);
    chat.unread = 0;
    chat.mutedUnread = 0;
    m_chats->replace(row, chat);
    QCoreApplication::processEvents();
}

bool tst_ChatFilters::shows(const QString& words)
{
    for (const QLabel* label : m_pane->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == words)
            return true;
    }
    return false;
}

void tst_ChatFilters::eachKindShowsItsOwnChats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("all") << u"All"_s
                         << QStringList{
                                u"Ben Nash"_s, u"Rowing club"_s, u"Maya Knox"_s, u"Flat 12"_s};
    QTest::newRow("unread, be it muted")
        << u"Unread"_s << QStringList{u"Ben Nash"_s, u"Rowing club"_s, u"Flat 12"_s};
    QTest::newRow("direct") << u"Direct"_s << QStringList{u"Ben Nash"_s, u"Maya Knox"_s};
    QTest::newRow("groups") << u"Groups"_s << QStringList{u"Rowing club"_s, u"Flat 12"_s};
}

void tst_ChatFilters::eachKindShowsItsOwnChats()
{
    QFETCH(const QString, name);
    chip(name).click();
    QTEST(titles(), "expected");
    QVERIFY(chip(name).isChecked());
}

void tst_ChatFilters::whatIsTypedAndTheKindBothHold()
{
    chip(u"Groups"_s).click();
    QTest::keyClicks(&search(), u"n"_s);
    QCOMPARE(titles(), QStringList{u"Rowing club"_s});
    chip(u"Direct"_s).click();
    QCOMPARE(titles(), (QStringList{u"Ben Nash"_s, u"Maya Knox"_s}));
    QTest::keyClicks(&search(), u"x"_s);
    QCOMPARE(titles(), QStringList{});
    QVERIFY(shows(u"No direct chat matches"_s));
    chip(u"Groups"_s).click();
    QVERIFY(shows(u"No group matches"_s));
    chip(u"Unread"_s).click();
    QVERIFY(shows(u"No unread chat matches"_s));
    chip(u"All"_s).click();
    QVERIFY(shows(u"No chat matches"_s));
}

void tst_ChatFilters::searchFindsAGroupByAnyOfItsTopics()
{
    m_chats->topicTitles.insert(u"Rowing club"_s, {u"Logistics"_s, u"Caf\u00e9"_s});
    search().setText(u"cafe"_s);
    QCOMPARE(titles(), QStringList{u"Rowing club"_s});
    search().setText(u"rowing logis"_s);
    QCOMPARE(titles(), QStringList{u"Rowing club"_s});
    search().setText(u"photos"_s);
    QVERIFY(titles().isEmpty());
}

void tst_ChatFilters::searchReadsTheTopicOfThePreview()
{
    Conversation club = m_chats->at(1);
    club.previewTopic = u"Logistics"_s;
    club.preview = u"vans leave at 6:15"_s;
    m_chats->replace(1, club);
    search().setText(u"logis vans"_s);
    QCOMPARE(titles(), QStringList{u"Rowing club"_s});
}

void tst_ChatFilters::chipsAreOneTabStopWithNamesAndArrowsMoveAmongThem()
{
    search().setFocus();
    QTest::keyClick(&search(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // past "New message"
    QVERIFY(chip(u"All"_s).hasFocus());
    QTest::keyClick(&chip(u"All"_s), Qt::Key_Right);
    QVERIFY(chip(u"Unread"_s).hasFocus());
    QVERIFY(chip(u"Unread"_s).isChecked());
    QVERIFY(!chip(u"All"_s).isChecked());
    QCOMPARE(titles().size(), 3);
    QTest::keyClick(&chip(u"Unread"_s), Qt::Key_Right);
    QTest::keyClick(&chip(u"Direct"_s), Qt::Key_Right);
    QVERIFY(chip(u"Groups"_s).isChecked());
    QTest::keyClick(&chip(u"Groups"_s), Qt::Key_Left);
    QVERIFY(chip(u"Direct"_s).isChecked());
    QTest::keyClick(&chip(u"Direct"_s), Qt::Key_Tab);
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Backtab);
    QVERIFY(chip(u"Direct"_s).hasFocus());
}

void tst_ChatFilters::unreadKeepsTheChatThatWasOpenedUntilAnotherIsChosen()
{
    chip(u"Unread"_s).click();
    click(u"Ben Nash"_s);
    read(0);
    QCOMPARE(titles(), (QStringList{u"Ben Nash"_s, u"Rowing club"_s, u"Flat 12"_s}));
    QCOMPARE(list().currentIndex().data().toString(), u"Ben Nash"_s);
    click(u"Rowing club"_s);
    QCOMPARE(titles(), (QStringList{u"Rowing club"_s, u"Flat 12"_s}));
    read(1);
    QCOMPARE(titles(), (QStringList{u"Rowing club"_s, u"Flat 12"_s}));
    // Chosen anew, the filter shows what is so now.
    chip(u"All"_s).click();
    chip(u"Unread"_s).click();
    QCOMPARE(titles(), QStringList{u"Flat 12"_s});
    QCOMPARE(m_picked->size(), 2);
}

void tst_ChatFilters::unreadKeepsAChatInFrontThatGetsNewMessages()
{
    m_pane->mark(m_chats->at(2).id);
    chip(u"Unread"_s).click();
    QVERIFY(!titles().contains(u"Maya Knox"_s));
    Conversation maya = m_chats->at(2);
    maya.unread = 1;
    m_chats->replace(2, maya);
    QVERIFY(titles().contains(u"Maya Knox"_s));
    read(2);
    QVERIFY(titles().contains(u"Maya Knox"_s));
    m_pane->mark(m_chats->at(0).id);
    QTRY_VERIFY(!titles().contains(u"Maya Knox"_s));
}

void tst_ChatFilters::aClickAmongUnreadChatsPicksTheRowUnderIt()
{
    chip(u"Unread"_s).click();
    click(u"Ben Nash"_s);
    read(0);
    // Ben's row goes away because of this very click.
    click(u"Flat 12"_s);
    QCOMPARE(titles(), (QStringList{u"Rowing club"_s, u"Flat 12"_s}));
    QCOMPARE(m_picked->last().at(0).value<ConversationId>(), m_chats->at(3).id);
    QCOMPARE(list().selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(list().selectionModel()->selectedIndexes().first().data().toString(), u"Flat 12"_s);
}

void tst_ChatFilters::theChosenKindSurvivesNewRows()
{
    chip(u"Groups"_s).click();
    m_chats->insert(0, fakeChat(9, u"Iris Adams"_s));
    m_chats->insert(0, fakeGroup(10, u"Book circle"_s));
    QCOMPARE(titles(), (QStringList{u"Book circle"_s, u"Rowing club"_s, u"Flat 12"_s}));
}

void tst_ChatFilters::emptyListsSayWhatIsMissing()
{
    for (const int row : {0, 1, 3})
        read(row);
    chip(u"Unread"_s).click();
    QVERIFY(shows(u"No unread chats"_s));
    for (int row = m_chats->rowCount() - 1; row >= 0; --row)
        m_chats->remove(row);
    chip(u"Groups"_s).click();
    QVERIFY(shows(u"No groups yet"_s));
    chip(u"Direct"_s).click();
    QVERIFY(shows(u"No direct messages yet"_s));
    chip(u"All"_s).click();
    QVERIFY(shows(u"No chats yet"_s));
    chip(u"Unread"_s).click();
    m_pane->setLoading(true);
    QVERIFY(!shows(u"No unread chats"_s));
}

void tst_ChatFilters::theSecondaryButtonAsksForAMenuAndPicksNothing()
{
    QSignalSpy menu(m_pane.get(), &ChatListPane::menuRequested);
    const QPoint place = list().visualRect(list().model()->index(1, 0)).center();
    QTest::mouseClick(list().viewport(), Qt::RightButton, {}, place);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(list().viewport(), &event);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu.at(0).at(0).value<ConversationId>(), m_chats->at(1).id);
    QCOMPARE(menu.at(0).at(1).toPoint(), list().viewport()->mapToGlobal(place));
    QCOMPARE(m_picked->size(), 0);
    QVERIFY(!list().selectionModel()->hasSelection());
}

void tst_ChatFilters::theMenuKeyAsksForTheChosenChat()
{
    QSignalSpy menu(m_pane.get(), &ChatListPane::menuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&list(), &event);
    QCOMPARE(menu.size(), 0);
    m_pane->mark(m_chats->at(3).id);
    QContextMenuEvent again(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&list(), &again);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu.at(0).at(0).value<ConversationId>(), m_chats->at(3).id);
}

void tst_ChatFilters::theFilteredModelKeepsTheRules()
{
    ChatFilter filter;
    filter.setSourceModel(m_chats.get());
    const QAbstractItemModelTester tester(
        &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setKind(ChatFilter::Kind::Unread);
    filter.setFront(m_chats->at(0).id);
    read(0);
    m_chats->moveToTop(3);
    filter.setFront(m_chats->at(0).id);
    QCoreApplication::processEvents();
    filter.setNeedle(u"flat"_s);
    QCOMPARE(filter.rowCount(), 1);
    m_chats->remove(0);
    QCOMPARE(filter.rowCount(), 0);
}

SKEIN_TEST(tst_ChatFilters)

} // namespace chatFiltersTest

#include "tst_ChatFilters.moc"
