// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/Composer.h"
#include "ui/composer/EmojiTable.h"
#include "ui/composer/MessageField.h"
#include "ui/theme/IconButton.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiPickerTest {

namespace {

/// Braces around one array alone would copy it.
QJsonArray charmap(const QList<std::pair<int, int>>& cells)
{
    QJsonArray map;
    for (const auto& [pack, index] : cells)
        map.append(QJsonArray{pack, index});
    return map;
}

QList<PickerPack> packs()
{
    QPixmap picture(20, 20);
    picture.fill(Qt::red);
    return {{u"Sailors"_s,
        {{3, 0, u"anchor man"_s, picture}, {3, 4, u"salute"_s, picture}, {3, 9, u"wave"_s, {}}}}};
}

QList<PickerPack> somePacks(int count)
{
    QList<PickerPack> all;
    for (int n = 1; n <= count; ++n) {
        QPixmap picture(20, 20);
        picture.fill(QColor::fromHsv(n * 47 % 360, 160, 220));
        all.append({u"Pack %1"_s.arg(n), {{n, 0, u"first of %1"_s.arg(n), picture}}});
    }
    return all;
}

} // namespace

// The picker at the smiley: what it shows, how it is walked, and what it writes into the field.
class tst_EmojiPicker : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theSmileyOpensItOverTheField();
    void everyTabAndCellHasAName();
    void searchFindsByName();
    void enterInTheSearchTakesTheFirstAndCloses();
    void arrowsWalkTheGrid();
    void upFromTheFirstRowGoesBackToTheSearch();
    void spaceTakesAndStays();
    void aClickWritesAtTheCaret();
    void escapeClosesAndTheFieldHasTheKeyboard();
    void theLastUsedComeFirst();
    void oftenUsedAreKeptOnce();
    void recentOnesThatAreNoneAreLeftOut();
    void theTableIsReadWhenSomebodyLooks();
    void packsAreFurtherTabs();
    void everyTabIsReachedByKeysAndSeenThere_data();
    void everyTabIsReachedByKeysAndSeenThere();
    void everyTabIsReachedByTheMouse_data();
    void everyTabIsReachedByTheMouse();
    void packsThatComeLeaveTheCellsInFrontAlone();
    void anEmojiOfAPackIsAPlaceholderAndAnAttachment();
    void theCharmapFollowsTheTextNotTheOrderOfPicking();
    void thePictureStandsInTheField();
    void placeholdersTypedByHandTakeNoEmoji();
    void emojiOfAPackComeBackWithTheDraft();

private:
    EmojiPicker& picker() { return m_composer->emojiPicker(); }
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    QListView& grid() { return *picker().findChild<QListView*>(); }
    QTabBar& tabs() { return *picker().findChild<QTabBar*>(); }
    QLineEdit& search() { return *picker().findChild<QLineEdit*>(); }
    QString cell(int row) { return grid().model()->index(row, 0).data().toString(); }
    void open() { m_composer->openEmoji(); }
    void click(int row);
    QRect seen(int tab);
    ComposedMessage sent();

    std::unique_ptr<QWidget> m_window;
    Composer* m_composer = nullptr;
    std::unique_ptr<QSignalSpy> m_sent;
};

void tst_EmojiPicker::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    m_composer = new Composer(m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_composer);
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusField();
    m_sent = std::make_unique<QSignalSpy>(m_composer, &Composer::sendRequested);
    new QAbstractItemModelTester(
        grid().model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_composer);
}

void tst_EmojiPicker::click(int row)
{
    const QModelIndex index = grid().model()->index(row, 0);
    grid().scrollTo(index);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(index).center());
}

ComposedMessage tst_EmojiPicker::sent()
{
    picker().hide();
    QTest::keyClick(&field(), Qt::Key_Return);
    return m_sent->value(0).value(0).value<ComposedMessage>();
}

void tst_EmojiPicker::theSmileyOpensItOverTheField()
{
    QVERIFY(!picker().isVisible());
    for (IconButton* button : m_composer->findChildren<IconButton*>()) {
        if (button->accessibleName() == u"Emoji"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(picker().isVisible());
    QVERIFY(search().hasFocus());
    QVERIFY(picker().geometry().bottom() <= field().mapToGlobal(QPoint()).y());
    QCOMPARE(grid().model()->rowCount() > 100, true); // nothing was used yet: smileys
}

void tst_EmojiPicker::everyTabAndCellHasAName()
{
    open();
    QVERIFY(picker().isVisible());
    QCOMPARE(tabs().count(), 10);
    QCOMPARE(tabs().accessibleTabName(0), u"Used last"_s);
    QCOMPARE(tabs().accessibleTabName(1), u"Smileys & Emotion"_s);
    for (int tab = 1; tab < tabs().count(); ++tab) {
        tabs().setCurrentIndex(tab);
        QVERIFY(!tabs().accessibleTabName(tab).isEmpty());
        QVERIFY(grid().model()->rowCount() > 50);
        QVERIFY(!cell(0).isEmpty());
    }
    QCOMPARE(search().accessibleName(), u"Search emoji"_s);
    QCOMPARE(grid().accessibleName(), u"Emoji"_s);
}

void tst_EmojiPicker::searchFindsByName()
{
    open();
    QTest::keyClicks(&search(), u"party po"_s);
    QCOMPARE(cell(0), u"party popper"_s);
    QTest::keyClicks(&search(), u"xqzw"_s);
    QCOMPARE(grid().model()->rowCount(), 0);
    search().clear();
    QVERIFY(grid().model()->rowCount() > 100);
}

void tst_EmojiPicker::enterInTheSearchTakesTheFirstAndCloses()
{
    QTest::keyClicks(&field(), u"yes"_s);
    open();
    QTest::keyClicks(&search(), u"fire"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"yes\U0001F525"_s);
    QVERIFY(!picker().isVisible());
    QVERIFY(field().hasFocus());
    QCOMPARE(m_sent->size(), 0);
}

void tst_EmojiPicker::arrowsWalkTheGrid()
{
    open();
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(grid().hasFocus());
    QCOMPARE(grid().currentIndex().row(), 0);
    QTest::keyClick(&grid(), Qt::Key_Right);
    QCOMPARE(grid().currentIndex().row(), 1);
    QTest::keyClick(&grid(), Qt::Key_Down);
    QCOMPARE(grid().currentIndex().row(), 1 + EmojiPicker::columns);
    QTest::keyClick(&grid(), Qt::Key_Left);
    QTest::keyClick(&grid(), Qt::Key_Left);
    QCOMPARE(grid().currentIndex().row(), EmojiPicker::columns - 1); // as reading goes
    QTest::keyClick(&grid(), Qt::Key_Return);
    QVERIFY(!m_composer->text().isEmpty());
    QVERIFY(!picker().isVisible());
}

void tst_EmojiPicker::upFromTheFirstRowGoesBackToTheSearch()
{
    open();
    QTest::keyClick(&search(), Qt::Key_Down);
    QTest::keyClick(&grid(), Qt::Key_Down);
    QTest::keyClick(&grid(), Qt::Key_Up);
    QVERIFY(grid().hasFocus());
    QTest::keyClick(&grid(), Qt::Key_Up);
    QVERIFY(search().hasFocus());
}

void tst_EmojiPicker::spaceTakesAndStays()
{
    open();
    QTest::keyClicks(&search(), u"fire"_s);
    QTest::keyClick(&search(), Qt::Key_Down);
    QTest::keyClick(&grid(), Qt::Key_Space);
    QTest::keyClick(&grid(), Qt::Key_Space);
    QCOMPARE(m_composer->text(), u"\U0001F525\U0001F525"_s);
    QVERIFY(picker().isVisible());
}

void tst_EmojiPicker::aClickWritesAtTheCaret()
{
    QTest::keyClicks(&field(), u"ab"_s);
    QTest::keyClick(&field(), Qt::Key_Left);
    open();
    search().setText(u"fire"_s);
    click(0);
    QCOMPARE(m_composer->text(), u"a\U0001F525b"_s);
    QVERIFY(picker().isVisible());
}

void tst_EmojiPicker::escapeClosesAndTheFieldHasTheKeyboard()
{
    open();
    QTest::keyClick(&search(), Qt::Key_Escape);
    QVERIFY(!picker().isVisible());
    QVERIFY(field().hasFocus());
}

void tst_EmojiPicker::theLastUsedComeFirst()
{
    const QSignalSpy changed(&picker(), &EmojiPicker::recentChanged);
    open();
    search().setText(u"fire"_s);
    click(0);
    search().setText(u"party popper"_s);
    click(0);
    QCOMPARE(changed.last().at(0).toStringList(), (QStringList{u"\U0001F389"_s, u"\U0001F525"_s}));
    QTest::keyClick(&search(), Qt::Key_Escape);
    QTest::keyClicks(&field(), u" :collision"_s); // by its name in the field, too
    QTest::keyClick(&field(), Qt::Key_Return);
    open();
    tabs().setCurrentIndex(0);
    QCOMPARE(cell(0), u"collision"_s);
    QCOMPARE(cell(1), u"party popper"_s);
    QCOMPARE(cell(2), u"fire"_s);
}

void tst_EmojiPicker::oftenUsedAreKeptOnce()
{
    for (const QString& emoji : {u"\U0001F525"_s, u"\U0001F389"_s, u"\U0001F525"_s})
        picker().noteUsed(emoji);
    QCOMPARE(picker().recent(), (QStringList{u"\U0001F525"_s, u"\U0001F389"_s}));
}

void tst_EmojiPicker::recentOnesThatAreNoneAreLeftOut()
{
    picker().setRecent({u"x"_s, u"\U0001F525"_s, u"\U0001F525"_s, QString()});
    QCOMPARE(picker().recent(), (QStringList{u"\U0001F525"_s}));
    open();
    QCOMPARE(tabs().currentIndex(), 0);
    QCOMPARE(cell(0), u"fire"_s);
}

void tst_EmojiPicker::theTableIsReadWhenSomebodyLooks()
{
    const EmojiTable table = EmojiTable::fromResource();
    EmojiPicker picker(table);
    picker.setRecent({u"\U0001F525"_s});
    picker.setPacks(packs());
    QVERIFY(!table.isRead());
    picker.openAt(*m_composer);
    QVERIFY(table.isRead());
    QCOMPARE(picker.recent(), (QStringList{u"\U0001F525"_s}));
    picker.hide();
}

void tst_EmojiPicker::packsAreFurtherTabs()
{
    m_composer->setPacks(packs());
    open();
    QCOMPARE(tabs().count(), 11);
    QCOMPARE(tabs().accessibleTabName(10), u"Sailors"_s);
    tabs().setCurrentIndex(10);
    QCOMPARE(grid().model()->rowCount(), 3);
    QCOMPARE(cell(1), u"salute"_s);
    QTest::keyClicks(&search(), u"salu"_s);
    QCOMPARE(cell(grid().model()->rowCount() - 1), u"salute"_s);
}

/// Of a tab, what no button lies over.
QRect tst_EmojiPicker::seen(int tab)
{
    QRegion free(tabs().rect());
    for (const QAbstractButton* button : tabs().findChildren<QAbstractButton*>()) {
        if (button->isVisible())
            free -= button->geometry();
    }
    return (free & tabs().tabRect(tab)).boundingRect();
}

void tst_EmojiPicker::everyTabIsReachedByKeysAndSeenThere_data()
{
    QTest::addColumn<int>("packs");
    QTest::newRow("none") << 0;
    QTest::newRow("two") << 2;
    QTest::newRow("many") << 30;
}

void tst_EmojiPicker::everyTabIsReachedByKeysAndSeenThere()
{
    QFETCH(const int, packs);
    m_composer->setPacks(somePacks(packs));
    open();
    QCOMPARE(tabs().count(), 10 + packs);
    tabs().setFocus();
    const auto walk = [this](Qt::Key key) {
        for (int n = 0; n < tabs().count(); ++n) {
            const int tab = tabs().currentIndex();
            QCOMPARE(seen(tab), tabs().tabRect(tab));
            QTest::keyClick(&tabs(), key);
        }
    };
    walk(Qt::Key_Right);
    QCOMPARE(tabs().currentIndex(), tabs().count() - 1);
    walk(Qt::Key_Left);
    QCOMPARE(tabs().currentIndex(), 0);
}

void tst_EmojiPicker::everyTabIsReachedByTheMouse_data()
{
    everyTabIsReachedByKeysAndSeenThere_data();
}

void tst_EmojiPicker::everyTabIsReachedByTheMouse()
{
    QFETCH(const int, packs);
    m_composer->setPacks(somePacks(packs));
    open();
    QToolButton* further = nullptr;
    for (auto* button : tabs().findChildren<QToolButton*>()) {
        if (button->arrowType() == Qt::RightArrow)
            further = button;
    }
    QCOMPARE(further && further->isVisible(), packs > 2); // fewer share the bar
    QVERIFY(!further || !further->accessibleName().isEmpty());
    for (int tab = 0; tab < tabs().count(); ++tab) {
        for (int tries = 0; tries < 50 && seen(tab) != tabs().tabRect(tab); ++tries) {
            QVERIFY2(further && further->isEnabled(), qPrintable(tabs().accessibleTabName(tab)));
            QTest::mouseClick(further, Qt::LeftButton);
        }
        QTest::mouseClick(&tabs(), Qt::LeftButton, {}, seen(tab).center());
        QCOMPARE(tabs().currentIndex(), tab);
    }
}

void tst_EmojiPicker::packsThatComeLeaveTheCellsInFrontAlone()
{
    // Qt tells screen readers that a new current cell has the focus, whatever has it.
    open();
    const QSignalSpy cleared(grid().model(), &QAbstractItemModel::modelReset);
    const QSignalSpy removed(grid().model(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy current(grid().selectionModel(), &QItemSelectionModel::currentChanged);
    m_composer->setPacks(packs());
    QCOMPARE(tabs().count(), 11);
    QCOMPARE(cleared.size() + removed.size() + current.size(), 0);
    QVERIFY(search().hasFocus());
    QTest::keyClicks(&search(), u"salu"_s);
    QCOMPARE(cell(grid().model()->rowCount() - 1), u"salute"_s); // one of theirs
}

void tst_EmojiPicker::anEmojiOfAPackIsAPlaceholderAndAnAttachment()
{
    m_composer->setPacks(packs());
    QTest::keyClicks(&field(), u" aye "_s);
    open();
    tabs().setCurrentIndex(10);
    click(1);
    QCOMPARE(m_composer->text(), u" aye \ufffd"_s);
    const ComposedMessage message = sent();
    QCOMPARE(message.text, u"aye \ufffd"_s);
    QCOMPARE(message.attachments,
        (QJsonArray{QJsonObject{{u"type"_s, u"emoji"_s}, {u"placeholder"_s, u"\ufffd"_s},
            {u"charmap"_s, charmap({{3, 4}})}}}));
}

void tst_EmojiPicker::theCharmapFollowsTheTextNotTheOrderOfPicking()
{
    m_composer->setPacks(packs());
    open();
    tabs().setCurrentIndex(10);
    click(1);
    picker().hide();
    QTest::keyClick(&field(), Qt::Key_Home);
    open();
    tabs().setCurrentIndex(10);
    click(2);
    picker().hide();
    QTest::keyClicks(&field(), u" and "_s);
    QCOMPARE(m_composer->text(), u"\ufffd and \ufffd"_s);
    QCOMPARE(sent().attachments.first().toObject().value(u"charmap"_s).toArray(),
        (charmap({{3, 9}, {3, 4}})));
}

void tst_EmojiPicker::thePictureStandsInTheField()
{
    m_composer->setPacks(packs());
    const auto countRed = [this] {
        const QImage shown = field().viewport()->grab().toImage();
        int red = 0;
        for (int x = 0; x < shown.width(); ++x)
            red += shown.pixelColor(x, shown.height() / 2) == QColor(Qt::red) ? 1 : 0;
        return red;
    };
    QCOMPARE(countRed(), 0);
    field().insertPackEmoji({3, 0});
    QVERIFY(countRed() > 4);
    field().clear();
    field().insertPackEmoji({3, 9}); // has no picture
    QCOMPARE(countRed(), 0);
}

void tst_EmojiPicker::placeholdersTypedByHandTakeNoEmoji()
{
    m_composer->setPacks(packs());
    field().insertPlainText(u"\ufffd "_s);
    open();
    tabs().setCurrentIndex(10);
    click(0);
    field().insertPlainText(u"\ufffd"_s);
    const ComposedMessage message = sent();
    QCOMPARE(message.text, u"\ufffd"_s);
    QCOMPARE(
        message.attachments.first().toObject().value(u"charmap"_s).toArray(), (charmap({{3, 0}})));
}

void tst_EmojiPicker::emojiOfAPackComeBackWithTheDraft()
{
    QHash<ConversationId, MessageDraft> kept;
    m_composer->setDrafts({.load =
                               [&](const ConversationId& id) {
                                   return later(
                                       m_composer, Result<ComposerDraft>({kept.value(id), {}, {}}));
                               },
        .save
        = [&](const ConversationId& id, const MessageDraft& draft) { kept.insert(id, draft); },
        .add = {}});
    field().insertPackEmoji({3, 4});
    QTest::keyClicks(&field(), u" aye"_s);
    m_composer->setConversation(ConversationId::group(u"78"_s), u"Chess"_s);
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    QTRY_COMPARE(m_composer->text(), u"\ufffd aye"_s);
    QCOMPARE(
        sent().attachments.first().toObject().value(u"charmap"_s).toArray(), (charmap({{3, 4}})));
    m_composer->setDrafts({});
}

SKEIN_TEST(tst_EmojiPicker)

} // namespace emojiPickerTest

#include "tst_EmojiPicker.moc"
