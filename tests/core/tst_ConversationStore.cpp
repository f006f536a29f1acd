// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>
#include <QTranslator>

using namespace skein;
using namespace Qt::StringLiterals;

namespace conversationStoreTest {

namespace {

QString at(int n) { return positionOf(receivedMessage(n)); }

/// A language in which every word is said between brackets.
class Bracketed : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* words, const char*, int) const override
    {
        return u'[' + QString::fromUtf8(words) + u']';
    }
};

} // namespace

class tst_ConversationStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<StoreFolder>(), m_open = m_folder->open(); }
    void cleanup() { m_open.reset(), m_folder.reset(); }

    void aListedConversationBecomesARow();
    void theSameRowAgainTellsNothingNew();
    void whatTheFirstListShowsCountsAsRead();
    void aConversationThatStartsLaterIsUnread();
    void aDraftBeforeTheFirstListDoesNotMakeItUnread();
    void certainWordsReplaceTheAssumptionOnceEvenBackwards();
    void theListsOwnReadPositionIsCertain();
    void anOldIdThatTellsNoTimeMovesNoHead();
    void anOldReadIdIsFoundAmongWhatIsKnown();
    void aGuessedHeadFindsItsPlaceWhenItsMessageComes();
    void headsNeverMoveBack();
    void aListThatLagsNeverLowersTheNewest();
    void theThreadKnowsBetterThanTheList();
    void aNewerListedMessageMakesItStale();
    void whatNeverComesIsGivenUpAfterAFewTries();
    void whatCameIsNoLongerStale();
    void anOwnMessageThatLandedMayHideOthersUntilAPageReachesIt();
    void whoseThePreviewIs_data();
    void whoseThePreviewIs();
    void thePreviewIsSaidInTheLanguageOfWhoReadsIt_data();
    void thePreviewIsSaidInTheLanguageOfWhoReadsIt();
    void thePreviewIsSeenWhenTheOtherSideHasReadIt();
    void thePlaceIsKeptOverARestart();
    void anUnknownConversationIsEmptyEverywhere();
    void aRowOfASpoiledKeyIsLeftOut();
    void nothingIsUnreadLessThanNotAtAll();

private:
    [[nodiscard]] ConversationStore& chats() { return m_open->stores.conversations; }
    [[nodiscard]] Conversation row(int n = 0)
    {
        return chats().one(fixtureChat(n)).value_or(Conversation{});
    }
    bool list(const std::optional<Message>& newest, bool firstSync = false, int n = 0)
    {
        return chats().takeSummary(
            summaryOf(fixtureChat(n), u"Iris Adams"_s, newest), firstSync, m_open->changes);
    }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<OpenStores> m_open;
};

void tst_ConversationStore::aListedConversationBecomesARow()
{
    QVERIFY(list(receivedMessage(5, u"hello"_s)));
    QCOMPARE(row().title, u"Iris Adams"_s);
    QCOMPARE(row().preview, u"hello"_s);
    QCOMPARE(row().newestId, fixtureId(5));
    QCOMPARE(row().lastActivity, receivedMessage(5).createdAt);
    QVERIFY(list(std::nullopt, false, 1)); // nobody has written yet: a row all the same
    QCOMPARE(chats().all().size(), 2);
    QVERIFY(m_open->changes.conversations.contains(fixtureChat(1)));
}

void tst_ConversationStore::theSameRowAgainTellsNothingNew()
{
    QVERIFY(list(receivedMessage(5)));
    m_open->changes = {};
    QVERIFY(!list(receivedMessage(5)));
    QVERIFY(m_open->changes.isEmpty());
    m_open->take(pageOf(receivedMessages(1, 5)));
    m_open->changes = {};
    QVERIFY(!list(receivedMessage(5)));
    QVERIFY(m_open->changes.isEmpty());
}

void tst_ConversationStore::whatTheFirstListShowsCountsAsRead()
{
    list(receivedMessage(5), true);
    m_open->take(pageOf(receivedMessages(1, 5)));
    QCOMPARE(row().unread, 0);
    m_open->takeOne(receivedMessage(6));
    QCOMPARE(row().unread, 1);
}

void tst_ConversationStore::aConversationThatStartsLaterIsUnread()
{
    list(receivedMessage(1), true);
    list(receivedMessage(5), false, 1);
    QCOMPARE(chats().stale(), QList{fixtureChat(1)});
    m_open->take(pageOf(receivedMessages(4, 5)), fixtureChat(1));
    QCOMPARE(row(1).unread, 2);
}

void tst_ConversationStore::aDraftBeforeTheFirstListDoesNotMakeItUnread()
{
    m_open->stores.drafts.save(fixtureChat(), draftOf(u"hm"_s), m_open->changes);
    list(receivedMessage(5), true);
    m_open->take(pageOf(receivedMessages(1, 5)));
    QCOMPARE(row().unread, 0);
}

void tst_ConversationStore::certainWordsReplaceTheAssumptionOnceEvenBackwards()
{
    list(receivedMessage(9), true);
    m_open->take(pageOf(receivedMessages(1, 9)));
    chats().raiseRead(fixtureChat(), at(4), true, m_open->changes);
    QCOMPARE(row().unread, 5);
    chats().raiseRead(fixtureChat(), at(2), true, m_open->changes);
    QCOMPARE(row().unread, 5);
    chats().raiseRead(fixtureChat(), at(8), true, m_open->changes);
    QCOMPARE(row().unread, 1);
}

void tst_ConversationStore::theListsOwnReadPositionIsCertain()
{
    auto summary = summaryOf(fixtureChat(), u"Iris Adams"_s, receivedMessage(9));
    summary.lastRead = fixtureId(6);
    chats().takeSummary(summary, true, m_open->changes);
    m_open->take(pageOf(receivedMessages(1, 9)));
    QCOMPARE(row().unread, 3);
}

void tst_ConversationStore::anOldIdThatTellsNoTimeMovesNoHead()
{
    list(receivedMessage(9), true);
    m_open->take(pageOf(receivedMessages(1, 9)));
    chats().raiseRead(fixtureChat(), positionOf(MessageId{u"1234567890"_s}), true, m_open->changes);
    QCOMPARE(row().unread, 0);
    chats().raiseRead(fixtureChat(), {}, true, m_open->changes);
    QCOMPARE(row().unread, 0);
    chats().raiseRead(fixtureChat(), at(7), true, m_open->changes); // still the first certain word
    QCOMPARE(row().unread, 2);
}

void tst_ConversationStore::anOldReadIdIsFoundAmongWhatIsKnown()
{
    Message old = receivedMessage(1);
    old.id = {u"1234567890"_s};
    auto summary = summaryOf(fixtureChat(), u"Iris Adams"_s, old);
    summary.lastRead = old.id;
    chats().takeSummary(summary, false, m_open->changes);
    m_open->take(pageOf({old}));
    QCOMPARE(row().unread, 0);
    m_open->take(pageOf({old}), fixtureChat(1));
    QCOMPARE(row(1).unread, 1);
    summary.id = fixtureChat(1);
    summary.lastMessage = receivedMessage(2);
    chats().takeSummary(summary, false, m_open->changes);
    QCOMPARE(row(1).unread, 0);
}

void tst_ConversationStore::aGuessedHeadFindsItsPlaceWhenItsMessageComes()
{
    QList<Message> page = receivedMessages(1, 9);
    for (Message& each : page)
        each.createdAt -= 100'000'000; // their ids tell another time
    auto summary = summaryOf(fixtureChat(), u"Iris Adams"_s, page.last());
    summary.lastRead = page.at(3).id;
    chats().takeSummary(summary, false, m_open->changes);
    m_open->take(pageOf(page));
    QCOMPARE(row().unread, 5);
    QCOMPARE(chats().heads(fixtureChat()).read, positionOf(page.at(3)));
}

void tst_ConversationStore::headsNeverMoveBack()
{
    m_open->take(pageOf(receivedMessages(1, 9)));
    const auto raise = [this](int n) {
        chats().raiseRead(fixtureChat(), at(n), true, m_open->changes);
        chats().raiseReceipt(fixtureChat(), at(n));
        chats().raiseSeen(fixtureChat(), at(n), m_open->changes);
    };
    raise(5);
    raise(3);
    const ReadHeads heads = chats().heads(fixtureChat());
    QCOMPARE(heads.read, at(5));
    QCOMPARE(heads.receipt, at(5));
    QCOMPARE(heads.seen, at(5));
    m_open->changes = {};
    raise(5);
    QVERIFY(m_open->changes.isEmpty());
}

void tst_ConversationStore::aListThatLagsNeverLowersTheNewest()
{
    m_open->take(pageOf(receivedMessages(1, 9)));
    list(receivedMessage(9));
    m_open->changes = {};
    QVERIFY(!list(receivedMessage(7, u"what the list still shows"_s)));
    QCOMPARE(row().newestId, fixtureId(9));
    QCOMPARE(row().preview, u"message 9"_s);
    QVERIFY(chats().stale().isEmpty());
}

void tst_ConversationStore::theThreadKnowsBetterThanTheList()
{
    Message gone = receivedMessage(9);
    gone.deletedAt = 1'750'000'900;
    m_open->take(pageOf({receivedMessage(8), gone}));
    list(receivedMessage(9, u"deleted since"_s));
    QCOMPARE(row().preview, u"Message deleted"_s);
    m_open->take(pageOf({gone, deletionOf(10, 8)}));
    QCOMPARE(row().preview, u"Message deleted"_s); // not the notice
    QCOMPARE(row().newestId, fixtureId(10));
}

void tst_ConversationStore::aNewerListedMessageMakesItStale()
{
    m_open->take(pageOf(receivedMessages(1, 3)));
    list(receivedMessage(3));
    QVERIFY(chats().stale().isEmpty());
    list(receivedMessage(4));
    list(receivedMessage(9), false, 1);
    QCOMPARE(chats().stale(), (QList{fixtureChat(1), fixtureChat()})); // latest first
    list(receivedMessage(4));
    QCOMPARE(chats().stale().size(), 2);
}

void tst_ConversationStore::whatNeverComesIsGivenUpAfterAFewTries()
{
    list(receivedMessage(4));
    int tries = 0;
    while (!chats().stale().isEmpty() && tries < 50) {
        chats().markCaughtUp(fixtureChat());
        list(receivedMessage(4)); // the list goes on promising it
        ++tries;
    }
    QCOMPARE(tries, 3);
    list(receivedMessage(5));
    QCOMPARE(chats().stale().size(), 1);
}

void tst_ConversationStore::whatCameIsNoLongerStale()
{
    list(receivedMessage(4));
    m_open->take(pageOf(receivedMessages(1, 4)));
    chats().markCaughtUp(fixtureChat());
    QVERIFY(chats().stale().isEmpty());
    chats().markStale(fixtureChat());
    QCOMPARE(chats().stale(), QList{fixtureChat()});
}

void tst_ConversationStore::anOwnMessageThatLandedMayHideOthersUntilAPageReachesIt()
{
    m_open->take(pageOf(receivedMessages(1, 3)));
    m_open->take({.messages = {ownMessage(9)}, .complete = {}, .partial = true});
    list(ownMessage(9)); // of what was said between the list tells nothing
    QCOMPARE(chats().stale(), QList{fixtureChat()});
    m_open->take(pageOf(receivedMessages(3, 5)));
    chats().markCaughtUp(fixtureChat());
    QCOMPARE(chats().stale(), QList{fixtureChat()});
    m_open->take(pageOf({receivedMessage(5), receivedMessage(6), ownMessage(9)}));
    chats().markCaughtUp(fixtureChat());
    QVERIFY(chats().stale().isEmpty());
}

void tst_ConversationStore::whoseThePreviewIs_data()
{
    const auto selfChat = ConversationId::direct(fixtureMe, fixtureMe);
    QTest::addColumn<ConversationId>("id");
    QTest::addColumn<Message>("newest");
    QTest::addColumn<bool>("own");
    QTest::newRow("theirs") << fixtureChat() << receivedMessage(1) << false;
    QTest::newRow("ours") << fixtureChat() << ownMessage(1) << true;
    QTest::newRow("the service's") << fixtureChat() << systemMessage(1) << false;
    QTest::newRow("to oneself") << selfChat << ownMessage(1) << true;
}

void tst_ConversationStore::whoseThePreviewIs()
{
    QFETCH(ConversationId, id);
    QFETCH(Message, newest);
    QFETCH(bool, own);
    chats().takeSummary(summaryOf(id, u"Iris Adams"_s, newest), false, m_open->changes);
    QCOMPARE(chats().one(id)->previewIsOwn, own);
    m_open->take(pageOf({newest}), id); // the thread says the same
    QCOMPARE(chats().one(id)->previewIsOwn, own);
}

void tst_ConversationStore::thePreviewIsSaidInTheLanguageOfWhoReadsIt_data()
{
    QTest::addColumn<Message>("newest");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* type, const QString& said, const QJsonObject& more = {}) {
        Message message = receivedMessage(5);
        message.text.clear();
        QJsonObject attachment = more;
        attachment[u"type"_s] = QString::fromLatin1(type);
        message.attachments = {readAttachment(attachment)};
        QTest::newRow(type) << message << said;
    };
    row("image", u"[Photo]"_s, {{u"url"_s, u"https://i.groupme.com/1x1.png.01234567"_s}});
    row("video", u"[Video]"_s, {{u"url"_s, u"https://v.groupme.com/1"_s}});
    row("file", u"[File]"_s, {{u"file_id"_s, u"f"_s}});
    row("location", u"[Location] \u00b7 The Boathouse"_s,
        {{u"lat"_s, u"1"_s}, {u"lng"_s, u"2"_s}, {u"name"_s, u"The Boathouse"_s}});
    row("poll", u"[Poll]"_s, {{u"poll_id"_s, u"1"_s}});
    row("event", u"[Event]"_s, {{u"event_id"_s, u"1"_s}});
    row("audio", u"[Voice message]"_s);
    row("something new", u"[Attachment]"_s);
    QTest::newRow("words") << receivedMessage(5, u"Photo"_s) << u"Photo"_s;
    Message deleted = receivedMessage(5);
    deleted.deletedAt = 1;
    QTest::newRow("deleted") << deleted << u"[Message deleted]"_s;
    Message happening = systemMessage(5);
    happening.text.clear();
    happening.event = MessageEvent{u"group.call.started"_s, {}};
    QTest::newRow("a happening") << happening << u"[A call began]"_s;
}

void tst_ConversationStore::thePreviewIsSaidInTheLanguageOfWhoReadsIt()
{
    QFETCH(Message, newest);
    list(newest);
    Bracketed other;
    QVERIFY(QCoreApplication::installTranslator(&other));
    QTEST(row().preview, "said");
    m_open->changes = {};
    QVERIFY(!list(newest)); // the same again, whoever says it
    m_open->take(pageOf({newest})); // the thread says the same
    QTEST(row().preview, "said");
}

void tst_ConversationStore::thePreviewIsSeenWhenTheOtherSideHasReadIt()
{
    m_open->take(pageOf({receivedMessage(1), ownMessage(2)}));
    chats().raiseSeen(fixtureChat(), at(1), m_open->changes);
    QVERIFY(!row().previewIsSeen);
    m_open->changes = {};
    chats().raiseSeen(fixtureChat(), at(2), m_open->changes);
    QVERIFY(row().previewIsSeen);
    QVERIFY(m_open->changes.conversations.contains(fixtureChat()));
    QVERIFY(m_open->changes.threads.contains(fixtureChat()));
}

void tst_ConversationStore::thePlaceIsKeptOverARestart()
{
    (void)chats().numberFor(fixtureChat());
    chats().keepPlace(fixtureChat(), {u"m:5"_s, at(5), -17});
    chats().setMeta(u"a"_s, u"b"_s);
    m_open = m_folder->open();
    const KeptPlace place = chats().place(fixtureChat());
    QCOMPARE(place.key, u"m:5"_s);
    QCOMPARE(place.position, at(5));
    QCOMPARE(place.offset, -17);
    QCOMPARE(chats().meta(u"a"_s), u"b"_s);
}

void tst_ConversationStore::anUnknownConversationIsEmptyEverywhere()
{
    QCOMPARE(chats().number(fixtureChat()), 0);
    QVERIFY(!chats().one(fixtureChat()));
    QVERIFY(chats().heads(fixtureChat()).read.isEmpty());
    QVERIFY(chats().place(fixtureChat()).key.isEmpty());
    chats().raiseRead(fixtureChat(), at(1), true, m_open->changes);
    chats().raiseSeen(fixtureChat(), at(1), m_open->changes);
    chats().raiseReceipt(fixtureChat(), at(1));
    chats().recount(fixtureChat(), m_open->changes);
    chats().keepPlace(fixtureChat(), {u"m:1"_s, at(1), 0});
    QVERIFY(chats().all().isEmpty()); // no row that nobody heard of
    QVERIFY(m_open->changes.isEmpty());
}

void tst_ConversationStore::aRowOfASpoiledKeyIsLeftOut()
{
    m_open->database.run("INSERT INTO conversation (key, stale, topics, topics_due)"
                         " VALUES ('d/1001+20450/20450', 1, 0, 0), ('spoiled', 1, 0, 0),"
                         " ('g/55501', 0, 1, 1), ('g/a/b', 0, 1, 1)");
    QCOMPARE(chats().all().size(), 2);
    QCOMPARE(chats().stale(), QList{fixtureChat()});
    const QList group{ConversationId::group(u"55501"_s)};
    QCOMPARE(m_open->stores.groups.groups(), group);
    QCOMPARE(m_open->stores.groups.topicsDue(), group);
}

void tst_ConversationStore::nothingIsUnreadLessThanNotAtAll()
{
    (void)chats().numberFor(fixtureChat());
    m_open->database.run("UPDATE conversation SET unread = -5");
    QCOMPARE(chats().one(fixtureChat())->unread, 0);
}

SKEIN_TEST(tst_ConversationStore)

} // namespace conversationStoreTest

#include "tst_ConversationStore.moc"
