// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/EmojiPopup.h"
#include "ui/composer/EmojiTable.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiPopupTest {

// What opens the list of emoji names, and what the keys do in it.
class tst_EmojiPopup : public QObject {
    Q_OBJECT
private slots:
    void init();
    void opensAtAColonAndTwoLetters_data();
    void opensAtAColonAndTwoLetters();
    void enterAndTabWriteTheEmoji_data();
    void enterAndTabWriteTheEmoji();
    void escapeClosesUntilAnotherWord();
    void downChoosesTheNext();
    void saysWhatEnterWouldWrite();
    void tellsWhatWasChosen();
    void aMentionIsStillOne();

private:
    void type(const QString& text) { QTest::keyClicks(m_field, text); }

    const EmojiTable m_table = EmojiTable::fromResource();
    std::unique_ptr<QWidget> m_window;
    MessageField* m_field = nullptr;
    EmojiPopup* m_popup = nullptr;
};

void tst_EmojiPopup::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(500, 600);
    m_field = new MessageField(m_window.get());
    m_popup = new EmojiPopup(*m_field, m_table);
    new QAbstractItemModelTester(
        m_popup->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_popup);
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_field);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void tst_EmojiPopup::opensAtAColonAndTwoLetters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("opens");
    QTest::newRow("name") << u":fi"_s << true;
    QTest::newRow("after a blank") << u"oh :fi"_s << true;
    QTest::newRow("after an emoji") << u"\U0001F389:fi"_s << true;
    QTest::newRow("underscore") << u":thumbs_up"_s << true;
    QTest::newRow("one letter") << u":f"_s << false;
    QTest::newRow("smiley") << u":-)"_s << false;
    QTest::newRow("time") << u"10:30"_s << false;
    QTest::newRow("address") << u"https://fire"_s << false;
    QTest::newRow("no such name") << u":xqzw"_s << false;
    QTest::newRow("word over") << u":fire "_s << false;
}

void tst_EmojiPopup::opensAtAColonAndTwoLetters()
{
    QFETCH(const QString, text);
    QFETCH(const bool, opens);
    m_field->insertPlainText(text);
    QCOMPARE(m_popup->isVisible(), opens);
}

void tst_EmojiPopup::enterAndTabWriteTheEmoji_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Tab") << Qt::Key_Tab;
}

void tst_EmojiPopup::enterAndTabWriteTheEmoji()
{
    QFETCH(const Qt::Key, key);
    const QSignalSpy submitted(m_field, &MessageField::submitted);
    type(u"on :fire"_s);
    QTest::keyClick(m_field, key);
    QCOMPARE(m_field->toPlainText(), u"on \U0001F525 "_s);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(m_field->hasFocus());
    QCOMPARE(submitted.size(), 0);
    m_field->undo();
    QCOMPARE(m_field->toPlainText(), u"on :fire"_s);
}

void tst_EmojiPopup::escapeClosesUntilAnotherWord()
{
    type(u":fi"_s);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    type(u"r"_s);
    QVERIFY(!m_popup->isVisible());
    type(u" :fi"_s);
    QVERIFY(m_popup->isVisible());
}

void tst_EmojiPopup::downChoosesTheNext()
{
    type(u":fire"_s);
    const QString second = m_popup->model()->index(1, 0).data(Qt::UserRole).toString();
    QVERIFY(!second.isEmpty());
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), second + u' ');
}

void tst_EmojiPopup::saysWhatEnterWouldWrite()
{
    QCOMPARE(m_popup->accessibleName(), u"Emoji by name"_s);
    type(u":fire"_s);
    QCOMPARE(m_field->accessibleDescription(), u"Enter writes fire"_s);
    QCOMPARE(m_popup->model()->index(0, 0).data().toString(), u"fire"_s);
    type(u" "_s);
    QCOMPARE(m_field->accessibleDescription(), QString());
}

void tst_EmojiPopup::tellsWhatWasChosen()
{
    const QSignalSpy chosen(m_popup, &EmojiPopup::chosen);
    type(u":fire"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"\U0001F525"_s);
}

void tst_EmojiPopup::aMentionIsStillOne()
{
    auto* people = new MentionPopup(*m_field);
    people->setPeople({{{u"12"_s}, u"Fire Marshal"_s, {}}});
    type(u"@fi"_s);
    QVERIFY(people->isVisible());
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(m_field->accessibleDescription(), u"Enter mentions Fire Marshal"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    type(u":fire"_s);
    QVERIFY(!people->isVisible());
    QVERIFY(m_popup->isVisible());
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->toPlainText(), u"@Fire Marshal \U0001F525 "_s);
}

SKEIN_TEST(tst_EmojiPopup)

} // namespace emojiPopupTest

#include "tst_EmojiPopup.moc"
