// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"

#include <QAbstractItemModelTester>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mentionPopupTest {

namespace {

QList<Mentionable> people()
{
    return {{{u"-1"_s}, u"everyone"_s, {}}, {{u"11"_s}, u"Ann Berg"_s, {}},
        {{u"12"_s}, u"Ben Nash"_s, {}}, {{u"13"_s}, u"Zo\u00eb Adams"_s, {}},
        {{u"14"_s}, u"Jean-Luc O'Brien"_s, {}}};
}

} // namespace

// What opens the list of people, whom it offers, and what the keys and the mouse do in it.
class tst_MentionPopup : public QObject {
    Q_OBJECT
private slots:
    void init();
    void hasAName();
    void opensAtAnAtSignWhereAWordStarts_data();
    void opensAtAnAtSignWhereAWordStarts();
    void offersWhoHasAWordThatStartsSo_data();
    void offersWhoHasAWordThatStartsSo();
    void enterTabAndTheKeypadChoose_data();
    void enterTabAndTheKeypadChoose();
    void upAndDownGoRound();
    void aClickChoosesAndLeavesTheFocusInTheField();
    void escapeOnlyClosesUntilAnotherWord();
    void closesWhenTheCaretLeavesTheWord();
    void closesWhenTheFieldLosesTheFocus();
    void leavesTheKeysAloneWhenClosed();
    void leavesCompositionsAlone();
    void showsEightRowsAndScrollsToTheOthers();
    void standsAboveTheCaretInsideTheWindow();
    void keepsWhatStandsBehindTheCaret();
    void tellsAScreenReaderWhoWouldBeChosen();
    void remembersWhichOfTwoPeopleOfOneName();

private:
    QStringList offered() const;
    void type(const QString& text) { QTest::keyClicks(m_field, text); }

    std::unique_ptr<QWidget> m_window;
    MessageField* m_field = nullptr;
    MentionPopup* m_popup = nullptr;
};

void tst_MentionPopup::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(500, 600);
    m_field = new MessageField(m_window.get());
    m_popup = new MentionPopup(*m_field);
    new QAbstractItemModelTester(
        m_popup->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_popup);
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_field);
    m_popup->setPeople(people());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

QStringList tst_MentionPopup::offered() const
{
    QStringList names;
    for (int row = 0; m_popup->isVisible() && row < m_popup->model()->rowCount(); ++row)
        names.append(m_popup->model()->index(row, 0).data().toString());
    return names;
}

void tst_MentionPopup::hasAName() { QCOMPARE(m_popup->accessibleName(), u"People to mention"_s); }

void tst_MentionPopup::opensAtAnAtSignWhereAWordStarts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("opens");
    QTest::newRow("first") << u"@"_s << true;
    QTest::newRow("after a blank") << u"hi @"_s << true;
    QTest::newRow("after a bracket") << u"(@"_s << true;
    QTest::newRow("after an emoji") << u"\U0001F389@"_s << true;
    QTest::newRow("in an address") << u"ann@"_s << false;
    QTest::newRow("after a digit") << u"7@"_s << false;
    QTest::newRow("no at") << u"Ben"_s << false;
    QTest::newRow("nobody") << u"@xy"_s << false;
    QTest::newRow("word over") << u"@Ben "_s << false;
    QTest::newRow("second line") << u"one\n@b"_s << true;
}

void tst_MentionPopup::opensAtAnAtSignWhereAWordStarts()
{
    QFETCH(const QString, text);
    QFETCH(const bool, opens);
    m_field->insertPlainText(text);
    QCOMPARE(m_popup->isVisible(), opens);
}

void tst_MentionPopup::offersWhoHasAWordThatStartsSo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << u"@"_s
                         << QStringList{u"everyone"_s, u"Ann Berg"_s, u"Ben Nash"_s,
                                u"Zo\u00eb Adams"_s, u"Jean-Luc O'Brien"_s};
    QTest::newRow("case") << u"@BEN"_s << QStringList{u"Ben Nash"_s};
    QTest::newRow("first words first")
        << u"@b"_s << QStringList{u"Ben Nash"_s, u"Ann Berg"_s, u"Jean-Luc O'Brien"_s};
    QTest::newRow("last name") << u"@nash"_s << QStringList{u"Ben Nash"_s};
    QTest::newRow("no accent") << u"@zoe"_s << QStringList{u"Zo\u00eb Adams"_s};
    QTest::newRow("accent") << u"@ZO\u00cb"_s << QStringList{u"Zo\u00eb Adams"_s};
    QTest::newRow("strange accent") << u"@b\u00e9n"_s << QStringList{u"Ben Nash"_s};
    QTest::newRow("after a hyphen") << u"@luc"_s << QStringList{u"Jean-Luc O'Brien"_s};
    QTest::newRow("over a hyphen") << u"@jean-l"_s << QStringList{u"Jean-Luc O'Brien"_s};
    QTest::newRow("inside a word") << u"@ash"_s << QStringList();
}

void tst_MentionPopup::offersWhoHasAWordThatStartsSo()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, names);
    m_field->insertPlainText(typed);
    QCOMPARE(offered(), names);
}

void tst_MentionPopup::enterTabAndTheKeypadChoose_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("keypad") << Qt::Key_Enter;
    QTest::newRow("Tab") << Qt::Key_Tab;
}

void tst_MentionPopup::enterTabAndTheKeypadChoose()
{
    QFETCH(const Qt::Key, key);
    const QSignalSpy submitted(m_field, &MessageField::submitted);
    type(u"hi @na"_s);
    QTest::keyClick(m_field, key, key == Qt::Key_Enter ? Qt::KeypadModifier : Qt::NoModifier);
    QCOMPARE(m_field->toPlainText(), u"hi @Ben Nash "_s);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(m_field->hasFocus());
    QCOMPARE(submitted.size(), 0);
    QCOMPARE(m_popup->picked().value(u"Ben Nash"_s), UserId{u"12"_s});
    m_field->undo();
    QCOMPARE(m_field->toPlainText(), u"hi @na"_s);
}

void tst_MentionPopup::upAndDownGoRound()
{
    type(u"@b"_s);
    QCOMPARE(m_popup->currentIndex().row(), 0);
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(m_popup->currentIndex().row(), 1);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Up);
    QCOMPARE(m_popup->currentIndex().row(), 2);
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(m_popup->currentIndex().row(), 0);
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), u"@Ann Berg "_s);
}

void tst_MentionPopup::aClickChoosesAndLeavesTheFocusInTheField()
{
    type(u"@b"_s);
    const QRect second = m_popup->visualRect(m_popup->model()->index(1, 0));
    QTest::mouseClick(m_popup->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(m_field->toPlainText(), u"@Ann Berg "_s);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(m_field->hasFocus());
}

void tst_MentionPopup::escapeOnlyClosesUntilAnotherWord()
{
    type(u"@b"_s);
    QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    asks.ignore();
    QCoreApplication::sendEvent(m_field, &asks);
    QVERIFY(asks.isAccepted()); // no shortcut of the window gets it
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(m_field->toPlainText(), u"@b"_s);
    type(u"e"_s);
    QVERIFY(!m_popup->isVisible());
    type(u" @b"_s);
    QVERIFY(m_popup->isVisible());
}

void tst_MentionPopup::closesWhenTheCaretLeavesTheWord()
{
    type(u"so @b"_s);
    QTest::keyClick(m_field, Qt::Key_Left);
    QCOMPARE(offered().size(), 5);
    QTest::keyClick(m_field, Qt::Key_Left);
    QVERIFY(!m_popup->isVisible());
}

void tst_MentionPopup::closesWhenTheFieldLosesTheFocus()
{
    type(u"@b"_s);
    m_field->clearFocus();
    QVERIFY(!m_popup->isVisible());
}

void tst_MentionPopup::leavesTheKeysAloneWhenClosed()
{
    const QSignalSpy submitted(m_field, &MessageField::submitted);
    type(u"hi"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    asks.ignore();
    QCoreApplication::sendEvent(m_field, &asks);
    QVERIFY(!asks.isAccepted());
}

void tst_MentionPopup::leavesCompositionsAlone()
{
    type(u"@"_s);
    QInputMethodEvent composing(u"be"_s, {});
    QCoreApplication::sendEvent(m_field, &composing);
    QVERIFY(!m_popup->isVisible());
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), u"@"_s);
    QInputMethodEvent committed;
    committed.setCommitString(u"be"_s);
    QCoreApplication::sendEvent(m_field, &committed);
    QCOMPARE(offered(), (QStringList{u"Ben Nash"_s, u"Ann Berg"_s}));
}

void tst_MentionPopup::showsEightRowsAndScrollsToTheOthers()
{
    QList<Mentionable> crowd;
    for (int i = 0; i < 20; ++i)
        crowd.append({{QString::number(100 + i)}, u"Guest %1"_s.arg(i), {}});
    m_popup->setPeople(crowd);
    type(u"@"_s);
    QCOMPARE(offered().size(), 20);
    const int row = m_popup->sizeHintForRow(0);
    QCOMPARE(m_popup->viewport()->height(), MentionPopup::mostRows * row);
    QTest::keyClick(m_field, Qt::Key_Up);
    const QModelIndex last = m_popup->currentIndex();
    QCOMPARE(last.row(), 19);
    QVERIFY(m_popup->viewport()->rect().contains(m_popup->visualRect(last)));
}

void tst_MentionPopup::standsAboveTheCaretInsideTheWindow()
{
    type(u"so @"_s);
    const int caretTop
        = m_field->viewport()->mapTo(m_window.get(), m_field->cursorRect().topLeft()).y();
    QVERIFY(m_popup->geometry().bottom() < caretTop);
    QVERIFY(m_window->rect().contains(m_popup->geometry()));
    QVERIFY(!m_popup->isWindow());
    type(u" long enough to reach the other end of a line there @"_s);
    QVERIFY(m_window->rect().contains(m_popup->geometry()));
}

void tst_MentionPopup::keepsWhatStandsBehindTheCaret()
{
    m_field->setPlainText(u"ask , later"_s);
    QTextCursor caret = m_field->textCursor();
    caret.setPosition(4);
    m_field->setTextCursor(caret);
    type(u"@be"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), u"ask @Ben Nash , later"_s);
    caret = m_field->textCursor();
    caret.setPosition(3);
    m_field->setTextCursor(caret);
    type(u" @an"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), u"ask @Ann Berg @Ben Nash , later"_s); // one blank
    type(u"x"_s);
    QCOMPARE(m_field->toPlainText(), u"ask @Ann Berg x@Ben Nash , later"_s);
}

void tst_MentionPopup::tellsAScreenReaderWhoWouldBeChosen()
{
    type(u"@b"_s);
    QVERIFY(m_field->accessibleDescription().contains(u"Ben Nash"_s));
    QTest::keyClick(m_field, Qt::Key_Down);
    QVERIFY(m_field->accessibleDescription().contains(u"Ann Berg"_s));
    QTest::keyClick(m_field, Qt::Key_Escape);
    QCOMPARE(m_field->accessibleDescription(), QString());
}

void tst_MentionPopup::remembersWhichOfTwoPeopleOfOneName()
{
    m_popup->setPeople({{{u"21"_s}, u"Sam Lee"_s, {}}, {{u"22"_s}, u" Sam  Lee "_s, {}}});
    type(u"@sam"_s);
    QCOMPARE(offered(), (QStringList{u"Sam Lee"_s, u"Sam Lee"_s}));
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_popup->picked().value(u"Sam Lee"_s), UserId{u"22"_s});
    m_popup->forgetPicked();
    QVERIFY(m_popup->picked().isEmpty());
}

SKEIN_TEST(tst_MentionPopup)

} // namespace mentionPopupTest

#include "tst_MentionPopup.moc"
