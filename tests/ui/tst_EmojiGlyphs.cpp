// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/EmojiGlyphs.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiGlyphsTest {

class tst_EmojiGlyphs : public QObject {
    Q_OBJECT

private slots:
    void oneEmojiIsAPictureAndDrawnOnce();
    void everyScaleHasItsPixels();
    void whatTheFontsDoNotDrawInColourOrAsOneStaysText_data();
    void whatTheFontsDoNotDrawInColourOrAsOneStaysText();

private:
    QFont m_font{u"DejaVu Sans"_s, 10};
    EmojiGlyphs m_glyphs;
};

void tst_EmojiGlyphs::oneEmojiIsAPictureAndDrawnOnce()
{
    for (const QString& emoji :
        {u"🎉"_s, u"👩‍🚀"_s, u"🇳🇿"_s, u"👍🏽"_s, u"❤️"_s, u"1\ufe0f\u20e3"_s,
            u"🏳\ufe0f\u200d🌈"_s, u"❤\ufe0f\u200d🔥"_s, u"🕵\ufe0f\u200d♂\ufe0f"_s}) {
        const auto width = m_glyphs.width(emoji, m_font);
        QVERIFY(width);
        const QImage picture = m_glyphs.picture(emoji, m_font, 1);
        QVERIFY(std::abs(picture.width() - *width) <= 1);
        QCOMPARE(m_glyphs.picture(emoji, m_font, 1).cacheKey(), picture.cacheKey());
    }
    QFont larger = m_font;
    larger.setPointSizeF(20);
    QVERIFY(*m_glyphs.width(u"🎉"_s, larger) > 1.5 * *m_glyphs.width(u"🎉"_s, m_font));
}

void tst_EmojiGlyphs::everyScaleHasItsPixels()
{
    const QImage once = m_glyphs.picture(u"🎉"_s, m_font, 1);
    const QImage twice = m_glyphs.picture(u"🎉"_s, m_font, 2);
    QCOMPARE(twice.devicePixelRatio(), 2.0);
    QVERIFY(twice.width() >= 2 * once.width() - 1);
}

void tst_EmojiGlyphs::whatTheFontsDoNotDrawInColourOrAsOneStaysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a letter") << u"A"_s;
    QTest::newRow("two emoji") << u"🎉🎉"_s;
    QTest::newRow("joined by nobody") << u"🎉\u200d🚀\u200d🌷"_s;
    QTest::newRow("nothing") << QString();
}

void tst_EmojiGlyphs::whatTheFontsDoNotDrawInColourOrAsOneStaysText()
{
    QFETCH(QString, text);
    QVERIFY(!m_glyphs.width(text, m_font));
}

SKEIN_TEST(tst_EmojiGlyphs)

} // namespace emojiGlyphsTest

#include "tst_EmojiGlyphs.moc"
