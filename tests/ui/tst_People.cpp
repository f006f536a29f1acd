// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/PeopleListModel.h"
#include "core/platform/NotificationSettings.h"
#include "core/sync/Blocks.h"
#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"
#include "ui/chats/FoundList.h"
#include "ui/keys/Commands.h"
#include "ui/people/NewMessageDialog.h"
#include "ui/people/PeopleSection.h"
#include "ui/people/PersonCard.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/theme/Question.h"
#include "ui/thread/MessageList.h"

#include <QLineEdit>
#include <QPushButton>

using namespace skein;
using namespace Qt::StringLiterals;

namespace peopleTest {

namespace {

const QString ben = u"20001"_s; // the one who writes in the groups, and has a chat
const QString dora = u"30001"_s; // a contact without a chat
const QString blocksPlace = u"/v3/blocks"_s;

} // namespace

// What a person does about other people, from the window to the service and back.
class tst_People : public GroupWindow {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { end(); }
    void aNewMessageGoesToWhoIsFoundByTyping();
    void theFirstMessageStartsTheChat();
    void contactsThatCannotBeAskedForAreSaidSo();
    void nobodyOfThatNameIsSaid();
    void theSearchFindsPeopleWithoutAChat();
    void blockingIsAskedAboutAndShutsTheField();
    void aBlockIsTakenBackFromTheField();
    void aRefusedBlockIsSaidInWords();
    void theCardBlocksAndUnblocks();
    void inAGroupTheirMessagesAreOneLineUntilShown();
    void blockedPeopleAreListedInTheSettings();
    void whoIsHeardInQuietHoursIsChosenOnTheirCardAndListedInTheSettings();
    void aListThatCannotBeAskedForIsTriedAgain();
    void theKeyboardGoesToTheNextInTheList();
    void whoHasBlockedOneIsNotWrittenTo();
    void aMessageRequestIsShownAsOne();
    void aMessageRequestIsAcceptedByAButton();
    void nobodyIsToldOfWhatABlockedPersonWrites();

private:
    void give(Command command);
    void openRequest();
    void block(const QString& user);
    PersonCard* cardOf(const QString& user);
    QLineEdit& search() { return *named<QLineEdit>(u"Search chats"_s); }
    MessageList& messages() { return *m_window->findChild<MessageList*>(); }
    NewMessageDialog* newMessage();
};

void tst_People::init()
{
    begin();
    m_world->service.contacts = {{dora, u"Dora Finch"_s}, {u"30002"_s, u"Emil Stone"_s}};
}

NewMessageDialog* tst_People::newMessage()
{
    press(*m_window, u"New message"_s);
    m_world->settle();
    return opened<NewMessageDialog>();
}

void tst_People::block(const QString& user)
{
    const auto done = m_account->blocks.block({{user}, u"Person "_s + user, {}});
    m_world->settle();
    QVERIFY(done.result().has_value());
}

PersonCard* tst_People::cardOf(const QString& user)
{
    pick(chats(), u"Person "_s + user);
    press(*m_window, u"Details"_s);
    m_world->settle();
    return opened<PersonCard>();
}

void tst_People::aNewMessageGoesToWhoIsFoundByTyping()
{
    auto* dialog = newMessage();
    QVERIFY(dialog);
    auto* list = named<QListView>(u"People"_s);
    QTRY_VERIFY(titles(*list).contains(u"Dora Finch"_s));
    QVERIFY(titles(*list).contains(u"Emil Stone"_s));
    auto* field = named<QLineEdit>(u"Write to"_s);
    QTest::keyClicks(field, u"FI do"_s);
    QCOMPARE(titles(*list), QStringList{u"Dora Finch"_s});
    QTest::keyClick(field, Qt::Key_Return);
    m_world->settle();
    QVERIFY(!opened<NewMessageDialog>());
    QCOMPARE(inFront(), chatWith(dora));
    QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget*>(&this->field()));
}

void tst_People::theFirstMessageStartsTheChat()
{
    auto* dialog = newMessage();
    QTRY_VERIFY(titles(*named<QListView>(u"People"_s)).contains(u"Dora Finch"_s));
    emit dialog->chosen({{dora}, u"Dora Finch"_s, {}});
    m_world->settle();
    QVERIFY(m_world->service.history(dora).isEmpty());
    field().setPlainText(u"hello Dora"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    m_world->settle();
    QCOMPARE(m_world->service.texts(dora), QStringList{u"hello Dora"_s});
    QCOMPARE(m_world->asked(HttpRequest::Method::Get, u"/v3/blocks/between"_s), 1);
}

void tst_People::contactsThatCannotBeAskedForAreSaidSo()
{
    m_world->service.offline = true;
    auto* dialog = newMessage();
    QTRY_VERIFY(shows(*dialog, u"cannot be reached"_s));
    m_world->service.offline = false;
    press(*dialog, u"Try again"_s);
    m_world->settle();
    QTRY_VERIFY(titles(*named<QListView>(u"People"_s)).contains(u"Emil Stone"_s));
    QVERIFY(!shows(*dialog, u"cannot be reached"_s));
}

void tst_People::nobodyOfThatNameIsSaid()
{
    auto* dialog = newMessage();
    QTest::keyClicks(named<QLineEdit>(u"Write to"_s), u"zzz"_s);
    QVERIFY(shows(*dialog, u"Nobody has that name."_s));
    QTest::keyClick(named<QLineEdit>(u"Write to"_s), Qt::Key_Return);
    QVERIFY(opened<NewMessageDialog>());
}

void tst_People::theSearchFindsPeopleWithoutAChat()
{
    m_account->contacts.refresh();
    m_world->settle();
    QTest::keyClicks(&search(), u"dora"_s);
    auto& found = *named<FoundList>(u"Also found"_s);
    QCOMPARE(found.count(), 1);
    found.choose(0);
    m_world->settle();
    QCOMPARE(inFront(), chatWith(dora));
    QTest::keyClicks(&search(), u"person 20001"_s);
    QCOMPARE(found.count(), 0); // it stands among the chats
}

void tst_People::blockingIsAskedAboutAndShutsTheField()
{
    pick(chats(), u"Person 20001"_s);
    choose(chatWith(ben), u"Block\u2026"_s);
    auto* question = opened<Question>();
    QVERIFY(question);
    QVERIFY(shows(*question, u"Block Person 20001?"_s));
    QVERIFY(m_world->service.blocked.isEmpty());
    press(*question, u"Block"_s);
    m_world->settle();
    QCOMPARE(m_world->service.blocked, QStringList{ben});
    QTRY_VERIFY(shows(u"You have blocked Person 20001."_s));
    QVERIFY(!field().isVisible());
}

void tst_People::aBlockIsTakenBackFromTheField()
{
    block(ben);
    pick(chats(), u"Person 20001"_s);
    QTRY_VERIFY(shows(u"You have blocked"_s));
    press(*m_window, u"Unblock"_s);
    m_world->settle();
    QVERIFY(m_world->service.blocked.isEmpty());
    QTRY_VERIFY(field().isVisible());
    QVERIFY(!shows(u"You have blocked"_s));
}

void tst_People::aRefusedBlockIsSaidInWords()
{
    m_world->service.failNext(HttpRequest::Method::Post, blocksPlace,
        {FakeService::Fault::BeforeTheWork, FakeTransport::failure(403)});
    pick(chats(), u"Person 20001"_s);
    choose(chatWith(ben), u"Block\u2026"_s);
    press(*opened<Question>(), u"Block"_s);
    m_world->settle();
    QTRY_VERIFY(shows(u"Person 20001 is not blocked."_s));
    QTRY_VERIFY(field().isVisible());
}

void tst_People::theCardBlocksAndUnblocks()
{
    auto* card = cardOf(ben);
    QVERIFY(card);
    QVERIFY(!shows(*card, u"You have blocked this person"_s));
    press(*card, u"Block this person"_s);
    QVERIFY(opened<Question>());
    QCOMPARE(opened<Question>()->parentWidget(), card); // it gets the keyboard back
    press(*opened<Question>(), u"Block"_s);
    m_world->settle();
    QCOMPARE(m_world->service.blocked, QStringList{ben});
    QTRY_VERIFY(shows(*card, u"You have blocked this person"_s));
    press(*card, u"Unblock"_s);
    m_world->settle();
    QVERIFY(m_world->service.blocked.isEmpty());
    QTRY_VERIFY(!shows(*card, u"You have blocked this person"_s));
}

void tst_People::inAGroupTheirMessagesAreOneLineUntilShown()
{
    block(ben);
    QTRY_COMPARE(m_account->chats.known(flat)->preview, hiddenMessageWords());
    pick(chats(), u"Flat 12"_s);
    QTRY_COMPARE(messages().model().count(), 1);
    const MessageLayout& line = messages().layoutOf(0);
    QCOMPARE(line.text->text(), hiddenRowWords());
    QCOMPARE(line.buttons.size(), 1);
    QCOMPARE(messages().actionsFor(0), QList{RowAction::ShowOnce});
    messages().setFocus();
    messages().setCurrentRow(0);
    QTest::keyClick(&messages(), Qt::Key_Return);
    m_world->settle();
    QTRY_COMPARE(messages().layoutOf(0).text->text(), u"whose turn is the bin"_s);
    pick(chats(), u"Person 20001"_s);
    pick(chats(), u"Flat 12"_s);
    QTRY_COMPARE(messages().layoutOf(0).text->text(), hiddenRowWords());
}

void tst_People::give(Command command)
{
    QTest::keyClicks(&search(), commandTitle(command));
    auto& found = *named<FoundList>(u"Also found"_s);
    QVERIFY(found.count() > 0);
    found.choose(0);
    m_world->settle();
}

void tst_People::blockedPeopleAreListedInTheSettings()
{
    give(Command::Blocked);
    auto* section = opened<PeopleSection>();
    QVERIFY(section && section->isVisible());
    QVERIFY(shows(*section, u"You have blocked nobody."_s));
    block(ben);
    QTRY_VERIFY(!shows(*section, u"You have blocked nobody."_s));
    press(*section, u"Unblock Person 20001"_s);
    m_world->settle();
    QVERIFY(m_world->service.blocked.isEmpty());
    QTRY_VERIFY(shows(*section, u"You have blocked nobody."_s));
}

void tst_People::whoIsHeardInQuietHoursIsChosenOnTheirCardAndListedInTheSettings()
{
    const auto heard = [this] { return notificationChoices(m_account->settings).quietPeople; };
    auto* card = cardOf(ben);
    QVERIFY(card);
    press(*card, u"Hear of them in quiet hours"_s);
    QCOMPARE(heard(), QSet<UserId>{{ben}});
    card->close();
    give(Command::Settings);
    opened<SettingsDialog>()->showPage(SettingsPage::Notifications);
    m_account->contacts.refresh();
    m_world->settle();
    auto* section = opened<PeopleSection>();
    QVERIFY(section);
    QTRY_VERIFY(shows(*section, u"Person 20001"_s));
    press(*section, u"Remove Person 20001"_s);
    QVERIFY(heard().isEmpty());
    QVERIFY(shows(*section, u"Nobody yet."_s));
}

void tst_People::aListThatCannotBeAskedForIsTriedAgain()
{
    m_world->service.offline = true;
    give(Command::Blocked);
    auto* section = opened<PeopleSection>();
    QTRY_VERIFY(shows(*section, u"cannot be reached"_s));
    m_world->service.offline = false;
    m_world->service.blocked = {ben};
    press(*section, u"Try again"_s);
    m_world->settle();
    QTRY_VERIFY(!shows(*section, u"cannot be reached"_s));
    QTRY_VERIFY(shows(*section, u"They cannot send you direct messages."_s));
}

void tst_People::theKeyboardGoesToTheNextInTheList()
{
    PeopleSection section(
        {.nobody = {}, .meaning = {}, .remove = u"Unblock"_s, .removeName = u"Unblock %1"_s});
    const QList<Person> all{{{u"1"_s}, u"Ada"_s, {}}, {{u"2"_s}, {}, {}}, {{u"3"_s}, u"Cy"_s, {}}};
    section.present(all, {});
    section.show();
    QVERIFY(QTest::qWaitForWindowExposed(&section));
    section.activateWindow();
    const auto buttonOf = [&](const QString& name) {
        for (auto* button : section.findChildren<QPushButton*>()) {
            if (button->accessibleName() == name && button->isVisibleTo(&section))
                return button;
        }
        return static_cast<QPushButton*>(nullptr);
    };
    QVERIFY(buttonOf(u"Unblock Unknown"_s));
    buttonOf(u"Unblock Unknown"_s)->setFocus();
    section.present({all.at(0), all.at(2)}, {});
    QCOMPARE(section.focusWidget(), buttonOf(u"Unblock Cy"_s));
    section.present({all.at(0)}, {});
    QCOMPARE(section.focusWidget(), buttonOf(u"Unblock Ada"_s));
}

void tst_People::whoHasBlockedOneIsNotWrittenTo()
{
    m_world->service.blockers = {dora};
    auto* dialog = newMessage();
    QTRY_VERIFY(titles(*named<QListView>(u"People"_s)).contains(u"Dora Finch"_s));
    emit dialog->chosen({{dora}, u"Dora Finch"_s, {}});
    m_world->settle();
    QTRY_VERIFY(shows(u"GroupMe does not let you write to Dora Finch."_s));
    QVERIFY(!field().isVisible());
    dialog->close();
    pick(chats(), u"Person 20001"_s);
    QTRY_VERIFY(field().isVisible());
}

void tst_People::openRequest()
{
    m_world->now([](Stores& stores, Changes& changes) {
        ConversationSummary told{.id = chatWith(ben), .title = u"Person 20001"_s};
        told.requiresApproval = true;
        stores.conversations.takeSummary(told, false, changes);
        return true;
    });
    pick(chats(), u"Person 20001"_s);
}

void tst_People::aMessageRequestIsAcceptedByAButton()
{
    openRequest();
    QTRY_VERIFY(shows(u"Person 20001 would like to write to you."_s));
    const QString place = u"/v3/chats/1001%2B20001/approve"_s;
    m_world->network().expect(
        HttpRequest::Method::Post, place, FakeTransport::json(QJsonValue::Null));
    press(*m_window, u"Accept"_s);
    m_world->settle();
    QCOMPARE(m_world->asked(HttpRequest::Method::Post, place), 1);
    QTRY_VERIFY(!shows(u"Message request"_s));
    QVERIFY(!shows(u"would like to write to you"_s));
}

void tst_People::aMessageRequestIsShownAsOne()
{
    openRequest();
    QTRY_VERIFY(shows(u"Message request"_s));
    const QString spoken = chats().currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"Message request: hello"_s));
    QVERIFY(field().isVisible());
}

void tst_People::nobodyIsToldOfWhatABlockedPersonWrites()
{
    block(ben);
    hear(flat, u"hear me"_s);
    QVERIFY(m_account->notifier.shown.isEmpty());
    QCOMPARE(m_account->chats.known(flat)->unread, 0);
    const auto done = m_account->blocks.unblock({{ben}, {}, {}});
    m_world->settle();
    QVERIFY(done.result().has_value());
    hear(flat, u"and now"_s);
    QVERIFY(!m_account->notifier.shown.isEmpty());
}

SKEIN_TEST(tst_People)

} // namespace peopleTest

#include "tst_People.moc"
