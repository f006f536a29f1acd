// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/PinnedBar.h"
#include "ui/ThreadPane.h"
#include "ui/composer/Composer.h"
#include "ui/thread/ThreadView.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace pinnedBarTest {

/// The bar above a thread, and where it leads.
class tst_PinnedBar : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup()
    {
        m_pane.reset();
        m_model.reset();
    }
    void itSaysWhatIsPinnedAndHowMany();
    void aClickGoesToTheMessageAndLeavesTheKeyboardWhereItIs();
    void theKeyboardGoesAlongWithItsKey();
    void oneAfterTheOtherIsGoneTo();
    void nothingPinnedIsNothingShown();

private:
    [[nodiscard]] PinnedBar& bar() const { return m_pane->pinned(); }
    [[nodiscard]] MessageList& list() const { return m_pane->view().list(); }
    [[nodiscard]] Message message(int row) const { return m_model->row(row).message; }

    ManualClock m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadPane> m_pane;
};

void tst_PinnedBar::init()
{
    m_model = std::make_unique<FakeThreadModel>();
    m_pane = std::make_unique<ThreadPane>(*m_model, m_clock);
    m_pane->resize(760, 700);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    QList<ThreadRow> rows;
    for (int n = 0; n < 200; ++n)
        rows.append(receivedRow(n, u"number %1"_s.arg(n)));
    m_model->show(rows);
    m_pane->setConversation(
        {ConversationId::Kind::Direct, u"1001+20450"_s}, {.title = u"Iris Adams"_s});
    m_pane->focusComposer();
}

void tst_PinnedBar::itSaysWhatIsPinnedAndHowMany()
{
    bar().setMessages({message(20)});
    QVERIFY(bar().isVisible());
    QCOMPARE(bar().accessibleName(), u"Pinned message: Iris Adams: number 20"_s);
    bar().setMessages({message(30), message(20)});
    QCOMPARE(bar().accessibleName(), u"Pinned message 2 of 2: Iris Adams: number 20"_s);
}

void tst_PinnedBar::aClickGoesToTheMessageAndLeavesTheKeyboardWhereItIs()
{
    bar().setMessages({message(20)});
    QWidget* writing = QApplication::focusWidget();
    QVERIFY(m_pane->composer().isAncestorOf(writing));
    QTest::mouseClick(&bar(), Qt::LeftButton);
    QCOMPARE(m_model->jumps, QList<MessageId>{message(20).id});
    QCOMPARE(list().currentRow(), 20);
    QVERIFY(list().viewport()->rect().contains(list().rowRect(20)));
    QCOMPARE(QApplication::focusWidget(), writing);
}

void tst_PinnedBar::theKeyboardGoesAlongWithItsKey()
{
    bar().setMessages({message(20)});
    bar().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&bar(), Qt::Key_Space);
    QVERIFY(list().hasFocus());
    QCOMPARE(list().currentRow(), 20);
    QTest::keyClick(&list(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(list().isAtEnd());
}

void tst_PinnedBar::oneAfterTheOtherIsGoneTo()
{
    bar().setMessages({message(30), message(20)});
    for (int n = 0; n < 3; ++n)
        QTest::mouseClick(&bar(), Qt::LeftButton);
    QCOMPARE(m_model->jumps, (QList<MessageId>{message(30).id, message(20).id, message(30).id}));
}

void tst_PinnedBar::nothingPinnedIsNothingShown()
{
    bar().setMessages({message(30)});
    bar().setMessages({});
    QVERIFY(!bar().isVisible());
}

SKEIN_TEST(tst_PinnedBar)
} // namespace pinnedBarTest

#include "tst_PinnedBar.moc"
