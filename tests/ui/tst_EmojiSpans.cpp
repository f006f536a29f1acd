// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/EmojiSpans.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiSpansTest {

class tst_EmojiSpans : public QObject {
    Q_OBJECT

private slots:
    void findsEmojiInText();
    void tellsEmojiFromText_data();
    void tellsEmojiFromText();
};

void tst_EmojiSpans::findsEmojiInText()
{
    using Spans = QList<TextSpan>;
    QCOMPARE(emojiSpans(u"nothing here, 100 % \u00a9"_s), Spans());
    QCOMPARE(emojiSpans(u"a \U0001F600\U0001F525 b \u2764\ufe0f"_s), (Spans{{2, 4}, {9, 2}}));
    QCOMPARE(emojiSpans(u"\U0001F468\u200d\U0001F469\u200d\U0001F467!"_s), (Spans{{0, 8}}));
    QCOMPARE(emojiSpans(u"\u2014 \u2764 \u4e2d\u6587"_s), Spans());
    QCOMPARE(emojiSpans(u"\U0001F468\u200d"_s), Spans());
    QCOMPARE(emojiSpans(u"\U0001F1E9"_s), Spans());
}

void tst_EmojiSpans::tellsEmojiFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("one") << u"\U0001F600"_s << true;
    QTest::newRow("three") << u"\U0001F600\U0001F525\u2764\ufe0f"_s << true;
    QTest::newRow("three with spaces") << u"\U0001F600 \U0001F525 \U0001F44D"_s << true;
    QTest::newRow("four") << u"\U0001F600\U0001F600\U0001F600\U0001F600"_s << false;
    QTest::newRow("family") << u"\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"_s
                            << true;
    QTest::newRow("skin tone") << u"\U0001F44D\U0001F3FD"_s << true;
    QTest::newRow("flag") << u"\U0001F1E9\U0001F1EA"_s << true;
    QTest::newRow("half a flag") << u"\U0001F1E9"_s << false;
    QTest::newRow("keycap") << u"1\ufe0f\u20e3"_s << true;
    QTest::newRow("gender") << u"\U0001F937\u200d\u2640\ufe0f"_s << true;
    QTest::newRow("bare heart is text") << u"\u2764"_s << false;
    QTest::newRow("digits") << u"123"_s << false;
    QTest::newRow("word") << u"ok"_s << false;
    QTest::newRow("mixed") << u"ok \U0001F44D"_s << false;
    QTest::newRow("spaces") << u"   "_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("dangling joiner") << u"\U0001F468\u200d"_s << false;
}

void tst_EmojiSpans::tellsEmojiFromText()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(isEmojiOnly(text), expected);
}

SKEIN_TEST(tst_EmojiSpans)

} // namespace emojiSpansTest

#include "tst_EmojiSpans.moc"
