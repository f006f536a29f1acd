// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/support/SkeinTest.h"
#include "ui/ConversationHeading.h"
#include "ui/ErrorWords.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace conversationHeadingTest {

namespace {

constexpr qint64 now = 1'760'000'000;

Conversation club()
{
    Conversation group = fakeGroup(1, u"Rowing club"_s);
    group.members = 23;
    group.description = u"Tuesdays\nand Saturdays"_s;
    return group;
}

Conversation logistics()
{
    Conversation topic = fakeTopic(club(), 1, u"Logistics"_s);
    topic.members = 23;
    topic.description = u"Vans and straps"_s;
    return topic;
}

} // namespace

class tst_ConversationHeading : public QObject {
    Q_OBJECT
private slots:
    void aPersonIsJustNamed();
    void aGroupSaysHowManyItAreAndWhatItIs();
    void aTopicNamesItsGroup();
    void aTopicWithoutItsGroupStillHasATitle();
    void whatIsNotKnownIsNotSaid();
    void marksSayMutedAndLocked();
    void howLongItIsMutedIsSaid();
    void whoMayWriteIsSaidInASentence_data();
    void whoMayWriteIsSaidInASentence();
    void errorsAreSentences_data();
    void errorsAreSentences();
    void theServicesOwnWordsComeFirst();
};

void tst_ConversationHeading::aPersonIsJustNamed()
{
    const ConversationHeading heading = headingOf(fakeChat(1, u"Ben Nash"_s), nullptr, now);
    QCOMPARE(heading.title, u"Ben Nash"_s);
    QCOMPARE(heading.windowTitle, u"Ben Nash"_s);
    QCOMPARE(heading.subtitle, QString());
    QCOMPARE(heading.bar, QString());
}

void tst_ConversationHeading::aGroupSaysHowManyItAreAndWhatItIs()
{
    const ConversationHeading heading = headingOf(club(), nullptr, now);
    QCOMPARE(heading.title, u"Rowing club"_s);
    QCOMPARE(heading.windowTitle, u"Rowing club"_s);
    QCOMPARE(heading.subtitle, u"23 members \u00b7 Tuesdays and Saturdays"_s);
}

void tst_ConversationHeading::aTopicNamesItsGroup()
{
    const Conversation group = club();
    const ConversationHeading heading = headingOf(logistics(), &group, now);
    QCOMPARE(heading.title, u"# Logistics"_s);
    QCOMPARE(heading.windowTitle, u"Logistics \u2013 Rowing club"_s);
    QCOMPARE(heading.subtitle, u"Rowing club \u00b7 23 members \u00b7 Vans and straps"_s);
}

void tst_ConversationHeading::aTopicWithoutItsGroupStillHasATitle()
{
    const ConversationHeading heading = headingOf(logistics(), nullptr, now);
    QCOMPARE(heading.title, u"# Logistics"_s);
    QCOMPARE(heading.windowTitle, u"Logistics"_s);
}

void tst_ConversationHeading::whatIsNotKnownIsNotSaid()
{
    Conversation group = club();
    group.members = 0;
    group.description = u"  "_s;
    group.title.clear();
    const ConversationHeading heading = headingOf(group, nullptr, now);
    QCOMPARE(heading.title, u"Unknown"_s);
    QCOMPARE(heading.subtitle, QString());
    group.members = 1;
    QCOMPARE(headingOf(group, nullptr, now).subtitle, u"1 member"_s);
}

void tst_ConversationHeading::howLongItIsMutedIsSaid()
{
    Conversation group = club();
    const QString before = headingOf(group, nullptr, now).subtitle;
    group.mutedUntil = now + 7 * 3600;
    QVERIFY(headingOf(group, nullptr, now).subtitle.contains(u"muted 7 h"_s));
    QVERIFY(headingOf(group, nullptr, now + 6 * 3600 + 1800).subtitle.contains(u"muted 30 min"_s));
    QCOMPARE(headingOf(group, nullptr, group.mutedUntil).subtitle, before);
    group.mutedUntil = mutedForever; // the mark beside the title says it all
    QCOMPARE(headingOf(group, nullptr, now).subtitle, before);
    group.mutedUntil = now + 7 * 3600;
    group.membership = Membership::Gone;
    QVERIFY(!headingOf(group, nullptr, now).subtitle.contains(u"muted"_s));
}

void tst_ConversationHeading::marksSayMutedAndLocked()
{
    Conversation group = club();
    QVERIFY(!headingOf(group, nullptr, now).isMuted);
    group.mutedUntil = now + 1;
    QVERIFY(headingOf(group, nullptr, now).isMuted);
    QVERIFY(!headingOf(group, nullptr, now + 1).isMuted);
    QVERIFY(!headingOf(group, nullptr, now).isLocked);
    group.groupKind = GroupKind::Announcement;
    QVERIFY(headingOf(group, nullptr, now).isLocked);
    group.membership = Membership::Gone;
    QVERIFY(!headingOf(group, nullptr, now).isMuted);
}

void tst_ConversationHeading::whoMayWriteIsSaidInASentence_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<Conversation>("group");
    QTest::addColumn<QString>("expected");
    const auto announcing = [](Conversation conversation) {
        conversation.groupKind = GroupKind::Announcement;
        return conversation;
    };
    const auto as = [](Conversation conversation, GroupRole role) {
        conversation.myRole = role;
        return conversation;
    };
    const auto being = [](Conversation conversation, Membership membership) {
        conversation.membership = membership;
        return conversation;
    };
    const auto untold = [](Conversation topic) {
        topic.groupKind.reset();
        return topic;
    };
    const QString topicBar = u"Only admins can write in this topic."_s;
    const QString groupBar = u"Only admins can write in this group."_s;
    const QString left = u"You are no longer in this group."_s;
    const QString deleted = u"This topic was deleted. Its messages stay readable."_s;
    QTest::newRow("group") << club() << club() << QString();
    QTest::newRow("topic") << logistics() << club() << QString();
    QTest::newRow("announcement group") << announcing(club()) << club() << groupBar;
    QTest::newRow("announcement topic") << announcing(logistics()) << club() << topicBar;
    QTest::newRow("admins write there")
        << as(announcing(logistics()), GroupRole::Admin) << club() << QString();
    QTest::newRow("role unknown: the service decides")
        << as(announcing(logistics()), GroupRole::Unknown) << club() << QString();
    QTest::newRow("kind untold, group open") << untold(logistics()) << club() << QString();
    QTest::newRow("kind untold, group closed")
        << untold(logistics()) << announcing(club()) << topicBar;
    QTest::newRow("told to be open in a closed group")
        << logistics() << announcing(club()) << QString();
    QTest::newRow("removed") << being(club(), Membership::Gone) << club() << left;
    QTest::newRow("left") << being(club(), Membership::Left) << club() << left;
    QTest::newRow("topic of a group that was left")
        << being(logistics(), Membership::Left) << club() << left;
    QTest::newRow("deleted topic")
        << being(announcing(logistics()), Membership::Gone) << club() << deleted;
}

void tst_ConversationHeading::whoMayWriteIsSaidInASentence()
{
    QFETCH(const Conversation, conversation);
    QFETCH(const Conversation, group);
    const bool isTopic = conversation.id.kind == ConversationId::Kind::Topic;
    QTEST(headingOf(conversation, isTopic ? &group : nullptr, now).bar, "expected");
}

void tst_ConversationHeading::errorsAreSentences_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("offline") << ErrorKind::Unreachable << u"cannot be reached"_s;
    QTest::newRow("may have happened") << ErrorKind::TimedOut << u"may have happened"_s;
    QTest::newRow("server") << ErrorKind::Server << u"may have happened"_s;
    QTest::newRow("portal") << ErrorKind::NotGroupMe << u"Sign in to the network"_s;
    QTest::newRow("limit") << ErrorKind::RateLimited << u"slow down"_s;
    QTest::newRow("forbidden") << ErrorKind::Forbidden << u"does not allow"_s;
    QTest::newRow("unauthorized") << ErrorKind::Unauthorized << u"does not allow"_s;
    QTest::newRow("gone") << ErrorKind::NotFound << u"does not know it"_s;
    QTest::newRow("bad") << ErrorKind::BadRequest << u"did not accept"_s;
    QTest::newRow("disk") << ErrorKind::Storage << u"on this computer"_s;
}

void tst_ConversationHeading::errorsAreSentences()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, part);
    const QString words = errorWords({kind, 0, {}, {}});
    QVERIFY2(words.contains(part), qPrintable(words));
    QVERIFY(words.endsWith(u'.'));
}

void tst_ConversationHeading::theServicesOwnWordsComeFirst()
{
    QCOMPARE(errorWords({ErrorKind::Forbidden, 403, u"must be an admin"_s, {}}),
        u"GroupMe says: must be an admin"_s);
}

SKEIN_TEST(tst_ConversationHeading)

} // namespace conversationHeadingTest

#include "tst_ConversationHeading.moc"
