// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Announce.h"
#include "ui/thread/ThreadView.h"

#include <QAccessible>
#include <QScrollBar>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace announcementsTest {

// What a screen reader is told to say by itself. That it hears it is seen on a real desktop
// (tests/desktop/test_announcements.py): without one Qt tells nobody.
class tst_Announcements : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_model = std::make_unique<FakeThreadModel>();
        m_view = std::make_unique<ThreadView>(*m_model, *m_clock, [] { return true; });
        m_view->resize(700, 500);
        QList<ThreadRow> rows;
        for (int i = 0; i < 30; ++i)
            rows.append(receivedRow(i, u"message %1"_s.arg(i)));
        m_model->show(rows);
        connect(&m_view->list(), &MessageList::arrived, this, [this](int row) {
            auto* list = QAccessible::queryAccessibleInterface(&m_view->list());
            m_said.append(list->child(row)->text(QAccessible::Name));
        });
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_said.clear();
    }

    void cleanup() { m_view.reset(); }

    void anArrivingMessageIsSaidOnceWithItsSender()
    {
        m_model->append({receivedRow(100, u"Are you there?"_s)});
        QCOMPARE(m_said.size(), 1);
        QVERIFY(m_said.first().startsWith(u"Iris Adams"_s));
        QVERIFY(m_said.first().contains(u"Are you there?"_s));
        m_model->change(30, [](ThreadRow& row) { row.message.text = u"edited"_s; });
        m_view->list().verticalScrollBar()->setValue(0);
        m_view->list().goToEnd();
        QCOMPARE(m_said.size(), 1);
    }

    void ofManyThatArriveTogetherTheLatestAreSaid()
    {
        QList<ThreadRow> rows;
        for (int i = 0; i < 20; ++i)
            rows.append(receivedRow(100 + i, u"burst %1"_s.arg(i)));
        rows[18] = ownRow(118, u"my own"_s);
        m_model->append(rows);
        QCOMPARE(m_said.size(), 2);
        QVERIFY(m_said.first().contains(u"burst 17"_s));
        QVERIFY(m_said.last().contains(u"burst 19"_s));
    }

    void whatArrivesAboveWhatOneWroteMeanwhileIsSaid()
    {
        m_model->append({ownRow(100, u"on its way"_s, ThreadRow::Delivery::Sending)});
        m_model->insert(30, {receivedRow(99, u"meanwhile"_s)});
        QCOMPARE(m_said.size(), 1);
        QVERIFY(m_said.first().contains(u"meanwhile"_s));
        m_model->change(31, [](ThreadRow& row) { row = ownRow(100, u"sent"_s); });
        m_model->insert(31, {receivedRow(100, u"at the same time"_s)});
        QCOMPARE(m_said.size(), 2);
        m_model->insert(31, {receivedRow(50, u"a gap long before"_s)});
        QCOMPARE(m_said.size(), 2);
    }

    void ownMessagesAndHistoryAreNotSaid()
    {
        m_model->append({ownRow(100, u"my own"_s)});
        m_model->insert(0, {receivedRow(-5, u"an older page"_s)});
        m_model->insert(10, {receivedRow(5, u"a gap is filled"_s)});
        m_model->atEnd = false;
        m_model->append({receivedRow(102, u"history further down"_s)});
        m_model->show({receivedRow(1, u"another conversation"_s)});
        QCOMPARE(m_said, QStringList{});
    }

    void whatIsMutedIsNotSaid()
    {
        m_view->list().setTellsArrivals(false);
        m_model->append({receivedRow(100, u"muted"_s)});
        QCOMPARE(m_said, QStringList{});
        m_view->list().setTellsArrivals(true);
        m_model->append({receivedRow(101, u"heard"_s)});
        QCOMPARE(m_said.size(), 1);
    }

    void inAnotherWindowNotificationsTellOfIt()
    {
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        m_model->append({receivedRow(100, u"while you were elsewhere"_s)});
        QCOMPARE(m_said, QStringList{});
    }

    void whatWasSaidLivesNoLongerThanItsWindow()
    {
        QWidget window;
        auto* by = new QWidget(&window);
        for (int i = 0; i < 20; ++i)
            announce(*by, u"notice %1"_s.arg(i));
        delete by;
        announce(window, u"after it"_s);
    }

private:
    QStringList m_said;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadView> m_view;
};

SKEIN_TEST(tst_Announcements)

} // namespace announcementsTest

#include "tst_Announcements.moc"
