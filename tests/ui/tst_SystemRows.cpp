// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/MessageLayout.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace systemRowsTest {
using Above = ThreadRow::Above;

namespace {

LayoutContext context(int width = 800)
{
    return {width, QFont(u"DejaVu Sans"_s, 10),
        {QLocale::c(), QTimeZone::utc(), QDate(2025, 10, 7)}, true};
}

ThreadRow systemRow(int n, const QString& text)
{
    ThreadRow row = receivedRow(n, text);
    row.message.senderId = {u"system"_s};
    row.message.senderName = u"GroupMe"_s;
    row.message.senderType = u"system"_s;
    return row;
}

MessageLayout laidOut(
    const ThreadRow* previous, const ThreadRow& row, bool isFirstUnread = false, int width = 800)
{
    const LayoutContext where = context(width);
    return layOut(row, factsOf(previous, row, nullptr, isFirstUnread, where.calendar), where);
}

} // namespace

/// What the system says in a thread: who joined, what is called what now.
class tst_SystemRows : public QObject {
    Q_OBJECT

private slots:
    void theyAreOneLineInTheMiddle();
    void severalStandTight();
    void peopleKeepTheirDistance();
    void dayUnreadLineAndGapStandAbove();
    void aLongOneEndsAfterTwoLines_data();
    void aLongOneEndsAfterTwoLines();
    void theTimeIsForThePointer();
    void withoutTextTheEventSpeaks();
    void theirTextIsLiteral();
    void theEstimateIsNearTheTruth();
};

void tst_SystemRows::theyAreOneLineInTheMiddle()
{
    const auto layout = laidOut(nullptr, systemRow(1, u"Dan renamed the\n topic  to Logistics"_s));
    QCOMPARE(layout.text->text(), u"Dan renamed the topic to Logistics"_s);
    QCOMPARE(layout.text->lineCount(), 1);
    QVERIFY(std::abs(layout.textRect.center().x() - 400) <= 1);
    QCOMPARE(layout.text->font().pointSizeF(), 8.5);
    QVERIFY(layout.avatar.isNull() && layout.name.isNull() && layout.time.isNull());
    QVERIFY(!layout.hasProfile);
    QCOMPARE(layout.height.body, layout.textRect.height());
}

void tst_SystemRows::severalStandTight()
{
    const ThreadRow first = systemRow(1, u"Iris joined"_s);
    const ThreadRow later = systemRow(50, u"Cleo joined"_s); // however long it took
    const auto layout = laidOut(&first, later);
    QCOMPARE(layout.height.above, metrics::sameSenderGap);
    QVERIFY(!layout.day.isShown());
}

void tst_SystemRows::peopleKeepTheirDistance()
{
    const ThreadRow system = systemRow(2, u"Iris joined"_s);
    const ThreadRow before = receivedRow(1, u"hello"_s);
    const ThreadRow after = receivedRow(3, u"hello"_s);
    QCOMPARE(laidOut(&before, system).height.above, metrics::otherSenderGap);
    QCOMPARE(laidOut(&system, after).height.above, metrics::otherSenderGap);
    // A run does not go on behind a system row: its next bubble says again who writes.
    QVERIFY(!laidOut(&system, after).name.isNull());
    const auto facts = factsOf(nullptr, before, &system, false, context().calendar);
    QVERIFY(facts.endsRun);
}

void tst_SystemRows::dayUnreadLineAndGapStandAbove()
{
    const ThreadRow first = systemRow(1, u"Iris joined"_s);
    ThreadRow second = systemRow(2, u"Cleo joined"_s);
    const auto unread = laidOut(&first, second, true);
    QVERIFY(unread.unread.isShown());
    QVERIFY(unread.unread.rect.bottom() < unread.textRect.top());
    second.above = Above::Gap;
    const auto gap = laidOut(&first, second);
    QVERIFY(gap.notice.isShown());
    QCOMPARE(gap.height.above, gap.textRect.top());
    second.above = Above::Nothing;
    second.message.createdAt += 24 * 3600;
    const auto day = laidOut(&first, second);
    QVERIFY(day.day.isShown());
    QVERIFY(day.day.rect.bottom() < day.textRect.top());
}

void tst_SystemRows::aLongOneEndsAfterTwoLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"Dan added Iris to the group. "_s.repeated(15).trimmed();
    QTest::newRow("one word") << QString(500, u'x');
    QTest::newRow("emoji") << u"\U0001F468\u200d\U0001F469\u200d\U0001F467"_s.repeated(60);
    QTest::newRow("lines") << u"one\n"_s.repeated(100).trimmed();
    QTest::newRow("Hebrew") << u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05da "_s.repeated(40).trimmed();
    QTest::newRow("endless") << u"word "_s.repeated(20'000).trimmed();
}

void tst_SystemRows::aLongOneEndsAfterTwoLines()
{
    QFETCH(QString, text);
    for (const int width : {200, 420, 800}) {
        const auto layout = laidOut(nullptr, systemRow(1, text), false, width);
        if (layout.wholeText.isEmpty()) { // it has room at this width
            QCOMPARE(layout.text->text(), text.simplified());
            QVERIFY(layout.text->lineCount() <= 2);
            continue;
        }
        QCOMPARE(layout.text->lineCount(), 2);
        QVERIFY(layout.text->text().endsWith(u'…'));
        QVERIFY(text.simplified().startsWith(layout.text->text().chopped(1)));
        QVERIFY(layout.wholeText.size() > layout.text->text().size());
        const QTextLine last = layout.text->lineAt(1);
        QVERIFY(last.naturalTextWidth() > layout.textRect.width() / 3.0); // not cut too early
        QVERIFY(layout.rect().contains(layout.textRect));
        const QString tip = layout.toolTip(layout.textRect.center());
        QVERIFY(tip.startsWith(layout.wholeText.left(20)));
    }
    QVERIFY(!laidOut(nullptr, systemRow(1, text), false, 200).wholeText.isEmpty());
}

void tst_SystemRows::theTimeIsForThePointer()
{
    const auto layout = laidOut(nullptr, systemRow(1, u"Iris joined"_s));
    QCOMPARE(layout.toolTip(layout.textRect.center()), layout.exactTime());
    QVERIFY(layout.exactTime().contains(u"2025"_s));
    QCOMPARE(layout.toolTip({5, layout.textRect.center().y()}), QString());
}

void tst_SystemRows::withoutTextTheEventSpeaks()
{
    ThreadRow row = systemRow(1, u" \u202e\n"_s);
    row.message.event = {u"membership.announce.joined"_s, {}};
    QCOMPARE(laidOut(nullptr, row).text->text(), u"Somebody joined"_s);
    row.message.text.clear();
    QCOMPARE(laidOut(nullptr, row).text->text(), u"Somebody joined"_s);
    row.message.text = u"Iris joined the group"_s;
    QCOMPARE(laidOut(nullptr, row).text->text(), u"Iris joined the group"_s);
    row.message.text.clear();
    row.message.event.reset();
    QVERIFY(!laidOut(nullptr, row).text->text().isEmpty());
}

void tst_SystemRows::theirTextIsLiteral()
{
    const QString text = u"<b>Dan</b> set the link https://example.org/a &amp;"_s;
    const auto layout = laidOut(nullptr, systemRow(1, text));
    QCOMPARE(layout.text->text(), text);
    QCOMPARE(layout.links.size(), 1);
    // The end of a cut text is not the end of its last address.
    const auto cut = laidOut(
        nullptr, systemRow(1, u"see https://example.org/"_s + QString(400, u'a')), false, 420);
    QVERIFY(!cut.wholeText.isEmpty());
    QVERIFY(cut.links.isEmpty());
}

void tst_SystemRows::theEstimateIsNearTheTruth()
{
    const ThreadRow first = systemRow(1, u"Iris joined"_s);
    const ThreadRow second = systemRow(2, u"Cleo joined"_s);
    const int guess = estimatedHeight(second, context()).total();
    QVERIFY(std::abs(guess - laidOut(&first, second).height.total()) <= 6);
}

SKEIN_TEST(tst_SystemRows)

} // namespace systemRowsTest

#include "tst_SystemRows.moc"
