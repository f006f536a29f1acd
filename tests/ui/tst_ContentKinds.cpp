// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeContentSource.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Theme.h"
#include "ui/thread/content/CardKinds.h"
#include "ui/thread/content/ContentKinds.h"
#include "ui/thread/content/PictureContent.h"
#include "ui/thread/content/ReactionContent.h"

#include <QPainter>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace contentKindsTest {

Attachment carried(const QJsonObject& json) { return readAttachment(json); }

Attachment photo(const QString& name)
{
    return carried(
        {{"type"_L1, u"image"_s}, {"url"_L1, QString(u"https://i.groupme.com/"_s + name)}});
}

const QString hash = u"0123456789abcdef0123456789abcdef"_s;

class tst_ContentKinds : public QObject {
    Q_OBJECT

private slots:
    void eachKindHasItsWords_data();
    void eachKindHasItsWords();
    void aPhotosRoomIsKnownFromItsAddress_data();
    void aPhotosRoomIsKnownFromItsAddress();
    void cellsOfAGridLieApartAndInside();
    void foreignPicturesAreLoadedAfterAClickOnly();
    void aStagedFileIsShownOfAnOwnWaitingMessageOnly();
    void placesWithoutCoordinatesHaveNoMap_data();
    void placesWithoutCoordinatesHaveNoMap();
    void aFileOffersWhatItsDownloadAllows();
    void aPollShowsItsShares();
    void aQuotationLeadsToItsMessage();
    void reactionsAreOneChipEachWithNames();
    void nothingOfADeletedMessageIsLeft();
    void everyPartStaysInItsRoom();

private:
    [[nodiscard]] ContentContext context(int width = 500)
    {
        ContentContext made;
        made.width = width;
        made.font = QFont(u"DejaVu Sans"_s, 10);
        made.metaFont = QFont(u"DejaVu Sans"_s, 9);
        made.calendar = {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(),
            QDate(2025, 10, 7)};
        made.me = {u"1001"_s};
        made.source = &m_source;
        return made;
    }
    [[nodiscard]] QList<PlacedContent> partsOf(const QList<Attachment>& attachments)
    {
        ThreadRow row = receivedRow(1, u"text"_s);
        row.message.attachments = attachments;
        return contentsOf(row, context());
    }

    FakeContentSource m_source;
};

void tst_ContentKinds::eachKindHasItsWords_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QJsonObject& json, const QString& words) {
        QTest::newRow(name) << json << words;
    };
    row("photo", photo(u"640x480.jpeg."_s + hash).json, u"photo, 640 by 480"_s);
    row("photo of no size", photo(u"odd"_s).json, u"photo"_s);
    row("video", {{"type"_L1, u"video"_s}, {"url"_L1, u"https://v.groupme.com/1.mp4"_s}},
        u"video"_s);
    row("place",
        {{"type"_L1, u"location"_s}, {"name"_L1, u"The Boathouse"_s}, {"lat"_L1, u"48.2"_s},
            {"lng"_L1, u"16.4"_s}},
        u"location The Boathouse"_s);
    row("file", {{"type"_L1, u"file"_s}, {"file_id"_L1, u"f1"_s}}, u"file File"_s);
    row("poll", {{"type"_L1, u"poll"_s}, {"poll_id"_L1, u"p1"_s}}, u"poll Poll"_s);
    row("event", {{"type"_L1, u"event"_s}, {"event_id"_L1, u"e1"_s}}, u"Event"_s);
    row("voice", {{"type"_L1, u"audio"_s}, {"duration"_L1, 75}}, u"Voice message, 1:15"_s);
    row("unknown", {{"type"_L1, u"hologram"_s}, {"beam"_L1, 3}},
        u"Attachment, To be seen in GroupMe"_s);
}

void tst_ContentKinds::eachKindHasItsWords()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, words);
    const auto parts = partsOf({carried(json)});
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts.first().place, ContentPlace::BeforeText);
    QCOMPARE(parts.first().content->words(), words);
}

void tst_ContentKinds::aPhotosRoomIsKnownFromItsAddress_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    const QSize unknown(280, 210);
    QTest::newRow("wide") << u"680x340.jpeg."_s + hash << QSize(340, 170);
    QTest::newRow("tall") << u"380x760.png."_s + hash << QSize(190, 380);
    QTest::newRow("as it is") << u"200x160.png."_s + hash << QSize(200, 160);
    QTest::newRow("tiny") << u"1x1.png."_s + hash << QSize(120, 90);
    QTest::newRow("a line") << u"9000x3.png."_s + hash << QSize(340, 90);
    QTest::newRow("nothing") << u"0x0.png."_s + hash << unknown;
    QTest::newRow("absurd") << u"100000x100000.png."_s + hash << unknown;
    QTest::newRow("overflow") << u"99999999999999x1.png."_s + hash << unknown;
    QTest::newRow("no size") << u"whatever"_s << unknown;
}

void tst_ContentKinds::aPhotosRoomIsKnownFromItsAddress()
{
    QFETCH(QString, name);
    QFETCH(QSize, size);
    const QUrl url(u"https://i.groupme.com/"_s + name);
    const auto before = partsOf({photo(name)}).first().content;
    QCOMPARE(before->size(), size);
    // Whatever comes has no say in it.
    m_source.pictures[before->needs().first().url]
        = {Picture::State::Ready, QImage(7, 900, QImage::Format_RGB32)};
    QCOMPARE(partsOf({photo(name)}).first().content->size(), size);
    m_source.pictures.clear();
}

void tst_ContentKinds::cellsOfAGridLieApartAndInside()
{
    for (int count = 2; count <= 12; ++count) {
        QList<Attachment> photos;
        for (int i = 0; i < count; ++i)
            photos.append(photo(u"640x480.jpeg.%1"_s.arg(i, 32, 16, QChar(u'0'))));
        const auto parts = partsOf(photos);
        QCOMPARE(parts.size(), 1);
        const Content& grid = *parts.first().content;
        QCOMPARE(grid.words(), u"%1 photos"_s.arg(count));
        QCOMPARE(grid.needs().size(), std::min(count, 9));
        const auto targets = grid.targets();
        QCOMPARE(targets.size(), count);
        for (int i = 0; i < std::min(count, 9); ++i) {
            QVERIFY(QRect(QPoint(), grid.size()).contains(targets.at(i).rect));
            for (int j = 0; j < i; ++j)
                QVERIFY(!targets.at(i).rect.intersects(targets.at(j).rect));
        }
        QCOMPARE(targets.at(1).words, u"Open photo 2 of %1"_s.arg(count));
    }
}

void tst_ContentKinds::foreignPicturesAreLoadedAfterAClickOnly()
{
    const QUrl foreign(u"https://tracker.example/pixel.png"_s);
    const Attachment attachment
        = carried({{"type"_L1, u"linked_image"_s}, {"url"_L1, foreign.toString()}});
    auto part = partsOf({attachment}).first().content;
    QVERIFY(part->needs().isEmpty());
    QCOMPARE(part->targets().first().action.kind, ContentAction::Kind::LoadPicture);
    QCOMPARE(part->targets().first().action.url, foreign);
    m_source.pictures[foreign] = {Picture::State::Ready, QImage(4, 4, QImage::Format_RGB32)};
    part = partsOf({attachment}).first().content;
    QCOMPARE(part->needs().size(), 1);
    QCOMPARE(part->targets().first().action.kind, ContentAction::Kind::OpenPicture);
    m_source.pictures.clear();
    for (const QString& hostile :
        {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"data:image/png;base64,AAAA"_s,
            u"https://me:secret@i.groupme.com/1x1.png.a"_s, u""_s}) {
        const auto odd = partsOf({carried({{"type"_L1, u"image"_s}, {"url"_L1, hostile}})});
        QVERIFY2(odd.first().content->needs().isEmpty(), qPrintable(hostile));
        QVERIFY2(odd.first().content->targets().isEmpty(), qPrintable(hostile));
    }
}

void tst_ContentKinds::aStagedFileIsShownOfAnOwnWaitingMessageOnly()
{
    const QUrl staged = QUrl::fromLocalFile(u"/profile/outgoing/a-0"_s);
    const Attachment attachment{u"image"_s, {}, ImageAttachment{staged}};
    ThreadRow own = ownRow(1, u"text"_s, ThreadRow::Delivery::Queued);
    own.message.attachments = {attachment};
    QCOMPARE(contentsOf(own, context()).first().content->needs().first().url, staged);
    ThreadRow sent = ownRow(1, u"text"_s);
    sent.message.attachments = {attachment};
    QVERIFY(contentsOf(sent, context()).first().content->needs().isEmpty());
    QVERIFY(partsOf({attachment}).first().content->needs().isEmpty());
}

void tst_ContentKinds::placesWithoutCoordinatesHaveNoMap_data()
{
    QTest::addColumn<QString>("latitude");
    QTest::addColumn<QString>("longitude");
    QTest::addColumn<bool>("hasMap");
    QTest::newRow("good") << u"48.2"_s << u"-16.37"_s << true;
    QTest::newRow("edge") << u"-90"_s << u"180"_s << true;
    QTest::newRow("empty") << u""_s << u""_s << false;
    QTest::newRow("north of the pole") << u"91"_s << u"0"_s << false;
    QTest::newRow("around") << u"0"_s << u"181"_s << false;
    QTest::newRow("words") << u"here"_s << u"there"_s << false;
    QTest::newRow("no number") << u"nan"_s << u"inf"_s << false;
}

void tst_ContentKinds::placesWithoutCoordinatesHaveNoMap()
{
    QFETCH(QString, latitude);
    QFETCH(QString, longitude);
    QFETCH(bool, hasMap);
    const auto part = partsOf({carried({{"type"_L1, u"location"_s}, {"name"_L1, u"Here & there"_s},
        {"lat"_L1, latitude}, {"lng"_L1, longitude}})});
    const auto targets = part.first().content->targets();
    QCOMPARE(!targets.isEmpty(), hasMap);
    if (hasMap) {
        QCOMPARE(targets.first().action.kind, ContentAction::Kind::OpenLink);
        QCOMPARE(targets.first().action.url.scheme(), u"https"_s);
    }
}

void tst_ContentKinds::aFileOffersWhatItsDownloadAllows()
{
    using Kind = ContentAction::Kind;
    const Attachment file = carried({{"type"_L1, u"file"_s}, {"file_id"_L1, u"f1"_s}});
    m_source.files[u"f1"_s] = {u"f1"_s, u"rota\u202egpj.exe"_s, 1'400'000, {}, false};
    const auto offered = [&](Download::State state) {
        m_source.downloads[u"f1"_s]
            = {state, 700'000, 1'400'000, u"GroupMe could not be reached."_s};
        return partsOf({file}).first().content->targets().first();
    };
    QCOMPARE(offered(Download::State::None).action, (ContentAction{Kind::Download, {}, u"f1"_s}));
    QVERIFY(!offered(Download::State::None).words.contains(QChar(0x202e)));
    QCOMPARE(offered(Download::State::Running).action.kind, Kind::CancelDownload);
    QCOMPARE(offered(Download::State::Done).action.kind, Kind::OpenFile);
    QCOMPARE(offered(Download::State::Failed).action.kind, Kind::Download);
    QVERIFY(partsOf({file}).first().content->words().contains(u"could not be reached"_s));
    m_source.files[u"f1"_s].isGone = true;
    QVERIFY(partsOf({file}).first().content->targets().isEmpty());
    QVERIFY(partsOf({file}).first().content->words().contains(u"No longer available"_s));
}

void tst_ContentKinds::aPollShowsItsShares()
{
    const Attachment attachment = carried({{"type"_L1, u"poll"_s}, {"poll_id"_L1, u"p1"_s}});
    const QSize before = partsOf({attachment}).first().content->size();
    QCOMPARE(partsOf({attachment}).first().content->needs().first().key(), u"p1"_s);
    m_source.polls[u"p1"_s] = {.id = u"p1"_s,
        .subject = u"Which boat?"_s,
        .options = {{u"1"_s, u"The eight"_s, 3, true}, {u"2"_s, u"Two fours"_s, 1, false}}};
    const auto part = partsOf({attachment}).first().content;
    QVERIFY(part->size().height() > before.height());
    QCOMPARE(part->words(), u"poll Which boat?, The eight: 3, Two fours: 1"_s);
}

void tst_ContentKinds::aQuotationLeadsToItsMessage()
{
    ThreadRow row = receivedRow(1, u"yes"_s);
    row.message.attachments = {carried({{"type"_L1, u"reply"_s}, {"reply_id"_L1, u"77"_s}})};
    row.quote = Quote{.target = {u"77"_s}};
    auto part = contentsOf(row, context()).first().content;
    QCOMPARE(part->targets().first().action,
        (ContentAction{ContentAction::Kind::GoToMessage, {}, u"77"_s}));
    row.quote->state = Quote::State::Known;
    row.quote->senderName = u"Cleo Cole"_s;
    row.quote->words = u"<b>Straps</b>"_s;
    QCOMPARE(contentsOf(row, context()).first().content->words(),
        u"reply to Cleo Cole: <b>Straps</b>"_s);
    row.quote->senderId = {u"1001"_s};
    QCOMPARE(contentsOf(row, context()).first().content->words(), u"reply to you: <b>Straps</b>"_s);
    row.quote->state = Quote::State::Gone;
    QVERIFY(contentsOf(row, context()).first().content->targets().isEmpty());
}

void tst_ContentKinds::reactionsAreOneChipEachWithNames()
{
    ThreadRow row = receivedRow(1, u"lunch?"_s);
    row.message.reactions = {{u"👍"_s, 0, 0, {{u"20450"_s}, {u"1001"_s}}}, {{}, 1, 12, {{u"7"_s}}}};
    row.message.favoritedBy = {{u"20450"_s}, {u"1001"_s}, {u"7"_s}, {u"8"_s}};
    m_source.names[u"20450"_s] = u"Iris Adams"_s;
    const auto part = contentsOf(row, context()).last();
    QCOMPARE(part.place, ContentPlace::Beneath);
    QCOMPARE(part.content->words(), u"4 reactions"_s);
    const auto targets = part.content->targets();
    QCOMPARE(targets.size(), 3);
    QCOMPARE(targets.first().action, (ContentAction{ContentAction::Kind::React, {}, u"👍"_s}));
    QCOMPARE(targets.first().words, u"Take back 👍 (You, Iris Adams)"_s);
    QCOMPARE(reactionKindOf(targets.at(1).action.id), (ReactionKind{{}, 1, 12}));
    QCOMPARE(part.content->needs().size(), 1);
}

void tst_ContentKinds::nothingOfADeletedMessageIsLeft()
{
    ThreadRow row = receivedRow(1, u"x"_s);
    row.message.attachments = {photo(u"640x480.jpeg."_s + hash)};
    row.message.favoritedBy = {{u"7"_s}};
    row.message.deletedAt = 1'759'838'500;
    QVERIFY(contentsOf(row, context()).isEmpty());
}

/// At any width, and none paints outside of it.
void tst_ContentKinds::everyPartStaysInItsRoom()
{
    const QString longWord = u"unbreakable"_s.repeated(60);
    m_source.files[u"f1"_s] = {u"f1"_s, longWord, 5, {}, false};
    m_source.polls[u"p1"_s] = {.id = u"p1"_s,
        .subject = longWord,
        .options = {{u"1"_s, longWord, 1'000'000'000, true}, {u"2"_s, u""_s, -5, false}}};
    m_source.events[u"e1"_s] = {.id = u"e1"_s, .name = longWord, .place = longWord, .startsAt = 1};
    ThreadRow row = receivedRow(1, u"text"_s);
    row.quote = Quote{.target = {u"77"_s},
        .state = Quote::State::Known,
        .senderName = longWord,
        .words = longWord};
    for (const QJsonObject& json :
        {photo(u"640x480.jpeg."_s + hash).json, QJsonObject{{"type"_L1, u"video"_s}},
            QJsonObject{{"type"_L1, u"location"_s}, {"name"_L1, longWord}},
            QJsonObject{{"type"_L1, u"file"_s}, {"file_id"_L1, u"f1"_s}},
            QJsonObject{{"type"_L1, u"poll"_s}, {"poll_id"_L1, u"p1"_s}},
            QJsonObject{{"type"_L1, u"event"_s}, {"event_id"_L1, u"e1"_s}},
            QJsonObject{{"type"_L1, u"reply"_s}, {"reply_id"_L1, u"77"_s}},
            QJsonObject{{"type"_L1, longWord}}, QJsonObject{}})
        row.message.attachments.append(carried(json));
    for (int i = 0; i < 40; ++i)
        row.message.reactions.append({QString(QChar(0x2600 + i)), 0, 0, {{QString::number(i)}}});
    for (const int width : {140, 260, 500}) {
        for (const PlacedContent& part : contentsOf(row, context(width))) {
            const QSize size = part.content->size();
            QVERIFY(size.width() <= width && size.width() > 0 && size.height() > 0);
            const QRect room(QPoint(20, 20), size);
            QImage canvas(size + QSize(40, 40), QImage::Format_RGB32);
            canvas.fill(Qt::white);
            QPainter painter(&canvas);
            part.content->paint(
                painter, room, {Theme::from(QPalette()), &m_source, false, {}, 0.3});
            painter.fillRect(room.adjusted(-1, -1, 1, 1), Qt::white);
            painter.end();
            QImage blank(canvas.size(), canvas.format());
            blank.fill(Qt::white);
            QCOMPARE(canvas, blank);
        }
    }
}

SKEIN_TEST(tst_ContentKinds)

} // namespace contentKindsTest

#include "tst_ContentKinds.moc"
