// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeContentSource.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
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
    void mentionsBehindAnEmojiStayTheirNames();

private:
    [[nodiscard]] MessageLayout shown(const ThreadRow& row)
    {
        const Calendar calendar{QLocale(QLocale::English), QTimeZone::utc(), QDate(2025, 10, 7)};
        LayoutContext context{.width = 800,
            .font = QFont(u"DejaVu Sans"_s, 10),
            .calendar = calendar,
            .showsNames = false,
            .me = {u"1001"_s},
            .conversation = {},
            .source = &m_source};
        return layOut(row, factsOf(nullptr, row, nullptr, false, calendar), context);
    }
    FakeContentSource m_source;
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

SKEIN_TEST(tst_EmojiText)

} // namespace emojiTextTest

#include "tst_EmojiText.moc"
