// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"
#include "ui/people/MembersDialog.h"
#include "ui/people/PersonCard.h"
#include "ui/theme/Question.h"
#include "ui/thread/ThreadView.h"
#include "ui/topics/LikeIconField.h"
#include "ui/topics/TopicDialog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groupDialogsTest {

namespace {

const QString topicsPlace = u"/v3/groups/55501/subgroups"_s;
const QString logisticsPlace = u"/v3/groups/55501/subgroups/55777"_s;
const QString emojiPlace = u"/powerups"_s;

/// One pack, without pictures.
FakeTransport::Answer likeEmoji()
{
    QByteArray json = "{'powerups':[{'name':'Harbour','meta':{'pack_id':4,'transliterations':"
                      "['boat','','anchor']}}]}";
    return FakeTransport::raw(200, json.replace('\'', '"'));
}

} // namespace

// What a person does to groups and topics, from the menu to the service and back.
class tst_GroupDialogs : public GroupWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void mutingSilencesATopicAndSaysSo();
    void aRefusedMuteIsSaidInWords();
    void onlyAdminsAreOfferedANewTopic();
    void anAdminMakesATopicAndIsInIt();
    void aRefusedTopicKeepsTheDialogAndItsWords();
    void aRefusalAfterTheDialogWasClosedIsSaidInTheWindow();
    void anAdminChangesATopic();
    void anAdminChoosesTheLikeIconOfATopic();
    void deletingATopicIsAskedAbout();
    void leavingIsAskedAboutAndClosesTheGroup();
    void nobodyIsOfferedToLeaveAnOwnGroupHoweverLittleIsKnown();
    void whatOneWasRemovedFromIsPutAwayAndClosed();
    void aDeletedTopicIsPutAwayAndClosed();
    void detailsShowTheMembers();
    void membersThatCannotBeAskedForAreSaidSo();
    void leavingIsOfferedFromTheMembersOnceItIsKnownThatOneMay();
    void theOwnNameInAGroupIsChanged();
    void fromAMemberToTheirChat();
    void detailsOfADirectChatShowThePerson();
    void aNameInTheThreadShowsThePerson();
    void whoIsMentionedIsToldToTheService_data();
    void whoIsMentionedIsToldToTheService();

private:
    /// The dialogs that they open; null when they do not.
    TopicDialog* editLogistics();
    TopicDialog* makeSwimming();
};

TopicDialog* tst_GroupDialogs::editLogistics()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Logistics"_s);
    m_world->network().expect(HttpRequest::Method::Get, emojiPlace, likeEmoji());
    choose(logistics, u"Edit topic\u2026"_s);
    return opened<TopicDialog>();
}

TopicDialog* tst_GroupDialogs::makeSwimming()
{
    pick(chats(), u"Rowing club"_s);
    choose(rowing, u"New topic\u2026"_s);
    auto* dialog = opened<TopicDialog>();
    if (dialog)
        dialog->findChild<QLineEdit*>()->setText(u"Swimming"_s);
    return dialog;
}

void tst_GroupDialogs::mutingSilencesATopicAndSaysSo()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    choose(kit, u"8 hours"_s);
    QTRY_VERIFY(m_account->topics.row(m_account->topics.rowOf(kit)).isMuted);
    QVERIFY(m_groups->topic(kit.id)->mutedUntil > 0);
    QCOMPARE(m_groups->group(rowing.id).mutedUntil, 0);
    hear(kit, u"size L left"_s);
    const Conversation row = m_account->chats.row(m_account->chats.rowOf(rowing));
    QCOMPARE(row.unread, 0);
    QCOMPARE(row.mutedUnread, 1);
    choose(kit, u"Unmute"_s);
    QTRY_VERIFY(!m_account->topics.row(m_account->topics.rowOf(kit)).isMuted);
}

void tst_GroupDialogs::aRefusedMuteIsSaidInWords()
{
    m_world->service.failNext(HttpRequest::Method::Post, logisticsPlace + u"/mute"_s,
        {.when = FakeService::Fault::BeforeTheWork,
            .answer = FakeTransport::failure(403, {u"not today"_s})});
    choose(logistics, u"1 hour"_s);
    QTRY_VERIFY(shows(u"\u201cLogistics\u201d was not muted. GroupMe says: not today"_s));
}

void tst_GroupDialogs::onlyAdminsAreOfferedANewTopic()
{
    pick(chats(), u"Rowing club"_s);
    auto* button = named<QPushButton>(u"New topic"_s);
    QTRY_VERIFY(button->isVisible());
    m_groups->group(rowing.id).myRole = u"user"_s;
    m_account->groupDetails.refresh(rowing);
    m_world->settle();
    QTRY_VERIFY(!button->isVisible());
}

void tst_GroupDialogs::anAdminMakesATopicAndIsInIt()
{
    pick(chats(), u"Rowing club"_s);
    QTRY_VERIFY(named<QPushButton>(u"New topic"_s)->isVisible());
    press(*m_window, u"New topic"_s);
    auto* dialog = opened<TopicDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>()->setText(u"Swimming"_s);
    press(*dialog, u"Create"_s);
    QVERIFY(dialog->isBusy());
    m_world->settle();
    QTRY_VERIFY(!opened<TopicDialog>());
    const QString made = inFront().id;
    QVERIFY(m_groups->topic(made));
    QCOMPARE(m_groups->topic(made)->title, u"Swimming"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"Swimming \u2013 Rowing club"_s));
    QTRY_COMPARE(topics().currentIndex().data().toString(), u"Swimming"_s);
    QCOMPARE(m_window->focusWidget(), &field());
}

void tst_GroupDialogs::aRefusedTopicKeepsTheDialogAndItsWords()
{
    auto* dialog = makeSwimming();
    QVERIFY(dialog);
    m_groups->group(rowing.id).myRole = u"user"_s; // since the menu was opened
    press(*dialog, u"Create"_s);
    m_world->settle();
    QTRY_VERIFY(shows(*dialog, u"GroupMe says: Only admins may do that"_s));
    QVERIFY(dialog->isVisible() && !dialog->isBusy());
    QCOMPARE(dialog->findChild<QLineEdit*>()->text(), u"Swimming"_s);
    QCOMPARE(m_groups->group(rowing.id).topics.size(), 2);
}

void tst_GroupDialogs::aRefusalAfterTheDialogWasClosedIsSaidInTheWindow()
{
    m_world->service.failNext(HttpRequest::Method::Post, topicsPlace,
        {.when = FakeService::Fault::BeforeTheWork,
            .answer = FakeTransport::noAnswer(ErrorKind::TimedOut)});
    auto* dialog = makeSwimming();
    QVERIFY(dialog);
    m_world->network().hold();
    press(*dialog, u"Create"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!opened<TopicDialog>());
    m_world->network().release();
    m_world->settle();
    QTRY_VERIFY(shows(u"The topic was not saved."_s));
}

void tst_GroupDialogs::anAdminChangesATopic()
{
    auto* dialog = editLogistics();
    QVERIFY(dialog);
    QCOMPARE(dialog->draft().description, u"Vans"_s);
    dialog->findChild<QLineEdit*>()->setText(u"Transport"_s);
    press(*dialog, u"Only admins write"_s); // lists do not tell what it was
    press(*dialog, u"Save"_s);
    m_world->settle();
    QTRY_VERIFY(!opened<TopicDialog>());
    QCOMPARE(m_groups->topic(logistics.id)->title, u"Transport"_s);
    QCOMPARE(m_groups->topic(logistics.id)->kind, u"announcement"_s);
    QTRY_VERIFY(m_window->windowTitle().startsWith(u"Transport \u2013 Rowing club"_s));
    QCOMPARE(inFront(), logistics);
}

void tst_GroupDialogs::anAdminChoosesTheLikeIconOfATopic()
{
    auto* dialog = editLogistics();
    QVERIFY(dialog);
    QTRY_VERIFY(shows(*dialog, u"The group's heart"_s));
    press(*dialog, u"Everyone writes"_s);
    press(*dialog, u"Choose the like icon"_s);
    auto* search = dialog->likeIcon().picker().findChild<QLineEdit*>();
    QTest::keyClicks(search, u"anchor"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(shows(*dialog, u"anchor"_s));
    press(*dialog, u"Save"_s);
    m_world->settle();
    QTRY_VERIFY(!opened<TopicDialog>());
    const auto sent = m_world->network().requests(HttpRequest::Method::Put, logisticsPlace);
    QCOMPARE(sent.size(), 1);
    const QJsonObject icon{{u"type"_s, u"emoji"_s}, {u"pack_id"_s, 4}, {u"pack_index"_s, 2}};
    QCOMPARE(QJsonDocument::fromJson(sent.first().body)["like_icon"_L1].toObject(), icon);
}

void tst_GroupDialogs::deletingATopicIsAskedAbout()
{
    pick(chats(), u"Rowing club"_s);
    choose(kit, u"Delete topic\u2026"_s);
    auto* question = opened<Question>();
    QVERIFY(question);
    QVERIFY(shows(*question, u"\u201cKit\u201d"_s));
    QTest::keyClick(question, Qt::Key_Return); // keeping is the default
    m_world->settle();
    QVERIFY(m_groups->topic(kit.id));
    choose(kit, u"Delete topic\u2026"_s);
    press(*opened<Question>(), u"Delete"_s);
    m_world->settle();
    QVERIFY(!m_groups->topic(kit.id));
    QTRY_VERIFY(m_account->topics.row(m_account->topics.rowOf(kit)).isGone());
    QVERIFY(topics().isVisible());
}

void tst_GroupDialogs::leavingIsAskedAboutAndClosesTheGroup()
{
    pick(chats(), u"Flat 12"_s);
    choose(flat, u"Leave group\u2026"_s);
    auto* question = opened<Question>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    m_world->settle();
    QVERIFY(m_groups->has(flat.id));
    choose(flat, u"Leave group\u2026"_s);
    press(*opened<Question>(), u"Leave"_s);
    m_world->settle();
    QTRY_VERIFY(!m_groups->has(flat.id));
    QTRY_VERIFY(inFront().isEmpty());
    QCOMPARE(m_account->chats.rowOf(flat), -1);
    QCOMPARE(m_window->windowTitle(), u"Skein"_s);
    QVERIFY(m_account->settings.value(setting::lastConversation).isEmpty());
}

void tst_GroupDialogs::nobodyIsOfferedToLeaveAnOwnGroupHoweverLittleIsKnown()
{
    const auto own = groupCalled(u"55503"_s);
    m_groups->add(own.id, u"Allotment"_s).creator = FakeService::me;
    hear(own, u"the water is on"_s);
    QVERIFY(m_account->chats.rowOf(own) >= 0);
    m_world->network().hold(); // who is in it is not told
    for (const auto& [group, isOffered] : {std::pair(own, false), std::pair(flat, true)}) {
        emit m_window->findChild<ChatListPane*>()->menuRequested(group, {10, 10});
        auto* menu = opened<ConversationMenu>();
        QVERIFY(menu);
        QStringList words;
        for (const QAction* action : menu->actions())
            words.append(action->text());
        QVERIFY(words.contains(u"Members\u2026"_s));
        QCOMPARE(words.contains(u"Leave group\u2026"_s), isOffered);
        delete menu;
    }
}

void tst_GroupDialogs::whatOneWasRemovedFromIsPutAwayAndClosed()
{
    pick(chats(), u"Flat 12"_s);
    m_groups->removeGroup(flat.id);
    m_account->sync.lookNow();
    m_world->pass(40s, 1s);
    QTRY_VERIFY(shows(u"You are no longer in this group."_s));
    choose(flat, u"Remove from the list"_s);
    QTRY_VERIFY(m_account->chats.rowOf(flat) < 0);
    QTRY_VERIFY(inFront().isEmpty());
}

void tst_GroupDialogs::aDeletedTopicIsPutAwayAndClosed()
{
    pick(chats(), u"Rowing club"_s);
    m_groups->removeTopic(rowing.id, kit.id);
    m_account->sync.lookNow();
    m_world->pass(40s, 1s);
    QTRY_COMPARE(m_account->topics.row(2).membership, Membership::Gone);
    QCOMPARE(m_account->topics.row(2).id, kit);
    pick(topics(), u"Kit"_s);
    QCOMPARE(inFront(), kit); // it stays readable
    choose(kit, u"Remove from the list"_s);
    QTRY_COMPARE(titles(topics()), (QStringList{u"Main chat"_s, u"Logistics"_s}));
    QTRY_COMPARE(inFront(), rowing);
    pick(chats(), u"Flat 12"_s);
    pick(chats(), u"Rowing club"_s);
    QTRY_COMPARE(titles(topics()), (QStringList{u"Main chat"_s, u"Logistics"_s}));
}

void tst_GroupDialogs::detailsShowTheMembers()
{
    pick(chats(), u"Rowing club"_s);
    pick(topics(), u"Kit"_s);
    press(*m_window, u"Details"_s);
    auto* dialog = opened<MembersDialog>();
    QVERIFY(dialog);
    m_world->settle();
    auto* list = dialog->findChild<QListView*>();
    QTRY_COMPARE(titles(*list), (QStringList{u"Member 20001"_s, u"Me here"_s}));
    QVERIFY(shows(*dialog, u"Rowing club"_s));
}

void tst_GroupDialogs::membersThatCannotBeAskedForAreSaidSo()
{
    m_world->service.offline = true;
    emit m_window->findChild<ChatListPane*>()->menuRequested(flat, {10, 10});
    auto* menu = opened<ConversationMenu>();
    QVERIFY(menu);
    emit menu->membersRequested();
    menu->close();
    m_world->settle();
    auto* dialog = opened<MembersDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(shows(*dialog, u"cannot be reached"_s));
    m_world->service.offline = false;
    press(*dialog, u"Try again"_s);
    m_world->settle();
    QTRY_COMPARE(dialog->findChild<QListView*>()->model()->rowCount(), 2);
    QVERIFY(!shows(*dialog, u"cannot be reached"_s));
}

void tst_GroupDialogs::leavingIsOfferedFromTheMembersOnceItIsKnownThatOneMay()
{
    m_groups->group(flat.id).myRole = u"owner"_s;
    m_world->network().hold();
    choose(flat, u"Members\u2026"_s);
    auto* dialog = opened<MembersDialog>();
    QVERIFY(dialog);
    const auto* leave = named<QPushButton>(u"Leave group"_s);
    QVERIFY(leave && !leave->isVisible());
    m_world->network().release();
    m_world->settle();
    QTRY_COMPARE(dialog->findChild<QListView*>()->model()->rowCount(), 2);
    QTRY_COMPARE(m_account->chats.known(flat)->myRole, GroupRole::Owner);
    QVERIFY(!leave->isVisible());
    for (const QString& role : {u"user"_s, u"owner"_s}) { // handed over, and back
        m_groups->group(flat.id).myRole = role;
        m_account->groupDetails.refresh(flat);
        m_world->settle();
        QTRY_COMPARE(leave->isVisible(), role == u"user"_s);
    }
}

void tst_GroupDialogs::theOwnNameInAGroupIsChanged()
{
    choose(flat, u"Members\u2026"_s);
    auto* dialog = opened<MembersDialog>();
    QVERIFY(dialog);
    m_world->settle();
    auto* nickname = named<QLineEdit>(u"Your name in this group"_s);
    QTRY_COMPARE(nickname->text(), u"Me here"_s);
    nickname->selectAll();
    QTest::keyClicks(nickname, u"Captain"_s);
    QTest::keyClick(nickname, Qt::Key_Return);
    m_world->settle();
    QCOMPARE(m_groups->group(flat.id).myNickname, u"Captain"_s);
    QTRY_VERIFY(shows(*dialog, u"Saved."_s));
    QTRY_VERIFY(titles(*dialog->findChild<QListView*>()).contains(u"Captain"_s));
}

void tst_GroupDialogs::fromAMemberToTheirChat()
{
    pick(chats(), u"Flat 12"_s);
    press(*m_window, u"Details"_s);
    m_world->settle();
    auto* dialog = opened<MembersDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(titles(*dialog->findChild<QListView*>()).contains(u"Member 20001"_s));
    pick(*dialog->findChild<QListView*>(), u"Member 20001"_s);
    QTRY_VERIFY(opened<PersonCard>());
    QVERIFY(shows(*opened<PersonCard>(), u"Owner of Flat 12"_s));
    press(*opened<PersonCard>(), u"Message"_s);
    m_world->settle();
    QTRY_COMPARE(inFront(), chatWith(u"20001"_s));
    QVERIFY(!opened<MembersDialog>());
    QVERIFY(!opened<PersonCard>());
    QCOMPARE(chats().currentIndex().data().toString(), u"Person 20001"_s);
}

void tst_GroupDialogs::detailsOfADirectChatShowThePerson()
{
    pick(chats(), u"Person 20001"_s);
    press(*m_window, u"Details"_s);
    auto* card = opened<PersonCard>();
    QVERIFY(card);
    QVERIFY(shows(*card, u"Person 20001"_s));
}

void tst_GroupDialogs::aNameInTheThreadShowsThePerson()
{
    pick(chats(), u"Flat 12"_s);
    m_world->pass(3s);
    auto* view = m_window->findChild<ThreadView*>();
    emit view->personActivated({u"20001"_s});
    QTRY_VERIFY(opened<PersonCard>());
    QVERIFY(shows(*opened<PersonCard>(), u"Member 20001"_s));
    QVERIFY(shows(*opened<PersonCard>(), u"Owner of Flat 12"_s));
    opened<PersonCard>()->close();
    // Somebody whose words are here, but who went.
    m_groups->say(flat.id, u"goodbye"_s, u"20009"_s);
    m_world->pass(10s);
    emit view->personActivated({u"20009"_s});
    QTRY_VERIFY(opened<PersonCard>());
    QVERIFY(shows(*opened<PersonCard>(), u"Member 20009"_s));
    QVERIFY(shows(*opened<PersonCard>(), u"No longer in Flat 12"_s));
}

void tst_GroupDialogs::whoIsMentionedIsToldToTheService_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a member") << u"Flat 12"_s << u"@Member 20001 your turn"_s
                              << QStringList{u"20001"_s};
    QTest::newRow("not oneself") << u"Flat 12"_s << u"@Me here"_s << QStringList();
    QTest::newRow("everyone, by an admin")
        << u"Rowing club"_s << u"@everyone to the boats"_s << QStringList{u"-1"_s};
    QTest::newRow("everyone, by a member")
        << u"Flat 12"_s << u"@everyone to the bins"_s << QStringList();
}

void tst_GroupDialogs::whoIsMentionedIsToldToTheService()
{
    QFETCH(const QString, group);
    QFETCH(const QString, text);
    pick(chats(), group);
    m_world->pass(3s);
    QTest::keyClicks(&field(), text);
    QTest::keyClick(&field(), Qt::Key_Escape); // the list of people, when it is open
    QTest::keyClick(&field(), Qt::Key_Return);
    m_world->settle();
    const QString place = u"/v3/groups/"_s + inFront().id + u"/messages"_s;
    const auto sent = m_world->network().requests(HttpRequest::Method::Post, place);
    QCOMPARE(sent.size(), 1);
    const QJsonObject message = QJsonDocument::fromJson(sent.first().body)["message"_L1].toObject();
    QCOMPARE(message["text"_L1].toString(), text);
    QStringList mentioned;
    for (const QJsonValue& attachment : message["attachments"_L1].toArray()) {
        for (const QJsonValue& user : attachment["user_ids"_L1].toArray())
            mentioned.append(user.toString());
    }
    QTEST(mentioned, "expected");
}

SKEIN_TEST(tst_GroupDialogs)

} // namespace groupDialogsTest

#include "tst_GroupDialogs.moc"
