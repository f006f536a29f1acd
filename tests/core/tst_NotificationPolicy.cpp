// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/NotificationPolicy.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;

namespace notificationPolicyTest {

namespace {

using Kind = NewsKind;

constexpr std::array kinds{Kind::Plain, Kind::Mention, Kind::Reply, Kind::Reaction};

} // namespace

class tst_NotificationPolicy : public QObject {
    Q_OBJECT
private slots:
    void theVerdictIsThatOfTheTable_data();
    void theVerdictIsThatOfTheTable();
    void whatIsNoNewsIsNeverShownWhateverItSays_data();
    void whatIsNoNewsIsNeverShownWhateverItSays();
    void nothingIsShownWhenThePersonWantsNothing();
    void mentionsWaitToo();
};

void tst_NotificationPolicy::theVerdictIsThatOfTheTable_data()
{
    QTest::addColumn<NewsFacts>("facts");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, const NewsFacts& facts, Verdict verdict) {
        QTest::newRow(name) << facts << verdict;
    };
    row("a message", {.kind = Kind::Plain}, Verdict::Notify);
    row("a mention", {.kind = Kind::Mention}, Verdict::Notify);
    row("a reply", {.kind = Kind::Reply}, Verdict::Notify);
    row("a reaction", {.kind = Kind::Reaction}, Verdict::Notify);
    row("muted: a message", {.kind = Kind::Plain, .placeIsMuted = true}, Verdict::Silent);
    row("muted: a mention", {.kind = Kind::Mention, .placeIsMuted = true}, Verdict::Notify);
    row("muted: a reply", {.kind = Kind::Reply, .placeIsMuted = true}, Verdict::Notify);
    row("muted: a reaction", {.kind = Kind::Reaction, .placeIsMuted = true}, Verdict::Notify);
    row("quiet: a message", {.kind = Kind::Plain, .isQuiet = true}, Verdict::Later);
    row("quiet: a mention", {.kind = Kind::Mention, .isQuiet = true}, Verdict::Notify);
    row("quiet: a reply", {.kind = Kind::Reply, .isQuiet = true}, Verdict::Later);
    row("quiet: a reaction", {.kind = Kind::Reaction, .isQuiet = true}, Verdict::Later);
    row("quiet: a message of somebody chosen",
        {.kind = Kind::Plain, .senderIsChosen = true, .isQuiet = true}, Verdict::Notify);
    row("muted and quiet: a message", {.kind = Kind::Plain, .placeIsMuted = true, .isQuiet = true},
        Verdict::Silent);
    row("muted and quiet: of somebody chosen",
        {.kind = Kind::Plain, .senderIsChosen = true, .placeIsMuted = true, .isQuiet = true},
        Verdict::Silent);
    row("muted and quiet: a mention",
        {.kind = Kind::Mention, .placeIsMuted = true, .isQuiet = true}, Verdict::Notify);
    row("muted and quiet: a reply", {.kind = Kind::Reply, .placeIsMuted = true, .isQuiet = true},
        Verdict::Later);
}

void tst_NotificationPolicy::theVerdictIsThatOfTheTable()
{
    QFETCH(const NewsFacts, facts);
    QFETCH(const Verdict, verdict);
    QCOMPARE(verdictOn(facts, {}), verdict);
}

void tst_NotificationPolicy::whatIsNoNewsIsNeverShownWhateverItSays_data()
{
    QTest::addColumn<NewsFacts>("facts");
    QTest::newRow("own") << NewsFacts{.isOwn = true};
    QTest::newRow("system") << NewsFacts{.isSystem = true};
    QTest::newRow("deleted") << NewsFacts{.isDeleted = true};
    QTest::newRow("first sync or back-fill") << NewsFacts{.isHistory = true};
    QTest::newRow("read") << NewsFacts{.isRead = true};
    QTest::newRow("in sight") << NewsFacts{.isInSight = true};
    QTest::newRow("blocked") << NewsFacts{.senderIsBlocked = true};
    QTest::newRow("left") << NewsFacts{.placeIsGone = true};
}

void tst_NotificationPolicy::whatIsNoNewsIsNeverShownWhateverItSays()
{
    QFETCH(NewsFacts, facts);
    for (const Kind kind : kinds) {
        facts.kind = kind;
        for (const bool isOn : {false, true}) {
            facts.placeIsMuted = facts.isQuiet = facts.senderIsChosen = isOn;
            QCOMPARE(verdictOn(facts, {}), Verdict::Silent);
        }
    }
}

void tst_NotificationPolicy::nothingIsShownWhenThePersonWantsNothing()
{
    for (const Kind kind : kinds)
        QCOMPARE(verdictOn({.kind = kind}, {.show = false}), Verdict::Silent);
}

void tst_NotificationPolicy::mentionsWaitToo()
{
    const NotificationChoices choices{.mentionsPass = false};
    QCOMPARE(verdictOn({.kind = Kind::Mention, .isQuiet = true}, choices), Verdict::Later);
    QCOMPARE(verdictOn({.kind = Kind::Mention}, choices), Verdict::Notify);
}

SKEIN_TEST(tst_NotificationPolicy)

} // namespace notificationPolicyTest

#include "tst_NotificationPolicy.moc"
