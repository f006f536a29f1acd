// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Reactions.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace reactionsTest {

namespace {

const UserId me{u"1001"_s};
const UserId ann{u"20450"_s};
const UserId rin{u"20451"_s};
const ReactionKind heart{u"❤️"_s};
const ReactionKind thumb{u"👍"_s};
const ReactionKind ownEmoji{{}, 3, 12};

Message reacted(const QList<Reaction>& reactions, const QList<UserId>& favoritedBy = {})
{
    Message message;
    message.reactions = reactions;
    message.favoritedBy = favoritedBy;
    return message;
}

} // namespace

class tst_Reactions : public QObject {
    Q_OBJECT

private slots:
    void fifteenMayBeSentAndTheHeartIsFirst()
    {
        QCOMPARE(allowedReactions().size(), 15);
        QCOMPARE(QSet<QString>(allowedReactions().begin(), allowedReactions().end()).size(), 15);
        QCOMPARE(allowedReactions().first(), heart.code);
    }

    void whoOnlyIsAFavoriteGaveAHeart()
    {
        const Message message = reacted({{u"👍"_s, 0, 0, {ann}}}, {me, ann, rin});
        const QList<Reaction> expected{{u"👍"_s, 0, 0, {ann}}, {u"❤️"_s, 0, 0, {me, rin}}};
        QCOMPARE(reactionsOf(message), expected);
        QCOMPARE(reactionOf(message, me), std::optional(heart));
        QCOMPARE(reactionOf(message, ann), std::optional(thumb));
        QCOMPARE(reactionOf(message, {u"5"_s}), std::optional<ReactionKind>());
    }

    void aPersonCountsOnce() // protocol.md L34
    {
        const Message message
            = reacted({{u"👍"_s, 0, 0, {ann, ann}}, {u"🔥"_s, 0, 0, {ann}}}, {ann, ann, {}});
        QCOMPARE(reactionsOf(message), (QList<Reaction>{{u"👍"_s, 0, 0, {ann}}}));
    }

    void theSameEmojiIsOneChip()
    {
        const Message message = reacted({{u"❤"_s, 0, 0, {ann}}, {u"❤️"_s, 9, 9, {rin}}}, {me});
        QCOMPARE(reactionsOf(message), (QList<Reaction>{{u"❤️"_s, 0, 0, {ann, rin, me}}}));
    }

    void whatNamesNoEmojiIsNotShown()
    {
        const Message message
            = reacted({{{}, 0, 0, {ann}}, {{}, -1, 2, {ann}}, {{}, 2, -7, {ann}}}, {ann});
        QCOMPARE(reactionsOf(message), (QList<Reaction>{{u"❤️"_s, 0, 0, {ann}}}));
        QVERIFY(reactionsOf(reacted({{u"👍"_s, 0, 0, {}}})).isEmpty()); // by nobody
    }

    void anEmojiThatIsNotAllowedIsShownAllTheSame()
    {
        const Message message = reacted({{u"🦆"_s, 0, 0, {ann}}, {{}, 3, 12, {rin}}});
        QCOMPARE(reactionsOf(message).size(), 2);
        QCOMPARE(reactionOf(message, rin), std::optional(ownEmoji));
    }

    void oneReactionReplacesTheOther()
    {
        Message message = reacted({{u"❤️"_s, 0, 0, {ann, me}}}, {ann, me});
        setReaction(message, me, thumb);
        const QList<Reaction> expected{{u"❤️"_s, 0, 0, {ann}}, {u"👍"_s, 0, 0, {me}}};
        QCOMPARE(message.reactions, expected);
        QCOMPARE(message.favoritedBy, (QList<UserId>{ann, me}));
        setReaction(message, me, ownEmoji);
        QCOMPARE(reactionOf(message, me), std::optional(ownEmoji));
        QCOMPARE(message.reactions.size(), 2); // nobody's thumb is left
    }

    void takenAwayNothingOfItIsLeft()
    {
        Message message = reacted({}, {me});
        setReaction(message, me, std::nullopt);
        QVERIFY(reactionsOf(message).isEmpty());
        QVERIFY(message.favoritedBy.isEmpty());
        setReaction(message, me, std::nullopt); // nothing there
        QVERIFY(reactionsOf(message).isEmpty());
    }

    void othersKeepWhatTheyGave()
    {
        Message message = reacted({{{}, 3, 12, {ann}}}, {ann, rin});
        setReaction(message, me, heart);
        setReaction(message, me, std::nullopt);
        QCOMPARE(reactionOf(message, ann), std::optional(ownEmoji));
        QCOMPARE(reactionOf(message, rin), std::optional(heart));
        QCOMPARE(message.favoritedBy, (QList<UserId>{ann, rin}));
    }

    void aKindOfNothingTakesAway()
    {
        Message message = reacted({}, {me});
        setReaction(message, me, ReactionKind{});
        QVERIFY(reactionsOf(message).isEmpty());
    }
};

SKEIN_TEST(tst_Reactions)

} // namespace reactionsTest

#include "tst_Reactions.moc"
