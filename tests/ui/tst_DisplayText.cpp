// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/DisplayText.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace displayTextTest {

class tst_DisplayText : public QObject {
    Q_OBJECT

private slots:
    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void neutralises_data();
    void neutralises();
    void cutsWhatIsTooLong();
    void neverCutsASurrogatePair();
    void cutsWallsOfEmoji();
    void spansFollowTheText_data();
    void spansFollowTheText();
};

void tst_DisplayText::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<b>x</b> &amp; &lt;script&gt;"_s;
    QTest::newRow("accents") << u"na\u00efve e\u0301te\u0301"_s;
    QTest::newRow("Hebrew") << u"\u05e9\u05dc\u05d5\u05dd world"_s;
    QTest::newRow("Hindi") << u"\u0928\u092e\u0938\u094d\u0924\u0947"_s;
    QTest::newRow("joined emoji") << u"\U0001F468\u200d\U0001F469\u200d\U0001F467"_s;
    QTest::newRow("direction marks") << u"a\u200eb\u200fc"_s;
    QTest::newRow("tab") << u"a\tb"_s;
    QTest::newRow("empty") << u""_s;
}

void tst_DisplayText::leavesOrdinaryTextAlone()
{
    QFETCH(QString, text);
    const DisplayText shown = displayText(text, shortLimits);
    QCOMPARE(shown.text, text);
    QVERIFY(!shown.isCut);
}

void tst_DisplayText::neutralises_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("text");
    QTest::newRow("override") << u"gpj.\u202eexe\u202c"_s << u"gpj.exe"_s;
    QTest::newRow("isolates") << u"\u2066a\u2067b\u2069"_s << u"ab"_s;
    QTest::newRow("controls") << u"a\u0000\u0007\u001b[31mb\u0085"_s.left(9) << u"a[31mb"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\nd\u2029e"_s << u"a\u2028b\u2028c\u2028d\u2028e"_s;
    QTest::newRow("white end") << u"a \n\n\t "_s << u"a"_s;
    QTest::newRow("byte order mark") << u"\ufeffa"_s << u"a"_s;
    QTest::newRow("object") << u"a\ufffcb"_s << u"a\ufffdb"_s;
    QTest::newRow("broken pair") << QString(QChar(0xd83d)) + u"a"_s + QChar(0xde00)
                                 << u"\ufffda\ufffd"_s;
    QTest::newRow("piled marks") << u"a"_s + QString(1000, QChar(0x0301)) + u"b"_s
                                 << u"a"_s + QString(8, QChar(0x0301)) + u"b"_s;
}

void tst_DisplayText::neutralises()
{
    QFETCH(QString, raw);
    QFETCH(QString, text);
    QCOMPARE(displayText(raw, shortLimits).text, text);
}

void tst_DisplayText::cutsWhatIsTooLong()
{
    const DisplayText line = displayText(QString(50'000, u'x'), shortLimits);
    QVERIFY(line.isCut);
    QCOMPARE(line.text.size(), shortLimits.units);

    const DisplayText lines = displayText(u"x\n"_s.repeated(500), shortLimits);
    QVERIFY(lines.isCut);
    QVERIFY(lines.text.count(QChar(QChar::LineSeparator)) <= shortLimits.lines);

    QVERIFY(!displayText(QString(1000, u'x') + QString(9000, u'\n'), shortLimits).isCut);
    QVERIFY(!displayText(QString(20'000, u'x'), fullLimits).isCut);
    QVERIFY(displayText(QString(20'001, u'x'), fullLimits).isCut);
}

void tst_DisplayText::neverCutsASurrogatePair()
{
    for (int before = 0; before < 2; ++before) {
        const QString raw = QString(before, u'x') + u"\U0001F600"_s.repeated(4000);
        const QString shown = displayText(raw, shortLimits).text;
        QVERIFY(!shown.back().isHighSurrogate());
        QVERIFY(shown.size() <= shortLimits.units + 1);
    }
}

void tst_DisplayText::cutsWallsOfEmoji()
{
    const QString face = u"\U0001F600"_s;
    const auto wall = displayText(face.repeated(2000), shortLimits);
    QVERIFY(wall.isCut);
    QCOMPARE(wall.text, face.repeated(200));
    QCOMPARE(displayText(face.repeated(2000), fullLimits).text, face.repeated(500));
    QVERIFY(!displayText(face.repeated(200), shortLimits).isCut);
    QVERIFY(!displayText(face.repeated(2000), {10'000, 1}).isCut);
    // Letters outside of the first plane are no emoji.
    QVERIFY(!displayText(u"\U00020000"_s.repeated(1500), shortLimits).isCut);
}

void tst_DisplayText::spansFollowTheText_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<TextSpan>("span");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing goes") << u"so @Ben, come"_s << TextSpan{3, 4} << u"@Ben"_s;
    QTest::newRow("goes before") << u"\u202eso @Ben"_s << TextSpan{4, 4} << u"@Ben"_s;
    QTest::newRow("goes inside") << u"so @B\u202een"_s << TextSpan{3, 5} << u"@Ben"_s;
    QTest::newRow("goes behind") << u"so @Ben\u202e!"_s << TextSpan{3, 4} << u"@Ben"_s;
    QTest::newRow("line end before") << u"so\r\n@Ben"_s << TextSpan{4, 4} << u"@Ben"_s;
    QTest::newRow("between CR and LF") << u"so\r\n@Ben"_s << TextSpan{3, 5} << u"@Ben"_s;
    QTest::newRow("emoji before") << u"\U0001F600 @Ben"_s << TextSpan{3, 4} << u"@Ben"_s;
    QTest::newRow("broken pair before")
        << QString(QChar(0xd83d)) + u"@Ben"_s << TextSpan{1, 4} << u"@Ben"_s;
    QTest::newRow("white end") << u"so @Ben \n"_s << TextSpan{3, 6} << u"@Ben"_s;
    QTest::newRow("in the white end") << u"so \n\n"_s << TextSpan{3, 2} << QString(u""_s);
    QTest::newRow("all of it") << u"@Ben"_s << TextSpan{0, 4} << u"@Ben"_s;
    QTest::newRow("cut through") << QString(3998, u'a') + u"@Ben"_s << TextSpan{3998, 4} << u"@B"_s;
    QTest::newRow("cut away") << QString(5000, u'a') + u"@Ben"_s << TextSpan{5000, 4}
                              << QString(u""_s);
}

void tst_DisplayText::spansFollowTheText()
{
    QFETCH(QString, raw);
    QFETCH(TextSpan, span);
    const DisplayText shown = displayText(raw, shortLimits, {span});
    QCOMPARE(shown.spans.size(), 1);
    QTEST(shown.text.mid(shown.spans.first().start, shown.spans.first().length), "words");
    QVERIFY(shown.spans.first().start + shown.spans.first().length <= shown.text.size());
    // Neighbours do not disturb each other.
    const QString twice = raw.left(span.start) + u"@Cleo"_s + raw.mid(span.start);
    const auto both
        = displayText(twice, fullLimits, {{span.start, 5}, {span.start + 5, span.length}});
    QCOMPARE(both.text.mid(both.spans.at(0).start, both.spans.at(0).length), u"@Cleo"_s);
}

SKEIN_TEST(tst_DisplayText)

} // namespace displayTextTest

#include "tst_DisplayText.moc"
