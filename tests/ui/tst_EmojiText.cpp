// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeContentSource.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/EmojiGlyphs.h"
#include "ui/thread/MessageLayout.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace emojiTextTest {

Attachment emojiList(const QString& placeholder, const QList<std::pair<int, int>>& cells)
{
    QJsonArray charmap;
    for (const auto& [pack, index] : cells)
        charmap.append(QJsonArray{pack, index});
    return readAttachment(
        {{"type"_L1, u"emoji"_s}, {"placeholder"_L1, placeholder}, {"charmap"_L1, charmap}});
}

class tst_EmojiText : public QObject {
    Q_OBJECT

private slots:
    void namesStandWhereNoPictureIs_data();
    void namesStandWhereNoPictureIs();
    void aPictureTakesItsRoom();
    void aPictureIsWholeWhereverLinesEnd_data();
    void aPictureIsWholeWhereverLinesEnd();
    void mentionsBehindAnEmojiStayTheirNames();
    void unicodesEmojiArePicturesAndAreCopiedAsThemselves();
    void linksAndNamesStayWhatTheyAreBesideAndOverEmoji();
    void emojiAreWholeWhereverLinesEnd();

private:
    [[nodiscard]] MessageLayout shown(const ThreadRow& row, int width = 800)
    {
        const Calendar calendar{QLocale(QLocale::English), QTimeZone::utc(), QDate(2025, 10, 7)};
        LayoutContext context{.width = width,
            .font = QFont(u"DejaVu Sans"_s, 10),
            .calendar = calendar,
            .showsNames = false,
            .me = {u"1001"_s},
            .conversation = {},
            .source = &m_source,
            .glyphs = &m_glyphs};
        return layOut(row, factsOf(nullptr, row, nullptr, false, calendar), context);
    }
    FakeContentSource m_source;
    EmojiGlyphs m_glyphs;
};

void tst_EmojiText::namesStandWhereNoPictureIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("placeholder");
    QTest::addColumn<int>("cells");
    QTest::addColumn<QString>("expected");
    const QString mark(QChar(0xfffd));
    QTest::newRow("one") << mark + u" hello"_s << mark << 1 << u":e0: hello"_s;
    QTest::newRow("third has no cell")
        << u"a"_s + mark + mark + mark << mark << 2 << u"a:e0::e1:"_s + mark;
    QTest::newRow("a cell too many") << mark << mark << 2 << u":e0:"_s;
    QTest::newRow("no placeholder") << u"plain"_s << u""_s << 2 << u"plain"_s;
    QTest::newRow("a word as placeholder")
        << u"a <> b <> c"_s << u"<>"_s << 2 << u"a :e0: b :e1: c"_s;
}

void tst_EmojiText::namesStandWhereNoPictureIs()
{
    QFETCH(QString, text);
    QFETCH(QString, placeholder);
    QFETCH(int, cells);
    QFETCH(QString, expected);
    QList<std::pair<int, int>> list;
    for (int i = 0; i < cells; ++i) {
        list.append({1, i});
        m_source.emojiNames[u"1/%1"_s.arg(i)] = u":e%1:"_s.arg(i);
    }
    ThreadRow row = receivedRow(1, text);
    row.message.attachments = {emojiList(placeholder, list)};
    QCOMPARE(shown(row).text->text(), expected);
}

void tst_EmojiText::aPictureTakesItsRoom()
{
    QImage picture(20, 20, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    m_source.emojis[u"1/0"_s] = picture;
    ThreadRow row = receivedRow(1, u"go "_s + QChar(0xfffd) + u" now"_s);
    row.message.attachments = {emojiList(QChar(0xfffd), {{1, 0}})};
    const auto layout = shown(row);
    QCOMPARE(layout.emojiRects.size(), 1);
    const QRectF room = layout.emojiRects.first();
    QVERIFY(room.width() > 12 && room.height() > 12);
    QVERIFY(QRectF(QPointF(), layout.textRect.size()).adjusted(-1, -1, 1, 1).contains(room));
    QCOMPARE(layout.needs().size(), 1);
    QCOMPARE(layout.needs().first().key(), u"1/0"_s);
    m_source.emojis.clear();
    QVERIFY(shown(row).emojiRects.first().isNull());
}

void tst_EmojiText::aPictureIsWholeWhereverLinesEnd_data()
{
    QTest::addColumn<QString>("between");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u" "_s;
    QTest::newRow("words") << u" and more "_s;
    QTest::newRow("letters") << u"mm"_s;
}

void tst_EmojiText::aPictureIsWholeWhereverLinesEnd()
{
    QFETCH(QString, between);
    QImage picture(20, 20, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    m_source.emojis[u"1/0"_s] = picture;
    const QString mark(QChar(0xfffd));
    ThreadRow row = receivedRow(1, QStringList(30, mark).join(between));
    row.message.attachments = {emojiList(mark, QList<std::pair<int, int>>(30, {1, 0}))};
    const QSizeF whole = shown(row).emojiRects.first().size();
    for (int width = 200; width < 420; width += 9) {
        const auto layout = shown(row, width);
        const QRectF text(QPointF(), layout.textRect.size());
        QCOMPARE(layout.emojiRects.size(), 30);
        for (const QRectF& room : layout.emojiRects) {
            QCOMPARE(room.size(), whole);
            QVERIFY(text.adjusted(-1, -1, 1, 1).contains(room));
        }
    }
}

void tst_EmojiText::mentionsBehindAnEmojiStayTheirNames()
{
    m_source.emojiNames[u"1/0"_s] = u":long_name_of_it:"_s;
    ThreadRow row = receivedRow(1, QChar(0xfffd) + u" @Cleo come"_s);
    row.message.attachments = {emojiList(QChar(0xfffd), {{1, 0}}),
        readAttachment({{"type"_L1, u"mentions"_s}, {"user_ids"_L1, QJsonArray{u"7"_s}},
            {"loci"_L1, QJsonArray{QJsonValue(QJsonArray{2, 5})}}})};
    const auto layout = shown(row);
    QCOMPARE(layout.mentions.size(), 1);
    const auto& mention = layout.mentions.first();
    QCOMPARE(layout.textBetween(mention.start, mention.start + mention.length), u"@Cleo"_s);
}

void tst_EmojiText::unicodesEmojiArePicturesAndAreCopiedAsThemselves()
{
    const QString text = u"well 👩‍🚀 done 🎉🎉"_s;
    const auto layout = shown(receivedRow(1, text));
    QCOMPARE(layout.emoji.size(), 3);
    QCOMPARE(layout.emoji.first().name, u"👩‍🚀"_s);
    for (const QRectF& room : layout.emojiRects)
        QVERIFY(room.width() > 12 && room.height() > 12);
    QVERIFY(layout.emojiRects.at(1).right() <= layout.emojiRects.at(2).left() + 0.5);
    QCOMPARE(layout.textBetween(0, int(layout.text->text().size())), text);
    QVERIFY(layout.needs().isEmpty());
}

void tst_EmojiText::linksAndNamesStayWhatTheyAreBesideAndOverEmoji()
{
    ThreadRow row = receivedRow(1, u"👩‍🚀 @Cleo🌷 www.example.org/🎉 end"_s);
    row.message.attachments
        = {readAttachment({{"type"_L1, u"mentions"_s}, {"user_ids"_L1, QJsonArray{u"7"_s}},
            {"loci"_L1, QJsonArray{QJsonValue(QJsonArray{6, 7})}}})};
    const auto layout = shown(row);
    QCOMPARE(layout.emoji.size(), 1);
    QCOMPARE(layout.mentions.size(), 1);
    const auto& mention = layout.mentions.first();
    QCOMPARE(layout.textBetween(mention.start, mention.start + mention.length), u"@Cleo🌷"_s);
    QCOMPARE(layout.links.size(), 1);
    const auto& link = layout.links.first();
    QCOMPARE(layout.text->text().mid(link.start, link.length), u"www.example.org/🎉"_s);
}

void tst_EmojiText::emojiAreWholeWhereverLinesEnd()
{
    const ThreadRow row = receivedRow(1, u"🎉🎉 party time "_s.repeated(12));
    for (int width = 200; width < 420; width += 9) {
        const auto layout = shown(row, width);
        QCOMPARE(layout.emojiRects.size(), 24);
        for (const QRectF& room : layout.emojiRects) {
            QCOMPARE(room.size(), layout.emojiRects.first().size());
            QVERIFY(
                QRectF(QPointF(), layout.textRect.size()).adjusted(-1, -1, 1, 1).contains(room));
        }
    }
}

SKEIN_TEST(tst_EmojiText)

} // namespace emojiTextTest

#include "tst_EmojiText.moc"
