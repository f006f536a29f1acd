// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/EmojiTable.h"
#include "ui/thread/DisplayText.h"

#include <QSet>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiTableTest {

// The emoji that Skein brings along, and how they are found.
class tst_EmojiTable : public QObject {
    Q_OBJECT
private slots:
    void theTableHasNineCategoriesOfDifferentEmoji();
    void everyEmojiIsOneToTheThreadToo();
    void noneHasASkinTone();
    void searchFindsByWordsOfTheName_data();
    void searchFindsByWordsOfTheName();
    void theNearestComeFirst();
    void searchGivesNoMoreThanAsked();
    void namesAreKnown();
    void strangeLinesAreLeftOut();
    void inAnotherLanguageTheyHaveItsNamesAndAreFoundByBoth();
    void spanishComesAlong();

private:
    const EmojiTable m_table = EmojiTable::fromResource();
};

void tst_EmojiTable::theTableHasNineCategoriesOfDifferentEmoji()
{
    QCOMPARE(m_table.categories().size(), 9);
    QSet<QString> seen;
    qsizetype count = 0;
    for (const EmojiCategory& category : m_table.categories()) {
        QVERIFY(!category.name.isEmpty());
        for (const Emoji& emoji : category.emoji) {
            seen.insert(emoji.text);
            QVERIFY(!emoji.name.isEmpty());
        }
        count += category.emoji.size();
    }
    QVERIFY(count > 1800);
    QCOMPARE(seen.size(), count);
    QVERIFY(seen.contains(u"#\ufe0f\u20e3"_s)); // not a remark
}

void tst_EmojiTable::everyEmojiIsOneToTheThreadToo()
{
    for (const EmojiCategory& category : m_table.categories()) {
        for (const Emoji& emoji : category.emoji)
            QVERIFY2(isEmojiOnly(emoji.text), qPrintable(emoji.name));
    }
}

void tst_EmojiTable::noneHasASkinTone()
{
    for (const EmojiCategory& category : m_table.categories()) {
        for (const Emoji& emoji : category.emoji) {
            for (const char32_t point : emoji.text.toUcs4())
                QVERIFY2(point < 0x1f3fb || point > 0x1f3ff, qPrintable(emoji.name));
        }
    }
}

void tst_EmojiTable::searchFindsByWordsOfTheName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("whole name") << u"fire"_s << u"\U0001F525"_s;
    QTest::newRow("beginning") << u"thumbs u"_s << u"\U0001F44D"_s;
    QTest::newRow("underscore") << u"thumbs_up"_s << u"\U0001F44D"_s;
    QTest::newRow("in one") << u"thumbsup"_s << u"\U0001F44D"_s;
    QTest::newRow("second word") << u"popper"_s << u"\U0001F389"_s;
    QTest::newRow("words in another order") << u"heart gree"_s << u"\U0001F49A"_s;
    QTest::newRow("capitals") << u"FIRE"_s << u"\U0001F525"_s;
    QTest::newRow("accents") << u"pinata"_s << u"\U0001FA85"_s;
    QTest::newRow("flag") << u"austria"_s << u"\U0001F1E6\U0001F1F9"_s;
    QTest::newRow("inside a word") << u"ire engin"_s << QString();
    QTest::newRow("nothing") << u" _ "_s << QString();
}

void tst_EmojiTable::searchFindsByWordsOfTheName()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, first);
    QCOMPARE(m_table.search(typed, 5).value(0).text, first);
}

void tst_EmojiTable::theNearestComeFirst()
{
    const QList<Emoji> found = m_table.search(u"fire"_s, 20);
    QStringList names;
    for (const Emoji& emoji : found)
        names.append(emoji.name);
    QCOMPARE(names.value(0), u"fire"_s);
    QVERIFY(names.contains(u"fire engine"_s));
    QVERIFY(names.contains(u"heart on fire"_s));
    QVERIFY(names.indexOf(u"fire engine"_s) < names.indexOf(u"heart on fire"_s));
}

void tst_EmojiTable::searchGivesNoMoreThanAsked()
{
    QCOMPARE(m_table.search(u"face"_s, 7).size(), 7);
}

void tst_EmojiTable::namesAreKnown()
{
    QCOMPARE(m_table.nameOf(u"\U0001F525"_s), u"fire"_s);
    QCOMPARE(m_table.nameOf(u"x"_s), QString());
}

void tst_EmojiTable::inAnotherLanguageTheyHaveItsNamesAndAreFoundByBoth()
{
    const auto table = EmojiTable::read("@ First\n\u2764\ufe0f red heart\n\U0001F525 fire\n"
                                        "\U0001F389 party popper\n",
        "\U0001F525 fuego\n\n \nx\n\u2764 coraz\u00f3n rojo\n\U0001F9F1 ladrillo\n");
    QCOMPARE(table.nameOf(u"\u2764\ufe0f"_s), u"coraz\u00f3n rojo"_s);
    QCOMPARE(table.nameOf(u"\U0001F389"_s), u"party popper"_s);
    const QList<Emoji> heart{{u"\u2764\ufe0f"_s, u"coraz\u00f3n rojo"_s}};
    QCOMPARE(table.search(u"corazon"_s, 5), heart);
    QCOMPARE(table.search(u"heart"_s, 5), heart);
    QCOMPARE(table.search(u"r"_s, 5), heart); // by both names: once
    QCOMPARE(table.categories().value(0).emoji.size(), 3);
}

void tst_EmojiTable::spanishComesAlong()
{
    const auto table = EmojiTable::fromResource(u"es"_s);
    QCOMPARE(table.nameOf(u"\U0001F44D"_s), u"pulgar hacia arriba"_s);
    int same = 0;
    for (const EmojiCategory& category : table.categories()) {
        for (const Emoji& emoji : category.emoji)
            same += emoji.name == m_table.nameOf(emoji.text) ? 1 : 0;
    }
    QVERIFY2(same < 150, qPrintable(QString::number(same))); // some countries are called alike
    QCOMPARE(EmojiTable::fromResource(u"xx"_s).nameOf(u"\U0001F525"_s), u"fire"_s);
}

void tst_EmojiTable::strangeLinesAreLeftOut()
{
    const auto table = EmojiTable::read("# remark\n\U0001F525 fire\n@ First\n\n \nnoname\n"
                                        "\U0001F389 party popper\n@ Second\n");
    QCOMPARE(table.categories().size(), 2);
    QCOMPARE(table.categories().first().name, u"First"_s);
    QCOMPARE(
        table.categories().first().emoji, (QList<Emoji>{{u"\U0001F389"_s, u"party popper"_s}}));
    QVERIFY(table.categories().last().emoji.isEmpty());
}

SKEIN_TEST(tst_EmojiTable)

} // namespace emojiTableTest

#include "tst_EmojiTable.moc"
