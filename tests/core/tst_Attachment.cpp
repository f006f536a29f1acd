// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Attachment.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace attachmentTest {

namespace {

Attachment read(const QString& type, QJsonObject json)
{
    json[u"type"_s] = type;
    return readAttachment(json);
}

template <class Kind>
Kind contentOf(const QString& type, const QJsonObject& json)
{
    return std::get<Kind>(read(type, json).content);
}

QJsonArray charmap(const QList<QJsonArray>& entries)
{
    QJsonArray all;
    for (const QJsonArray& entry : entries)
        all.append(entry);
    return all;
}

using Cells = QList<EmojiAttachment::Cell>;

} // namespace

class tst_Attachment : public QObject {
    Q_OBJECT

private slots:
    void everyKindIsRead();
    void picturesOverHttpGoOverHttps();
    void idsComeAsTextOrAsNumbers();
    void aReplyNamesTheMessageItAnswers();
    void anEmojiListKeepsTheTurnOfWhatItCannotRead();
    void anEmptyPlaceholderStaysEmpty();
    void halfACharacterIsNoPlaceholder();
    void aFileHasNoSizeBelowNothing();
    void aPlaceKeepsWhatItWasGiven();
    void aSoundLastsNoLongerThanADay_data();
    void aSoundLastsNoLongerThanADay();
    void whatIsUnknownKeepsItsJson();
    void wrongTypesAreNoTrouble_data();
    void wrongTypesAreNoTrouble();
    void textsWithoutEndAreCut();
    void someAreAboutTheText();
};

void tst_Attachment::everyKindIsRead()
{
    const QString url = u"https://i.groupme.com/9x9.png.00000000"_s;
    QCOMPARE(contentOf<ImageAttachment>(u"image"_s, {{u"url"_s, url}}).url, QUrl(url));
    QCOMPARE(contentOf<ImageAttachment>(u"linked_image"_s, {{u"url"_s, url}}).url, QUrl(url));
    const auto video
        = contentOf<VideoAttachment>(u"video"_s, {{u"url"_s, url}, {u"preview_url"_s, url}});
    QCOMPARE(video, (VideoAttachment{QUrl(url), QUrl(url)}));
    QCOMPARE(contentOf<AudioAttachment>(u"audio"_s, {{u"url"_s, url}, {u"duration"_s, 12.4}}),
        (AudioAttachment{QUrl(url), 12}));
    QCOMPARE(contentOf<FileAttachment>(u"file"_s, {{u"file_id"_s, u"f-1"_s}}).fileId, u"f-1"_s);
    QCOMPARE(contentOf<PollAttachment>(u"poll"_s, {{u"poll_id"_s, u"17"_s}}).pollId, u"17"_s);
    QCOMPARE(contentOf<EventAttachment>(u"event"_s, {{u"event_id"_s, u"e-1"_s}}).eventId, u"e-1"_s);
}

void tst_Attachment::picturesOverHttpGoOverHttps()
{
    const auto image = contentOf<ImageAttachment>(
        u"image"_s, {{u"url"_s, u"http://i.groupme.com/9x9.png.00000000"_s}});
    QCOMPARE(image.url, QUrl(u"https://i.groupme.com/9x9.png.00000000"_s));
    const auto script
        = contentOf<ImageAttachment>(u"image"_s, {{u"url"_s, u"javascript:alert(1)"_s}});
    QCOMPARE(script.url.scheme(), u"javascript"_s); // as it came: ImageUrl.h refuses it
}

void tst_Attachment::idsComeAsTextOrAsNumbers()
{
    const qint64 id = 1'760'000'000'123'456;
    const QString words = QString::number(id);
    QCOMPARE(contentOf<PollAttachment>(u"poll"_s, {{u"poll_id"_s, id}}).pollId, words);
    QCOMPARE(contentOf<EventAttachment>(u"event"_s, {{u"event_id"_s, id}}).eventId, words);
    QCOMPARE(contentOf<ReplyAttachment>(u"reply"_s, {{u"reply_id"_s, id}}).target.value, words);
}

void tst_Attachment::aReplyNamesTheMessageItAnswers()
{
    const QJsonObject both{{u"reply_id"_s, u"7"_s}, {u"base_reply_id"_s, u"5"_s}};
    QCOMPARE(contentOf<ReplyAttachment>(u"reply"_s, both).target.value, u"7"_s);
    const QJsonObject base{{u"reply_id"_s, QJsonValue::Null}, {u"base_reply_id"_s, u"5"_s}};
    QCOMPARE(contentOf<ReplyAttachment>(u"reply"_s, base).target.value, u"5"_s);
    QVERIFY(contentOf<ReplyAttachment>(u"reply"_s, {}).target.isEmpty());
}

void tst_Attachment::anEmojiListKeepsTheTurnOfWhatItCannotRead() // protocol.md L103
{
    const auto emoji = contentOf<EmojiAttachment>(u"emoji"_s,
        {{u"placeholder"_s, QString(QChar::ReplacementCharacter)},
            {u"charmap"_s,
                charmap({{1, 0}, {}, {2}, {-3, 1}, {2, -1}, {u"1"_s, 2}, {1.5, 2}, {0, 4},
                    {3, 7, 9}})}});
    QCOMPARE(emoji.placeholder, QString(QChar::ReplacementCharacter));
    QCOMPARE(emoji.cells, (Cells{{1, 0}, {}, {}, {}, {}, {}, {}, {}, {3, 7}}));
    const auto noPairs = contentOf<EmojiAttachment>(u"emoji"_s,
        {{u"placeholder"_s, u"::"_s}, {u"charmap"_s, QJsonArray{7, u"x"_s, QJsonObject()}}});
    QCOMPARE(noPairs.cells, (Cells{{}, {}, {}}));
}

void tst_Attachment::anEmptyPlaceholderStaysEmpty()
{
    const auto emoji = contentOf<EmojiAttachment>(
        u"emoji"_s, {{u"placeholder"_s, u""_s}, {u"charmap"_s, charmap({{1, 2}})}});
    QVERIFY(emoji.placeholder.isEmpty());
    QVERIFY(
        contentOf<EmojiAttachment>(u"emoji"_s, {{u"placeholder"_s, 65533}}).placeholder.isEmpty());
}

void tst_Attachment::halfACharacterIsNoPlaceholder()
{
    const QString canoe = u"🛶"_s;
    for (const QString& half : {canoe.left(1), canoe.right(1), u"x"_s + canoe.left(1)}) {
        const auto emoji = contentOf<EmojiAttachment>(
            u"emoji"_s, {{u"placeholder"_s, half}, {u"charmap"_s, charmap({{1, 2}})}});
        QVERIFY(emoji.placeholder.isEmpty());
    }
    QCOMPARE(
        contentOf<EmojiAttachment>(u"emoji"_s, {{u"placeholder"_s, canoe}}).placeholder, canoe);
}

void tst_Attachment::aFileHasNoSizeBelowNothing()
{
    const auto sizeOf = [](const QJsonValue& size) {
        return contentOf<FileAttachment>(u"file"_s, {{u"file_id"_s, u"f-1"_s}, {u"size"_s, size}})
            .size;
    };
    QCOMPARE(sizeOf(-5), 0);
    QCOMPARE(sizeOf(qint64(5'000'000'000)), 5'000'000'000);
}

void tst_Attachment::aPlaceKeepsWhatItWasGiven() // protocol.md L113: held against the earth later
{
    const auto place = [](const QJsonValue& lat, const QJsonValue& lng) {
        return contentOf<LocationAttachment>(
            u"location"_s, {{u"name"_s, u"Quay"_s}, {u"lat"_s, lat}, {u"lng"_s, lng}});
    };
    QCOMPARE(place(u"51.5"_s, u"-0.12"_s), (LocationAttachment{u"Quay"_s, u"51.5"_s, u"-0.12"_s}));
    QCOMPARE(place(51.5, -7), (LocationAttachment{u"Quay"_s, u"51.5000000"_s, u"-7"_s}));
    QCOMPARE(place(u""_s, QJsonValue::Null), (LocationAttachment{u"Quay"_s, {}, {}}));
    QCOMPARE(place(QJsonArray{1}, true), (LocationAttachment{u"Quay"_s, {}, {}}));
}

void tst_Attachment::aSoundLastsNoLongerThanADay_data()
{
    QTest::addColumn<QJsonValue>("duration");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << QJsonValue() << 0;
    QTest::newRow("negative") << QJsonValue(-5) << 0;
    QTest::newRow("half") << QJsonValue(2.6) << 3;
    QTest::newRow("endless") << QJsonValue(1e300) << 86'400;
    QTest::newRow("a word") << QJsonValue(u"long"_s) << 0;
}

void tst_Attachment::aSoundLastsNoLongerThanADay()
{
    QFETCH(const QJsonValue, duration);
    QFETCH(const int, seconds);
    const auto sound = contentOf<AudioAttachment>(u"audio"_s, {{u"duration"_s, duration}});
    QCOMPARE(sound.seconds, seconds);
}

void tst_Attachment::whatIsUnknownKeepsItsJson() // protocol.md L104
{
    for (const auto& type : {u"hologram"_s, u""_s, u"IMAGE"_s, u"copilot_card"_s}) {
        const QJsonObject json{{u"type"_s, type}, {u"depth"_s, QJsonArray{1, 2}}};
        const Attachment unknown = readAttachment(json);
        QVERIFY(std::holds_alternative<UnknownAttachment>(unknown.content));
        QCOMPARE(unknown.json, json);
        QCOMPARE(unknown.type, type);
    }
    const Attachment known = read(u"image"_s, {{u"blur_hash"_s, u"LEHV6nWB"_s}});
    QCOMPARE(known.json.value(u"blur_hash"_s).toString(), u"LEHV6nWB"_s); // sent back on edits
}

void tst_Attachment::wrongTypesAreNoTrouble_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("number") << QJsonValue(-1.5e300);
    QTest::newRow("list") << QJsonValue(
        QJsonArray{QJsonValue(QJsonArray{QJsonValue(QJsonArray{})})});
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"a"_s, 1}});
    QTest::newRow("half a pair") << QJsonValue(QString(QChar(0xD83D)));
}

void tst_Attachment::wrongTypesAreNoTrouble()
{
    QFETCH(const QJsonValue, value);
    QJsonObject json;
    for (const auto& key : {u"url"_s, u"preview_url"_s, u"duration"_s, u"name"_s, u"lat"_s,
             u"lng"_s, u"file_id"_s, u"reply_id"_s, u"user_ids"_s, u"loci"_s, u"placeholder"_s,
             u"charmap"_s, u"poll_id"_s, u"event_id"_s})
        json[key] = value;
    for (const auto& type : {u"image"_s, u"linked_image"_s, u"video"_s, u"audio"_s, u"location"_s,
             u"file"_s, u"reply"_s, u"mentions"_s, u"emoji"_s, u"poll"_s, u"event"_s}) {
        const Attachment known = read(type, json);
        QVERIFY(!std::holds_alternative<UnknownAttachment>(known.content));
        QCOMPARE(known.type, type);
    }
    QVERIFY(readAttachment({{u"type"_s, value}}).type.size() <= 1);
}

void tst_Attachment::textsWithoutEndAreCut()
{
    const QString endless(1'000'000, u'x');
    const auto place = contentOf<LocationAttachment>(u"location"_s, {{u"name"_s, endless}});
    QCOMPARE(place.name.size(), 500);
    const auto image = contentOf<ImageAttachment>(
        u"image"_s, {{u"url"_s, QString(u"https://i.groupme.com/"_s + endless)}});
    QVERIFY(image.url.isEmpty());
}

void tst_Attachment::someAreAboutTheText()
{
    for (const auto& type : {u"reply"_s, u"mentions"_s, u"emoji"_s, u"split"_s})
        QVERIFY(isAboutText(read(type, {})));
    for (const auto& type : {u"image"_s, u"video"_s, u"audio"_s, u"location"_s, u"file"_s,
             u"poll"_s, u"event"_s, u"hologram"_s})
        QVERIFY(!isAboutText(read(type, {})));
}

SKEIN_TEST(tst_Attachment)

} // namespace attachmentTest

#include "tst_Attachment.moc"
