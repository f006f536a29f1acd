// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Message.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageTest {

namespace {

Message at(qint64 createdAt, const QString& id)
{
    Message message;
    message.createdAt = createdAt;
    message.id = {id};
    return message;
}

Attachment attachment(const QString& type, decltype(Attachment::content) content = {})
{
    return {type, {}, std::move(content)};
}

} // namespace

class tst_Message : public QObject {
    Q_OBJECT

private slots:
    void aPositionIsTimeThenLengthThenId()
    {
        QCOMPARE(positionOf(at(1760000100, u"176000010011112222"_s)),
            u"00176000010018176000010011112222"_s);
        QCOMPARE(positionOf(at(-5, u"7"_s)), u"000000000000017"_s);
        QCOMPARE(positionOf(at(0, {})), u"00000000000000"_s);
    }

    void positionsOrderAsTextLikeTheMessages()
    {
        const QList<Message> ordered{at(9, u"99"_s), at(1000, u"99999999"_s),
            at(1000, u"100000000000000000"_s), at(1000, u"100000000000000001"_s),
            at(1760000100, u"1"_s), at(253402300800, u"1"_s)};
        for (qsizetype i = 1; i < ordered.size(); ++i) {
            QCOMPARE_LT(positionOf(ordered[i - 1]), positionOf(ordered[i]));
            QVERIFY(comesBefore(ordered[i - 1], ordered[i]));
            QVERIFY(!comesBefore(ordered[i], ordered[i - 1]));
            QVERIFY(!comesBefore(ordered[i], ordered[i]));
        }
    }

    void anAbsurdTimeDoesNotBreakTheWidth()
    {
        QCOMPARE(positionOf(at(std::numeric_limits<qint64>::max(), u"1"_s)).size(),
            positionOf(at(0, u"1"_s)).size());
    }

    void aLongIdAloneTellsItsTime()
    {
        QCOMPARE(positionOf(MessageId{u"176000010011112222"_s}),
            positionOf(at(1760000100, u"176000010011112222"_s)));
        QCOMPARE(positionOf(MessageId{u"1760000100111122"_s}),
            positionOf(at(1760000100, u"1760000100111122"_s)));
    }

    void aShortOrForeignIdAloneTellsNoTime()
    {
        QCOMPARE(
            positionOf(MessageId{u"176000010011112"_s}), positionOf(at(0, u"176000010011112"_s)));
        QCOMPARE(positionOf(MessageId{u"1760000100x111112222"_s}),
            positionOf(at(0, u"1760000100x111112222"_s)));
    }

    void aSystemRowIsKnownByTypeOrSender()
    {
        Message message;
        QVERIFY(!message.isSystem());
        message.senderId = {u"system"_s};
        QVERIFY(message.isSystem());
        message.senderId = {u"20450"_s};
        message.senderType = u"system"_s;
        QVERIFY(message.isSystem());
        message.senderType = u"bot"_s;
        QVERIFY(!message.isSystem());
    }

    void thePreviewIsOneLineOfLiteralText()
    {
        Message message;
        message.text = u"  <b>one</b>\n\n two\tthree  "_s;
        QCOMPARE(previewWords(message), u"<b>one</b> two three"_s);
    }

    void aLongPreviewEndsBetweenCharacters()
    {
        Message message;
        message.text = QString(199, u'a') + u"😀"_s.repeated(500);
        const QString preview = previewWords(message);
        QCOMPARE(preview, QString(199, u'a') + u'…');
        message.text = QString(200, u'b');
        QCOMPARE(previewWords(message), message.text);
    }

    void anAttachmentHasAWord_data()
    {
        QTest::addColumn<Attachment>("carried");
        QTest::addColumn<QString>("word");
        QTest::newRow("image") << attachment(u"image"_s, ImageAttachment{}) << u"Photo"_s;
        QTest::newRow("video") << attachment(u"video"_s, VideoAttachment{}) << u"Video"_s;
        QTest::newRow("file") << attachment(u"file"_s, FileAttachment{}) << u"File"_s;
        QTest::newRow("place") << attachment(u"location"_s, LocationAttachment{u"Quay"_s, {}, {}})
                               << u"Location · Quay"_s;
        QTest::newRow("nowhere") << attachment(u"location"_s, LocationAttachment{})
                                 << u"Location"_s;
        QTest::newRow("poll") << attachment(u"poll"_s) << u"Poll"_s;
        QTest::newRow("unknown") << attachment(u"hologram"_s) << u"Attachment"_s;
    }
    void anAttachmentHasAWord()
    {
        QFETCH(const Attachment, carried);
        QFETCH(const QString, word);
        Message message;
        message.attachments = {attachment(u"reply"_s, ReplyAttachment{}),
            attachment(u"mentions"_s, MentionsAttachment{}), carried};
        QCOMPARE(previewWords(message), word);
        message.text = u"look"_s;
        QCOMPARE(previewWords(message), u"look"_s);
    }

    void aTombstoneAndAnEmptyMessageSayWhatTheyAre()
    {
        Message message;
        QCOMPARE(previewWords(message), QString());
        message.text = u"secret"_s;
        message.deletedAt = 1;
        QCOMPARE(previewWords(message), u"Message deleted"_s);
    }
};

SKEIN_TEST(tst_Message)

} // namespace messageTest

#include "tst_Message.moc"
