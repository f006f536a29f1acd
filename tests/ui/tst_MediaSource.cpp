// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/MediaSource.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mediaSourceTest {
using Method = HttpRequest::Method;
using Kind = ContentNeed::Kind;

namespace {

const QString photoPath = u"/80x60.png.0123456789abcdef0123456789abcdef"_s;
const QUrl photo(u"https://i.groupme.com"_s + photoPath);
const QString sheetPath = u"/sheet"_s;

/// One pack of three; the cells are 20 high: red above blue above nothing.
QByteArray emojiIndex()
{
    QByteArray json = "{'powerups':[{'name':'Harbour','meta':{'pack_id':4,'transliterations':"
                      "['boat','anchor','lost'],'inline':[{'image_url':"
                      "'https://powerups.s3.amazonaws.com/sheet','x':20,'y':20}]}}]}";
    return json.replace('\'', '"');
}
QByteArray emojiSheet()
{
    QImage image = pictures::plain({20, 40}, 0xff0000ff);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x)
            image.setPixel(x, y, 0xffff0000);
    }
    return pictures::encoded(image);
}

ContentNeed emojiNeed(const QString& id) { return {.kind = Kind::Emoji, .id = id}; }

} // namespace

class tst_MediaSource : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<PictureStore> m_pictures;
    std::unique_ptr<EmojiPacks> m_emoji;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<MediaSource> m_source;
    QList<ContentNeed> m_details;

    static double half() { return 0.5; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
        m_cache = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, half);
        m_pictures = std::make_unique<PictureStore>(*m_cache, *m_clock);
        m_emoji = std::make_unique<EmojiPacks>(
            *m_network, *m_clock, m_dir->filePath(u"powerups.json"_s), half);
        m_downloads = std::make_unique<Downloads>(*m_network, *m_clock, m_dir->filePath(u"d"_s));
        m_details.clear();
        MediaSource::Details details;
        details.want = [this](const ContentNeed& need) { m_details.append(need); };
        details.file = [](const QString& id) { return FileFacts{.id = id, .name = u"n"_s}; };
        m_source = std::make_unique<MediaSource>(*m_pictures, *m_emoji, *m_downloads, details);
    }
    void cleanup()
    {
        m_source.reset();
        m_downloads.reset();
        m_emoji.reset();
        m_pictures.reset();
        m_cache.reset();
        m_folder.reset();
    }

    void aPictureComesWhenItIsWantedAndIsTold()
    {
        m_network->expect(Method::Get, photoPath,
            FakeTransport::raw(200, pictures::encoded(pictures::plain({80, 60}))));
        QSignalSpy changed(m_source.get(), &ContentSource::changed);
        QSignalSpy repainted(m_source.get(), &ContentSource::repainted);
        const ContentNeed need{.kind = Kind::Picture, .url = photo, .size = {40, 30}};
        QCOMPARE(m_source->picture(photo).state, Picture::State::Absent);
        m_source->want({need});
        QTRY_COMPARE(m_source->picture(photo).state, Picture::State::Ready);
        QCOMPARE(repainted.last().first().toString(), need.key());
        QVERIFY(changed.isEmpty()); // it has the room that it had
    }

    void aForeignPictureIsLoadedWhenAPersonAsks()
    {
        const QUrl url(u"https://pictures.example/cat"_s);
        m_network->expect(Method::Get, url.path(),
            FakeTransport::raw(200, pictures::encoded(pictures::plain({80, 60}))));
        m_source->want({{.kind = Kind::Picture, .url = url, .size = {40, 30}}});
        m_clock->advance(1s);
        QVERIFY(m_network->requests().isEmpty());
        m_source->load(url);
        QTRY_COMPARE(m_source->picture(url).state, Picture::State::Ready);
    }

    void anEmojiIsItsNameUntilItsPictureIsHere()
    {
        m_network->expect(Method::Get, u"/powerups"_s, FakeTransport::raw(200, emojiIndex()));
        m_network->expect(Method::Get, sheetPath, FakeTransport::raw(200, emojiSheet()));
        QSignalSpy changed(m_source.get(), &ContentSource::changed);
        QVERIFY(m_source->emoji(4, 1).isNull());
        QCOMPARE(m_source->emojiName(4, 1), QString());
        m_source->want({emojiNeed(u"4/1"_s), emojiNeed(u"4/0"_s), emojiNeed(u"4/2"_s),
            emojiNeed(u"9/9"_s), emojiNeed(u"nonsense"_s)});
        QTRY_COMPARE(m_source->emojiName(4, 1), u":anchor:"_s);
        QTRY_VERIFY(!m_source->emoji(4, 1).isNull());
        QCOMPARE(m_source->emoji(4, 1).size(), QSize(20, 20));
        QCOMPARE(m_source->emoji(4, 1).pixel(0, 0), 0xff0000ff);
        QCOMPARE(m_source->emoji(4, 0).pixel(0, 0), 0xffff0000);
        QVERIFY(m_source->emoji(4, 2).isNull()); // outside of what came
        QVERIFY(m_source->emoji(9, 9).isNull());
        // For the index, the sheet on its way and the sheet, once each, however many emoji.
        QCOMPARE(changed.count(), 3);
        for (const auto& call : changed) {
            const QStringList told = call.first().toStringList();
            QVERIFY(told.contains(u"4/1"_s) && told.contains(u"4/0"_s));
        }
        QVERIFY(m_network->allAsked());
    }

    void detailsAreWantedAndTold()
    {
        const ContentNeed file{
            .kind = Kind::File, .conversation = ConversationId::group(u"5"_s), .id = u"f"_s};
        const ContentNeed poll{.kind = Kind::Poll, .id = u"p"_s};
        m_source->want({file, poll});
        QCOMPARE(m_details, (QList<ContentNeed>{file, poll}));
        QCOMPARE(m_source->file(u"f"_s)->name, u"n"_s);
        QVERIFY(!m_source->poll(u"p"_s)); // nobody knows
        QCOMPARE(m_source->nameOf(file.conversation, {u"1"_s}), QString());
        QSignalSpy changed(m_source.get(), &ContentSource::changed);
        m_source->detailsChanged(u"f"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toStringList(), QStringList{u"f"_s});
    }

    void aDownloadIsToldInWords()
    {
        m_network->expect(
            Method::Get, u"/v1/5/files/f"_s, FakeTransport::noAnswer(ErrorKind::Unreachable));
        QSignalSpy changed(m_source.get(), &ContentSource::changed);
        QCOMPARE(m_source->download(u"f"_s).state, Download::State::None);
        const auto start = [this] {
            m_downloads->start(
                ConversationId::group(u"5"_s), {.id = u"f"_s, .name = u"a.txt"_s, .size = 5});
        };
        start();
        QCOMPARE(m_source->download(u"f"_s).state, Download::State::Running);
        QCOMPARE(m_source->download(u"f"_s).total, 5);
        QTRY_COMPARE(m_source->download(u"f"_s).state, Download::State::Failed);
        QVERIFY(m_source->download(u"f"_s).reason.endsWith(u'.'));
        QCOMPARE(changed.count(), 2);
        m_network->expect(Method::Get, u"/v1/5/files/f"_s, FakeTransport::raw(200, "bytes"));
        start();
        QTRY_COMPARE(m_source->download(u"f"_s).state, Download::State::Done);
        QVERIFY(m_source->download(u"f"_s).reason.isEmpty());
    }
};

SKEIN_TEST(tst_MediaSource)

} // namespace mediaSourceTest

#include "tst_MediaSource.moc"
