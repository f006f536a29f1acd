// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a reply shows of the message that it answers, and how that comes to be known.

#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace threadQuotesTest {

namespace {

using State = Quote::State;

Attachment replyTo(int n)
{
    return readAttachment({{u"type"_s, u"reply"_s}, {u"reply_id"_s, fixtureId(n).value},
        {u"base_reply_id"_s, fixtureId(n).value}});
}

Message replyAt(int n, int target)
{
    Message message = receivedMessage(n, u"an answer"_s);
    message.attachments = {replyTo(target)};
    return message;
}

Message photoAt(int n)
{
    Message message = receivedMessage(n, u"  "_s);
    message.attachments = {readAttachment({{u"type"_s, u"image"_s},
        {u"url"_s, u"https://i.groupme.com/640x480.jpeg.00000000000000000000000000000001"_s}})};
    return message;
}

} // namespace

class tst_ThreadQuotes : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ThreadFixture>(); }
    void cleanup() { m.reset(); }

    void aReplyShowsWhatItAnswersFarOutsideTheWindow();
    void aPhotoIsQuotedWithItsPicture();
    void anEditAndADeletionReachTheQuote();
    void aWaitingReplyQuotesToo();
    void whatIsNoReplyHasNoQuote();
    void whatIsMissingIsReadOnceAndOnlyWhenItsReplyIsSeen();
    void whatWasReadAloneClaimsNothingAboutItsNeighbours();
    void whatTheServiceTwiceHasNotIsGone();
    void whatWasMissingOnceMayComeAfterAll();
    void aNetworkThatIsBackAsksNotAtOnceAgain();
    void aFailureInBetweenIsNoSecondAnswer();
    void aFailureIsTriedAgainLater();

private:
    std::unique_ptr<ThreadFixture> m;
};

void tst_ThreadQuotes::aReplyShowsWhatItAnswersFarOutsideTheWindow()
{
    m->take(pageOf(receivedMessages(1, 400) + QList{replyAt(401, 3)}, true));
    m->readUpTo(401);
    m->open();
    QCOMPARE(m->at(3), -1);
    const auto quote = m->row(401).quote;
    QVERIFY(quote);
    QCOMPARE(quote->state, State::Known);
    QCOMPARE(quote->target, fixtureId(3));
    QCOMPARE(quote->senderId, fixtureOther);
    QCOMPARE(quote->senderName, u"Iris Adams"_s);
    QCOMPARE(quote->words, u"message 3"_s);
    QVERIFY(quote->picture.isEmpty() && !quote->isDeleted);
}

void tst_ThreadQuotes::aPhotoIsQuotedWithItsPicture()
{
    m->take(pageOf({photoAt(1), replyAt(2, 1)}, true));
    m->open();
    QCOMPARE(m->row(2).quote->words, u"Photo"_s);
    QCOMPARE(m->row(2).quote->picture.host(), u"i.groupme.com"_s);
}

void tst_ThreadQuotes::anEditAndADeletionReachTheQuote()
{
    m->take(pageOf({receivedMessage(1), replyAt(2, 1)}, true));
    m->open();
    m->take(pageOf({replyAt(2, 1), editOf(3, 1, receivedMessage(3).createdAt, u"changed"_s)}));
    QCOMPARE(m->row(2).quote->words, u"changed"_s);
    m->take(pageOf({replyAt(2, 1), deletionOf(4, 1)}));
    QVERIFY(m->row(2).quote->isDeleted);
    QCOMPARE(m->row(2).quote->words, u"Message deleted"_s);
}

void tst_ThreadQuotes::aWaitingReplyQuotesToo()
{
    m->take(pageOf(receivedMessages(1, 2), true));
    m->open();
    m->change([](Stores& stores, Changes& changes) {
        OutboxRow waiting = waitingRow(3, u"a"_s);
        waiting.attachments = {replyTo(1).json};
        stores.outbox.add(waiting, changes);
    });
    const ThreadRow& last = m->model.row(m->model.count() - 1);
    QCOMPARE(last.quote->words, u"message 1"_s);
    QCOMPARE(last.message.attachments.size(), 1);
}

void tst_ThreadQuotes::whatIsNoReplyHasNoQuote()
{
    Message buried = replyAt(2, 1);
    buried.deletedAt = buried.createdAt;
    m->take(pageOf({receivedMessage(1), buried}, true));
    m->open();
    QVERIFY(!m->row(1).quote);
    QVERIFY(!m->row(2).quote);
}

void tst_ThreadQuotes::whatIsMissingIsReadOnceAndOnlyWhenItsReplyIsSeen()
{
    m->service = receivedMessages(1, 2);
    m->serveAlone(1);
    m->take(pageOf(QList{replyAt(10, 1)} + receivedMessages(11, 40), false));
    m->readUpTo(40);
    m->open();
    QCOMPARE(m->row(10).quote->state, State::Missing);
    for (int role = 0; role < ThreadModel::OwnRole + 1; ++role)
        (void)m->model.data(m->model.index(0), role);
    m->quiet();
    QCOMPARE(m->askedAlone(1), 0);
    m->outage = FakeTransport::raw(304, {}); // nothing older: history is not what is pressed here
    m->look(30, 40);
    QCOMPARE(m->askedAlone(1), 0);
    m->outage.reset();
    m->network.hold();
    m->model.setVisibleRows(m->at(10), m->at(20));
    m->model.setVisibleRows(m->at(10), m->at(21));
    m->network.release();
    m->quiet();
    m->look(10, 22);
    QCOMPARE(m->askedAlone(1), 1);
    QCOMPARE(m->row(10).quote->state, State::Known);
    QCOMPARE(m->row(10).quote->words, u"message 1"_s);
}

void tst_ThreadQuotes::whatWasReadAloneClaimsNothingAboutItsNeighbours()
{
    m->service = receivedMessages(1, 60);
    m->serveAlone(2);
    m->take(pageOf(receivedMessages(50, 59) + QList{replyAt(60, 2)}, false));
    const Async<PageRead> read
        = m->reader.one(fixtureChat(), fixtureId(2), PageReader::Priority::Open);
    QVERIFY(wait(read).has_value());
    const auto ranges
        = wait(m->store.read([](Stores& stores) { return stores.messages.ranges(fixtureChat()); }));
    QCOMPARE(ranges->size(), 1);
    QCOMPARE(idAt(ranges->first().oldest), fixtureId(50));
}

void tst_ThreadQuotes::whatTheServiceTwiceHasNotIsGone()
{
    m->serveAlone(1);
    m->take(pageOf({receivedMessage(2), replyAt(3, 1)}, true));
    m->open();
    m->look(2, 3);
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 1); // not twice at once
    QCOMPARE(m->row(3).quote->state, State::Missing);
    m->clock.advance(QuoteLoader::retryDelay);
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 2);
    QCOMPARE(m->row(3).quote->state, State::Gone);
    m->clock.advance(10min);
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 2);
}

void tst_ThreadQuotes::whatWasMissingOnceMayComeAfterAll()
{
    m->serveAlone(1);
    m->take(pageOf({receivedMessage(2), replyAt(3, 1)}, true));
    m->open();
    m->look(2, 3);
    m->service = {receivedMessage(1)};
    m->clock.advance(QuoteLoader::retryDelay);
    m->look(2, 3);
    QCOMPARE(m->row(3).quote->state, State::Known);
}

void tst_ThreadQuotes::aNetworkThatIsBackAsksNotAtOnceAgain()
{
    m->serveAlone(1);
    m->take(pageOf({receivedMessage(2), replyAt(3, 1)}, true));
    m->open();
    m->look(2, 3);
    m->quotes.forgive();
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 1);
    QCOMPARE(m->row(3).quote->state, State::Missing);
}

void tst_ThreadQuotes::aFailureInBetweenIsNoSecondAnswer()
{
    m->serveAlone(1);
    m->take(pageOf({receivedMessage(2), replyAt(3, 1)}, true));
    m->open();
    m->look(2, 3);
    m->outage = FakeTransport::failure(503);
    m->clock.advance(QuoteLoader::retryDelay);
    m->look(2, 3);
    QCOMPARE(m->row(3).quote->state, State::Missing);
    m->outage.reset();
    m->clock.advance(QuoteLoader::retryDelay);
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 3);
    QCOMPARE(m->row(3).quote->state, State::Gone);
}

void tst_ThreadQuotes::aFailureIsTriedAgainLater()
{
    m->service = {receivedMessage(1)};
    m->serveAlone(1);
    m->outage = FakeTransport::failure(503);
    m->take(pageOf({receivedMessage(2), replyAt(3, 1)}, true));
    m->open();
    m->look(2, 3);
    QCOMPARE(m->row(3).quote->state, State::Missing);
    m->look(2, 3);
    QCOMPARE(m->askedAlone(1), 1); // not at once
    m->outage.reset();
    m->clock.advance(QuoteLoader::retryDelay);
    m->look(2, 3);
    QCOMPARE(m->row(3).quote->state, State::Known);
}

SKEIN_TEST(tst_ThreadQuotes)

} // namespace threadQuotesTest

#include "tst_ThreadQuotes.moc"
