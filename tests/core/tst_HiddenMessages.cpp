// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The messages of blocked people in a group's thread.

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace hiddenMessagesTest {

namespace {

const auto rowing = ConversationId::group(u"55501"_s);
const Person vera{{u"333"_s}, u"Vera Moss"_s, {}};

Message fromVera(int n, const QString& text)
{
    Message message = receivedMessage(n, text);
    message.senderId = vera.id;
    message.senderName = vera.name;
    message.avatarUrl = u"https://i.groupme.com/v"_s;
    message.reactions = {{u"\u2764"_s, 0, 0, {fixtureMe}}};
    return message;
}

Message replyTo(int n, int target)
{
    Message message = receivedMessage(n, u"an answer"_s);
    message.attachments
        = {readAttachment({{u"type"_s, u"reply"_s}, {u"reply_id"_s, fixtureId(target).value}})};
    return message;
}

} // namespace

class tst_HiddenMessages : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ThreadFixture>(); }
    void cleanup() { m.reset(); }

    void onlyTheirPlaceIsLeft();
    void inADirectChatNothingIsHidden();
    void whatTheyDeletedOrTheSystemSaysIsNot();
    void aQuoteOfThemDoesNotSayTheirWords();
    void oneIsShownUntilTheThreadIsLeft();
    void blockingAndUnblockingTouchTheirRowsOnly();
    void whatIsHeardIsThatItIsHidden();

private:
    void show(const QList<Message>& messages, const ConversationId& id = rowing)
    {
        m->take(pageOf(messages, true), id);
        m->open(id);
    }
    void block(bool isBlocked = true)
    {
        m->change([=](Stores& stores, Changes& changes) {
            stores.people.setBlocked(vera, isBlocked, changes);
        });
    }
    std::unique_ptr<ThreadFixture> m;
};

void tst_HiddenMessages::onlyTheirPlaceIsLeft()
{
    block();
    show({receivedMessage(1), fromVera(2, u"hear me"_s), receivedMessage(3)});
    QCOMPARE(m->numbers(), (QList{1, 2, 3}));
    const ThreadRow& row = m->row(2);
    QVERIFY(row.isHidden);
    Message place;
    place.id = fixtureId(2);
    place.createdAt = receivedMessage(2).createdAt;
    place.senderId = vera.id;
    place.senderType = receivedMessage(2).senderType;
    QCOMPARE(row.message, place);
    QVERIFY(!m->row(1).isHidden);
}

void tst_HiddenMessages::inADirectChatNothingIsHidden()
{
    block();
    const auto chat = ConversationId::direct(fixtureMe, vera.id);
    show({fromVera(2, u"hear me"_s)}, chat);
    QVERIFY(!m->row(2).isHidden);
    QCOMPARE(m->row(2).message.text, u"hear me"_s);
}

void tst_HiddenMessages::whatTheyDeletedOrTheSystemSaysIsNot()
{
    block();
    Message deleted = fromVera(2, u"hear me"_s);
    deleted.deletedAt = deleted.createdAt;
    show({deleted, systemMessage(3, u"membership.announce.joined"_s, {}, u"Vera has joined"_s)});
    QVERIFY(!m->row(2).isHidden);
    QVERIFY(!m->row(3).isHidden);
}

void tst_HiddenMessages::aQuoteOfThemDoesNotSayTheirWords()
{
    block();
    show({fromVera(2, u"hear me"_s), replyTo(3, 2)});
    const Quote quote = m->row(3).quote.value();
    QVERIFY(quote.isHidden);
    QCOMPARE(quote.words, hiddenMessageWords());
    QVERIFY(quote.senderName.isEmpty());
    m->model.showHidden(fixtureId(2));
    m->quiet();
    QCOMPARE(m->row(3).quote->words, u"hear me"_s);
}

void tst_HiddenMessages::oneIsShownUntilTheThreadIsLeft()
{
    block();
    show({fromVera(2, u"hear me"_s), fromVera(4, u"and me"_s)});
    m->rows.clear();
    m->model.showHidden(fixtureId(2));
    m->quiet();
    QCOMPARE(m->row(2).message.text, u"hear me"_s);
    QVERIFY(m->row(4).isHidden);
    QVERIFY(!m->rows.anyButChanges());
    m->open(fixtureChat());
    m->open(rowing);
    QVERIFY(m->row(2).isHidden);
}

void tst_HiddenMessages::blockingAndUnblockingTouchTheirRowsOnly()
{
    show({receivedMessage(1), fromVera(2, u"hear me"_s), receivedMessage(3)});
    m->rows.clear();
    block();
    QVERIFY(m->row(2).isHidden);
    block(false);
    QCOMPARE(m->row(2).message.text, u"hear me"_s);
    QVERIFY(!m->rows.anyButChanges());
    QCOMPARE(m->rows.changed.count(), 2);
}

void tst_HiddenMessages::whatIsHeardIsThatItIsHidden()
{
    block();
    show({fromVera(2, u"hear me"_s)});
    const QString spoken = m->model.index(m->at(2)).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.startsWith(hiddenRowWords()));
    QVERIFY(!spoken.contains(u"Vera"_s) && !spoken.contains(u"hear"_s));
    QVERIFY(!spoken.contains(u"Unknown"_s));
}

SKEIN_TEST(tst_HiddenMessages)

} // namespace hiddenMessagesTest

#include "tst_HiddenMessages.moc"
