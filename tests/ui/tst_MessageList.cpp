// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/MessageList.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageListTest {
using Delivery = ThreadRow::Delivery;

/// What mouse and keys do in the list.
/// How often a widget was painted since it was last asked.
class Paintings : public QObject {
public:
    explicit Paintings(QWidget& watched) { watched.installEventFilter(this); }
    int take()
    {
        QCoreApplication::processEvents();
        return std::exchange(m_count, 0);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_count += event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

class tst_MessageList : public QObject {
    Q_OBJECT

private slots:
    void init();
    void arrowsMoveTheCurrentRowAndKeepItInView();
    void pagingTakesTheFocusAlong();
    void homeAndEndLeadToTheEnds();
    void focusByTabIsVisible();
    void escapeAsksForTheComposer();
    void copyTakesTheCurrentText();
    void draggingSelectsAndCopies();
    void aDoubleClickSelectsAWord();
    void aClickOpensALink();
    void enterOpensTheLinkOfTheCurrentRow();
    void dragOverALinkOpensNothing();
    void buttonsBeneathAFailureWork();
    void deleteKeyConcernsOwnSentMessagesOnly();
    void menuByKeysAndMouseNamesWhatCanBeDone_data();
    void menuByKeysAndMouseNamesWhatCanBeDone();
    void menuKeepsItsRowWhenRowsMove();
    void showAllGrowsDownwards();
    void theReaderOfAnEditedRowLosesNothingElse();
    void whatComesAndGoesOutOfViewPaintsNothing();

private:
    [[nodiscard]] QPoint inText(int row, int position) const;
    [[nodiscard]] QMenu* menu() const { return m_list->findChild<QMenu*>(); }
    [[nodiscard]] static QStringList wordsOf(const QMenu& menu);

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<MessageList> m_list;
};

void tst_MessageList::init()
{
    m_list.reset();
    m_clock = std::make_unique<ManualClock>();
    m_model = std::make_unique<FakeThreadModel>();
    m_list = std::make_unique<MessageList>(*m_model, *m_clock);
    m_list->resize(700, 500);
    m_list->show();
    m_list->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    QList<ThreadRow> rows;
    for (int n = 0; n < 100; ++n)
        rows.append(receivedRow(n, u"number %1 says hello"_s.arg(n)));
    m_model->show(rows);
    m_list->setFocus(Qt::MouseFocusReason);
    QGuiApplication::clipboard()->clear();
}

QPoint tst_MessageList::inText(int row, int position) const
{
    const MessageLayout& layout = m_list->layoutOf(row);
    const QTextLine line = layout.text->lineForTextPosition(position);
    const QPointF point(line.cursorToX(position) + 1, line.y() + line.height() / 2);
    return m_list->originOf(row) + layout.textRect.topLeft() + point.toPoint();
}

QStringList tst_MessageList::wordsOf(const QMenu& menu)
{
    QStringList words;
    for (const QAction* action : menu.actions())
        words.append(action->text());
    return words;
}

void tst_MessageList::arrowsMoveTheCurrentRowAndKeepItInView()
{
    QTest::keyClick(m_list.get(), Qt::Key_Up);
    QCOMPARE(m_list->currentRow(), 99);
    for (int i = 98; i >= 40; --i) {
        QTest::keyClick(m_list.get(), Qt::Key_Up);
        QCOMPARE(m_list->currentRow(), i);
        QVERIFY(m_list->viewport()->rect().contains(
            m_list->layoutOf(i).bubble.translated(m_list->originOf(i))));
    }
    for (int i = 41; i <= 99; ++i) {
        QTest::keyClick(m_list.get(), Qt::Key_Down);
        QCOMPARE(m_list->currentRow(), i);
        QVERIFY(m_list->viewport()->rect().contains(
            m_list->layoutOf(i).bubble.translated(m_list->originOf(i))));
    }
    QVERIFY(m_list->isAtEnd());
}

void tst_MessageList::pagingTakesTheFocusAlong()
{
    QTest::keyClick(m_list.get(), Qt::Key_Up);
    for (int i = 0; i < 3; ++i) {
        const int before = m_list->firstVisibleRow();
        QTest::keyClick(m_list.get(), Qt::Key_PageUp);
        QVERIFY(m_list->firstVisibleRow() < before);
        QVERIFY(m_list->lastVisibleRow() >= before); // something stays to go on from
        QVERIFY(m_list->viewport()->rect().intersects(m_list->rowRect(m_list->currentRow())));
    }
    QTest::keyClick(m_list.get(), Qt::Key_PageDown);
    QVERIFY(m_list->viewport()->rect().intersects(m_list->rowRect(m_list->currentRow())));
}

void tst_MessageList::homeAndEndLeadToTheEnds()
{
    QTest::keyClick(m_list.get(), Qt::Key_Home);
    QCOMPARE(m_list->firstVisibleRow(), 0);
    QVERIFY(!m_list->isAtEnd());
    QTest::keyClick(m_list.get(), Qt::Key_End);
    QVERIFY(m_list->isAtEnd());
}

void tst_MessageList::focusByTabIsVisible()
{
    m_list->clearFocus();
    const QImage without = m_list->grab().toImage();
    m_list->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_list->currentRow(), 99);
    QVERIFY(m_list->grab().toImage() != without);
}

void tst_MessageList::escapeAsksForTheComposer()
{
    QSignalSpy composer(m_list.get(), &MessageList::composerRequested);
    QTest::keyClick(m_list.get(), Qt::Key_Escape);
    QCOMPARE(composer.size(), 1);
}

void tst_MessageList::copyTakesTheCurrentText()
{
    m_model->change(98, [](ThreadRow& row) { row.message.text = u"two\nlines \u202e!"_s; });
    m_list->setCurrentRow(98);
    QTest::keyClick(m_list.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"two\nlines !"_s);
}

void tst_MessageList::draggingSelectsAndCopies()
{
    QTest::mousePress(m_list->viewport(), Qt::LeftButton, {}, inText(97, 7));
    QTest::mouseMove(m_list->viewport(), inText(97, 12));
    QMouseEvent drag(QEvent::MouseMove, inText(97, 14),
        m_list->viewport()->mapToGlobal(inText(97, 14)), Qt::NoButton, Qt::LeftButton,
        Qt::NoModifier);
    QCoreApplication::sendEvent(m_list->viewport(), &drag);
    QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, inText(97, 14));
    QCOMPARE(m_list->selectedText(), u"97 says"_s);
    QTest::keyClick(m_list.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"97 says"_s);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, inText(95, 3));
    QCOMPARE(m_list->selectedText(), QString());
}

void tst_MessageList::aDoubleClickSelectsAWord()
{
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, inText(97, 11));
    QCOMPARE(m_list->selectedText(), u"says"_s);
}

void tst_MessageList::aClickOpensALink()
{
    m_model->change(99, [](ThreadRow& row) { row.message.text = u"see https://example.org/a"_s; });
    QSignalSpy opened(m_list.get(), &MessageList::linkActivated);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, inText(99, 1));
    QCOMPARE(opened.size(), 0);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, inText(99, 10));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.last().first().toUrl(), QUrl(u"https://example.org/a"_s));
}

void tst_MessageList::enterOpensTheLinkOfTheCurrentRow()
{
    m_model->change(99, [](ThreadRow& row) { row.message.text = u"see https://example.org/a"_s; });
    QSignalSpy opened(m_list.get(), &MessageList::linkActivated);
    m_list->setCurrentRow(98);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    m_list->setCurrentRow(99);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void tst_MessageList::dragOverALinkOpensNothing()
{
    m_model->change(99, [](ThreadRow& row) { row.message.text = u"see https://example.org/a"_s; });
    QSignalSpy opened(m_list.get(), &MessageList::linkActivated);
    QTest::mousePress(m_list->viewport(), Qt::LeftButton, {}, inText(99, 6));
    QMouseEvent drag(QEvent::MouseMove, inText(99, 16),
        m_list->viewport()->mapToGlobal(inText(99, 16)), Qt::NoButton, Qt::LeftButton,
        Qt::NoModifier);
    QCoreApplication::sendEvent(m_list->viewport(), &drag);
    QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, inText(99, 16));
    QCOMPARE(opened.size(), 0);
}

void tst_MessageList::buttonsBeneathAFailureWork()
{
    ThreadRow failed = ownRow(200, u"Perfect"_s, Delivery::Failed);
    failed.reason = u"no connection"_s;
    m_model->append({failed});
    QSignalSpy retry(m_list.get(), &MessageList::retryRequested);
    QSignalSpy discard(m_list.get(), &MessageList::discardRequested);
    const auto click = [this](int button) {
        const QRect rect = m_list->layoutOf(100).buttons.at(button).rect;
        QTest::mouseClick(
            m_list->viewport(), Qt::LeftButton, {}, rect.center() + m_list->originOf(100));
    };
    click(0);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.last().first().value<SourceGuid>(), failed.message.guid);
    QCOMPARE(discard.size(), 0);
    click(1);
    QCOMPARE(discard.size(), 1);
    QCOMPARE(discard.last().first().value<SourceGuid>(), failed.message.guid);
}

void tst_MessageList::deleteKeyConcernsOwnSentMessagesOnly()
{
    m_model->append({ownRow(200, u"mine"_s), ownRow(201, u"waiting"_s, Delivery::Queued)});
    QSignalSpy deleted(m_list.get(), &MessageList::deleteRequested);
    for (const int row : {99, 101}) {
        m_list->setCurrentRow(row);
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
    }
    QCOMPARE(deleted.size(), 0);
    m_list->setCurrentRow(100);
    QTest::keyClick(m_list.get(), Qt::Key_Delete);
    QCOMPARE(deleted.size(), 1);
    QCOMPARE(deleted.last().first().value<MessageId>(), m_model->row(100).message.id);
}

void tst_MessageList::menuByKeysAndMouseNamesWhatCanBeDone_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("Shift+F10") << 0;
    QTest::newRow("Menu key") << 1;
    QTest::newRow("mouse") << 2;
}

void tst_MessageList::menuByKeysAndMouseNamesWhatCanBeDone()
{
    QFETCH(int, how);
    m_model->append({ownRow(200, u"see https://example.org/a"_s)});
    m_list->setCurrentRow(100);
    if (how == 0) {
        QTest::keyClick(m_list.get(), Qt::Key_F10, Qt::ShiftModifier);
    } else if (how == 1) {
        QTest::keyClick(m_list.get(), Qt::Key_Menu);
    } else {
        const QPoint at = inText(100, 10);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_list->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_list->viewport(), &event);
    }
    QVERIFY(menu());
    QCOMPARE(m_list->findChildren<QMenu*>().size(), 1);
    QCOMPARE(wordsOf(*menu()),
        (QStringList{
            u"Copy text"_s, u"Copy as quotation"_s, u"Open link"_s, u"Copy link"_s, u"Delete"_s}));
    QVERIFY(!menu()->accessibleName().isEmpty());
    menu()->actions().at(3)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://example.org/a"_s);
    menu()->close();
}

void tst_MessageList::menuKeepsItsRowWhenRowsMove()
{
    m_model->append({ownRow(200, u"mine"_s)});
    m_list->setCurrentRow(100);
    QTest::keyClick(m_list.get(), Qt::Key_Menu);
    QVERIFY(menu());
    const QList<QAction*> actions = menu()->actions();
    QSignalSpy deleted(m_list.get(), &MessageList::deleteRequested);
    m_model->insert(0, {ownRow(1000, u"another"_s), ownRow(1001, u"another"_s)});
    actions.last()->trigger();
    QCOMPARE(deleted.size(), 1);
    QCOMPARE(deleted.last().first().value<MessageId>(), m_model->row(102).message.id);
    m_model->remove(102, 1);
    actions.last()->trigger();
    QCOMPARE(deleted.size(), 1);
    menu()->close();
}

void tst_MessageList::showAllGrowsDownwards()
{
    m_model->append({receivedRow(200, u"long "_s.repeated(5000))});
    const int top = m_list->rowRect(100).top();
    const int height = m_list->rowRect(100).height();
    m_list->perform(RowAction::ShowAll, 100);
    QVERIFY(m_list->rowRect(100).height() > 2 * height);
    QCOMPARE(m_list->rowRect(100).top(), top);
    QVERIFY(!m_list->actionsFor(100).contains(RowAction::ShowAll));
}

void tst_MessageList::theReaderOfAnEditedRowLosesNothingElse()
{
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, inText(97, 11));
    m_model->change(96, [](ThreadRow& row) { row.message.text = u"edited"_s; });
    QCOMPARE(m_list->selectedText(), u"says"_s);
    m_model->change(97, [](ThreadRow& row) { row.message.text = u"x"_s; });
    QCOMPARE(m_list->selectedText(), QString());
}

void tst_MessageList::whatComesAndGoesOutOfViewPaintsNothing()
{
    m_list->setAnimated(false);
    Paintings paintings(*m_list->viewport());
    m_list->viewport()->update();
    QVERIFY(paintings.take() > 0);
    m_model->insert(0, {receivedRow(-2, u"hello"_s), receivedRow(-1, u"hello"_s)});
    QCOMPARE(paintings.take(), 0);
    m_model->remove(0, 2);
    QCOMPARE(paintings.take(), 0);
    m_model->insert(
        m_list->firstVisibleRow(), {ownRow(49, u"hello"_s)}); // what follows begins anew
    QVERIFY(paintings.take() > 0);
    m_model->append({receivedRow(100, u"hello"_s)});
    QVERIFY(paintings.take() > 0);
    m_model->remove(m_list->lastVisibleRow(), 1);
    QVERIFY(paintings.take() > 0);
}

SKEIN_TEST(tst_MessageList)

} // namespace messageListTest

#include "tst_MessageList.moc"
