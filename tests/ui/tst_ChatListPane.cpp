// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/chats/ChatList.h"
#include "ui/chats/ChatListPane.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace skein;
using namespace Qt::StringLiterals;

namespace chatListPaneTest {

class tst_ChatListPane : public QObject {
    Q_OBJECT
private slots:
    void init();
    void namesAreThoseThatTestsAndScreenReadersKnow();
    void aClickPicksAndLeaves();
    void markingIsNotPicking();
    void theChosenChatSurvivesMovesAndNewRows();
    void theChosenChatSurvivesBeingFilteredAwayWithoutPickingAnother();
    void aChatThatIsMarkedBeforeItsRowComesIsMarkedThen();
    void filterIgnoresCaseAndAccentsAndReadsPreviews();
    void enterInTheSearchOpensTheFirstMatch();
    void escapeInTheSearchClearsAndLeaves();
    void downGoesToTheList();
    void passingByTheListChoosesNothing();
    void theRowWithTheFocusIsChosenByEnterOrClick();
    void nextAndPreviousStopAtTheEnds();
    void emptyStatesSayWhichEmptinessItIs();
    void theListKeepsItsPlaceWhenRowsComeInAbove();
    void theListKeepsItsPlaceWhenARowMovesToTheTop();
    void theListIsRepaintedAtMidnight();
    void aListOfNobodyTakesNothingWithIt();
    void theHintOfTheSearchNeverCoversItsWords_data();
    void theHintOfTheSearchNeverCoversItsWords();
    void collapsedItIsAvatarsAndButtonsAndFiltersNothing();
    void collapsedItsToolTipsAndNamesStayFull();

private:
    QListView& list() { return *m_pane->findChild<ChatList*>(); }
    QLineEdit& search() { return *m_pane->findChild<QLineEdit*>(); }
    QString chosenTitle() { return list().currentIndex().data().toString(); }
    QStringList titles();
    bool shows(const QString& words);

    ManualClock m_clock;
    std::unique_ptr<FakeChats> m_chats;
    std::unique_ptr<ChatListPane> m_pane;
    std::unique_ptr<QSignalSpy> m_picked;
    std::unique_ptr<QSignalSpy> m_left;
};

void tst_ChatListPane::init()
{
    m_pane.reset();
    m_chats = std::make_unique<FakeChats>();
    int number = 0;
    for (const QString& title :
        {u"Ben Nash"_s, u"Zo\u00eb Adams"_s, u"Maya Knox"_s, u"Tess Vale"_s})
        m_chats->append(fakeChat(number++, title));
    m_pane = std::make_unique<ChatListPane>(m_clock);
    m_pane->setModel(m_chats.get());
    m_pane->resize(300, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_picked = std::make_unique<QSignalSpy>(m_pane.get(), &ChatListPane::picked);
    m_left = std::make_unique<QSignalSpy>(m_pane.get(), &ChatListPane::left);
}

QStringList tst_ChatListPane::titles()
{
    QStringList result;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        result.append(list().model()->index(row, 0).data().toString());
    return result;
}

bool tst_ChatListPane::shows(const QString& words)
{
    for (const QLabel* label : m_pane->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == words)
            return true;
    }
    return false;
}

void tst_ChatListPane::namesAreThoseThatTestsAndScreenReadersKnow()
{
    QCOMPARE(list().accessibleName(), u"Chats"_s);
    QCOMPARE(search().accessibleName(), u"Search chats"_s);
}

void tst_ChatListPane::aClickPicksAndLeaves()
{
    const QRect second = list().visualRect(list().model()->index(1, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(m_picked->size(), 1);
    QCOMPARE(m_picked->at(0).at(0).value<ConversationId>(), m_chats->at(1).id);
    QCOMPARE(m_left->size(), 1);
    QCOMPARE(m_pane->chosen(), m_chats->at(1).id);
}

void tst_ChatListPane::markingIsNotPicking()
{
    m_pane->mark(m_chats->at(2).id);
    QCOMPARE(chosenTitle(), u"Maya Knox"_s);
    QVERIFY(list().selectionModel()->isSelected(list().currentIndex()));
    m_pane->mark({});
    QVERIFY(!list().selectionModel()->hasSelection());
    QCOMPARE(m_picked->size(), 0);
}

void tst_ChatListPane::theChosenChatSurvivesMovesAndNewRows()
{
    m_pane->mark(m_chats->at(2).id);
    m_chats->moveToTop(3);
    m_chats->moveToTop(3);
    QCOMPARE(chosenTitle(), u"Maya Knox"_s);
    m_chats->insert(0, fakeChat(9, u"Iris Adams"_s));
    QCOMPARE(chosenTitle(), u"Maya Knox"_s);
    Conversation renamed = m_chats->at(1);
    QCOMPARE(renamed.title, u"Maya Knox"_s);
    renamed.unread = 3;
    m_chats->replace(1, renamed);
    QCOMPARE(chosenTitle(), u"Maya Knox"_s);
    QVERIFY(list().selectionModel()->isSelected(list().currentIndex()));
    QCOMPARE(m_picked->size(), 0);
}

void tst_ChatListPane::theChosenChatSurvivesBeingFilteredAwayWithoutPickingAnother()
{
    m_pane->mark(m_chats->at(2).id);
    QTest::keyClicks(&search(), u"tess"_s);
    QCOMPARE(titles(), QStringList{u"Tess Vale"_s});
    QVERIFY(!list().selectionModel()->hasSelection());
    QCOMPARE(m_pane->chosen(), m_chats->at(2).id);
    search().clear();
    QCOMPARE(chosenTitle(), u"Maya Knox"_s);
    m_chats->remove(2);
    QVERIFY(!list().selectionModel()->hasSelection());
    QCOMPARE(m_picked->size(), 0);
}

void tst_ChatListPane::aChatThatIsMarkedBeforeItsRowComesIsMarkedThen()
{
    const Conversation late = fakeChat(9, u"Iris Adams"_s);
    m_pane->mark(late.id);
    QVERIFY(!list().selectionModel()->hasSelection());
    m_chats->insert(0, late);
    QCOMPARE(chosenTitle(), u"Iris Adams"_s);
}

void tst_ChatListPane::filterIgnoresCaseAndAccentsAndReadsPreviews()
{
    QTest::keyClicks(&search(), u"ZOE ad"_s);
    QCOMPARE(titles(), QStringList{u"Zo\u00eb Adams"_s});
    search().clear();
    Conversation chat = m_chats->at(3);
    chat.preview = u"the \u00c9clair is yours"_s;
    m_chats->replace(3, chat);
    search().setText(u"eclair"_s);
    QCOMPARE(titles(), QStringList{u"Tess Vale"_s});
    chat.preview = u"see you"_s;
    m_chats->replace(3, chat);
    QCOMPARE(titles(), QStringList{});
}

void tst_ChatListPane::enterInTheSearchOpensTheFirstMatch()
{
    QTest::keyClicks(&search(), u"a"_s);
    QTest::keyClicks(&search(), u"dams"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_picked->size(), 1);
    QCOMPARE(m_picked->at(0).at(0).value<ConversationId>(), m_chats->at(1).id);
    QCOMPARE(m_left->size(), 1);
    QCOMPARE(search().text(), QString());
    QCOMPARE(chosenTitle(), u"Zo\u00eb Adams"_s);

    QTest::keyClicks(&search(), u"nobody"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_picked->size(), 1);
}

void tst_ChatListPane::escapeInTheSearchClearsAndLeaves()
{
    QTest::keyClicks(&search(), u"zo"_s);
    QTest::keyClick(&search(), Qt::Key_Escape);
    QCOMPARE(search().text(), QString());
    QCOMPARE(m_left->size(), 1);
    QCOMPARE(m_picked->size(), 0);
}

void tst_ChatListPane::downGoesToTheList()
{
    m_pane->activateWindow();
    m_pane->focusSearch();
    QTest::keyClicks(&search(), u"e"_s);
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(list().hasFocus());
    QCOMPARE(chosenTitle(), u"Ben Nash"_s);
    QTest::keyClick(&list(), Qt::Key_Down);
    QCOMPARE(m_picked->last().at(0).value<ConversationId>(), m_chats->at(1).id);
}

void tst_ChatListPane::passingByTheListChoosesNothing()
{
    m_pane->activateWindow();
    list().setFocus(Qt::TabFocusReason);
    QVERIFY(list().hasFocus());
    QCOMPARE(m_picked->size(), 0);
    QVERIFY(!list().selectionModel()->hasSelection());
    QVERIFY(m_pane->chosen().isEmpty());
}

void tst_ChatListPane::theRowWithTheFocusIsChosenByEnterOrClick()
{
    m_pane->activateWindow();
    list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(m_picked->size(), 1);
    QCOMPARE(m_picked->at(0).at(0).value<ConversationId>(), m_chats->at(0).id);
    QCOMPARE(m_left->size(), 1);
    QVERIFY(list().selectionModel()->hasSelection());

    m_pane->mark({});
    search().setFocus();
    list().setFocus(Qt::TabFocusReason);
    const QRect first = list().visualRect(list().model()->index(0, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(m_picked->size(), 2);
    QCOMPARE(m_pane->chosen(), m_chats->at(0).id);
}

void tst_ChatListPane::nextAndPreviousStopAtTheEnds()
{
    m_pane->pickNext();
    QCOMPARE(chosenTitle(), u"Ben Nash"_s);
    m_pane->pickPrevious();
    QCOMPARE(chosenTitle(), u"Ben Nash"_s);
    m_pane->pickNext();
    QCOMPARE(chosenTitle(), u"Zo\u00eb Adams"_s);
    QCOMPARE(m_picked->size(), 2);
}

void tst_ChatListPane::emptyStatesSayWhichEmptinessItIs()
{
    search().setText(u"nobody"_s);
    QVERIFY(shows(u"No chat matches"_s));
    search().clear();
    QVERIFY(!shows(u"No chat matches"_s));
    FakeChats nobody;
    m_pane->setModel(&nobody);
    m_pane->setLoading(true);
    QVERIFY(!shows(u"No chats yet"_s));
    m_pane->setLoading(false);
    QVERIFY(shows(u"No chats yet"_s));
    m_pane->setUnreadable(true);
    QVERIFY(shows(u"Your chats cannot be shown now"_s));
    m_pane->setUnreadable(false);
    m_pane->setStatus(u"Up to date"_s);
    QVERIFY(shows(u"Up to date"_s));
    m_pane->setModel(nullptr);
}

void tst_ChatListPane::theListKeepsItsPlaceWhenRowsComeInAbove()
{
    for (int number = 10; number < 60; ++number)
        m_chats->append(fakeChat(number, u"Person %1"_s.arg(number)));
    list().doItemsLayout();
    list().verticalScrollBar()->setValue(700);
    QCOMPARE(list().verticalScrollBar()->value(), 700);
    const QPersistentModelIndex seen = list().indexAt({20, 100});
    const int top = list().visualRect(seen).top();
    m_chats->insert(0, fakeChat(70, u"New here"_s));
    QCOMPARE(list().visualRect(seen).top(), top);

    list().verticalScrollBar()->setValue(0);
    m_chats->insert(0, fakeChat(71, u"Newer still"_s));
    QCOMPARE(list().indexAt({20, 10}).data().toString(), u"Newer still"_s);
}

void tst_ChatListPane::theListKeepsItsPlaceWhenARowMovesToTheTop()
{
    for (int number = 10; number < 60; ++number)
        m_chats->append(fakeChat(number, u"Person %1"_s.arg(number)));
    list().doItemsLayout();
    list().verticalScrollBar()->setValue(700);
    QCOMPARE(list().verticalScrollBar()->value(), 700);
    const QPersistentModelIndex seen = list().indexAt({20, 100});
    const int top = list().visualRect(seen).top();
    m_chats->moveToTop(50);
    QCOMPARE(list().visualRect(seen).top(), top);
}

void tst_ChatListPane::theListIsRepaintedAtMidnight()
{
    class PaintCounter : public QObject {
    public:
        bool eventFilter(QObject*, QEvent* event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
        int paints = 0;
    } counter;
    list().viewport()->installEventFilter(&counter);
    QCoreApplication::processEvents();
    counter.paints = 0;
    m_clock.advance(std::chrono::hours(24));
    QCOMPARE_GE(counter.paints, 1);
}

void tst_ChatListPane::aListOfNobodyTakesNothingWithIt()
{
    m_pane->mark(m_chats->at(1).id);
    m_pane->setModel(nullptr);
    m_chats.reset();
    m_pane->pickNext();
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_picked->size(), 0);
}

/// The columns of the field in which it writes something, without the hint.
static QRect inkOf(QLineEdit& field, QWidget& hint)
{
    const bool shown = hint.isVisible();
    hint.hide();
    const QImage written = field.grab().toImage();
    const QString words = field.placeholderText();
    field.setPlaceholderText({});
    const QImage blank = field.grab().toImage();
    field.setPlaceholderText(words);
    hint.setVisible(shown);
    QRect ink;
    for (int x = 0; x < written.width(); ++x) {
        for (int y = 0; y < written.height(); ++y) {
            if (written.pixel(x, y) != blank.pixel(x, y))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

void tst_ChatListPane::theHintOfTheSearchNeverCoversItsWords_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void tst_ChatListPane::theHintOfTheSearchNeverCoversItsWords()
{
    QFETCH(Qt::LayoutDirection, direction);
    m_pane->setLayoutDirection(direction);
    list().setFocus(); // no cursor in the field
    auto* hint = search().findChild<QLabel*>();
    QVERIFY(hint && hint->isVisible());
    search().layout()->activate();
    const QRect ink = inkOf(search(), *hint);
    QVERIFY(ink.width() > 40);
    QVERIFY(!hint->geometry().intersects(ink));
    QTest::keyClicks(&search(), u"an"_s);
    QVERIFY(!hint->isVisible());
}

void tst_ChatListPane::collapsedItIsAvatarsAndButtonsAndFiltersNothing()
{
    m_pane->activateWindow();
    m_pane->focusSearch();
    QTest::keyClicks(&search(), u"tess"_s);
    m_pane->setStatus(u"Up to date"_s);
    m_pane->setCollapsed(true);
    m_pane->resize(metrics::avatarColumn, 500);
    QCOMPARE(titles().size(), 4);
    QVERIFY(list().hasFocus());
    QVERIFY(!search().isVisible());
    QVERIFY(!shows(u"Up to date"_s));
    QCoreApplication::processEvents();
    QCOMPARE(list().viewport()->width(), metrics::avatarColumn);
    QToolButton* searchButton = nullptr;
    for (QToolButton* button : m_pane->findChildren<QToolButton*>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(m_pane.get(), QPoint()), button->size());
        QCOMPARE(place.left(), m_pane->width() - 1 - place.right()); // in the middle
        if (button->accessibleName() == u"Search chats"_s)
            searchButton = button;
    }
    QVERIFY(searchButton);
    // Whoever owns the column expands it; then the field has the keyboard.
    connect(m_pane.get(), &ChatListPane::expandRequested, m_pane.get(),
        [this] { m_pane->setCollapsed(false); });
    QTest::keyClick(searchButton, Qt::Key_Space);
    QVERIFY(!m_pane->isCollapsed());
    QVERIFY(search().isVisible() && search().hasFocus());
    QVERIFY(!searchButton->isVisible());
    QVERIFY(shows(u"Up to date"_s));
}

void tst_ChatListPane::collapsedItsToolTipsAndNamesStayFull()
{
    Conversation chat = m_chats->at(1);
    chat.unread = 3;
    m_chats->replace(1, chat);
    m_pane->setCollapsed(true);
    m_pane->resize(metrics::avatarColumn, 500);
    const QModelIndex index = list().model()->index(1, 0);
    QAccessibleInterface* row = QAccessible::queryAccessibleInterface(&list())->child(index.row());
    QCOMPARE(row->text(QAccessible::Name), index.data(Qt::AccessibleTextRole).toString());
    const QPoint middle = list().visualRect(index).center();
    QHelpEvent event(QEvent::ToolTip, middle, list().viewport()->mapToGlobal(middle));
    QCoreApplication::sendEvent(list().viewport(), &event);
    QVERIFY(QToolTip::text().startsWith(u"Zo\u00eb Adams, 3 unread"_s));
    QToolTip::hideText();
}

SKEIN_TEST(tst_ChatListPane)

} // namespace chatListPaneTest

#include "tst_ChatListPane.moc"
