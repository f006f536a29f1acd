// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/MessageLayout.h"
#include "ui/thread/MessagePainter.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageMentionsTest {

namespace {

const UserId me{u"1001"_s};
const UserId cleo{u"30001"_s};

LayoutContext context(int width = 800)
{
    return {width, QFont(u"DejaVu Sans"_s, 10),
        {QLocale::c(), QTimeZone::utc(), QDate(2025, 10, 7)}, true, me};
}

MessageLayout laidOut(const ThreadRow& row, int width = 800)
{
    const LayoutContext where = context(width);
    return layOut(row, factsOf(nullptr, row, nullptr, false, where.calendar), where);
}

/// `row` with mentions of these words of its text.
ThreadRow mentioning(ThreadRow row, const QList<std::pair<UserId, QString>>& mentioned)
{
    QList<Mention> mentions;
    for (const auto& [user, words] : mentioned)
        mentions.append({user, row.message.text.indexOf(words), words.size()});
    row.message.attachments.append(readAttachment(mentionsJson(mentions)));
    return row;
}

QStringList wordsOf(const MessageLayout& layout)
{
    QStringList words;
    for (const auto& each : layout.mentions)
        words.append(layout.textBetween(each.start, each.start + each.length));
    return words;
}

/// Where the character at `position` stands, in the row.
QPoint pointAt(const MessageLayout& layout, int position)
{
    const QTextLine line = layout.text->lineForTextPosition(position);
    const qreal x = (line.cursorToX(position) + line.cursorToX(position + 1)) / 2;
    return layout.textRect.topLeft() + QPointF(x, line.y() + line.height() / 2).toPoint();
}

int weightAt(const QTextLayout& text, int position)
{
    int weight = text.font().weight();
    for (const auto& range : text.formats()) {
        const bool covers = position >= range.start && position < range.start + range.length;
        if (covers && range.format.hasProperty(QTextFormat::FontWeight))
            weight = range.format.fontWeight();
    }
    return weight;
}

bool hasPixel(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

QImage painted(const MessageLayout& layout, const Theme& theme)
{
    constexpr qreal ratio = 3; // strokes wide enough to have their own colour
    QImage image(layout.rect().size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.window);
    QPainter painter(&image);
    Drawn drawn;
    MessagePainter(painter, theme, context().font, drawn).paint(layout, {});
    return image;
}

Theme themeOf(QRgb window, QRgb text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(window));
    palette.setColor(QPalette::WindowText, QColor::fromRgb(text));
    return Theme::from(palette);
}

} // namespace

class tst_MessageMentions : public QObject {
    Q_OBJECT

private slots:
    void namesAreHeavierAndTakeTheirRoom();
    void theTextStaysTheText();
    void placesFollowWhatIsShown();
    void aCutTextKeepsWhatIsInView();
    void linksAndMentionsLieApart();
    void aMentionOfMeIsKnown();
    void whatIsPointedAtIsTheMention();
    void senderIsPointedAtByNameAndAvatar();
    void peopleAreNamedOnce();
    void groundsLieBehindMentionsOfMeOnly();
    void tombstonesAndSystemRowsMentionNobody();
    void inkAndGroundAreTheThemes_data();
    void inkAndGroundAreTheThemes();
};

void tst_MessageMentions::namesAreHeavierAndTakeTheirRoom()
{
    const ThreadRow plain = receivedRow(1, u"so @Cleo Cole come"_s);
    const auto without = laidOut(plain);
    const auto with = laidOut(mentioning(plain, {{cleo, u"@Cleo Cole"_s}}));
    QCOMPARE(wordsOf(with), QStringList{u"@Cleo Cole"_s});
    for (int at = 0; at < plain.message.text.size(); ++at)
        QCOMPARE(weightAt(*with.text, at) > QFont::Normal, at >= 3 && at < 13);
    QVERIFY(with.text->lineAt(0).naturalTextWidth() > without.text->lineAt(0).naturalTextWidth());
    QVERIFY(with.bubble.contains(with.textRect));
    QVERIFY(with.parts.isEmpty());
}

void tst_MessageMentions::theTextStaysTheText()
{
    const QString text = u"<b>@Cleo</b> &amp; <a href='https://x.example'>@Cleo</a>"_s;
    const auto layout = laidOut(mentioning(receivedRow(1, text), {{cleo, u"@Cleo"_s}}));
    QCOMPARE(layout.text->text(), text);
    QCOMPARE(layout.textBetween(0, int(text.size())), text);
}

void tst_MessageMentions::placesFollowWhatIsShown()
{
    // An override, a line end of two and marks go; an emoji stays two units.
    const QString text
        = u"\u202ea\r\n\U0001F600"_s + QString(20, QChar(0x301)) + u" @Cl\u202eeo, @Ben "_s;
    const auto layout = laidOut(
        mentioning(receivedRow(1, text), {{cleo, u"@Cl\u202eeo"_s}, {{u"20450"_s}, u"@Ben"_s}}));
    QCOMPARE(wordsOf(layout), (QStringList{u"@Cleo"_s, u"@Ben"_s}));
    // One that lies in the blanks that go at the end has nothing to show.
    const auto gone = laidOut(mentioning(receivedRow(1, u"so \u202e "_s), {{cleo, u"\u202e "_s}}));
    QVERIFY(gone.mentions.isEmpty());
}

void tst_MessageMentions::aCutTextKeepsWhatIsInView()
{
    const QString text = u"@Cleo "_s + u"word "_s.repeated(3000) + u"@Ben"_s;
    const ThreadRow row
        = mentioning(receivedRow(1, text), {{cleo, u"@Cleo"_s}, {{u"20450"_s}, u"@Ben"_s}});
    QCOMPARE(wordsOf(laidOut(row)), QStringList{u"@Cleo"_s});
    RowFacts facts = factsOf(nullptr, row, nullptr, false, context().calendar);
    facts.isExpanded = true;
    QCOMPARE(wordsOf(layOut(row, facts, context())), (QStringList{u"@Cleo"_s, u"@Ben"_s}));
}

void tst_MessageMentions::linksAndMentionsLieApart()
{
    const auto layoutFor = [](const QString& text, const QString& words) {
        return laidOut(mentioning(receivedRow(1, text), {{cleo, words}}));
    };
    const auto beside = layoutFor(u"@Cleo see https://x.example/a"_s, u"@Cleo"_s);
    QCOMPARE(beside.links.size(), 1);
    QCOMPARE(wordsOf(beside), QStringList{u"@Cleo"_s});
    // A part of an address stays a part of it...
    const auto inside = layoutFor(u"see https://x.example/@Cleo/a"_s, u"@Cleo"_s);
    QCOMPARE(inside.links.size(), 1);
    QVERIFY(inside.mentions.isEmpty());
    QVERIFY(layoutFor(u"so https://x.example/a"_s, u"so https://x"_s).mentions.isEmpty());
    // ...and somebody may be called like one.
    const auto called = layoutFor(u"ask @www.cleo.example now"_s, u"@www.cleo.example"_s);
    QVERIFY(called.links.isEmpty());
    QCOMPARE(wordsOf(called), QStringList{u"@www.cleo.example"_s});
}

void tst_MessageMentions::aMentionOfMeIsKnown()
{
    const auto isOfMe = [](const ThreadRow& row, const UserId& user) {
        const auto layout = laidOut(mentioning(row, {{user, u"@all"_s}}));
        return layout.mentions.size() == 1 && layout.mentions.first().isOfMe;
    };
    const ThreadRow received = receivedRow(1, u"@all come"_s);
    const ThreadRow own = ownRow(1, u"@all come"_s);
    QVERIFY(isOfMe(received, me));
    QVERIFY(isOfMe(received, everyoneId()));
    QVERIFY(!isOfMe(received, cleo));
    QVERIFY(!isOfMe(own, everyoneId())); // I call the others
    QVERIFY(isOfMe(own, me));
    LayoutContext nobody = context();
    nobody.me = {};
    const ThreadRow row = mentioning(received, {{me, u"@all"_s}});
    const auto facts = factsOf(nullptr, row, nullptr, false, nobody.calendar);
    QVERIFY(!layOut(row, facts, nobody).mentions.first().isOfMe);
}

void tst_MessageMentions::whatIsPointedAtIsTheMention()
{
    const QString text = u"see @Cleo Cole and @everyone and https://x.example/a "_s.repeated(3);
    const auto layout = laidOut(
        mentioning(receivedRow(1, text), {{cleo, u"@Cleo Cole"_s}, {everyoneId(), u"@everyone"_s}}),
        300);
    int hits = 0;
    for (int at = 0; at < layout.text->text().size(); ++at) {
        if (text[at].isSpace())
            continue;
        const auto hit = layout.hitTest(pointAt(layout, at));
        QCOMPARE(hit.person.has_value(), at >= 4 && at < 14);
        if (hit.person)
            QCOMPARE(*hit.person, cleo);
        QVERIFY(!hit.person || !hit.link);
        hits += hit.person.has_value();
    }
    QCOMPARE(hits, 9);
    QCOMPARE(layout.toolTip(pointAt(layout, 5)), QString());
}

void tst_MessageMentions::senderIsPointedAtByNameAndAvatar()
{
    const auto layout = laidOut(receivedRow(1, u"hello"_s));
    QVERIFY(layout.hasProfile);
    for (const QRect& rect : {layout.name, layout.avatar}) {
        QVERIFY(!rect.isNull());
        QCOMPARE(layout.hitTest(rect.center()).person, UserId{u"20450"_s});
        QVERIFY(!layout.hitTest(rect.center()).isOnText);
        QCOMPARE(layout.toolTip(rect.center()), u"Iris Adams"_s);
    }
    QVERIFY(!layout.hitTest(layout.textRect.center()).person);
    QVERIFY(!laidOut(ownRow(1, u"hello"_s)).hasProfile);
    for (const QString& type : {u"bot"_s, u"service"_s, u"system"_s}) {
        ThreadRow row = receivedRow(1, u"hello"_s);
        row.message.senderType = type;
        const auto other = laidOut(row);
        QVERIFY(!other.hasProfile);
        QVERIFY(!other.hitTest(layout.avatar.center()).person);
        QVERIFY(!other.hitTest(layout.name.center()).person);
    }
}

void tst_MessageMentions::peopleAreNamedOnce()
{
    const QString text = u"@Cleo Cole, @everyone: @Iris and the rower"_s;
    const ThreadRow row = mentioning(receivedRow(1, text),
        {{cleo, u"@Cleo Cole"_s}, {everyoneId(), u"@everyone"_s}, {{u"20450"_s}, u"@Iris"_s},
            {cleo, u"the rower"_s}});
    QCOMPARE(laidOut(row).people(),
        (QList<Mentionable>{{{u"20450"_s}, u"Iris Adams"_s}, {cleo, u"Cleo Cole"_s}}));
    QCOMPARE(laidOut(ownRow(1, u"hi"_s)).people(), QList<Mentionable>());
}

void tst_MessageMentions::groundsLieBehindMentionsOfMeOnly()
{
    const QString text = u"hello @Ben Nash and @Cleo Cole"_s;
    const ThreadRow row
        = mentioning(receivedRow(1, text), {{me, u"@Ben Nash"_s}, {cleo, u"@Cleo Cole"_s}});
    const auto layout = laidOut(row);
    QCOMPARE(layout.grounds.size(), 1);
    const QTextLine line = layout.text->lineAt(0);
    QVERIFY(std::abs(layout.grounds.first().left() - line.cursorToX(6)) < 1);
    QVERIFY(std::abs(layout.grounds.first().right() - line.cursorToX(15)) < 1);

    // One piece in each line, without the blank that hangs over.
    const QString name = u"@Ben "_s + u"very long name "_s.repeated(8).trimmed();
    const auto wrapped = laidOut(mentioning(receivedRow(1, name), {{me, name}}), 260);
    QVERIFY(wrapped.text->lineCount() > 2);
    QCOMPARE(wrapped.grounds.size(), wrapped.text->lineCount());
    for (int i = 0; i < wrapped.text->lineCount(); ++i) {
        const QRectF natural = wrapped.text->lineAt(i).naturalTextRect();
        QVERIFY(wrapped.grounds.at(i).right() <= natural.right() + 1);
        QVERIFY(wrapped.grounds.at(i).top() >= natural.top() - 1);
        QVERIFY(wrapped.bubble.contains(
            wrapped.grounds.at(i).translated(wrapped.textRect.topLeft()).toAlignedRect()));
    }
}

void tst_MessageMentions::tombstonesAndSystemRowsMentionNobody()
{
    ThreadRow deleted = mentioning(receivedRow(1, u"@Cleo come"_s), {{cleo, u"@Cleo"_s}});
    deleted.message.deletedAt = 1;
    QVERIFY(laidOut(deleted).mentions.isEmpty());
    ThreadRow system = mentioning(receivedRow(1, u"@Cleo joined"_s), {{cleo, u"@Cleo"_s}});
    system.message.senderType = u"system"_s;
    QVERIFY(laidOut(system).mentions.isEmpty());
    QVERIFY(laidOut(system).people().isEmpty());
}

void tst_MessageMentions::inkAndGroundAreTheThemes_data()
{
    QTest::addColumn<QRgb>("window");
    QTest::addColumn<QRgb>("text");
    QTest::newRow("light") << QRgb(0xffefefef) << QRgb(0xff101010);
    QTest::newRow("dark") << QRgb(0xff202326) << QRgb(0xfffcfcfc);
}

void tst_MessageMentions::inkAndGroundAreTheThemes()
{
    QFETCH(QRgb, window);
    QFETCH(QRgb, text);
    const Theme theme = themeOf(window, text);
    for (const bool isOwn : {false, true}) {
        const ThreadRow row = isOwn ? ownRow(1, u"@Illi come"_s) : receivedRow(1, u"@Illi come"_s);
        const QImage plain = painted(laidOut(row), theme);
        QVERIFY(!hasPixel(plain, theme.mention));
        QVERIFY(!hasPixel(plain, theme.mentionGround));
        const QImage other = painted(laidOut(mentioning(row, {{cleo, u"@Illi"_s}})), theme);
        QVERIFY(hasPixel(other, theme.mention));
        QVERIFY(!hasPixel(other, theme.mentionGround));
        const QImage mine = painted(laidOut(mentioning(row, {{me, u"@Illi"_s}})), theme);
        QVERIFY(hasPixel(mine, theme.mention));
        QVERIFY(hasPixel(mine, theme.mentionGround));
    }
}

SKEIN_TEST(tst_MessageMentions)

} // namespace messageMentionsTest

#include "tst_MessageMentions.moc"
