// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"
#include "ui/notify/ReplyWindow.h"
#include "ui/thread/MessageList.h"

#include <QApplication>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;

namespace notifiedWindowTest {

// The window and what is notified beside it.
class tst_NotifiedWindow : public GroupWindow {
    Q_OBJECT
private slots:
    void init()
    {
        begin();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { end(); }

    void whatIsInFrontAndSeenIsNotNotified();
    void whoReadsFarAboveIsTold();
    void aClickOpensThatTopicAndTheWindow();
    void openingAConversationWithdraws();
    void comingBackToTheWindowWithdrawsWhatIsInFront();
    void aReplyGoesWhereItBelongsAlthoughAnotherIsInFront();
    void theReplyWindowEndsWithTheAccount();
    void aReplyThatWasNotSentStaysAsADraft();

private:
    [[nodiscard]] FakeNotifier& notifier() { return m_account->notifier; }
    static ReplyWindow* replyWindow()
    {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (auto* reply = qobject_cast<ReplyWindow*>(each))
                return reply;
        }
        return nullptr;
    }
    void lookAway()
    {
        m_other.show();
        m_other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_other));
    }
    void comeBack()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_world->settle();
    }

    QWidget m_other;
};

void tst_NotifiedWindow::whatIsInFrontAndSeenIsNotNotified()
{
    pick(chats(), u"Flat 12"_s);
    hear(flat, u"here"_s);
    QCOMPARE(notifier().times, 0);
    hear(rowing, u"there"_s);
    QCOMPARE(notifier().shown.size(), 1);
    QCOMPARE(notifier().shown.first().conversation, rowing);
    lookAway();
    hear(flat, u"behind you"_s);
    QVERIFY(notifier().of(flat).body.endsWith(u"behind you"_s));
}

void tst_NotifiedWindow::whoReadsFarAboveIsTold()
{
    for (int n = 0; n < 60; ++n)
        m_groups->say(flat.id, u"line %1"_s.arg(n));
    pick(chats(), u"Flat 12"_s);
    m_world->pass(std::chrono::seconds(5));
    auto* list = m_window->findChild<MessageList*>();
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->minimum());
    QVERIFY(!list->isAtEnd());
    hear(flat, u"far below"_s);
    QVERIFY(notifier().of(flat).body.contains(u"far below"_s));
}

void tst_NotifiedWindow::aClickOpensThatTopicAndTheWindow()
{
    pick(chats(), u"Flat 12"_s);
    hear(kit, u"size L too"_s);
    m_window->hide();
    emit notifier().activated(kit);
    m_world->settle();
    QCOMPARE(inFront(), kit);
    QVERIFY(m_window->isVisible());
    QCOMPARE(notifier().shown.size(), 0);
    QVERIFY(field().hasFocus() || !m_window->isActiveWindow());
}

void tst_NotifiedWindow::openingAConversationWithdraws()
{
    hear(flat, u"one"_s);
    hear(logistics, u"two"_s);
    QCOMPARE(notifier().shown.size(), 2);
    pick(chats(), u"Flat 12"_s);
    QCOMPARE(notifier().shown.size(), 1);
    QCOMPARE(notifier().shown.first().conversation, logistics);
}

void tst_NotifiedWindow::comingBackToTheWindowWithdrawsWhatIsInFront()
{
    pick(chats(), u"Flat 12"_s);
    lookAway();
    hear(flat, u"behind you"_s);
    QCOMPARE(notifier().shown.size(), 1);
    comeBack();
    QCOMPARE(notifier().shown.size(), 0);
}

void tst_NotifiedWindow::aReplyGoesWhereItBelongsAlthoughAnotherIsInFront()
{
    pick(chats(), u"Flat 12"_s);
    hear(kit, u"size L too"_s);
    emit notifier().replyRequested(kit);
    QPointer<ReplyWindow> reply = replyWindow();
    QVERIFY(reply);
    QVERIFY(shows(*reply, u"size L too"_s));
    reply->field().setPlainText(u"one for me"_s);
    emit reply->field().submitted();
    m_world->pass(std::chrono::seconds(5));
    QVERIFY(!reply);
    QCOMPARE(m_world->service.texts(kit.id).last(), u"one for me"_s);
    QCOMPARE(inFront(), flat);
    QVERIFY(!m_world->service.texts(flat.id).contains(u"one for me"_s));
}

void tst_NotifiedWindow::theReplyWindowEndsWithTheAccount()
{
    hear(kit, u"size L too"_s);
    emit notifier().replyRequested(kit);
    QPointer<ReplyWindow> reply = replyWindow();
    QVERIFY(reply);
    m_window->endSession();
    QTRY_VERIFY(!reply);
}

void tst_NotifiedWindow::aReplyThatWasNotSentStaysAsADraft()
{
    pick(chats(), u"Flat 12"_s);
    field().setPlainText(u"of the flat"_s);
    hear(kit, u"size L too"_s);
    for (const ConversationId& place : {kit, flat}) {
        emit notifier().replyRequested(place);
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (auto* reply = qobject_cast<ReplyWindow*>(each))
                reply->field().setPlainText(u"not yet"_s);
        }
    }
    restart();
    QCOMPARE(field().toPlainText(), u"of the flat\nnot yet"_s);
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    QCOMPARE(field().toPlainText(), u"not yet"_s);
}

SKEIN_TEST(tst_NotifiedWindow)

} // namespace notifiedWindowTest

#include "tst_NotifiedWindow.moc"
