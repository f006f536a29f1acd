// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/ThreadView.h"
#include "ui/topics/TopicPane.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupWindowTest {

// Finding one's way among groups and topics.
class tst_GroupWindow : public GroupWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void aGroupOpensInItsMainChatBesideItsTopics();
    void onlyGroupsWithTopicsHaveATopicColumn();
    void aGroupOpensWhereTheOnlyUnreadMessagesAre();
    void unreadMessagesInTheMainChatComeFirst();
    void theRowOfAGroupInFrontLeavesItsTopicInFront();
    void choosingATopicOpensItEverywhere();
    void whatIsSentInATopicReachesIt();
    void theTopicInFrontComesBackAtTheNextStart();
    void theMainChatComesBackForATopicThatIsGone();
    void keysWalkTheTopicsAndGoBackAndForth();
    void aTopicThatIsDeletedInFrontGivesWayToTheMainChat();
    void whoMayWriteIsSaidWhereTheFieldWas();
    void oneColumnAtATimeWhenNarrow();
    void theColumnsKeepTheirWidths();
    void everyControlHasAName();
    void tabReachesEveryControl();
};

void tst_GroupWindow::aGroupOpensInItsMainChatBesideItsTopics()
{
    QVERIFY(!topics().isVisible());
    pick(chats(), u"Rowing club"_s);
    QCOMPARE(inFront(), rowing);
    QVERIFY(topics().isVisible());
    QCOMPARE(titles(topics()), (QStringList{u"Main chat"_s, u"Kit"_s, u"Logistics"_s}));
    QCOMPARE(topics().currentIndex().data().toString(), u"Main chat"_s);
    QCOMPARE(m_window->windowTitle(), u"Rowing club \u2014 Skein"_s);
    QVERIFY(field().hasFocus());
    QTRY_VERIFY(shows(u"2 members"_s));
    m_world->pass(3s);
    QCOMPARE(m_account->thread.count(), 1);
}

void tst_GroupWindow::onlyGroupsWithTopicsHaveATopicColumn()
{
    pick(chats(), u"Flat 12"_s);
    QCOMPARE(inFront(), flat);
    QVERIFY(!topics().isVisible());
    pick(chats(), u"Rowing club"_s);
    QVERIFY(topics().isVisible());
    pick(chats(), u"Person 20001"_s);
    QVERIFY(!topics().isVisible());
    QCOMPARE(m_account->topics.rowCount(), 0);
}

void tst_GroupWindow::aGroupOpensWhereTheOnlyUnreadMessagesAre()
{
    hear(kit, u"one more"_s);
    hear(logistics, u"vans leave at 6:30"_s);
    pick(chats(), u"Rowing club"_s);
    QCOMPARE(inFront(), logistics);
    QCOMPARE(topics().currentIndex().data().toString(), u"Logistics"_s);
    QCOMPARE(chats().currentIndex().data().toString(), u"Rowing club"_s);
}

void tst_GroupWindow::unreadMessagesInTheMainChatComeFirst()
{
    hear(rowing, u"are you there"_s);
    hear(logistics, u"vans leave at 6:30"_s);
    pick(chats(), u"Rowing club"_s);
    QCOMPARE(inFront(), rowing);
}

void tst_GroupWindow::theRowOfAGroupInFrontLeavesItsTopicInFront()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    pick(chats(), u"Rowing club"_s);
    QCOMPARE(inFront(), kit);
    auto& search = *named<QLineEdit>(u"Search chats"_s);
    QTest::keyClick(&field(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(&search, u"rowing"_s);
    QTest::keyClick(&search, Qt::Key_Return);
    QCOMPARE(inFront(), kit);
    QVERIFY(field().hasFocus());
}

void tst_GroupWindow::choosingATopicOpensItEverywhere()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Logistics"_s);
    QCOMPARE(inFront(), logistics);
    QCOMPARE(m_window->windowTitle(), u"Logistics \u2013 Rowing club \u2014 Skein"_s);
    QVERIFY(shows(u"# Logistics"_s));
    QVERIFY(shows(u"Rowing club \u00b7 2 members \u00b7 Vans"_s));
    QCOMPARE(m_account->settings.value(setting::lastConversation), logistics.key());
    QCOMPARE(chats().currentIndex().data().toString(), u"Rowing club"_s);
    QVERIFY(field().hasFocus());
    m_world->pass(3s);
    QCOMPARE(m_account->thread.count(), 1);
    m_world->service.offline = true;
    m_account->sync.lookNow();
    m_world->pass(5s);
    QVERIFY(shows(u"Offline."_s));
    QVERIFY(!shows(u"2 members"_s));
}

void tst_GroupWindow::whatIsSentInATopicReachesIt()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Logistics"_s);
    QTest::keyClicks(&field(), u"I can drive"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    m_world->settle();
    QTRY_VERIFY(m_world->service.texts(logistics.id).contains(u"I can drive"_s));
    QVERIFY(!m_world->service.texts(rowing.id).contains(u"I can drive"_s));
}

void tst_GroupWindow::theTopicInFrontComesBackAtTheNextStart()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    restart();
    QCOMPARE(inFront(), kit);
    QVERIFY(topics().isVisible());
    QCOMPARE(topics().currentIndex().data().toString(), u"Kit"_s);
    QCOMPARE(chats().currentIndex().data().toString(), u"Rowing club"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"Kit \u2013 Rowing club"_s));
    QVERIFY(field().hasFocus());
}

void tst_GroupWindow::theMainChatComesBackForATopicThatIsGone()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    m_groups->removeTopic(rowing.id, kit.id);
    m_world->pass(10s);
    m_account->settings.set(setting::lastConversation, kit.key());
    restart();
    QCOMPARE(inFront(), rowing);
}

void tst_GroupWindow::keysWalkTheTopicsAndGoBackAndForth()
{
    pick(chats(), u"Rowing club"_s);
    QTest::keyClick(&field(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(inFront(), kit);
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&field(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(inFront(), logistics);
    QTest::keyClick(&field(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(inFront(), kit);
    QTest::keyClick(&field(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(inFront(), logistics);
    QTest::keyClick(&field(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(inFront(), kit);
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(topics().hasFocus());
    QTest::keyClick(&topics(), Qt::Key_Escape);
    QVERIFY(field().hasFocus());
    // Across groups and people, too.
    pick(chats(), u"Person 20001"_s);
    QTest::keyClick(&field(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(field().hasFocus());
    QTest::keyClick(&field(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(inFront(), kit);
}

void tst_GroupWindow::aTopicThatIsDeletedInFrontGivesWayToTheMainChat()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    m_world->pass(3s);
    m_groups->removeTopic(rowing.id, kit.id);
    m_world->pass(10s);
    QCOMPARE(inFront(), rowing);
    QVERIFY(shows(u"The topic \u201cKit\u201d was deleted."_s));
    QCOMPARE(titles(topics()).last(), u"Kit"_s);
    pick(topics(), u"Kit"_s);
    QCOMPARE(inFront(), kit);
    QVERIFY(shows(u"This topic was deleted. Its messages stay readable."_s));
    QVERIFY(!field().isVisible());
    m_world->pass(3s);
    QCOMPARE(m_account->thread.count(), 1);
}

void tst_GroupWindow::whoMayWriteIsSaidWhereTheFieldWas()
{
    m_groups->group(flat.id).kind = u"announcement"_s;
    pick(chats(), u"Flat 12"_s);
    QTest::keyClicks(&field(), u"half a sentence"_s);
    m_account->groupDetails.refresh(flat);
    m_world->settle();
    QTRY_VERIFY(shows(u"Only admins can write in this group."_s));
    QVERIFY(!field().isVisible());
    m_groups->group(flat.id).myRole = u"admin"_s;
    m_account->groupDetails.refresh(flat);
    m_world->settle();
    QTRY_VERIFY(field().isVisible());
    QCOMPARE(field().toPlainText(), u"half a sentence"_s);
    m_groups->removeGroup(flat.id);
    m_account->groupDetails.refresh(flat);
    m_world->settle();
    QTRY_VERIFY(shows(u"You are no longer in this group."_s));
    QVERIFY(!field().isVisible());
}

void tst_GroupWindow::oneColumnAtATimeWhenNarrow()
{
    auto* view = m_window->findChild<ThreadView*>();
    const auto isOnlyColumn = [&](const QWidget* column) {
        for (const QWidget* each : {static_cast<QWidget*>(&chats()),
                 static_cast<QWidget*>(&topics()), static_cast<QWidget*>(view)}) {
            if (each->isVisible() != (each == column))
                return false;
        }
        return true;
    };
    m_window->resize(500, 700);
    QTRY_VERIFY(isOnlyColumn(&chats()));
    pick(chats(), u"Rowing club"_s);
    QVERIFY(isOnlyColumn(&topics()));
    QVERIFY(topics().hasFocus());
    pick(topics(), u"Main chat"_s); // it is in front already
    QVERIFY(isOnlyColumn(view));
    QVERIFY(field().hasFocus());
    press(*m_window, u"Back to the topics"_s);
    QVERIFY(isOnlyColumn(&topics()));
    QTest::keyClick(&topics(), Qt::Key_Down);
    QVERIFY(isOnlyColumn(view));
    QCOMPARE(inFront(), kit);
    QTest::keyClick(&field(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(isOnlyColumn(&topics()));
    for (auto* back : m_window->findChildren<QToolButton*>()) {
        if (back->accessibleName() == "Back to the chats"_L1 && back->isVisible())
            back->click();
    }
    QVERIFY(isOnlyColumn(&chats()));
    pick(chats(), u"Flat 12"_s);
    QVERIFY(isOnlyColumn(view));
    press(*m_window, u"Back to the chats"_s);
    QVERIFY(isOnlyColumn(&chats()));
    m_window->resize(1000, 700);
    QTRY_VERIFY(chats().isVisible() && view->isVisible() && !topics().isVisible());
}

void tst_GroupWindow::theColumnsKeepTheirWidths()
{
    pick(chats(), u"Rowing club"_s);
    auto* pane = m_window->findChild<TopicPane*>();
    QCOMPARE(pane->width(), TopicPane::usualWidth);
    auto* splitter = m_window->findChild<QSplitter*>();
    splitter->setSizes({250, 280, 600});
    QCOMPARE(pane->width(), 280);
    pick(chats(), u"Flat 12"_s);
    pick(chats(), u"Rowing club"_s);
    QCOMPARE(pane->width(), 280);
    restart();
    QTRY_COMPARE(m_window->findChild<TopicPane*>()->width(), 280);
}

void tst_GroupWindow::everyControlHasAName()
{
    pick(chats(), u"Rowing club"_s);
    int controls = 0;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY2(controls >= 14, qPrintable(QString::number(controls)));
}

void tst_GroupWindow::tabReachesEveryControl()
{
    pick(chats(), u"Rowing club"_s);
    QTRY_VERIFY(named<QPushButton>(u"New topic"_s)->isVisible());
    QTest::keyClicks(&field(), u"so that Send is enabled"_s);
    QStringList reached;
    auto* search = named<QLineEdit>(u"Search chats"_s);
    search->setFocus();
    do {
        reached.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != search && reached.size() < 40);
    // From the left to the right, and a choice is one stop.
    QCOMPARE(reached.mid(0, 9),
        (QStringList{u"Search chats"_s, u"New message"_s, u"All"_s, u"Chats"_s, u"Menu"_s,
            u"Settings"_s, u"Topics"_s, u"New topic"_s, u"Details"_s}));
    QCOMPARE(inFront(), rowing); // passing by chooses nothing
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            QVERIFY2(
                reached.contains(widget->accessibleName()), qPrintable(widget->accessibleName()));
    }
}

SKEIN_TEST(tst_GroupWindow)

} // namespace groupWindowTest

#include "tst_GroupWindow.moc"
