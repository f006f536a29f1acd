// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoWorld.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoWorldTest {

using Cursor = DemoWorld::Cursor;

namespace {

constexpr qint64 start = 1'760'000'000'000;

QStringList textsOf(const QList<DemoMessage>& messages)
{
    QStringList texts;
    for (const DemoMessage& message : messages)
        texts.append(message.text);
    return texts;
}

} // namespace

class tst_DemoWorld : public QObject {
    Q_OBJECT

private slots:
    void init();
    void conversationIdPutsTheSmallerNumberFirst();
    void idsTellTheSecondAndAreUniqueWithinOneMillisecond();
    void messagesOfOneSecondKeepTheirOrder();
    void pagesFollowTheirCursor();
    void cursorsOfGoneMessagesWorkByValue();
    void countIsTheLifetimeTotal();
    void guidIsRememberedForOneMinuteAndPerSender();
    void sendRefusesWhatTheServiceRefuses_data();
    void sendRefusesWhatTheServiceRefuses();
    void tooManySendsBanTheSender();
    void deletingLeavesATombstoneAndAppendsASystemRow();
    void onlyTheSenderDeletes();
    void readHeadMovesOnlyForward();
    void chatsAreSortedByActivityAndEndEmpty();
    void firstSendOpensTheChat();
    void selfChatWorks();
    void editsKeepTheIdAndAppendASystemRow();
    void bulkInsertKeepsTheOrderOfIds();

private:
    [[nodiscard]] QString send(const QString& user, const QString& guid);

    qint64 m_now = start;
    std::unique_ptr<DemoWorld> m_world;
    const QString m_me = u"1001"_s;
    const QString m_rin = u"20450"_s;
    const QString m_pair = u"1001+20450"_s;
};

void tst_DemoWorld::init()
{
    m_now = start;
    m_world = std::make_unique<DemoWorld>(DemoPerson{m_me, u"Mara"_s, {}},
        QList<DemoPerson>{{m_rin, u"Rin"_s, {}}, {u"987"_s, u"Tobias"_s, {}}},
        [this] { return m_now; });
}

QString tst_DemoWorld::send(const QString& user, const QString& guid)
{
    const QString other = user == m_me ? m_rin : m_me;
    const auto sent = m_world->send(user, {guid, other, u"hi"_s, {}});
    return sent ? sent->id : QString::number(sent.error().status);
}

void tst_DemoWorld::conversationIdPutsTheSmallerNumberFirst()
{
    QCOMPARE(DemoWorld::conversationOf(u"1001000"_s, u"987654"_s), u"987654+1001000"_s);
    QCOMPARE(DemoWorld::conversationOf(u"987"_s, u"1001"_s), u"987+1001"_s);
}

void tst_DemoWorld::idsTellTheSecondAndAreUniqueWithinOneMillisecond()
{
    const QString first = m_world->say(m_me, m_rin, u"a"_s);
    const QString second = m_world->say(m_rin, m_me, u"b"_s);
    QCOMPARE(first.size(), 18);
    QCOMPARE(first.left(10), u"1760000000"_s);
    QVERIFY(DemoWorld::idLess(first, second));
    QCOMPARE(m_world->messages(m_pair).last().createdAt, 1'760'000'000);
}

void tst_DemoWorld::messagesOfOneSecondKeepTheirOrder()
{
    for (int i = 0; i < 50; ++i)
        m_world->say(m_me, m_rin, QString::number(i));
    const auto messages = m_world->messages(m_pair);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(messages.at(i).text, QString::number(i));
        QCOMPARE(messages.at(i).createdAt, 1'760'000'000);
    }
}

void tst_DemoWorld::pagesFollowTheirCursor()
{
    QStringList ids;
    for (int i = 0; i < 10; ++i)
        ids.append(m_world->say(m_me, m_rin, QString::number(i)));
    const auto texts = [&](Cursor cursor, const QString& id, int limit) {
        return textsOf(m_world->page(m_me, m_rin, cursor, id, limit).messages);
    };
    QCOMPARE(texts(Cursor::Newest, {}, 3), QStringList({u"9"_s, u"8"_s, u"7"_s}));
    QCOMPARE(texts(Cursor::Before, ids.at(4), 3), QStringList({u"3"_s, u"2"_s, u"1"_s}));
    // since_id skips the middle: the NEWEST three of those newer than 2.
    QCOMPARE(texts(Cursor::Since, ids.at(2), 3), QStringList({u"9"_s, u"8"_s, u"7"_s}));
    QCOMPARE(texts(Cursor::After, ids.at(2), 3), QStringList({u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(texts(Cursor::Before, ids.first(), 3), QStringList());
    QCOMPARE(texts(Cursor::After, ids.last(), 3), QStringList());
}

void tst_DemoWorld::cursorsOfGoneMessagesWorkByValue()
{
    m_world->say(m_me, m_rin, u"a"_s);
    const QString gone = m_world->say(m_me, m_rin, u"b"_s);
    m_world->say(m_me, m_rin, u"c"_s);
    QVERIFY(m_world->vanish(m_pair, gone));
    const auto before = m_world->page(m_me, m_rin, Cursor::Before, gone, 9);
    const auto after = m_world->page(m_me, m_rin, Cursor::After, gone, 9);
    QCOMPARE(textsOf(before.messages), QStringList(u"a"_s));
    QCOMPARE(textsOf(after.messages), QStringList(u"c"_s));
}

void tst_DemoWorld::countIsTheLifetimeTotal()
{
    const QString first = m_world->say(m_me, m_rin, u"a"_s);
    const QString second = m_world->say(m_me, m_rin, u"b"_s);
    QVERIFY(m_world->erase(m_pair, first)); // stays as a tombstone, and a system row comes
    QVERIFY(m_world->vanish(m_pair, second));
    const auto page = m_world->page(m_me, m_rin, Cursor::Newest, {}, 1);
    QCOMPARE(page.messages.size(), 1);
    QCOMPARE(page.count, 3);
}

void tst_DemoWorld::guidIsRememberedForOneMinuteAndPerSender()
{
    QVERIFY(send(m_me, u"g"_s).size() == 18);
    QCOMPARE(send(m_me, u"g"_s), u"409"_s);
    QVERIFY(send(m_rin, u"g"_s).size() == 18);
    m_now += 59'999;
    QCOMPARE(send(m_me, u"g"_s), u"409"_s);
    m_now += 1;
    QVERIFY(send(m_me, u"g"_s).size() == 18); // a duplicate, as the real service makes one
    QCOMPARE(m_world->messages(m_pair).size(), 3);
}

void tst_DemoWorld::sendRefusesWhatTheServiceRefuses_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("stranger") << u"424242"_s << u"hi"_s << false;
    QTest::newRow("empty") << m_rin << QString() << false;
    QTest::newRow("white") << m_rin << u" \n "_s << false;
    QTest::newRow("1000 units") << m_rin << QString(1000, u'x') << true;
    QTest::newRow("1001 units") << m_rin << QString(1001, u'x') << false;
    QTest::newRow("500 astral emoji are 1000 units") << m_rin << u"😀"_s.repeated(500) << true;
    QTest::newRow("501 are too many") << m_rin << u"😀"_s.repeated(501) << false;
}

void tst_DemoWorld::sendRefusesWhatTheServiceRefuses()
{
    QFETCH(QString, recipient);
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    const auto sent = m_world->send(m_me, {u"g"_s, recipient, text, {}});
    QCOMPARE(sent.has_value(), accepted);
    if (!accepted)
        QCOMPARE(sent.error().status, 400);
}

void tst_DemoWorld::tooManySendsBanTheSender()
{
    m_world->setBanAfter(3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(send(m_me, QString::number(i)).size() == 18);
    QCOMPARE(send(m_me, u"x"_s), u"403"_s);
    m_now += 3'600'000;
    QCOMPARE(send(m_me, u"y"_s), u"403"_s); // a ban does not pass by itself
    m_world->setBanned(m_me, false);
    QVERIFY(send(m_me, u"z"_s).size() == 18);
    QVERIFY(send(m_rin, u"z"_s).size() == 18);
}

void tst_DemoWorld::deletingLeavesATombstoneAndAppendsASystemRow()
{
    const QString id = m_world->say(m_me, m_rin, u"oops"_s, {QJsonObject{{u"type"_s, u"x"_s}}});
    m_now += 5'000;
    QVERIFY(m_world->remove(m_me, m_pair, id).has_value());
    const auto messages = m_world->messages(m_pair);
    QCOMPARE(messages.size(), 2);
    const DemoMessage& tombstone = messages.first();
    QCOMPARE(tombstone.id, id);
    QCOMPARE(tombstone.text, u"This message was deleted"_s);
    QCOMPARE(tombstone.deletedAt, 1'760'000'005);
    QCOMPARE(tombstone.deletionActor, u"sender"_s);
    QVERIFY(tombstone.attachments.isEmpty());
    const DemoMessage& row = messages.last();
    QVERIFY(row.isSystem());
    QVERIFY(row.id != id);
    QCOMPARE(row.event.value(u"type"_s).toString(), u"message.deleted"_s);
    QCOMPARE(row.event.value(u"data"_s)[u"message_id"_s].toString(), id);
    QCOMPARE(m_world->remove(m_me, m_pair, id).error().status, 404); // already gone
}

void tst_DemoWorld::onlyTheSenderDeletes()
{
    const QString theirs = m_world->say(m_rin, m_me, u"mine"_s);
    QCOMPARE(m_world->remove(m_me, m_pair, theirs).error().status, 403);
    QCOMPARE(m_world->remove(u"987"_s, m_pair, theirs).error().status, 404); // not in this chat
    QCOMPARE(m_world->remove(m_me, u"20450+1001"_s, theirs).error().status, 404); // wrong order
    QCOMPARE(m_world->remove(m_me, m_pair, u"176000000000000001"_s).error().status, 404);
    QCOMPARE(m_world->messages(m_pair).size(), 1);
}

void tst_DemoWorld::readHeadMovesOnlyForward()
{
    const QString older = m_world->say(m_rin, m_me, u"a"_s);
    const QString newer = m_world->say(m_rin, m_me, u"b"_s);
    QCOMPARE(m_world->read(m_me, m_pair, newer)->messageId, newer);
    m_now += 9'000;
    const auto again = m_world->read(m_me, m_pair, older);
    QCOMPARE(again->messageId, newer);
    QCOMPARE(again->readAt, 1'760'000'009); // only the time is refreshed
    QCOMPARE(m_world->read(m_me, m_pair, u"176"_s).error().status, 400);
    QCOMPARE(m_world->read(m_me, u"987+1001"_s, newer).error().status, 404);
    const auto received = m_world->receiptsReceived();
    QCOMPARE(received.size(), 2);
    QCOMPARE(received.last().messageId, older);
    QCOMPARE(m_world->readPositions(m_me).size(), 1);
    QVERIFY(m_world->readPositions(m_rin).isEmpty());
}

void tst_DemoWorld::chatsAreSortedByActivityAndEndEmpty()
{
    m_world->say(m_rin, m_me, u"old"_s);
    m_now += 10'000;
    m_world->say(u"987"_s, m_me, u"new"_s);
    const auto rows = m_world->chats(m_me, 1, 20);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().other.id, u"987"_s);
    QCOMPARE(rows.first().unread, 1);
    QCOMPARE(m_world->chats(m_me, 2, 1).first().other.id, m_rin);
    QVERIFY(m_world->chats(m_me, 3, 1).isEmpty());
    QCOMPARE(m_world->chats(m_rin, 1, 20).first().other.id, m_me);
}

void tst_DemoWorld::firstSendOpensTheChat()
{
    QVERIFY(!m_world->chat(m_me, m_pair));
    QVERIFY(m_world->page(m_me, m_rin, Cursor::Newest, {}, 9).messages.isEmpty());
    QVERIFY(send(m_me, u"g"_s).size() == 18);
    QCOMPARE(m_world->chat(m_me, m_pair)->count, 1);
    QVERIFY(!m_world->chat(u"987"_s, m_pair));
}

void tst_DemoWorld::selfChatWorks()
{
    QVERIFY(m_world->send(m_me, {u"g"_s, m_me, u"note"_s, {}}).has_value());
    QCOMPARE(m_world->chat(m_me, u"1001+1001"_s)->other.id, m_me);
    QCOMPARE(m_world->page(m_me, m_me, Cursor::Newest, {}, 9).messages.size(), 1);
}

void tst_DemoWorld::editsKeepTheIdAndAppendASystemRow()
{
    const QString id = m_world->say(m_rin, m_me, u"tpyo"_s);
    m_now += 4'000;
    QVERIFY(m_world->edit(m_pair, id, u"typo"_s));
    const auto messages = m_world->messages(m_pair);
    QCOMPARE(messages.first().text, u"typo"_s);
    QCOMPARE(messages.first().updatedAt, 1'760'000'004);
    QCOMPARE(messages.last().event.value(u"type"_s).toString(), u"message.update"_s);
    QVERIFY(!m_world->edit(m_pair, u"1"_s, u"nothing there"_s));
}

void tst_DemoWorld::bulkInsertKeepsTheOrderOfIds()
{
    QList<DemoMessage> rows;
    for (int i = 0; i < 3000; ++i) {
        DemoMessage row{.createdAt = 1'700'000'000 + i / 3, .senderId = i % 2 ? m_me : m_rin};
        row.text = QString::number(i);
        rows.append(row);
    }
    const QStringList ids = m_world->insert(m_pair, rows);
    QVERIFY(std::ranges::is_sorted(ids, &DemoWorld::idLess));
    const auto held = m_world->messages(m_pair);
    QCOMPARE(held.size(), 3000);
    QCOMPARE(held.at(1500).text, u"1500"_s);
    QCOMPARE(held.at(1).recipientId, m_rin);
    QCOMPARE(held.at(1).name, u"Mara"_s);
}

SKEIN_TEST(tst_DemoWorld)

} // namespace demoWorldTest

#include "tst_DemoWorld.moc"
