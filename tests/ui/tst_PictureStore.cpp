// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/PictureStore.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pictureStoreTest {
using State = Picture::State;
using Method = HttpRequest::Method;

namespace {

QString pathOf(int number, QSize size = {800, 600}, const QString& format = u"png"_s)
{
    return u"/%1x%2.%3.%4"_s.arg(size.width())
        .arg(size.height())
        .arg(format)
        .arg(number, 32, 16, QLatin1Char('0'));
}
std::chrono::nanoseconds cpuTimeOfThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

QUrl urlOf(const QString& path) { return QUrl(u"https://i.groupme.com"_s + path); }

} // namespace

class tst_PictureStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<PictureStore> m_store;

    void open(qint64 memory = PictureStore::defaultMemory)
    {
        m_store = std::make_unique<PictureStore>(*m_cache, *m_clock, memory);
    }
    QUrl serve(const QString& path, const QByteArray& bytes)
    {
        m_network->handle(
            Method::Get, path, [bytes](const auto&) { return FakeTransport::raw(200, bytes); });
        return urlOf(path);
    }
    QUrl servePicture(int number, QSize size = {800, 600})
    {
        return serve(pathOf(number, size), pictures::encoded(pictures::plain(size)));
    }
    [[nodiscard]] State stateOf(const QUrl& url) const { return m_store->picture(url).state; }
    [[nodiscard]] QSize sizeOf(const QUrl& url) const { return m_store->picture(url).image.size(); }

private slots:
    void aPictureThatWaitsIsReadFromItsCopyAndNoOtherFileIs()
    {
        open();
        const QUrl copy(u"file:///outgoing/64x48.image.1"_s);
        const QUrl secret(u"file:///home/somebody/secret.png"_s);
        QStringList read;
        m_store->setOwnFiles({.has = [&](const QUrl& url) { return url == copy; },
            .read =
                [&](const QUrl& url) {
                    read.append(url.toString());
                    return later(m_store.get(),
                        Result<QByteArray>(pictures::encoded(pictures::plain({64, 48}))));
                }});
        QCOMPARE(stateOf(copy), State::Absent);
        m_store->want({{copy, {}}, {secret, {}, true}});
        QTRY_COMPARE(stateOf(copy), State::Ready);
        QCOMPARE(sizeOf(copy), QSize(64, 48));
        QCOMPARE(stateOf(secret), State::Failed);
        m_store->load(secret);
        QCoreApplication::processEvents();
        QCOMPARE(read, QStringList{copy.toString()});
        QVERIFY(m_network->requests().isEmpty());
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
        m_cache = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, [] { return 0.5; });
        open();
    }
    void cleanup()
    {
        m_store.reset();
        m_cache.reset();
        m_folder.reset();
    }

    void lookingNeverLoads()
    {
        const QUrl url = servePicture(1);
        QCOMPARE(stateOf(url), State::Absent);
        m_clock->advance(1s);
        QVERIFY(m_network->requests().isEmpty());
    }

    void whatIsWantedComesInTheSizeInWhichItIsShown()
    {
        const QUrl url = servePicture(1);
        QSignalSpy changed(m_store.get(), &PictureStore::changed);
        m_store->want({{url, {128, 96}}});
        QCOMPARE(stateOf(url), State::Loading);
        QTRY_COMPARE(stateOf(url), State::Ready);
        QCOMPARE(changed.count(), 2);
        QVERIFY(sizeOf(url).width() >= 128 && sizeOf(url).height() >= 96);
        QVERIFY(sizeOf(url).width() < 400);
        QVERIFY(m_store->memory() < 400 * 300 * 4);
    }

    void aLargerWishIsMetWhileTheSmallerIsShown()
    {
        const QUrl url = servePicture(1);
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        QSignalSpy repainted(m_store.get(), &PictureStore::repainted);
        m_store->want({{url, {600, 400}}});
        QCOMPARE(stateOf(url), State::Ready);
        QTRY_COMPARE(repainted.count(), 1);
        QVERIFY(sizeOf(url).width() >= 600);
        m_store->want({{url, {100, 100}}}); // what is there is enough
        m_clock->advance(1s);
        QVERIFY(sizeOf(url).width() >= 600);
        QCOMPARE(m_network->requests().size(), 1);
    }

    void aLargerWishThatWasTakenBackMayComeAgainAtOnce()
    {
        const QUrl url = servePicture(1);
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        m_store->want({{url, {600, 400}}});
        m_store->want({});
        m_store->want({{url, {600, 400}}});
        QTRY_VERIFY(sizeOf(url).width() >= 600);
    }

    void whatIsShownTwiceIsLargeEnoughForBoth()
    {
        const QUrl url = servePicture(1);
        m_store->want({{url, {600, 100}}, {url, {80, 400}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        QVERIFY(sizeOf(url).width() >= 600 && sizeOf(url).height() >= 400);
    }

    void theSmallerVersionIsFetchedWhenItIsEnough()
    {
        const QSize camera(4000, 3000);
        const QUrl url = urlOf(pathOf(1, camera));
        serve(pathOf(1, camera) + u".large"_s, pictures::encoded(pictures::plain({960, 720})));
        m_store->want({{url, {400, 300}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        serve(pathOf(1, camera), pictures::encoded(pictures::plain(camera), "jpeg"));
        m_store->want({{url, {}}});
        QTRY_COMPARE(sizeOf(url), camera);
        QCOMPARE(m_network->requests().size(), 2);
    }

    void whatIsNoLongerVisibleIsNotFetched()
    {
        const QUrl url = servePicture(1);
        m_network->hold();
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(m_network->inFlight(), 1);
        m_store->want({});
        QTRY_COMPARE(m_network->inFlight(), 0);
        QCOMPARE(stateOf(url), State::Absent);
        m_network->release();
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
    }

    void aForeignPictureWaitsForAClick()
    {
        const QUrl url(u"https://pictures.example/cat.png"_s);
        serve(url.path(), pictures::encoded(pictures::plain({80, 60})));
        m_store->want({{url, {100, 100}}});
        QCOMPARE(stateOf(url), State::Withheld);
        m_clock->advance(1min);
        QVERIFY(m_network->requests().isEmpty());
        m_store->load(url);
        QCOMPARE(stateOf(url), State::Loading);
        QTRY_COMPARE(stateOf(url), State::Ready);
        m_store->want({});
        m_store->want({{url, {100, 100}}});
        QCOMPARE(stateOf(url), State::Ready);
    }

    void whatCannotBeLoadedSaysSo_data()
    {
        QTest::addColumn<QUrl>("url");
        for (const char* url : {"http://i.groupme.com/a", "file:///etc/hostname", "javascript:a",
                 "data:image/png;base64,AAAA", ""})
            QTest::newRow(url) << QUrl(QString::fromLatin1(url));
    }
    void whatCannotBeLoadedSaysSo()
    {
        QFETCH(const QUrl, url);
        m_store->want({{url, {100, 100}}});
        m_store->load(url);
        m_clock->advance(1min);
        QCOMPARE(stateOf(url), State::Failed);
        QVERIFY(m_network->requests().isEmpty());
    }

    void whatOnlyClaimsToBeAPictureFailsAndIsNotAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        QTest::newRow("html") << QByteArray("<html><script>alert(1)</script></html>");
        QTest::newRow("too many pixels") << pictures::claimingPng({60'000, 60'000});
    }
    void whatOnlyClaimsToBeAPictureFailsAndIsNotAskedForAgain()
    {
        QFETCH(const QByteArray, bytes);
        const QUrl url = serve(pathOf(1), bytes);
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Failed);
        m_clock->advance(5min);
        QCOMPARE(m_network->requests().size(), 1);
        QVERIFY(m_store->picture(url).image.isNull());
    }

    void whatFailedIsTriedAgainWhileItIsVisible()
    {
        const QUrl url = urlOf(pathOf(1));
        m_network->handle(Method::Get, pathOf(1),
            [](const auto&) { return FakeTransport::noAnswer(ErrorKind::Unreachable); });
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Failed);
        servePicture(1);
        m_clock->advance(30s);
        QTRY_COMPARE(stateOf(url), State::Ready);
    }

    void whatFailedIsForgottenWhenItIsNoLongerVisibleAndNotAskedForAgainSoon()
    {
        const QUrl url = urlOf(pathOf(1));
        m_network->expect(Method::Get, pathOf(1), FakeTransport::raw(404, {}));
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Failed);
        m_store->want({});
        QCOMPARE(stateOf(url), State::Absent);
        m_store->want({{url, {100, 100}}});
        QCOMPARE(stateOf(url), State::Failed);
        QCOMPARE(m_network->requests().size(), 1);
    }

    void aPersonNeedNotWaitForTheNextTry()
    {
        const QUrl url = urlOf(pathOf(1));
        m_network->expect(Method::Get, pathOf(1), FakeTransport::raw(404, {}));
        m_store->want({{url, {100, 100}}});
        QTRY_COMPARE(stateOf(url), State::Failed);
        servePicture(1);
        m_store->load(url);
        QTRY_COMPARE(stateOf(url), State::Ready);
    }

    void memoryIsBoundedAndTheLongestUnseenGoes()
    {
        constexpr qint64 limit = 2'000'000; // of 640,000 each
        open(limit);
        QList<QUrl> urls;
        for (int i = 1; i <= 5; ++i) {
            urls.append(servePicture(i, {400, 400}));
            m_store->want({{urls.last(), {400, 400}}});
            QTRY_COMPARE(stateOf(urls.last()), State::Ready);
            QVERIFY(m_store->memory() <= limit);
        }
        QCOMPARE(stateOf(urls.at(0)), State::Absent);
        QCOMPARE(stateOf(urls.at(1)), State::Absent);
        QCOMPARE(stateOf(urls.at(3)), State::Ready);
        m_store->want({{urls.at(0), {400, 400}}}); // from disk
        QTRY_COMPARE(stateOf(urls.at(0)), State::Ready);
        QCOMPARE(m_network->requests().size(), 5);
    }

    void whatIsVisibleStays()
    {
        open(1'000'000);
        QList<PictureStore::Wish> wishes;
        for (int i = 1; i <= 4; ++i)
            wishes.append({servePicture(i, {400, 400}), {400, 400}});
        m_store->want(wishes);
        for (const auto& wish : wishes)
            QTRY_COMPARE(stateOf(wish.url), State::Ready);
        m_store->want({});
        QVERIFY(m_store->memory() <= 1'000'000);
    }

    void anAnimationMovesOnlyWhileItIsVisible()
    {
        const QUrl url = serve(pathOf(1, {20, 10}, u"gif"_s), pictures::gif({20, 10}, {0, 1, 2}));
        m_store->want({{url, {20, 10}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        QSignalSpy repainted(m_store.get(), &PictureStore::repainted);
        const auto colour = [&] { return m_store->picture(url).image.pixel(0, 0); };
        for (const QRgb expected : {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffff0000}) {
            QTRY_VERIFY((m_clock->advance(10ms), colour() == expected));
        }
        QVERIFY(repainted.count() >= 3);
        m_store->want({});
        m_clock->advance(1s);
        repainted.clear();
        const QRgb still = colour();
        m_clock->advance(10s);
        QCOMPARE(repainted.count(), 0);
        QCOMPARE(colour(), still);
        m_store->want({{url, {20, 10}}});
        QTRY_VERIFY((m_clock->advance(10ms), colour() != still));
        QCOMPARE(m_network->requests().size(), 1);
    }

    void anAnimationStandsUntilSomebodyAsks()
    {
        const QUrl url = serve(pathOf(1, {20, 10}, u"gif"_s), pictures::gif({20, 10}, {0, 1, 2}));
        const QUrl photo = serve(pathOf(2), pictures::encoded(pictures::plain({800, 600})));
        m_store->setPlays(false);
        m_store->want({{url, {20, 10}}, {photo, {80, 60}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        QTRY_COMPARE(stateOf(photo), State::Ready);
        QVERIFY(m_store->picture(url).isStill);
        QVERIFY(!m_store->picture(photo).isStill);
        QSignalSpy repainted(m_store.get(), &PictureStore::repainted);
        const auto colour = [&] { return m_store->picture(url).image.pixel(0, 0); };
        m_clock->advance(10s);
        QCOMPARE(repainted.count(), 0);
        QCOMPARE(colour(), 0xffff0000); // the first frame
        m_store->play(url);
        QVERIFY(!m_store->picture(url).isStill);
        QTRY_VERIFY((m_clock->advance(10ms), colour() == 0xff00ff00));
        m_store->want({}); // out of sight: nobody asked for more
        m_store->want({{url, {20, 10}}});
        QVERIFY(m_store->picture(url).isStill);
    }

    void theChoiceTakesEffectOnWhatIsVisible()
    {
        const QUrl url = serve(pathOf(1, {20, 10}, u"gif"_s), pictures::gif({20, 10}, {0, 1, 2}));
        m_store->want({{url, {20, 10}}});
        QTRY_COMPARE(stateOf(url), State::Ready);
        const auto colour = [&] { return m_store->picture(url).image.pixel(0, 0); };
        QTRY_VERIFY((m_clock->advance(10ms), colour() == 0xff00ff00));
        QSignalSpy repainted(m_store.get(), &PictureStore::repainted);
        m_store->setPlays(false);
        QCOMPARE(repainted.count(), 1); // there is a sign on it now
        QVERIFY(m_store->picture(url).isStill);
        const QRgb still = colour();
        m_clock->advance(10s);
        QCOMPARE(colour(), still);
        m_store->setPlays(true);
        QTRY_VERIFY((m_clock->advance(10ms), colour() != still));
    }

    void theMainThreadIsNotHeldUp()
    {
        QList<PictureStore::Wish> wishes;
        for (int i = 1; i <= 4; ++i) {
            const QSize size(3000, 2000);
            const QUrl url = serve(pathOf(i, size) + u".large"_s,
                pictures::encoded(pictures::twoHalves(size), "jpeg"));
            wishes.append({urlOf(pathOf(i, size)), {400, 300}});
        }
        // Its own work is measured: a busy machine is not its fault.
        auto before = cpuTimeOfThisThread();
        std::chrono::nanoseconds longest{0};
        const auto measure = [&] {
            const auto now = cpuTimeOfThisThread();
            longest = std::max(longest, now - std::exchange(before, now));
        };
        m_store->want(wishes);
        measure();
        const auto done = [&] {
            return std::ranges::all_of(
                wishes, [&](const auto& wish) { return stateOf(wish.url) == State::Ready; });
        };
        QElapsedTimer all;
        for (all.start(); !done() && all.elapsed() < 30'000;) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            measure();
        }
        QVERIFY(done());
        QVERIFY2(longest < 100ms, QByteArray::number(qint64(longest.count())).constData());
    }

    void theEndOfTheStoreIsSafeAtAnyTime()
    {
        for (int rounds = 0; rounds < 6; ++rounds) {
            const QUrl url = servePicture(rounds);
            const QUrl gif = serve(
                pathOf(100 + rounds, {20, 10}, u"gif"_s), pictures::gif({20, 10}, {0, 1, 2}));
            m_store->want({{url, {100, 100}}, {gif, {20, 10}}});
            for (int i = 0; i < rounds; ++i)
                m_clock->advance(20ms);
            open();
        }
        QCOMPARE(m_store->memory(), 0);
    }
};

SKEIN_TEST(tst_PictureStore)

} // namespace pictureStoreTest

#include "tst_PictureStore.moc"
