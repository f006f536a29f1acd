// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/support/SkeinTest.h"
#include "ui/chats/ConversationMenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace conversationMenuTest {

namespace {

constexpr qint64 serviceNow = 1'760'000'000;
const QDateTime now(QDate(2026, 3, 12), QTime(21, 30), Qt::UTC);

/// What can be chosen, in order, submenus after their titles.
QStringList wordsOf(const QMenu& menu)
{
    QStringList words;
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled())
            continue;
        words.append(action->text());
        if (action->menu())
            words += wordsOf(*action->menu());
    }
    return words;
}

QAction* actionOf(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (QAction* inside = action->menu() ? actionOf(*action->menu(), text) : nullptr)
            return inside;
    }
    return nullptr;
}

const QStringList mute{
    u"Mute"_s, u"1 hour"_s, u"8 hours"_s, u"Until tomorrow, 08:00"_s, u"Until I turn it back on"_s};

} // namespace

class tst_ConversationMenu : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatOneMayDoIsInIt_data();
    void onlyWhatOneMayDoIsInIt();
    void eachDurationIsWhatItSays_data();
    void eachDurationIsWhatItSays();
    void whatIsMutedSaysForHowLongAndCanBeUnmuted();
    void aMuteThatIsOverIsNone();
    void eachEntrySaysWhatWasChosen();
};

void tst_ConversationMenu::onlyWhatOneMayDoIsInIt_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<QStringList>("expected");
    const auto as = [](Conversation conversation, GroupRole role) {
        conversation.myRole = role;
        return conversation;
    };
    const auto gone = [](Conversation conversation) {
        conversation.membership = Membership::Gone;
        return conversation;
    };
    const Conversation group = fakeGroup(1, u"Rowing club"_s);
    const Conversation topic = fakeTopic(group, 1, u"Logistics"_s);
    const QString members = u"Members\u2026"_s;
    const QString leave = u"Leave group\u2026"_s;
    const QString create = u"New topic\u2026"_s;
    const QStringList verbs{u"Edit topic\u2026"_s, u"Delete topic\u2026"_s};
    QTest::newRow("group, member") << group << mute + QStringList{members, leave};
    QTest::newRow("group, role unknown")
        << as(group, GroupRole::Unknown) << mute + QStringList{members, leave};
    QTest::newRow("group, admin") << as(group, GroupRole::Admin)
                                  << mute + QStringList{create, members, leave};
    QTest::newRow("group, owner") << as(group, GroupRole::Owner)
                                  << mute + QStringList{create, members};
    QTest::newRow("topic, member") << topic << mute + QStringList{members};
    QTest::newRow("topic, admin") << as(topic, GroupRole::Admin)
                                  << mute + verbs + QStringList{members};
    QTest::newRow("topic, owner") << as(topic, GroupRole::Owner)
                                  << mute + verbs + QStringList{members};
    QTest::newRow("deleted topic")
        << gone(as(topic, GroupRole::Owner)) << QStringList{u"Remove from the list"_s};
    QTest::newRow("group one was removed from")
        << gone(group) << QStringList{u"Remove from the list"_s};
    const Conversation chat = fakeChat(1, u"Ben Nash"_s);
    Conversation blocked = chat;
    blocked.isBlocked = true;
    const QString about = u"About the person\u2026"_s;
    QTest::newRow("direct chat") << chat << QStringList{about, u"Block\u2026"_s};
    QTest::newRow("blocked person") << blocked << QStringList{about, u"Unblock"_s};
}

void tst_ConversationMenu::onlyWhatOneMayDoIsInIt()
{
    QFETCH(const Conversation, conversation);
    const ConversationMenu menu(conversation, serviceNow, now);
    QTEST(wordsOf(menu), "expected");
    QFETCH(const QStringList, expected);
    QCOMPARE(menu.isEmpty(), expected.isEmpty());
}

void tst_ConversationMenu::eachDurationIsWhatItSays_data()
{
    using Duration = std::optional<std::chrono::minutes>;
    QTest::addColumn<QString>("entry");
    QTest::addColumn<Duration>("expected");
    QTest::newRow("an hour") << u"1 hour"_s << Duration(60min);
    QTest::newRow("eight") << u"8 hours"_s << Duration(480min);
    QTest::newRow("tomorrow") << u"Until tomorrow, 08:00"_s << Duration(630min);
    QTest::newRow("for ever") << u"Until I turn it back on"_s << Duration();
}

void tst_ConversationMenu::eachDurationIsWhatItSays()
{
    QFETCH(const QString, entry);
    QFETCH(const std::optional<std::chrono::minutes>, expected);
    const ConversationMenu menu(fakeGroup(1, u"Rowing club"_s), serviceNow, now);
    int asked = 0;
    connect(&menu, &ConversationMenu::muteRequested, this,
        [&](std::optional<std::chrono::minutes> duration) {
            ++asked;
            QVERIFY(duration == expected);
        });
    QAction* action = actionOf(menu, entry);
    QVERIFY(action);
    action->trigger();
    QCOMPARE(asked, 1);
}

void tst_ConversationMenu::whatIsMutedSaysForHowLongAndCanBeUnmuted()
{
    Conversation group = fakeGroup(1, u"Rowing club"_s);
    group.mutedUntil = serviceNow + 7 * 3600;
    const ConversationMenu menu(group, serviceNow, now);
    QVERIFY(!actionOf(menu, u"Mute"_s));
    const QAction* words = actionOf(menu, u"Muted 7 h"_s);
    QVERIFY(words);
    QVERIFY(!words->isEnabled());
    QSignalSpy unmute(&menu, &ConversationMenu::unmuteRequested);
    actionOf(menu, u"Unmute"_s)->trigger();
    QCOMPARE(unmute.size(), 1);
    group.mutedUntil = mutedForever;
    const ConversationMenu forEver(group, serviceNow, now);
    QVERIFY(actionOf(forEver, u"Muted"_s));
    QVERIFY(actionOf(forEver, u"Unmute"_s));
}

void tst_ConversationMenu::aMuteThatIsOverIsNone()
{
    Conversation group = fakeGroup(1, u"Rowing club"_s);
    group.mutedUntil = serviceNow - 1;
    const ConversationMenu menu(group, serviceNow, now);
    QVERIFY(actionOf(menu, u"Mute"_s));
    QVERIFY(!actionOf(menu, u"Unmute"_s));
}

void tst_ConversationMenu::eachEntrySaysWhatWasChosen()
{
    Conversation group = fakeGroup(1, u"Rowing club"_s);
    group.myRole = GroupRole::Admin;
    const ConversationMenu ofGroup(group, serviceNow, now);
    const ConversationMenu ofTopic(fakeTopic(group, 1, u"Logistics"_s), serviceNow, now);
    const auto says = [](const ConversationMenu& menu, const QString& text, auto signal) {
        QSignalSpy spy(&menu, signal);
        QAction* action = actionOf(menu, text);
        if (action)
            action->trigger();
        return spy.size() == 1;
    };
    QVERIFY(says(ofGroup, u"New topic\u2026"_s, &ConversationMenu::newTopicRequested));
    QVERIFY(says(ofGroup, u"Members\u2026"_s, &ConversationMenu::membersRequested));
    QVERIFY(says(ofGroup, u"Leave group\u2026"_s, &ConversationMenu::leaveRequested));
    group.membership = Membership::Gone;
    const ConversationMenu ofFormer(group, serviceNow, now);
    QVERIFY(says(ofFormer, u"Remove from the list"_s, &ConversationMenu::removalRequested));
    QVERIFY(says(ofTopic, u"Edit topic\u2026"_s, &ConversationMenu::editRequested));
    QVERIFY(says(ofTopic, u"Delete topic\u2026"_s, &ConversationMenu::deleteRequested));
}

SKEIN_TEST(tst_ConversationMenu)

} // namespace conversationMenuTest

#include "tst_ConversationMenu.moc"
