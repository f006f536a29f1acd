// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/JumpButton.h"
#include "ui/thread/MessageLayout.h"
#include "ui/thread/ThreadView.h"

#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mirroredThreadTest {
using Delivery = ThreadRow::Delivery;

// The thread as one reads it from right to left: every place is on the other side, and what is
// pressed there is still what one sees there.
class tst_MirroredThread : public QObject {
    Q_OBJECT
private slots:
    void ownAndOthersChangeSides();
    void everythingStaysInsideItsRow_data();
    void everythingStaysInsideItsRow();
    void theTimeStandsBehindTheLastLine();
    void linesFromRightToLeftStandAtTheRight();
    void aLinkIsHitWhereItStands();
    void theFirstReactionStandsAtTheRight();
    void theFirstPhotoOfAGridStandsAtTheRight();
    void aFailureStandsBeneathItsBubble();
    void theViewIsMirroredAtOnce();

private:
    static Calendar calendar()
    {
        return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(),
            QDate(2025, 10, 7)};
    }
    static MessageLayout laidOut(
        const ThreadRow& row, Qt::LayoutDirection direction, int width = 800)
    {
        const RowFacts facts = factsOf(nullptr, row, nullptr, false, calendar());
        return layOut(row, facts,
            {.width = width,
                .font = QFont(u"DejaVu Sans"_s, 10),
                .calendar = calendar(),
                .showsNames = true,
                .me = {u"1001"_s},
                .direction = direction});
    }
    static MessageLayout mirrored(const ThreadRow& row, int width = 800)
    {
        return laidOut(row, Qt::RightToLeft, width);
    }
};

void tst_MirroredThread::ownAndOthersChangeSides()
{
    const auto own = mirrored(ownRow(1, u"Perfect"_s));
    const auto other = mirrored(receivedRow(1, u"Perfect"_s));
    QVERIFY(own.bubble.right() < 400);
    QVERIFY(other.bubble.left() > 400);
    QVERIFY(other.avatar.left() > other.bubble.right());
    QCOMPARE(other.name.right() + 12, other.bubble.right());
    QCOMPARE(own.bubble.left(), 800 - 1 - other.avatar.right());
    QVERIFY(own.isMirrored && other.isMirrored);
    QVERIFY(!laidOut(ownRow(1, u"Perfect"_s), Qt::LeftToRight).isMirrored);
}

void tst_MirroredThread::everythingStaysInsideItsRow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    const QStringList texts{u"Hi"_s, u"a long way to say very little "_s.repeated(20),
        u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd"_s,
        u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd "_s.repeated(12), u""_s};
    for (const int width : {200, 320, 800}) {
        for (int i = 0; i < texts.size(); ++i)
            QTest::addRow("text %d at %d", i, width) << texts.at(i) << width;
    }
}

void tst_MirroredThread::everythingStaysInsideItsRow()
{
    QFETCH(const QString, text);
    QFETCH(const int, width);
    for (const ThreadRow& row : {receivedRow(1, text), ownRow(1, text)}) {
        const auto layout = mirrored(row, width);
        QVERIFY(layout.rect().contains(layout.bubble));
        QVERIFY(layout.bubble.contains(layout.textRect));
        QVERIFY(layout.bubble.contains(layout.time));
        QVERIFY(layout.markRect.isNull() || layout.bubble.contains(layout.markRect));
        QVERIFY(!layout.time.intersects(layout.markRect));
        for (int i = 0; i < layout.text->lineCount(); ++i) {
            const QRectF line
                = layout.text->lineAt(i).naturalTextRect().translated(layout.textRect.topLeft());
            QVERIFY(!line.toAlignedRect().intersects(layout.time)
                || line.left() >= layout.time.right());
        }
    }
}

void tst_MirroredThread::theTimeStandsBehindTheLastLine()
{
    const auto along = mirrored(receivedRow(1, u"\u05e9\u05dc\u05d5\u05dd"_s));
    QVERIFY(along.time.right() < along.textRect.left());
    QVERIFY(along.time.top() < along.textRect.bottom());
    const auto alone = mirrored(receivedRow(1, u"Hi"_s));
    QVERIFY(alone.time.right() < alone.textRect.left());
    // The last of several lines that run against it begins where the time would stand.
    const auto against = mirrored(receivedRow(1, u"a long way to say very little "_s.repeated(20)));
    QVERIFY(against.text->lineCount() > 1);
    QVERIFY(against.time.top() >= against.textRect.bottom() - 1);
}

void tst_MirroredThread::linesFromRightToLeftStandAtTheRight()
{
    const ThreadRow row = receivedRow(
        1, u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd "_s.repeated(12));
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const auto layout = laidOut(row, direction, 320);
        const int last = layout.text->lineCount() - 1;
        QVERIFY(last > 0);
        for (int i = 0; i <= last; ++i) {
            const QRectF line = layout.text->lineAt(i).naturalTextRect();
            QVERIFY(std::abs(line.right() - layout.textRect.width()) < 8); // but for a blank
        }
    }
}

void tst_MirroredThread::aLinkIsHitWhereItStands()
{
    const auto layout = mirrored(receivedRow(1, u"see https://example.org now"_s));
    QCOMPARE(layout.links.size(), 1);
    const TextLink& link = layout.links.first();
    const qreal x = layout.text->lineAt(0).cursorToX(int(link.start + link.length / 2));
    const QPoint on = layout.textRect.topLeft() + QPoint(qRound(x), layout.textRect.height() / 2);
    QCOMPARE(layout.hitTest(on).link, QUrl(u"https://example.org"_s));
    QVERIFY(!layout.hitTest({layout.width - 1 - on.x(), on.y()}).link);
    QVERIFY(layout.hitTest(layout.avatar.center()).person);
}

void tst_MirroredThread::theFirstReactionStandsAtTheRight()
{
    ThreadRow row = receivedRow(1, u"lovely weather for a long walk"_s);
    row.message.reactions
        = {{u"👍"_s, 0, 0, {{u"20450"_s}, {u"1001"_s}}}, {u"🎉"_s, 0, 0, {{u"7"_s}}}};
    const auto layout = mirrored(row);
    const auto targets = layout.targets();
    QCOMPARE(targets.size(), 2);
    QVERIFY(targets.at(0).rect.left() > targets.at(1).rect.right());
    QCOMPARE(targets.at(0).rect.right(), layout.bubble.right());
    for (const ContentTarget& target : targets)
        QCOMPARE(layout.hitTest(target.rect.center()).content, target.action);
}

void tst_MirroredThread::theFirstPhotoOfAGridStandsAtTheRight()
{
    ThreadRow row = receivedRow(1, {});
    for (const auto& name : {u"a"_s, u"b"_s, u"c"_s}) {
        row.message.attachments.append(readAttachment({{u"type"_s, u"image"_s},
            {u"url"_s,
                u"https://i.groupme.com/640x480.jpeg.0123456789abcdef0123456789abcde"_s + name}}));
    }
    const auto targets = mirrored(row).targets();
    QCOMPARE(targets.size(), 3);
    QVERIFY(targets.at(1).rect.left() > targets.at(2).rect.right());
}

void tst_MirroredThread::aFailureStandsBeneathItsBubble()
{
    const auto layout = mirrored(ownRow(1, u"Perfect"_s, Delivery::Failed));
    QCOMPARE(layout.buttons.size(), 2);
    QVERIFY(layout.reasonRect.left() >= layout.bubble.left());
    QVERIFY(layout.buttons.first().rect.left() > layout.buttons.last().rect.left());
    for (const MessageLayout::Button& button : layout.buttons)
        QCOMPARE(layout.hitTest(button.rect.center()).button, button.action);
}

void tst_MirroredThread::theViewIsMirroredAtOnce()
{
    ManualClock clock;
    FakeThreadModel model;
    ThreadView view(model, clock, [] { return false; });
    view.resize(700, 300);
    QList<ThreadRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.append(receivedRow(i, u"message %1"_s.arg(i)));
    rows.append(ownRow(41, u"my own message, which is wide enough"_s));
    model.show(rows);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const Theme theme = Theme::from(view.palette());
    const auto isOwnAt = [&](int x) {
        const QImage picture = view.list().viewport()->grab().toImage();
        const int y = view.list().rowRect(40).center().y();
        return picture.pixelColor(x, y) == theme.bubbleOwn;
    };
    const int width = view.list().viewport()->width();
    QVERIFY(isOwnAt(width - 26));
    QVERIFY(!isOwnAt(26));
    view.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(isOwnAt(26));
    QVERIFY(!isOwnAt(width - 26));
}

SKEIN_TEST(tst_MirroredThread)

} // namespace mirroredThreadTest

#include "tst_MirroredThread.moc"
