// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/MessageLayout.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageLayoutTest {
using Delivery = ThreadRow::Delivery;
using Above = ThreadRow::Above;
using Mark = MessageLayout::Mark;

class tst_MessageLayout : public QObject {
    Q_OBJECT

private slots:
    void partsStandInsideOfTheirBubble_data();
    void partsStandInsideOfTheirBubble();
    void ownAndOthersTakeTheirSides();
    void textKeepsToSixtyEightColumns();
    void timeTakesTheFreeRoomOfTheLastLine();
    void linesAboveStandInOrder();
    void dayWordsFollowTheCalendar();
    void aRunIsOneSenderInFiveMinutes();
    void onlyTheEndOfARunHasTailAndAvatar();
    void nameOnlyWhereAskedAndFirst();
    void stateMarks_data();
    void stateMarks();
    void aFailureSaysWhyAndOffersButtons();
    void tombstoneShowsNothingOfTheText();
    void systemRowsAreCentred();
    void emojiAloneAreLargeAndBare();
    void attachmentsBecomeParts();
    void linksAreHitWhereTheyStand();
    void theTimeTellsItselfExactly();
    void markupIsLiteral();
    void cutTextOffersAll();
    void textBetweenPositionsIsTheText();
    void actionsSuitTheRow();

private:
    [[nodiscard]] static LayoutContext context(int width = 800)
    {
        return {width, QFont(u"DejaVu Sans"_s, 10), calendar(), false};
    }
    [[nodiscard]] static Calendar calendar()
    {
        return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(),
            QDate(2025, 10, 7)};
    }
    [[nodiscard]] static MessageLayout alone(const ThreadRow& row, int width = 800)
    {
        return layOut(row, factsOf(nullptr, row, nullptr, false, calendar()), context(width));
    }
};

void tst_MessageLayout::partsStandInsideOfTheirBubble_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    const QStringList texts{u"Hi"_s, u"Vans leave at 6:15, please be early"_s,
        u"a long way to say very little "_s.repeated(20), u"unbreakable"_s.repeated(60),
        u"one\ntwo\n\nfour"_s, u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd"_s,
        u"\U0001F600 and text"_s, u""_s};
    for (const int width : {200, 320, 640, 1600}) {
        for (int i = 0; i < texts.size(); ++i)
            QTest::addRow("text %d at %d", i, width) << texts.at(i) << width;
    }
}

void tst_MessageLayout::partsStandInsideOfTheirBubble()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    for (const bool isOwn : {false, true}) {
        const auto layout = alone(isOwn ? ownRow(1, text) : receivedRow(1, text), width);
        QVERIFY(layout.rect().contains(layout.bubble));
        QVERIFY(layout.body().contains(layout.bubble));
        QVERIFY(layout.bubble.contains(layout.textRect));
        QVERIFY(layout.bubble.contains(layout.time));
        QVERIFY(layout.markRect.isNull() || layout.bubble.contains(layout.markRect));
        QVERIFY(!layout.time.intersects(layout.markRect));
        QCOMPARE(isOwn, !layout.markRect.isNull());
        for (int i = 0; i < layout.text->lineCount(); ++i) {
            const QRectF line
                = layout.text->lineAt(i).naturalTextRect().translated(layout.textRect.topLeft());
            QVERIFY(!line.toAlignedRect().intersects(layout.time)
                || line.right() <= layout.time.left());
            QVERIFY(line.left() >= layout.bubble.left() && line.right() <= layout.bubble.right());
        }
        QCOMPARE(layout.body().bottom() >= layout.bubble.bottom(), true);
    }
}

void tst_MessageLayout::ownAndOthersTakeTheirSides()
{
    const auto own = alone(ownRow(1, u"Perfect"_s));
    const auto other = alone(receivedRow(1, u"Perfect"_s));
    QVERIFY(own.bubble.left() > 400);
    QVERIFY(other.bubble.right() < 400);
    QVERIFY(other.avatar.right() < other.bubble.left());
    QVERIFY(own.avatar.isNull());
    QCOMPARE(800 - 1 - own.bubble.right(), other.avatar.left());
}

void tst_MessageLayout::textKeepsToSixtyEightColumns()
{
    const auto layout = alone(receivedRow(1, u"word "_s.repeated(200)), 3000);
    const QFontMetricsF metrics(context().font);
    QVERIFY(layout.textRect.width() <= metrics.averageCharWidth() * 68 + 2);
    QVERIFY(layout.text->lineCount() > 5);
}

void tst_MessageLayout::timeTakesTheFreeRoomOfTheLastLine()
{
    const auto brief = alone(receivedRow(1, u"Hi"_s));
    QVERIFY(brief.time.left() > brief.textRect.right());
    QVERIFY(brief.time.bottom() <= brief.textRect.bottom() + 2);

    QString text = u"x"_s;
    while (alone(receivedRow(1, text + u"x"_s)).text->lineCount() == 1)
        text += u'x';
    const auto full = alone(receivedRow(1, text));
    QCOMPARE(full.text->lineCount(), 1);
    QVERIFY(full.time.top() >= full.textRect.bottom() - 1);
    QCOMPARE(full.time.right(), full.bubble.right() - 12);
}

void tst_MessageLayout::linesAboveStandInOrder()
{
    ThreadRow row = receivedRow(1, u"text"_s);
    row.above = Above::Gap;
    const auto facts = factsOf(nullptr, row, nullptr, true, calendar());
    const auto layout = layOut(row, facts, context());
    QCOMPARE(layout.notice.text, u"Messages missing here \u00b7 loading"_s);
    QCOMPARE(layout.day.text, u"Today"_s);
    QCOMPARE(layout.unread.text, u"New"_s);
    QVERIFY(layout.notice.rect.bottom() < layout.day.rect.top());
    QVERIFY(layout.day.rect.bottom() < layout.unread.rect.top());
    QVERIFY(layout.unread.rect.bottom() < layout.height.above);
    QCOMPARE(layout.bubble.top(), layout.height.above);

    row.message.createdAt = 0; // no day line below the gap
    const auto gap = alone(row);
    QCOMPARE(gap.notice.rect.top(), gap.height.above - 1 - gap.notice.rect.bottom());

    row.above = Above::Beginning;
    QCOMPARE(alone(row).notice.text, u"Beginning of the conversation"_s);
    row.above = Above::Loading;
    QCOMPARE(alone(row).notice.text, u"Loading older messages"_s);
    row.above = Above::Nothing;
    QVERIFY(!alone(row).notice.isShown());
    QVERIFY(!alone(row).unread.isShown());
}

void tst_MessageLayout::dayWordsFollowTheCalendar()
{
    const Calendar c = calendar();
    QCOMPARE(c.dayWords({2025, 10, 7}), u"Today"_s);
    QCOMPARE(c.dayWords({2025, 10, 6}), u"Yesterday"_s);
    QCOMPARE(c.dayWords({2025, 10, 1}), u"Wednesday"_s);
    QCOMPARE(c.dayWords({2025, 9, 30}), u"Tuesday, 30 September 2025"_s);
    QCOMPARE(c.dayWords({2025, 10, 8}), u"Wednesday, 8 October 2025"_s);

    ThreadRow late = receivedRow(0, u"a"_s);
    ThreadRow early = receivedRow(1, u"b"_s);
    late.message.createdAt = 1'759'794'000; // 6 October, 23:40 UTC
    early.message.createdAt = late.message.createdAt + 30 * 60;
    QCOMPARE(factsOf(&late, early, nullptr, false, c).day, u"Today"_s);
    Calendar west = c;
    west.timeZone = QTimeZone(-5 * 3600);
    QCOMPARE(factsOf(&late, early, nullptr, false, west).day, QString());
    early.message.createdAt = 0; // not known
    QCOMPARE(factsOf(&late, early, nullptr, false, c).day, QString());
    QCOMPARE(alone(early).timeText, QString());
}

void tst_MessageLayout::aRunIsOneSenderInFiveMinutes()
{
    const auto continues
        = [](const ThreadRow& first, const ThreadRow& second, bool unread = false) {
              return !factsOf(&first, second, nullptr, unread, calendar()).startsRun;
          };
    const ThreadRow first = receivedRow(1, u"a"_s);
    QVERIFY(continues(first, receivedRow(2, u"b"_s)));
    QVERIFY(continues(first, receivedRow(6, u"b"_s)));
    QVERIFY(!continues(first, receivedRow(7, u"b"_s)));
    QVERIFY(!continues(first, ownRow(2, u"b"_s)));
    QVERIFY(!continues(first, receivedRow(2, u"b"_s), true));
    ThreadRow other = receivedRow(2, u"b"_s);
    other.message.senderId = {u"30001"_s};
    QVERIFY(!continues(first, other));
    ThreadRow gap = receivedRow(2, u"b"_s);
    gap.above = Above::Gap;
    QVERIFY(!continues(first, gap));
    ThreadRow system = receivedRow(2, u"b"_s);
    system.message.senderType = u"system"_s;
    QVERIFY(!continues(first, system));
    QVERIFY(!continues(system, receivedRow(3, u"b"_s)));

    const ThreadRow next = receivedRow(2, u"b"_s);
    const auto facts = factsOf(&first, next, nullptr, false, calendar());
    QCOMPARE(layOut(next, facts, context()).height.above, metrics::sameSenderGap);
    const ThreadRow later = receivedRow(9, u"b"_s);
    const auto laterFacts = factsOf(&first, later, nullptr, false, calendar());
    QCOMPARE(layOut(later, laterFacts, context()).height.above, metrics::otherSenderGap);
}

void tst_MessageLayout::onlyTheEndOfARunHasTailAndAvatar()
{
    const ThreadRow first = receivedRow(1, u"a"_s);
    const ThreadRow second = receivedRow(2, u"b"_s);
    const auto upper
        = layOut(first, factsOf(nullptr, first, &second, false, calendar()), context());
    const auto lower
        = layOut(second, factsOf(&first, second, nullptr, false, calendar()), context());
    QVERIFY(!upper.hasTail);
    QVERIFY(upper.avatar.isNull());
    QVERIFY(lower.hasTail);
    QCOMPARE(lower.avatar.size(), QSize(32, 32));
    QCOMPARE(lower.avatar.bottom(), lower.body().bottom());
    QCOMPARE(upper.bubble.left(), lower.bubble.left());
}

void tst_MessageLayout::nameOnlyWhereAskedAndFirst()
{
    ThreadRow row = receivedRow(1, u"a"_s);
    row.message.senderName = u"A name that goes on and on "_s.repeated(8);
    LayoutContext groups = context();
    groups.showsNames = true;
    const auto facts = factsOf(nullptr, row, nullptr, false, calendar());
    const auto named = layOut(row, facts, groups);
    QVERIFY(named.bubble.contains(named.name));
    QVERIFY(named.name.bottom() < named.textRect.top());
    QVERIFY(layOut(row, facts, context()).name.isNull());
    RowFacts inside = facts;
    inside.startsRun = false;
    QVERIFY(layOut(row, inside, groups).name.isNull());
    row.message.senderName.clear();
    QCOMPARE(layOut(row, facts, groups).senderName, u"Unknown"_s);
}

void tst_MessageLayout::stateMarks_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<Mark>("mark");
    QTest::newRow("queued") << Delivery::Queued << Mark::Clock;
    QTest::newRow("sending") << Delivery::Sending << Mark::Clock;
    QTest::newRow("sent") << Delivery::Sent << Mark::Tick;
    QTest::newRow("seen") << Delivery::Seen << Mark::TwoTicks;
    QTest::newRow("failed") << Delivery::Failed << Mark::Exclamation;
    QTest::newRow("unconfirmed") << Delivery::Unconfirmed << Mark::Exclamation;
    QTest::newRow("deleting") << Delivery::Deleting << Mark::Clock;
}

void tst_MessageLayout::stateMarks()
{
    QFETCH(Delivery, delivery);
    QFETCH(Mark, mark);
    const auto layout = alone(ownRow(1, u"text"_s, delivery));
    QCOMPARE(layout.mark, mark);
    QVERIFY(layout.markRect.left() >= layout.time.right());
    QCOMPARE(alone(receivedRow(1, u"text"_s)).mark, Mark::None);
}

void tst_MessageLayout::aFailureSaysWhyAndOffersButtons()
{
    for (const int width : {240, 800}) {
        ThreadRow row = ownRow(1, u"Perfect, 6:00 at the gate then."_s, Delivery::Failed);
        row.reason = u"no connection"_s;
        const auto layout = alone(row, width);
        QCOMPARE(layout.reason->text(), u"Not sent: no connection"_s);
        QCOMPARE(layout.buttons.size(), 2);
        QVERIFY(layout.reasonRect.top() > layout.bubble.bottom());
        QVERIFY(layout.body().contains(layout.reasonRect));
        for (const auto& button : layout.buttons) {
            QVERIFY(layout.body().contains(button.rect));
            QVERIFY(button.rect.top() > layout.bubble.bottom());
            QVERIFY(button.rect.height() >= 20);
            QCOMPARE(layout.hitTest(button.rect.center()).button, button.action);
            QVERIFY(!layout.reasonRect.contains(button.rect.center()));
        }
        QCOMPARE(layout.buttons[0].action, RowAction::Retry);
        QCOMPARE(layout.buttons[1].action, RowAction::Discard);
        QVERIFY(layout.buttons[0].rect.center().x() < layout.buttons[1].rect.left());
    }
    QVERIFY(alone(ownRow(1, u"text"_s)).buttons.isEmpty());
}

void tst_MessageLayout::tombstoneShowsNothingOfTheText()
{
    ThreadRow row = receivedRow(1, u"secret https://example.org"_s);
    row.message.deletedAt = 1'759'838'500;
    row.message.attachments.append(Attachment{u"image"_s, {}, ImageAttachment{}});
    const auto layout = alone(row);
    QCOMPARE(layout.text->text(), u"This message was deleted"_s);
    QVERIFY(layout.isDeleted);
    QVERIFY(layout.text->font().italic());
    QVERIFY(layout.links.isEmpty());
    QVERIFY(layout.parts.isEmpty());
}

void tst_MessageLayout::systemRowsAreCentred()
{
    ThreadRow row = receivedRow(1, u"Dan renamed the topic to Logistics"_s);
    row.message.senderId = {u"system"_s};
    const auto layout = alone(row);
    QCOMPARE(layout.kind, MessageLayout::Kind::System);
    QVERIFY(std::abs(layout.textRect.center().x() - 400) <= 1);
    QVERIFY(layout.avatar.isNull());
    QVERIFY(layout.time.isNull());
    QVERIFY(layout.height.body < alone(receivedRow(1, u"Dan"_s)).height.body);
}

void tst_MessageLayout::emojiAloneAreLargeAndBare()
{
    const auto emoji = alone(receivedRow(1, u"\U0001F600\U0001F525"_s));
    QCOMPARE(emoji.kind, MessageLayout::Kind::BareEmoji);
    QVERIFY(!emoji.hasTail);
    QCOMPARE(emoji.text->font().pointSizeF(), 25.0);
    QCOMPARE(alone(receivedRow(1, u"ok \U0001F600"_s)).kind, MessageLayout::Kind::Bubble);
}

void tst_MessageLayout::attachmentsBecomeParts()
{
    ThreadRow row = receivedRow(1, u""_s);
    row.message.attachments = {{u"image"_s, {}, ImageAttachment{}},
        {u"location"_s, {}, LocationAttachment{u"The Boathouse"_s, {}, {}}},
        {u"file"_s, {}, FileAttachment{}}, {u"hologram"_s, {}, UnknownAttachment{}},
        {u"reply"_s, {}, ReplyAttachment{}}, {u"mentions"_s, {}, UnknownAttachment{}}};
    const auto layout = alone(row);
    QStringList words;
    for (const auto& part : layout.parts) {
        words.append(part.content->words());
        QVERIFY(layout.bubble.contains(part.rect));
        QVERIFY(!part.rect.intersects(layout.time));
    }
    QCOMPARE(words,
        (QStringList{u"photo"_s, u"file File"_s, u"location The Boathouse"_s,
            u"Attachment, To be seen in GroupMe"_s}));
    QVERIFY(!layout.text);

    row.message.text = u"Last year's parking"_s;
    const auto both = alone(row);
    QVERIFY(both.parts.last().rect.bottom() < both.textRect.top());
}

void tst_MessageLayout::linksAreHitWhereTheyStand()
{
    const QString text = u"see https://example.org/a_long_way/to_go and say "_s.repeated(4);
    const auto layout = alone(receivedRow(1, text), 300);
    QCOMPARE(layout.links.size(), 4);
    int hits = 0;
    for (int i = 0; i < layout.text->lineCount(); ++i) {
        const QTextLine line = layout.text->lineAt(i);
        for (int at = line.textStart(); at < line.textStart() + line.textLength(); ++at) {
            const qreal x = (line.cursorToX(at) + line.cursorToX(at + 1)) / 2;
            const QPoint point
                = layout.textRect.topLeft() + QPointF(x, line.y() + line.height() / 2).toPoint();
            const bool isInLink = std::ranges::any_of(layout.links, [at](const TextLink& link) {
                return at >= link.start && at < link.start + link.length;
            });
            if (text[at].isSpace())
                continue;
            QCOMPARE(layout.hitTest(point).link.has_value(), isInLink);
            hits += isInLink;
        }
    }
    QVERIFY(hits > 100);
    QVERIFY(!layout.hitTest(layout.time.center()).link);
    QVERIFY(!layout.hitTest({layout.bubble.left() + 1, layout.bubble.center().y()}).link);
}

void tst_MessageLayout::theTimeTellsItselfExactly()
{
    const auto layout = alone(ownRow(1, u"text"_s));
    QCOMPARE(layout.timeText, u"12:01"_s);
    QVERIFY(layout.toolTip(layout.time.center()).contains(u"2025"_s));
    QVERIFY(layout.toolTip(layout.markRect.center()).contains(u"12:01"_s));
    QCOMPARE(layout.toolTip(layout.textRect.center()), QString());
    const auto link = alone(receivedRow(1, u"https://ex\u00e4mple.org/\u202ea"_s));
    QCOMPARE(link.toolTip(link.textRect.center()), u"https://xn--exmple-cua.org/a"_s);
}

void tst_MessageLayout::markupIsLiteral()
{
    const QString text = u"<b>x</b> &amp; &lt;script&gt; <a href='https://x.example'>y</a>"_s;
    QCOMPARE(alone(receivedRow(1, text)).text->text(), text);
}

void tst_MessageLayout::cutTextOffersAll()
{
    const ThreadRow row = receivedRow(1, u"word "_s.repeated(3000) + u"https://example.org"_s);
    RowFacts facts = factsOf(nullptr, row, nullptr, false, calendar());
    const auto cut = layOut(row, facts, context());
    QCOMPARE(cut.buttons.size(), 1);
    QCOMPARE(cut.buttons.first().action, RowAction::ShowAll);
    QVERIFY(cut.bubble.contains(cut.buttons.first().rect));
    QVERIFY(cut.buttons.first().rect.top() >= cut.textRect.bottom());
    QVERIFY(cut.text->text().endsWith(u'…'));
    facts.isExpanded = true;
    const auto full = layOut(row, facts, context());
    QVERIFY(full.buttons.isEmpty());
    QVERIFY(full.height.body > cut.height.body);
    QVERIFY(full.text->text().endsWith(u"https://example.org"_s));

    // An address that the cut goes through leads elsewhere: it must not be a link.
    const ThreadRow through
        = receivedRow(1, u"a "_s.repeated(1990) + u"https://example.org/"_s + QString(500, u'b'));
    QVERIFY(alone(through).links.isEmpty());
}

void tst_MessageLayout::textBetweenPositionsIsTheText()
{
    const auto layout = alone(receivedRow(1, u"first line\nsecond line"_s));
    QCOMPARE(layout.textBetween(0, 100), u"first line\nsecond line"_s);
    QCOMPARE(layout.textBetween(10, 6), u"line"_s);
    QCOMPARE(layout.positionAt(layout.textRect.topLeft() - QPoint(50, 50)), 0);
    QCOMPARE(layout.positionAt(layout.textRect.bottomRight() + QPoint(50, 50)), 22);
    QCOMPARE(layout.positionAt({layout.textRect.right() + 50, layout.textRect.top() + 3}), 10);
}

void tst_MessageLayout::actionsSuitTheRow()
{
    using A = RowAction;
    const auto of = [](const ThreadRow& row) { return actionsOf(row, {}); };
    QCOMPARE(of(receivedRow(1, u"a"_s)), (QList<A>{A::Copy, A::CopyQuotation}));
    QCOMPARE(of(ownRow(1, u"a"_s)), (QList<A>{A::Copy, A::CopyQuotation, A::Delete}));
    QCOMPARE(
        of(ownRow(1, u"a"_s, Delivery::Seen)), (QList<A>{A::Copy, A::CopyQuotation, A::Delete}));
    QCOMPARE(of(ownRow(1, u"a"_s, Delivery::Failed)),
        (QList<A>{A::Copy, A::CopyQuotation, A::Retry, A::Discard}));
    QCOMPARE(of(ownRow(1, u"a"_s, Delivery::Unconfirmed)),
        (QList<A>{A::Copy, A::CopyQuotation, A::Retry, A::Discard}));
    QCOMPARE(
        of(ownRow(1, u"a"_s, Delivery::Queued)), (QList<A>{A::Copy, A::CopyQuotation, A::Discard}));
    QCOMPARE(of(ownRow(1, u"a"_s, Delivery::Sending)), (QList<A>{A::Copy, A::CopyQuotation}));
    QCOMPARE(of(ownRow(1, u"a"_s, Delivery::Deleting)), (QList<A>{A::Copy, A::CopyQuotation}));
    QCOMPARE(actionsOf(ownRow(1, u"a"_s), {.hasLinks = true, .isCut = true, .hasPeople = true}),
        (QList<A>{
            A::Copy, A::CopyQuotation, A::OpenLink, A::CopyLink, A::ShowAll, A::About, A::Delete}));
    const RowParts writable{.mayWrite = true, .mayEdit = true};
    QCOMPARE(actionsOf(ownRow(1, u"a"_s), writable),
        (QList<A>{A::Reply, A::React, A::Copy, A::CopyQuotation, A::Edit, A::Pin, A::Delete}));
    ThreadRow pinned = receivedRow(1, u"a"_s);
    pinned.message.pinnedAt = 5;
    QCOMPARE(actionsOf(pinned, {.mayWrite = true}),
        (QList<A>{A::Reply, A::React, A::Copy, A::CopyQuotation, A::Unpin}));
    // What waits is not on the service: nobody can answer it.
    QCOMPARE(actionsOf(ownRow(1, u"a"_s, Delivery::Queued), {.mayWrite = true}),
        (QList<A>{A::Copy, A::CopyQuotation, A::Discard}));
    ThreadRow deleted = ownRow(1, u"a"_s);
    deleted.message.deletedAt = 5;
    QCOMPARE(of(deleted), QList<A>());
}

SKEIN_TEST(tst_MessageLayout)

} // namespace messageLayoutTest

#include "tst_MessageLayout.moc"
