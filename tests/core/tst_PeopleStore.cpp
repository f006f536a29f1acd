// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace peopleStoreTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const Person vera{{u"333"_s}, u"Vera Moss"_s, {}};
const Person noor{{u"444"_s}, u"Noor"_s, u"https://i.groupme.com/n"_s};

Contact contactOf(const Person& person)
{
    Contact contact;
    contact.person = person;
    return contact;
}

Message fromVera(int n, const QString& text)
{
    Message message = receivedMessage(n, text);
    message.senderId = vera.id;
    message.senderName = vera.name;
    return message;
}

QStringList namesOf(const QList<KnownPerson>& people)
{
    QStringList names;
    for (const KnownPerson& each : people)
        names.append(each.person.name);
    return names;
}

} // namespace

class tst_PeopleStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everybodyIsNamedOnceAndByTheBestName();
    void whoIsPutAwayOrNamelessIsNotOffered();
    void whatIsReadReplacesWhatWasKnown();
    void theListOfBlocksWinsOverTheContacts();
    void whereThereIsNoListOfBlocksTheContactsTell();
    void aBlockedPersonKeepsTheirName();
    void inGroupsABlockedPersonsMessagesAreNotUnread();
    void inADirectChatTheyAre();
    void theListsLineDoesNotShowTheirWords();
    void neitherDoesTheLineOfTheirChat();
    void aLineThatIsOnlyListedIsKnownByItsName();
    void nobodyIsWrittenToWhomOneHasBlocked();
    void aChangeIsToldWithThePlacesThatItConcerns();
    void whatDoesNotChangeIsNotTold();

private:
    void member(const Person& person);
    void block(const Person& person, bool isBlocked = true)
    {
        s->stores.people.setBlocked(person, isBlocked, s->changes);
    }
    [[nodiscard]] Conversation place(const ConversationId& id = rowing)
    {
        return s->stores.conversations.one(id).value();
    }
    StoreFolder m_folder;
    std::unique_ptr<OpenStores> s;
};

void tst_PeopleStore::init()
{
    s.reset();
    m_folder = {};
    s = m_folder.open();
    s->stores.groups.take({.id = rowing, .title = u"Rowing"_s}, true, s->changes);
}

void tst_PeopleStore::member(const Person& person)
{
    ConversationSummary told{.id = rowing, .title = u"Rowing"_s};
    told.group.members = {{fixtureMe, u"9001"_s, u"Me"_s, {}, GroupRole::Member},
        {person.id, u"9002"_s, person.name, person.avatarUrl, GroupRole::Member}};
    s->stores.groups.take(told, false, s->changes);
}

void tst_PeopleStore::everybodyIsNamedOnceAndByTheBestName()
{
    member({vera.id, u"V. (cox)"_s, {}});
    s->stores.conversations.introduce(fixtureChat(), u"Iris"_s, {}, s->changes);
    QCOMPARE(namesOf(s->stores.people.everybody()), (QStringList{u"Iris"_s, u"V. (cox)"_s}));
    QCOMPARE(s->stores.people.everybody().last().group, u"Rowing"_s);
    s->stores.people.takeContacts({contactOf(vera), contactOf(noor)}, 5, s->changes);
    QCOMPARE(
        namesOf(s->stores.people.everybody()), (QStringList{u"Iris"_s, u"Noor"_s, u"Vera Moss"_s}));
    QVERIFY(s->stores.people.everybody().last().group.isEmpty());
    QCOMPARE(s->stores.people.everybody().first().person.id, fixtureOther);
}

void tst_PeopleStore::whoIsPutAwayOrNamelessIsNotOffered()
{
    Contact hidden = contactOf(vera);
    hidden.isHidden = true;
    s->stores.people.takeContacts({hidden, contactOf({{u"9"_s}, {}, {}})}, 5, s->changes);
    QVERIFY(s->stores.people.everybody().isEmpty());
}

void tst_PeopleStore::whatIsReadReplacesWhatWasKnown()
{
    QCOMPARE(s->stores.people.contactsReadAt(), 0);
    s->stores.people.takeContacts({contactOf(vera)}, 5, s->changes);
    s->stores.people.takeContacts({contactOf(noor)}, 9, s->changes);
    QCOMPARE(namesOf(s->stores.people.everybody()), QStringList{u"Noor"_s});
    QCOMPARE(s->stores.people.contactsReadAt(), 9);
}

void tst_PeopleStore::theListOfBlocksWinsOverTheContacts()
{
    Contact said = contactOf(vera);
    said.isBlocked = true;
    s->stores.people.takeContacts({said, contactOf(noor)}, 5, s->changes);
    QVERIFY(s->stores.people.blockedIds().isEmpty());
    s->stores.people.takeBlocks({noor.id}, 7, s->changes);
    QCOMPARE(s->stores.people.blocked(), QList{noor});
    QVERIFY(s->stores.people.everybody().first().isBlocked);
    s->stores.people.takeBlocks({}, 8, s->changes);
    QVERIFY(s->stores.people.blocked().isEmpty());
    QCOMPARE(s->stores.people.blocksReadAt(), 8);
}

void tst_PeopleStore::whereThereIsNoListOfBlocksTheContactsTell()
{
    Contact said = contactOf(vera);
    said.isBlocked = true;
    s->stores.people.takeContacts({said, contactOf(noor)}, 5, s->changes);
    block(noor);
    block({{u"77"_s}, u"No contact"_s, {}});
    s->stores.people.takeBlocksOfContacts(s->changes);
    QCOMPARE(s->stores.people.blockedIds(), (QSet<UserId>{vera.id, {u"77"_s}}));
}

void tst_PeopleStore::aBlockedPersonKeepsTheirName()
{
    block(vera);
    s->stores.people.takeBlocks({vera.id, noor.id}, 7, s->changes);
    QCOMPARE(s->stores.people.blocked().first().name, QString());
    QCOMPARE(s->stores.people.blocked().last(), vera);
    member(noor);
    QCOMPARE(s->stores.people.blocked().first(), noor);
}

void tst_PeopleStore::inGroupsABlockedPersonsMessagesAreNotUnread()
{
    s->take(pageOf({receivedMessage(1), fromVera(2, u"hear me"_s), receivedMessage(3)}), rowing);
    QCOMPARE(s->unread(rowing), 3);
    block(vera);
    QCOMPARE(s->unread(rowing), 2);
    s->takeOne(fromVera(4, u"and me"_s), rowing);
    QCOMPARE(s->unread(rowing), 2);
    QCOMPARE(s->stores.messages.firstUnreadAfter(rowing, positionOf(receivedMessage(1)))->id,
        fixtureId(3));
    block(vera, false);
    QCOMPARE(s->unread(rowing), 4);
}

void tst_PeopleStore::inADirectChatTheyAre()
{
    s->take(pageOf({receivedMessage(1)}));
    block({fixtureOther, {}, {}});
    QCOMPARE(s->unread(), 1);
    QVERIFY(s->stores.messages.firstUnreadAfter(fixtureChat(), {}).has_value());
}

void tst_PeopleStore::theListsLineDoesNotShowTheirWords()
{
    s->take(pageOf({receivedMessage(1), fromVera(2, u"hear me"_s)}), rowing);
    QCOMPARE(place().preview, u"hear me"_s);
    block(vera);
    QCOMPARE(place().preview, hiddenMessageWords());
    QVERIFY(place().previewSender.isEmpty());
    s->takeOne(receivedMessage(3, u"over"_s), rowing);
    QCOMPARE(place().preview, u"over"_s);
    block(vera, false);
    s->takeOne(fromVera(5, u"me again"_s), rowing);
    QCOMPARE(place().preview, u"me again"_s);
}

void tst_PeopleStore::neitherDoesTheLineOfTheirChat()
{
    const auto chat = ConversationId::direct(fixtureMe, vera.id);
    const auto list = [&](int n, const UserId& sender, const QString& text) {
        Message newest = receivedMessage(n, text);
        newest.senderId = sender;
        s->stores.conversations.takeSummary(
            {.id = chat, .title = vera.name, .lastMessage = newest}, false, s->changes);
    };
    list(1, vera.id, u"hear me"_s);
    block(vera);
    QCOMPARE(place(chat).preview, hiddenMessageWords());
    list(2, fixtureMe, u"no"_s);
    QCOMPARE(place(chat).preview, u"no"_s); // one's own words
    list(3, vera.id, u"hear me"_s);
    QCOMPARE(place(chat).preview, hiddenMessageWords());
    block(vera, false);
    QCOMPARE(place(chat).preview, u"hear me"_s);
}

void tst_PeopleStore::aLineThatIsOnlyListedIsKnownByItsName()
{
    member(vera);
    Message listed = fromVera(9, u"hear me"_s);
    listed.senderId = {};
    s->stores.groups.take(summaryOf(rowing, u"Rowing"_s, listed), false, s->changes);
    QCOMPARE(place().preview, u"hear me"_s);
    block({vera.id, {}, {}});
    QCOMPARE(place().preview, hiddenMessageWords());
}

void tst_PeopleStore::nobodyIsWrittenToWhomOneHasBlocked()
{
    s->stores.conversations.introduce(fixtureChat(), u"Iris"_s, {}, s->changes);
    QCOMPARE(writeBar(place(fixtureChat())), WriteBar::None);
    block({fixtureOther, {}, {}});
    QCOMPARE(writeBar(place(fixtureChat())), WriteBar::Blocked);
    QCOMPARE(writeBar(place()), WriteBar::None);
}

void tst_PeopleStore::aChangeIsToldWithThePlacesThatItConcerns()
{
    s->take(pageOf({fromVera(2, u"hear me"_s)}), rowing);
    s->changes = {};
    block(vera);
    QVERIFY(s->changes.people);
    QVERIFY(s->changes.threads.contains(rowing));
    QVERIFY(s->changes.conversations.contains(rowing));
    QVERIFY(s->changes.conversations.contains(ConversationId::direct(fixtureMe, vera.id)));
}

void tst_PeopleStore::whatDoesNotChangeIsNotTold()
{
    block(vera);
    s->changes = {};
    block(vera);
    s->stores.people.takeBlocks({vera.id}, 7, s->changes);
    block(noor, false);
    QVERIFY(s->changes.isEmpty());
}

SKEIN_TEST(tst_PeopleStore)

} // namespace peopleStoreTest

#include "tst_PeopleStore.moc"
