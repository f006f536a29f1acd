// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/TextFlow.h"

#include <QGuiApplication>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace textFlowTest {

namespace {

constexpr int wide = 2000;

/// Which characters have their middle in one of the rectangles.
QString coveredBy(const QList<QRectF>& rects, const QTextLayout& layout)
{
    QString covered;
    const QString text = layout.text();
    for (int at = 0; at < text.size(); ++at) {
        const QTextLine line = layout.lineForTextPosition(at);
        const QPointF middle(
            (line.cursorToX(at, QTextLine::Leading) + line.cursorToX(at, QTextLine::Trailing)) / 2,
            line.y() + line.height() / 2);
        if (std::ranges::any_of(rects, [&](const QRectF& rect) { return rect.contains(middle); }))
            covered += text.at(at);
    }
    return covered;
}

} // namespace

class tst_TextFlow : public QObject {
    Q_OBJECT
private slots:
    void aPartIsCoveredWhereItStandsAndNothingElse_data();
    void aPartIsCoveredWhereItStandsAndNothingElse();
    void aPartOfSeveralLinesHasARectangleInEach();
    void anEmojiOfSeveralSignsIsAsWideAsOne();
};

void tst_TextFlow::aPartIsCoveredWhereItStandsAndNothingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("left to right") << u"hello @Ava Moreau, come"_s << u"@Ava Moreau"_s;
    QTest::newRow("right to left") << u"שלום @נועה לוי בואי"_s << u"@נועה לוי"_s;
    QTest::newRow("Latin name between Hebrew") << u"שלום @Ava Moreau בואי"_s << u"@Ava Moreau"_s;
    QTest::newRow("Hebrew name between Latin") << u"hello @נועה לוי come"_s << u"@נועה לוי"_s;
    QTest::newRow("name of both") << u"hello @Noa נועה come"_s << u"@Noa נועה"_s;
    QTest::newRow("name of both between Hebrew") << u"שלום @Noa נועה 7 בואי"_s << u"@Noa נועה 7"_s;
}

void tst_TextFlow::aPartIsCoveredWhereItStandsAndNothingElse()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const FlownText flown = flowText(text, QGuiApplication::font(), wide);
    const auto start = static_cast<int>(text.indexOf(part));
    const auto rects = rectsOf(*flown.layout, start, static_cast<int>(part.size()));
    QCOMPARE(coveredBy(rects, *flown.layout), part);
}

void tst_TextFlow::aPartOfSeveralLinesHasARectangleInEach()
{
    const QString name = u"@Ava Celestine Moreau"_s;
    const FlownText flown = flowText(name, QGuiApplication::font(), 60);
    QVERIFY(flown.layout->lineCount() > 1);
    QCOMPARE(
        rectsOf(*flown.layout, 0, static_cast<int>(name.size())).size(), flown.layout->lineCount());
}

void tst_TextFlow::anEmojiOfSeveralSignsIsAsWideAsOne()
{
    const auto widthOf = [](const QString& text) {
        return flowText(text, QGuiApplication::font(), wide).layout->lineAt(0).naturalTextWidth();
    };
    for (const QString& several :
        {u"1\ufe0f\u20e3"_s, u"🏳\ufe0f\u200d🌈"_s, u"🤷🏽\u200d♀\ufe0f"_s})
        QCOMPARE(widthOf(several), widthOf(u"🎉"_s));
}

SKEIN_TEST(tst_TextFlow)

} // namespace textFlowTest

#include "tst_TextFlow.moc"
