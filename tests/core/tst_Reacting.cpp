// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageActions: one reaction per person, given, changed and taken away (protocol.md B10).

#include "tests/support/MessageDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace reactingTest {
using Method = HttpRequest::Method;
using Desk = MessageDesk;

namespace {

const ConversationId chat = chatWith(somebody);
const UserId me{FakeService::me};
const UserId other{somebody};
const ReactionKind heart{u"❤️"_s};
const ReactionKind thumb{u"👍"_s};
using Given = std::optional<ReactionKind>;

/// The answer to a like that says who gave which.
HttpReply reactions(const QHash<QString, QStringList>& users)
{
    QJsonArray rows;
    for (auto one = users.begin(); one != users.end(); ++one)
        rows.append(QJsonObject{{u"type"_s, u"unicode"_s}, {u"code"_s, one.key()},
            {u"user_ids"_s, QJsonArray::fromStringList(one.value())}});
    return FakeTransport::json(QJsonObject{{u"reactions"_s, rows}});
}

HttpReply nothingSaid() { return FakeTransport::json(QJsonValue()); }

} // namespace

class tst_Reacting : public QObject {
    Q_OBJECT

private slots:
    void aReactionShowsAtOnceAndIsStored();
    void theAnswerTellsEverybodys();
    void anAnswerThatNamesNobodyLeavesWhatIsKnown();
    void changingIsTakingAwayAndGiving();
    void theSameAgainAsksNothing();
    void changedTwiceInAHurryTheLastCounts();
    void aReactionIsTakenAway();
    void aRefusedReactionIsTakenBack();
    void whenOnlyTheSecondStepFailsThatIsShown();
    void whenTheFirstStepFailsTheOldOneStays();
    void aKindOfNothingIsNotSent();
};

void tst_Reacting::aReactionShowsAtOnceAndIsStored()
{
    Desk desk;
    desk.expect(desk.like(), nothingSaid());
    desk.actions.react(chat, desk.theirs, thumb);
    QCOMPARE(reactionOf(desk.shown(desk.theirs), me), Given(thumb));
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given());
    QCOMPARE(desk.pending.size(), 1);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given(thumb));
    QCOMPARE(desk.pending.size(), 2);
    QVERIFY(desk.refusals.isEmpty());
}

void tst_Reacting::theAnswerTellsEverybodys()
{
    Desk desk;
    desk.expect(desk.like(), reactions({{u"🔥"_s, {somebody}}, {u"👍"_s, {FakeService::me}}}));
    desk.actions.react(chat, desk.theirs, thumb);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), other), Given(ReactionKind{u"🔥"_s}));
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given(thumb));
    QCOMPARE(desk.stored(desk.theirs).favoritedBy.size(), 2);
}

void tst_Reacting::anAnswerThatNamesNobodyLeavesWhatIsKnown()
{
    Desk desk;
    desk.f.now([&](Stores& stores, Changes& changes) {
        stores.messages.change(
            chat, desk.theirs, [](Message& m) { setReaction(m, other, heart); }, changes);
        return true;
    });
    const QJsonObject row{{u"type"_s, u"unicode"_s}, {u"code"_s, u"👍"_s}};
    desk.expect(desk.like(), FakeTransport::json(QJsonObject{{u"reactions"_s, QJsonArray{row}}}));
    desk.actions.react(chat, desk.theirs, thumb);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), other), Given(heart));
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given(thumb));
}

void tst_Reacting::changingIsTakingAwayAndGiving() // protocol.md L67
{
    Desk desk;
    desk.hasGiven(heart);
    desk.expect(desk.like(u"unlike"_s), nothingSaid());
    desk.expect(desk.like(), nothingSaid());
    desk.actions.react(chat, desk.theirs, thumb);
    QCOMPARE(reactionOf(desk.shown(desk.theirs), me), Given(thumb));
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given(thumb));
    const auto& requests = desk.f.network().requests();
    QVERIFY(requests.at(requests.size() - 2).url.path().endsWith("/unlike"_L1));
    QVERIFY(requests.last().url.path().endsWith("/like"_L1));
}

void tst_Reacting::theSameAgainAsksNothing()
{
    Desk desk;
    desk.hasGiven(thumb);
    desk.actions.react(chat, desk.theirs, thumb);
    desk.finish();
    desk.actions.unreact(chat, desk.mine); // never given
    desk.finish();
    QCOMPARE(desk.f.asked(Method::Post, desk.like()), 1);
}

void tst_Reacting::changedTwiceInAHurryTheLastCounts()
{
    Desk desk;
    desk.expect(desk.like(), nothingSaid());
    desk.f.network().hold();
    desk.actions.react(chat, desk.theirs, heart);
    desk.f.settle();
    desk.actions.react(chat, desk.theirs, thumb);
    desk.actions.unreact(chat, desk.theirs);
    QCOMPARE(reactionOf(desk.shown(desk.theirs), me), Given());
    desk.expect(desk.like(u"unlike"_s), nothingSaid());
    desk.f.network().release();
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given());
}

void tst_Reacting::aReactionIsTakenAway()
{
    Desk desk;
    desk.hasGiven(thumb);
    desk.expect(desk.like(u"unlike"_s), reactions({{u"🔥"_s, {somebody}}}));
    desk.actions.unreact(chat, desk.theirs);
    QCOMPARE(reactionOf(desk.shown(desk.theirs), me), Given());
    desk.finish();
    QCOMPARE(reactionsOf(desk.stored(desk.theirs)).size(), 1);
}

void tst_Reacting::aRefusedReactionIsTakenBack()
{
    Desk desk;
    desk.expect(desk.like(), FakeTransport::failure(400, {u"not this one"_s}));
    desk.actions.react(chat, desk.theirs, {u"🦆"_s});
    QCOMPARE(reactionsOf(desk.shown(desk.theirs)).size(), 1);
    desk.finish();
    QVERIFY(reactionsOf(desk.stored(desk.theirs)).isEmpty());
    QCOMPARE(desk.refusals,
        QStringList{u"Your reaction was not accepted. GroupMe says: not this one"_s});
}

void tst_Reacting::whenOnlyTheSecondStepFailsThatIsShown() // protocol.md L67
{
    Desk desk;
    desk.hasGiven(heart);
    desk.expect(desk.like(u"unlike"_s), nothingSaid());
    desk.expect(desk.like(), FakeTransport::failure(500));
    desk.actions.react(chat, desk.theirs, thumb);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given()); // neither
    QCOMPARE(desk.refusals.size(), 1);
    QVERIFY(desk.refusals.first().startsWith("Your reaction was taken away, but the new one"_L1));
}

void tst_Reacting::whenTheFirstStepFailsTheOldOneStays()
{
    Desk desk;
    desk.hasGiven(heart);
    desk.expect(desk.like(u"unlike"_s), FakeTransport::noAnswer(ErrorKind::Unreachable));
    desk.actions.react(chat, desk.theirs, thumb);
    desk.finish();
    QCOMPARE(reactionOf(desk.stored(desk.theirs), me), Given(heart));
    QCOMPARE(desk.refusals,
        QStringList{u"Your reaction was not taken away. GroupMe could not be reached."_s});
}

void tst_Reacting::aKindOfNothingIsNotSent()
{
    Desk desk;
    desk.actions.react(chat, desk.theirs, {});
    desk.actions.react(chat, {}, thumb);
    desk.finish();
    QCOMPARE(desk.pending.size(), 0);
}

SKEIN_TEST(tst_Reacting)

} // namespace reactingTest

#include "tst_Reacting.moc"
