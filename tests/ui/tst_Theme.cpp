// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace themeTest {

namespace {

QPalette systemPalette(QColor window, QColor text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Highlight, 0x1aebff);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT
private slots:
    void darkFollowsThePalette();
    void highContrastKeepsThePalettesColours();
    void applyingTwiceChangesNothing_data() { palettes(); }
    void applyingTwiceChangesNothing();
    void everyTextCanBeRead_data() { palettes(); }
    void everyTextCanBeRead();
    void everyMarkCanBeSeen_data() { palettes(); }
    void everyMarkCanBeSeen();
    void aMentionOfOneselfStandsOut_data() { palettes(); }
    void aMentionOfOneselfStandsOut();
    void twelveHuesCanBeReadAsGroundAndAsName_data() { palettes(); }
    void twelveHuesCanBeReadAsGroundAndAsName();
    void anIdKeepsItsHue();
    void fontsScaleInEitherUnit();
    void initials_data();
    void initials();
    void avatarIsPaintedInsideItsShape();

private:
    static void palettes();
};

void tst_Theme::palettes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << systemPalette(0xefefef, Qt::black);
    QTest::newRow("dark") << systemPalette(0x202326, 0xfcfcfc);
    QTest::newRow("white on black") << systemPalette(Qt::black, Qt::white);
    QTest::newRow("black on white") << systemPalette(Qt::white, Qt::black);
}

void tst_Theme::darkFollowsThePalette()
{
    QVERIFY(!Theme::from(systemPalette(0xefefef, Qt::black)).dark);
    QVERIFY(Theme::from(systemPalette(0x202326, 0xfcfcfc)).dark);
}

void tst_Theme::highContrastKeepsThePalettesColours()
{
    const Theme theme = Theme::from(systemPalette(Qt::black, Qt::white));
    QCOMPARE(theme.window, QColor(Qt::black));
    QCOMPARE(theme.text, QColor(Qt::white));
    QCOMPARE(theme.meta, QColor(Qt::white));
    QCOMPARE(theme.accent, QColor(0x1aebff));
    QVERIFY(theme.dark);
}

void tst_Theme::applyingTwiceChangesNothing()
{
    QFETCH(QPalette, palette);
    const QPalette once = Theme::from(palette).applied(palette);
    QVERIFY(Theme::from(once).applied(once) == once);
}

void tst_Theme::everyTextCanBeRead()
{
    QFETCH(QPalette, palette);
    const Theme t = Theme::from(palette);
    const struct {
        QColor text;
        QList<QColor> grounds;
    } pairs[] = {
        {t.text, {t.window, t.sidebar, t.bubbleOther, t.bubbleOwn, t.selection, t.hover}},
        {t.meta, {t.window, t.sidebar, t.bubbleOther, t.bubbleOwn, t.selection, t.hover}},
        {t.warning, {t.window, t.sidebar, t.selection, t.hover}},
        {t.link, {t.window, t.sidebar, t.bubbleOther, t.bubbleOwn}},
        {t.mention, {t.bubbleOther, t.bubbleOwn, t.mentionGround}},
        {t.accent, {t.window}},
        {t.onAccent, {t.accent}},
    };
    for (const auto& pair : pairs) {
        for (const QColor& ground : pair.grounds)
            QVERIFY2(contrastRatio(pair.text, ground) >= 4.5,
                qPrintable(u"%1 on %2"_s.arg(pair.text.name(), ground.name())));
    }
}

void tst_Theme::everyMarkCanBeSeen()
{
    QFETCH(QPalette, palette);
    const Theme t = Theme::from(palette);
    for (const QColor& ground : {t.window, t.sidebar, t.selection, t.hover})
        QVERIFY2(contrastRatio(t.accent, ground) >= 3, qPrintable(ground.name()));
}

void tst_Theme::aMentionOfOneselfStandsOut()
{
    QFETCH(QPalette, palette);
    const Theme t = Theme::from(palette);
    for (const QColor& bubble : {t.bubbleOther, t.bubbleOwn})
        QVERIFY2(contrastRatio(t.mentionGround, bubble) >= 1.1, qPrintable(bubble.name()));
}

void tst_Theme::twelveHuesCanBeReadAsGroundAndAsName()
{
    QFETCH(QPalette, palette);
    const Theme t = Theme::from(palette);
    QSet<QRgb> grounds;
    for (int id = 0; id < 400; ++id) {
        const QString text = QString::number(20000 + id);
        const QColor ground = t.avatarColor(text);
        grounds.insert(ground.rgb());
        QVERIFY2(contrastRatio(ground, Qt::white) >= 4.5, qPrintable(ground.name()));
        QVERIFY2(contrastRatio(ground, t.sidebar) >= 3, qPrintable(ground.name()));
        for (const QColor& behind : {t.bubbleOther, t.window})
            QVERIFY2(contrastRatio(t.nameColor(text), behind) >= 4.5, qPrintable(ground.name()));
    }
    QCOMPARE(grounds.size(), 12);
}

void tst_Theme::anIdKeepsItsHue()
{
    const Theme light = Theme::from(systemPalette(0xefefef, Qt::black));
    const Theme dark = Theme::from(systemPalette(0x202326, 0xfcfcfc));
    QCOMPARE(light.avatarColor(u"20450"_s), dark.avatarColor(u"20450"_s));
}

void tst_Theme::fontsScaleInEitherUnit()
{
    QFont points;
    points.setPointSizeF(10);
    QCOMPARE(scaledFont(points, 0.85).pointSizeF(), 8.5);
    QFont pixels;
    pixels.setPixelSize(20);
    QCOMPARE(scaledFont(pixels, 0.85, QFont::DemiBold).pixelSize(), 17);
    QCOMPARE(scaledFont(pixels, 0.85, QFont::DemiBold).weight(), QFont::DemiBold);
}

void tst_Theme::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two words") << u"Ben Nash"_s << u"BN"_s;
    QTest::newRow("three words") << u"ana maria lopez"_s << u"AL"_s;
    QTest::newRow("one word") << u"Cleo"_s << u"C"_s;
    QTest::newRow("number") << u"Flat 12"_s << u"F1"_s;
    QTest::newRow("empty") << QString() << u"?"_s;
    QTest::newRow("blank") << u" \t "_s << u"?"_s;
    QTest::newRow("Chinese") << u"\u738b\u5c0f\u660e"_s << u"\u738b"_s;
    QTest::newRow("surrogate letters")
        << u"\U00010400bc \U00010401d"_s << u"\U00010400\U00010401"_s;
    QTest::newRow("emoji, then a name") << u"\U0001F389 party crew"_s << u"PC"_s;
    QTest::newRow("only an emoji") << u"\U0001F44D\U0001F3FD"_s << u"\U0001F44D\U0001F3FD"_s;
    QTest::newRow("combining mark") << u"e\u0301lan vital"_s << u"E\u0301V"_s;
    QTest::newRow("a thousand accents") << (u"a"_s + QString(1000, QChar(0x301))) << u"A"_s;
    QTest::newRow("invisible only") << u"\u200b\u202e"_s << u"?"_s;
    QTest::newRow("broken surrogate") << QString(QChar(0xd83d)) << u"?"_s;
}

void tst_Theme::initials()
{
    QFETCH(QString, name);
    QTEST(initialsOf(name), "expected");
}

void tst_Theme::avatarIsPaintedInsideItsShape()
{
    const Theme theme = Theme::from(systemPalette(0xefefef, Qt::black));
    QImage image(60, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintAvatar(painter, {8, 8, 44, 44}, {.id = u"20450"_s}, theme);
    paintAvatar(
        painter, {52, 52, 8, 8}, {u"1"_s, u"Rowing club"_s, {}, AvatarShape::RoundedSquare}, theme);
    painter.end();
    QCOMPARE(image.pixelColor(30, 10), theme.avatarColor(u"20450"_s));
    QCOMPARE(image.pixelColor(9, 9).alpha(), 0);
    QCOMPARE(image.pixelColor(30, 6).alpha(), 0);
}

SKEIN_TEST(tst_Theme)

} // namespace themeTest

#include "tst_Theme.moc"
