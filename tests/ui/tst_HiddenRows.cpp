// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/MessageList.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace hiddenRowsTest {

namespace {

ThreadRow hiddenRow(int n)
{
    ThreadRow row = receivedRow(n, {});
    row.message.senderName.clear();
    row.isHidden = true;
    return row;
}

LayoutContext context(int width)
{
    return {width, QFont(u"DejaVu Sans"_s, 10),
        {QLocale::c(), QTimeZone::utc(), QDate(2025, 10, 7)}, true};
}

MessageLayout laidOut(const ThreadRow* previous, const ThreadRow& row, int width = 800)
{
    const LayoutContext where = context(width);
    return layOut(row, factsOf(previous, row, nullptr, false, where.calendar), where);
}

/// Shows a row when it is asked to, later.
class HidingModel : public FakeThreadModel {
public:
    void showHidden(const MessageId& message) override { asked.append(message); }
    QList<MessageId> asked;
};

/// A thread that is looked at.
struct Shown {
    ManualClock clock;
    HidingModel model;
    MessageList list{model, clock};

    [[nodiscard]] bool show(const QList<ThreadRow>& rows)
    {
        list.resize(800, 400);
        model.show(rows);
        list.show();
        return QTest::qWaitForWindowExposed(&list);
    }
};

} // namespace

/// What stands in a group for a message of somebody who is blocked.
class tst_HiddenRows : public QObject {
    Q_OBJECT

private slots:
    void itIsOneLineInTheMiddleWithAButton();
    void whereItIsNarrowNothingOverlaps();
    void severalStandTightAndEndARun();
    void nothingElseCanBeDoneWithIt();
    void theButtonAndEnterAskForIt_data();
    void theButtonAndEnterAskForIt();
    void thePlaceDoesNotMoveWhenItIsShown_data();
    void thePlaceDoesNotMoveWhenItIsShown();
    void aTranscriptSaysThatItIsHidden();
    void aScreenReaderHearsIt();
};

void tst_HiddenRows::itIsOneLineInTheMiddleWithAButton()
{
    const auto layout = laidOut(nullptr, hiddenRow(1));
    QCOMPARE(layout.text->text(), hiddenRowWords());
    QCOMPARE(layout.text->lineCount(), 1);
    QVERIFY(layout.avatar.isNull() && layout.name.isNull() && !layout.hasProfile);
    QCOMPARE(layout.buttons.size(), 1);
    const auto& button = layout.buttons.first();
    QCOMPARE(button.text, u"Show once"_s);
    QVERIFY(button.rect.left() > layout.textRect.right());
    QVERIFY(std::abs(layout.bubble.center().x() - 400) <= 1);
    QVERIFY(layout.body().contains(layout.bubble));
    QVERIFY(std::abs(button.rect.center().y() - layout.textRect.center().y()) <= 1);
    QCOMPARE(layout.hitTest(button.rect.center()).button, RowAction::ShowOnce);
}

void tst_HiddenRows::whereItIsNarrowNothingOverlaps()
{
    for (const int width : {400, 260, 180, 130}) {
        const auto layout = laidOut(nullptr, hiddenRow(1), width);
        const QRect button = layout.buttons.first().rect;
        QVERIFY(!button.intersects(layout.textRect));
        QVERIFY(layout.body().contains(button));
        QVERIFY(layout.body().contains(layout.textRect));
    }
}

void tst_HiddenRows::severalStandTightAndEndARun()
{
    const ThreadRow first = hiddenRow(1);
    QCOMPARE(laidOut(&first, hiddenRow(2)).height.above, metrics::sameSenderGap);
    const ThreadRow spoken = receivedRow(2, u"hello"_s); // of the same sender
    QCOMPARE(laidOut(&first, spoken).height.above, metrics::otherSenderGap);
}

void tst_HiddenRows::nothingElseCanBeDoneWithIt()
{
    QCOMPARE(
        actionsOf(hiddenRow(1), {.hasPeople = true, .mayWrite = true}), QList{RowAction::ShowOnce});
}

void tst_HiddenRows::theButtonAndEnterAskForIt_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("Enter") << true;
}

void tst_HiddenRows::theButtonAndEnterAskForIt()
{
    QFETCH(bool, byKey);
    Shown shown;
    auto& [clock, model, list] = shown;
    QVERIFY(shown.show({receivedRow(1, u"hello"_s), hiddenRow(2)}));
    if (byKey) {
        list.setCurrentRow(1);
        QTest::keyClick(&list, Qt::Key_Return);
    } else {
        const QPoint at = list.layoutOf(1).buttons.first().rect.center() + list.originOf(1);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at);
    }
    QCOMPARE(model.asked, QList{hiddenRow(2).message.id});
}

void tst_HiddenRows::thePlaceDoesNotMoveWhenItIsShown_data()
{
    QTest::addColumn<bool>("atEnd");
    QTest::newRow("at the end") << true;
    QTest::newRow("in the middle") << false;
}

void tst_HiddenRows::thePlaceDoesNotMoveWhenItIsShown()
{
    QFETCH(bool, atEnd);
    Shown shown;
    auto& [clock, model, list] = shown;
    QList<ThreadRow> rows;
    for (int n = 1; n <= 60; ++n)
        rows.append(receivedRow(n, u"message %1"_s.arg(n)));
    const int at = atEnd ? 57 : 30;
    rows[at] = hiddenRow(at + 1);
    QVERIFY(shown.show(rows));
    if (!atEnd)
        list.showRow(at);
    const int top = list.rowRect(at).top();
    const int above = list.rowRect(at - 1).top();
    list.perform(RowAction::ShowOnce, at);
    model.change(at, [](ThreadRow& row) {
        row.isHidden = false;
        row.message.text = u"one\ntwo\nthree\nfour\nfive\nsix"_s;
    });
    QCOMPARE(list.rowRect(at - 1).top(), above);
    // The gap between two senders goes, and the avatar above, which may be taller than its line.
    QCOMPARE_LE(std::abs(list.rowRect(at).top() - top), metrics::threadAvatar);
    QVERIFY(list.rowRect(at).height() > 80);
}

void tst_HiddenRows::aTranscriptSaysThatItIsHidden()
{
    ManualClock clock;
    HidingModel model;
    MessageList list(model, clock);
    list.resize(800, 400);
    model.show({receivedRow(1, u"hello"_s), hiddenRow(2)});
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(list.selectedText().contains(hiddenMessageWords()));
    QVERIFY(!list.selectedText().contains(u"Unknown"_s));
}

void tst_HiddenRows::aScreenReaderHearsIt()
{
    ManualClock clock;
    HidingModel model;
    MessageList list(model, clock);
    list.resize(800, 400);
    model.show({hiddenRow(1)});
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&list);
    QVERIFY(root && root->childCount() > 0);
    QAccessibleInterface* row = root->child(0);
    QVERIFY(row->text(QAccessible::Name).startsWith(hiddenRowWords()));
    QAccessibleActionInterface* actions = row->actionInterface();
    QVERIFY(actions && actions->actionNames().contains(u"show once"_s));
    actions->doAction(u"show once"_s);
    QCOMPARE(model.asked.size(), 1);
}

SKEIN_TEST(tst_HiddenRows)

} // namespace hiddenRowsTest

#include "tst_HiddenRows.moc"
