// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/MessageCodec.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageCodecTest {

namespace {

Message rich()
{
    Message message = receivedMessage(7, u"look"_s);
    message.avatarUrl = u"https://i.groupme.com/1x1.png.0"_s;
    message.senderType = u"bot"_s;
    message.attachments = {readAttachment({{u"type"_s, u"image"_s}, {u"url"_s, u"https://i/1"_s}}),
        readAttachment({{u"type"_s, u"hologram"_s}, {u"depth"_s, qint64{9'007'199'254'740'993}}})};
    message.favoritedBy = {fixtureMe, fixtureOther};
    message.reactions = {{.code = u"👍"_s, .users = {fixtureMe}},
        {.code = {}, .packId = 3, .packIndex = 12, .users = {fixtureOther}}};
    message.pinnedAt = 1'750'000'900;
    return message;
}

/// As it comes back from the database.
Message stored(const Message& message)
{
    Message read = message;
    read.senderType.clear();
    read.avatarUrl.clear();
    read.attachments.clear();
    read.favoritedBy.clear();
    read.reactions.clear();
    read.pinnedAt = 0;
    read.deletionActor.clear();
    read.event.reset();
    decodeExtra(encodeExtra(message), read);
    return read;
}

Message tombstone(int n)
{
    Message message = receivedMessage(n, u"This message was deleted"_s);
    message.deletedAt = 1'750'001'000;
    message.deletionActor = u"sender"_s;
    return message;
}

Message edited(int n, qint64 at, const QString& text)
{
    Message message = receivedMessage(n, text);
    message.updatedAt = at;
    return message;
}

} // namespace

class tst_MessageCodec : public QObject {
    Q_OBJECT

private slots:
    void whatHasNoColumnSurvivesTheJson();
    void aPlainMessageNeedsNoJson();
    void brokenJsonIsAPlainMessage();
    void onlyNoticesOfChangesAreBookkeeping();
    void readingTheSameAgainChangesNothing_data();
    void readingTheSameAgainChangesNothing();
    void aNewerEditReplacesAnOlderOneNeverTheReverse();
    void aDeletionStaysAndKeepsNothingOfTheText();
    void reactionsAndPinsAreAsReadLast();
    void anAnswerToASendReplacesNothing();
    void anAnswerToASendBringsWhatIsMissing();
    void aReadingCompletesAnAnswerToASend();
};

void tst_MessageCodec::whatHasNoColumnSurvivesTheJson()
{
    QCOMPARE(stored(rich()), rich());
    QCOMPARE(stored(deletionOf(9, 4)), deletionOf(9, 4));
    QCOMPARE(stored(tombstone(3)), tombstone(3));
}

void tst_MessageCodec::aPlainMessageNeedsNoJson()
{
    QVERIFY(encodeExtra(receivedMessage(1)).isEmpty());
    QCOMPARE(stored(receivedMessage(1)), receivedMessage(1));
}

void tst_MessageCodec::brokenJsonIsAPlainMessage()
{
    for (const QString& text : {u"{"_s, u"[1]"_s, u"nonsense"_s, u"{\"event\":7}"_s}) {
        Message message;
        decodeExtra(text, message);
        QVERIFY(message.attachments.isEmpty());
        QVERIFY(!isBookkeeping(message));
    }
}

void tst_MessageCodec::onlyNoticesOfChangesAreBookkeeping()
{
    QVERIFY(isBookkeeping(deletionOf(2, 1)));
    QVERIFY(isBookkeeping(editOf(2, 1, 5, u"x"_s)));
    QVERIFY(!isBookkeeping(systemMessage(2)));
    QVERIFY(!isBookkeeping(systemMessage(2, u"message.pinned"_s)));
    Message impostor = deletionOf(2, 1);
    impostor.senderType = u"user"_s;
    impostor.senderId = fixtureOther;
    QVERIFY(!isBookkeeping(impostor));
}

void tst_MessageCodec::readingTheSameAgainChangesNothing_data()
{
    Message untyped = receivedMessage(1);
    untyped.senderType.clear();
    QTest::addColumn<Message>("message");
    QTest::newRow("plain") << receivedMessage(1);
    QTest::newRow("rich") << rich();
    QTest::newRow("no sender type") << untyped;
    QTest::newRow("system") << deletionOf(2, 1);
    QTest::newRow("edited") << edited(1, 1'750'000'500, u"b"_s);
    QTest::newRow("nothing set") << Message{.id = fixtureId(1)};
}

void tst_MessageCodec::readingTheSameAgainChangesNothing()
{
    QFETCH(Message, message);
    const Message known = stored(message);
    QCOMPARE(merged(known, message, false), known);
    QCOMPARE(merged(known, message, true), known);
}

void tst_MessageCodec::aNewerEditReplacesAnOlderOneNeverTheReverse()
{
    const Message original = receivedMessage(1, u"first"_s);
    const Message second = edited(1, 1'750'000'500, u"second"_s);
    const Message third = edited(1, 1'750'000'600, u"third"_s);
    QCOMPARE(merged(original, second, false).text, u"second"_s);
    QCOMPARE(merged(second, third, false).text, u"third"_s);
    for (const Message& stale : {original, second}) {
        const Message kept = merged(third, stale, false);
        QCOMPARE(kept.text, u"third"_s);
        QCOMPARE(kept.updatedAt, third.updatedAt);
    }
}

void tst_MessageCodec::aDeletionStaysAndKeepsNothingOfTheText()
{
    Message late = rich();
    late.updatedAt = 1'750'009'000;
    Message gone = tombstone(7);
    gone.attachments = rich().attachments;
    for (const auto& [first, second] : {std::pair{late, gone}, std::pair{gone, late}}) {
        const Message result = merged(first, second, false);
        QVERIFY(result.isDeleted());
        QCOMPARE(result.deletedAt, gone.deletedAt);
        QCOMPARE(result.deletionActor, u"sender"_s);
        QCOMPARE(result.text, QString());
        QVERIFY(result.attachments.isEmpty());
    }
}

void tst_MessageCodec::reactionsAndPinsAreAsReadLast()
{
    Message plain = rich();
    plain.favoritedBy.clear();
    plain.reactions.clear();
    plain.pinnedAt = 0;
    QCOMPARE(merged(rich(), plain, false), plain);
    QCOMPARE(merged(plain, rich(), false), rich());
}

void tst_MessageCodec::anAnswerToASendReplacesNothing()
{
    Message bare{.id = rich().id, .guid = rich().guid, .text = u"look"_s};
    bare.createdAt = 1;
    QCOMPARE(merged(rich(), bare, true), rich());
    QCOMPARE(merged(edited(7, 5, u"edited since"_s), bare, true), edited(7, 5, u"edited since"_s));
}

void tst_MessageCodec::anAnswerToASendBringsWhatIsMissing()
{
    Message known = ownMessage(7);
    known.guid = {};
    known.senderName.clear();
    const Message result = merged(known, ownMessage(7), true);
    QCOMPARE(result, ownMessage(7));
}

void tst_MessageCodec::aReadingCompletesAnAnswerToASend()
{
    const Message answer{
        .id = rich().id, .guid = rich().guid, .createdAt = rich().createdAt, .text = rich().text};
    QCOMPARE(merged(stored(answer), rich(), false), rich());
    Message nameless = rich();
    nameless.senderName.clear();
    nameless.guid = {};
    QCOMPARE(merged(rich(), nameless, false), rich());
}

SKEIN_TEST(tst_MessageCodec)

} // namespace messageCodecTest

#include "tst_MessageCodec.moc"
