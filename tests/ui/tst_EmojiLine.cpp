// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/EmojiLine.h"

#include <QTest>

#include <cmath>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiLineTest {

class tst_EmojiLine : public QObject {
    Q_OBJECT

private slots:
    void anEmojiIsInColourWhereTheFontHasAGreyOne();
    void severalSignsOfOneEmojiAreOne();
    void whatDoesNotFitIsCutAndStaysInItsPlace_data();
    void whatDoesNotFitIsCutAndStaysInItsPlace();
    void whatIsMeasuredIsWhatIsDrawn();
    void textStandsAsWithoutEmoji_data();
    void textStandsAsWithoutEmoji();

private:
    struct Drawn {
        QImage image;
        int width;
    };
    [[nodiscard]] Drawn draw(
        const QString& text, const QRect& place, Qt::Alignment along = Qt::AlignLeft) const;

    const QFont m_font{u"DejaVu Sans"_s, 10};
    const QRect m_place{20, 5, 200, 24};
};

tst_EmojiLine::Drawn tst_EmojiLine::draw(
    const QString& text, const QRect& place, Qt::Alignment along) const
{
    QImage image(240, 34, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(m_font);
    const int width = drawEmojiLine(painter, place, text, along);
    return {image, width};
}

/// The smallest rectangle around whatever is not white, or is coloured.
static QRect inked(const QImage& image, bool onlyColour = false)
{
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (onlyColour ? pixel.saturation() > 80 : pixel != Qt::white)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

void tst_EmojiLine::anEmojiIsInColourWhereTheFontHasAGreyOne()
{
    QVERIFY(!inked(draw(u"with love \u2764\ufe0f"_s, m_place).image, true).isEmpty());
    QVERIFY(inked(draw(u"with love \u2764"_s, m_place).image, true).isEmpty());
}

void tst_EmojiLine::severalSignsOfOneEmojiAreOne()
{
    const int one = draw(u"\U0001F389"_s, m_place).width;
    QVERIFY(one > 0);
    QCOMPARE(draw(u"\U0001F3F3\ufe0f\u200d\U0001F308"_s, m_place).width, one);
    QCOMPARE(draw(u"1\ufe0f\u20e3"_s, m_place).width, one);
}

void tst_EmojiLine::whatDoesNotFitIsCutAndStaysInItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"many words, more than there is room for in this line"_s;
    QTest::newRow("emoji") << u"\U0001F389"_s.repeated(30);
    QTest::newRow("emoji that the font has, too") << u"\u2764\ufe0f"_s.repeated(30);
    QTest::newRow("both") << u"\u2764\ufe0f and \U0001F389 and "_s.repeated(10);
    QTest::newRow("from right to left") << u"\u05d0\u05d1\u05d2 \U0001F389 "_s.repeated(20);
}

void tst_EmojiLine::whatDoesNotFitIsCutAndStaysInItsPlace()
{
    QFETCH(QString, text);
    for (const Qt::Alignment along : {Qt::AlignLeft, Qt::AlignRight}) {
        const auto [image, width] = draw(text, m_place, along);
        QCOMPARE_LE(width, m_place.width());
        QCOMPARE_GT(width, m_place.width() - 40);
        const QRect ink = inked(image);
        QCOMPARE_GE(ink.left(), m_place.left() - 1);
        QCOMPARE_LE(ink.right(), m_place.right() + 1);
    }
    for (const int none : {0, -5})
        QCOMPARE(draw(text, {20, 5, none, 24}).width, 0);
}

void tst_EmojiLine::whatIsMeasuredIsWhatIsDrawn()
{
    for (const QString& text : {u"Team"_s, u"Team \u2764\ufe0f\u2764\ufe0f\u2764\ufe0f"_s,
             u"\U0001F3F3\ufe0f\u200d\U0001F308 1\ufe0f\u20e3"_s}) {
        const int measured = emojiLineWidth(text, m_font, m_place.width());
        const int drawn = draw(text, m_place).width;
        QCOMPARE(draw(text, {m_place.topLeft(), QSize(measured, m_place.height())}).width, drawn);
        QCOMPARE_LE(measured, drawn + 1);
        QCOMPARE_LE(emojiLineWidth(text, m_font, 20), 20);
    }
}

void tst_EmojiLine::textStandsAsWithoutEmoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::Alignment>("along");
    for (const QString& text : {u"Hxg"_s, u"\u05d0\u05d1"_s}) {
        QTest::addRow("%s, left", qPrintable(text)) << text << Qt::Alignment(Qt::AlignLeft);
        QTest::addRow("%s, right", qPrintable(text)) << text << Qt::Alignment(Qt::AlignRight);
    }
}

void tst_EmojiLine::textStandsAsWithoutEmoji()
{
    QFETCH(QString, text);
    QFETCH(Qt::Alignment, along);
    const QImage plain = draw(text, m_place, along).image;
    // The emoji stands behind the text, in its direction.
    const bool isFirst = text.isRightToLeft();
    const auto [image, width] = draw(text + u" \U0001F389"_s, m_place, along);
    const QRect emoji = inked(image, true);
    const int edge = 2; // is paler
    const QRect words = isFirst ? QRect(QPoint(emoji.right() + edge, 0), image.rect().bottomRight())
                                : QRect(0, 0, emoji.left() - edge, image.height());
    const QRect alone = inked(plain);
    const QRect beside = inked(image.copy(words));
    QCOMPARE(beside.top(), alone.top());
    QCOMPARE(beside.height(), alone.height());
    QCOMPARE_LE(std::abs(beside.width() - alone.width()), 1); // where it begins in a pixel
    QVERIFY(width > alone.width());
}

SKEIN_TEST(tst_EmojiLine)

} // namespace emojiLineTest

#include "tst_EmojiLine.moc"
