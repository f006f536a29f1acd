// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way to a message and back, as the reader goes it: through a real widget, and once with the
// program's model over a service.

#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"
#include "ui/thread/JumpButton.h"
#include "ui/thread/JumpChip.h"
#include "ui/thread/ThreadJumps.h"
#include "ui/thread/ThreadView.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace viewJumpsTest {

namespace {

using Outcome = JumpEnd::Outcome;

/// Where the eye rests: the first row that begins in view, and how far down.
ThreadPlace eyeOf(const MessageList& list)
{
    for (int row = list.firstVisibleRow(); row <= list.lastVisibleRow(); ++row) {
        if (list.rowRect(row).top() >= 0)
            return {list.model().row(row).key, list.rowRect(row).top()};
    }
    return {};
}

bool isInTheMiddle(const MessageList& list, int row)
{
    const int middle = list.viewport()->height() / 2;
    return std::abs(list.rowRect(row).center().y() - middle) <= 2;
}

} // namespace

class tst_ViewJumps : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }
    void itsRowStandsInTheMiddleAndOutForAWhile();
    void aMessageAlreadyInViewIsShownToo();
    void aChosenQuotationLeadsToItsMessage();
    void altLeftLeadsBackToTheExactPlace();
    void threeNestedJumpsUnwindInOrder();
    void aPlaceOutOfTheWindowIsAskedForAgain();
    void theWayToTheNewestHasAWayBack();
    void aLongWayIsSpokenOfAndCanBeStopped();
    void escapeStopsTheJumpBeforeAnythingElse();
    void whyOneDidNotArriveIsSaidForAWhile_data();
    void whyOneDidNotArriveIsSaidForAWhile();
    void anotherConversationHasNoWayBackHere();
    void fiveThousandBackAndThenOnAndAllTheWayBack();

private:
    [[nodiscard]] MessageList& list() const { return m_view->list(); }
    [[nodiscard]] ThreadJumps& jumps() const { return m_view->jumps(); }
    [[nodiscard]] MessageId idOf(int row) const { return m_model->row(row).message.id; }
    void scrollUp(int pixels)
    {
        QScrollBar* bar = list().verticalScrollBar();
        bar->setValue(bar->value() - pixels);
    }
    void back() { QTest::keyClick(&list(), Qt::Key_Left, Qt::AltModifier); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadView> m_view;
};

void tst_ViewJumps::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_model = std::make_unique<FakeThreadModel>();
    m_view = std::make_unique<ThreadView>(*m_model, *m_clock, [] { return true; });
    m_view->resize(760, 700);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QList<ThreadRow> rows;
    for (int n = 0; n < 300; ++n)
        rows.append(receivedRow(n, u"Some words of a message. "_s.repeated(1 + n % 7)));
    m_model->show(rows);
    list().setFocus();
    QCoreApplication::processEvents();
}

void tst_ViewJumps::itsRowStandsInTheMiddleAndOutForAWhile()
{
    jumps().goTo(idOf(120));
    QVERIFY(isInTheMiddle(list(), 120));
    QCOMPARE(list().glowOf(120), 1.0);
    QCOMPARE(list().glowOf(121), 0.0);
    QCOMPARE(list().currentRow(), 120); // the keyboard and who listens are there too
    const QImage with = list().viewport()->grab().toImage();
    m_clock->advance(1499ms);
    QCOMPARE(list().glowOf(120), 1.0);
    m_clock->advance(1ms);
    QCOMPARE(list().glowOf(120), 0.0);
    QVERIFY(with != list().viewport()->grab().toImage());
    QVERIFY(isInTheMiddle(list(), 120));
}

void tst_ViewJumps::aMessageAlreadyInViewIsShownToo()
{
    const int row = list().firstVisibleRow() + 1;
    jumps().goTo(idOf(row));
    QVERIFY(isInTheMiddle(list(), row));
    QVERIFY(jumps().canGoBack());
    back();
    QVERIFY(list().isAtEnd());
}

void tst_ViewJumps::aChosenQuotationLeadsToItsMessage()
{
    QSignalSpy others(m_view.get(), &ThreadView::contentActivated);
    list().activate({ContentAction::Kind::GoToMessage, {}, idOf(50).value}, 290);
    QCOMPARE(m_model->jumps, QList{idOf(50)});
    QVERIFY(isInTheMiddle(list(), 50));
    list().activate({ContentAction::Kind::OpenFile, {}, u"f"_s}, 50);
    QCOMPARE(others.size(), 1);
}

void tst_ViewJumps::altLeftLeadsBackToTheExactPlace()
{
    back(); // nowhere to go
    QVERIFY(list().isAtEnd());
    scrollUp(3217);
    const ThreadPlace eye = eyeOf(list());
    jumps().goTo(idOf(20));
    QVERIFY(eyeOf(list()) != eye);
    back();
    QCOMPARE(eyeOf(list()), eye);
    QVERIFY(!jumps().canGoBack());
}

void tst_ViewJumps::threeNestedJumpsUnwindInOrder()
{
    scrollUp(1013);
    QList<ThreadPlace> eyes;
    for (const int row : {200, 20, 140}) {
        eyes.prepend(eyeOf(list()));
        jumps().goTo(idOf(row));
        scrollUp(37); // one looks around there
    }
    for (const ThreadPlace& eye : eyes) {
        back();
        QCOMPARE(eyeOf(list()), eye);
    }
    QVERIFY(!jumps().canGoBack());
}

void tst_ViewJumps::aPlaceOutOfTheWindowIsAskedForAgain()
{
    scrollUp(2000);
    const ThreadPlace place = list().place();
    const MessageId message = idOf(m_model->rowOfKey(place.rowKey));
    jumps().goTo(idOf(3));
    QList<ThreadRow> elsewhere;
    for (int n = 1000; n < 1100; ++n)
        elsewhere.append(receivedRow(n, u"elsewhere"_s));
    m_model->show(elsewhere);
    back();
    QCOMPARE(m_model->placesWanted.size(), 1);
    QCOMPARE(m_model->placesWanted.first().first, place);
    QCOMPARE(m_model->placesWanted.first().second, message);
}

void tst_ViewJumps::theWayToTheNewestHasAWayBack()
{
    scrollUp(4000);
    const ThreadPlace eye = eyeOf(list());
    m_view->jumpButton().click();
    QVERIFY(list().isAtEnd());
    back();
    QCOMPARE(eyeOf(list()), eye);
}

void tst_ViewJumps::aLongWayIsSpokenOfAndCanBeStopped()
{
    scrollUp(1000);
    const ThreadPlace eye = eyeOf(list());
    const MessageId absent{u"99"_s};
    jumps().goTo(absent);
    m_clock->advance(199ms);
    QVERIFY(!jumps().chip().isVisible()); // what is quick needs no words
    m_clock->advance(1ms);
    QVERIFY(jumps().chip().isVisible());
    QVERIFY(jumps().chip().sentence().startsWith(u"Going to the message"_s));
    QVERIFY(m_view->rect().contains(jumps().chip().geometry()));
    m_model->cancelled = 0;
    jumps().chip().cancelButton().click();
    QCOMPARE(m_model->cancelled, 1);
    emit m_model->jumpEnded({absent, Outcome::Cancelled, {}});
    QVERIFY(!jumps().chip().isVisible());
    QVERIFY(!jumps().canGoBack());
    QCOMPARE(eyeOf(list()), eye);
}

void tst_ViewJumps::escapeStopsTheJumpBeforeAnythingElse()
{
    QSignalSpy composer(m_view.get(), &ThreadView::composerRequested);
    const MessageId absent{u"99"_s};
    jumps().goTo(absent);
    m_model->cancelled = 0;
    QTest::keyClick(&list(), Qt::Key_Escape);
    QCOMPARE(m_model->cancelled, 1);
    QVERIFY(composer.isEmpty());
    emit m_model->jumpEnded({absent, Outcome::Cancelled, {}});
    QTest::keyClick(&list(), Qt::Key_Escape);
    QCOMPARE(composer.size(), 1);
}

void tst_ViewJumps::whyOneDidNotArriveIsSaidForAWhile_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("said");
    QTest::newRow("gone") << Outcome::Gone << QString() << u"The original message was removed."_s;
    QTest::newRow("failed") << Outcome::Failed << u"No way."_s << u"No way."_s;
}

void tst_ViewJumps::whyOneDidNotArriveIsSaidForAWhile()
{
    QFETCH(Outcome, outcome);
    QFETCH(QString, reason);
    const MessageId absent{u"99"_s};
    jumps().goTo(absent);
    emit m_model->jumpEnded({absent, outcome, reason});
    QTEST(jumps().chip().sentence(), "said");
    QVERIFY(jumps().chip().isVisible());
    QVERIFY(!jumps().chip().cancelButton().isVisible());
    m_clock->advance(ThreadJumps::readingTime);
    QVERIFY(!jumps().chip().isVisible());
    QVERIFY(!jumps().canGoBack() && list().isAtEnd());
}

void tst_ViewJumps::anotherConversationHasNoWayBackHere()
{
    jumps().goTo(idOf(20));
    QVERIFY(jumps().canGoBack());
    m_model->show({receivedRow(1, u"the same one"_s)});
    QVERIFY(jumps().canGoBack());
    m_model->shown = ConversationId::group(u"5"_s);
    m_model->show({receivedRow(1, u"another one"_s)});
    QVERIFY(!jumps().canGoBack());
}

void tst_ViewJumps::fiveThousandBackAndThenOnAndAllTheWayBack()
{
    ThreadFixture thread;
    ThreadView view(thread.model, thread.clock, [] { return true; });
    view.resize(760, 700);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    thread.service = receivedMessages(1, 5200);
    for (const int n : {150, 2500, 4000})
        thread.serveAlone(n);
    thread.take(pageOf(receivedMessages(5101, 5200), false));
    thread.readUpTo(5200);
    thread.open();
    view.list().verticalScrollBar()->setValue(view.list().verticalScrollBar()->maximum() - 731);
    thread.quiet();
    QList<ThreadPlace> eyes;
    for (const int n : {150, 2500, 4000}) {
        eyes.prepend(eyeOf(view.list()));
        view.jumps().goTo(fixtureId(n));
        thread.quiet();
        QVERIFY(thread.at(n) >= 0);
        QVERIFY(isInTheMiddle(view.list(), thread.at(n)));
    }
    for (const ThreadPlace& eye : eyes) {
        QTest::keyClick(&view.list(), Qt::Key_Left, Qt::AltModifier);
        thread.quiet();
        QCOMPARE(eyeOf(view.list()), eye);
    }
}

SKEIN_TEST(tst_ViewJumps)

} // namespace viewJumpsTest

#include "tst_ViewJumps.moc"
