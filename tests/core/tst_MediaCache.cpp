// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Routing.h"
#include "core/sync/MediaCache.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mediaCacheTest {
using Method = HttpRequest::Method;
using Consent = MediaCache::Consent;

namespace {

QString pathOf(int number) { return u"/10x10.png.%1"_s.arg(number, 32, 16, QLatin1Char('0')); }
QUrl picture(int number) { return QUrl(u"https://i.groupme.com"_s + pathOf(number)); }

HttpReply redirect(const QByteArray& to, int status = 301)
{
    HttpReply reply;
    reply.status = status;
    reply.location = to;
    return reply;
}

} // namespace

class tst_MediaCache : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_cache;

    void open()
    {
        m_cache.reset();
        m_folder.reset();
        m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
        m_cache = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, [] { return 0.5; });
    }
    Result<QByteArray> get(const QUrl& url, Consent consent = Consent::Unasked)
    {
        return resultOf(m_cache->get(url, consent));
    }
    static Result<QByteArray> resultOf(Async<QByteArray> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            return std::unexpected(Error{ErrorKind::Storage, 0, u"never finished"_s, {}});
        return future.resultCount() == 1 ? future.result()
                                         : std::unexpected(Error{ErrorKind::Cancelled, 0, {}, {}});
    }
    void serve(int number, const HttpReply& reply)
    {
        m_network->expect(Method::Get, pathOf(number), reply);
    }
    [[nodiscard]] QStringList asked() const
    {
        QStringList urls;
        for (const HttpRequest& request : m_network->requests())
            urls.append(request.url.toString());
        return urls;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        open();
    }
    void cleanup()
    {
        QVERIFY(m_network->allAsked());
        for (const HttpRequest& request : m_network->requests())
            QVERIFY(!mayCarryToken(request) && request.url.scheme() == "https"_L1);
        m_cache.reset();
        m_folder.reset();
    }

    void whatCameOnceIsHereAlsoAfterARestart()
    {
        serve(1, FakeTransport::raw(200, "bytes", "image/png"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
        open();
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
        QCOMPARE(m_network->requests().size(), 1);
        QCOMPARE(m_network->requests().first().accept, QByteArray("image/*"));
        QVERIFY(!m_network->requests().first().authorized);
        QCOMPARE(m_network->requests().first().maxReplyBytes, MediaCache::maxBytes);
    }

    void severalWhoWantTheSameAreServedByOneRequest()
    {
        serve(1, FakeTransport::raw(200, "bytes"));
        auto first = m_cache->get(picture(1));
        auto second = m_cache->get(picture(1));
        auto third = m_cache->get(picture(1));
        second.cancel();
        QCOMPARE(resultOf(first).value(), QByteArray("bytes"));
        QCOMPARE(resultOf(third).value(), QByteArray("bytes"));
        QCOMPARE(second.resultCount(), 0);
        QCOMPARE(m_network->requests().size(), 1);
    }

    void aForeignHostIsAskedOnlyWhenAPersonAsked_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("unasked");
        QTest::addColumn<bool>("asked");
        QTest::newRow("GroupMe's") << QUrl(u"https://i.groupme.com/a"_s) << true << true;
        QTest::newRow("foreign") << QUrl(u"https://pictures.example/a"_s) << false << true;
        QTest::newRow("alike") << QUrl(u"https://evilgroupme.com/a"_s) << false << true;
        QTest::newRow("plain") << QUrl(u"http://i.groupme.com/a"_s) << false << false;
        QTest::newRow("file") << QUrl(u"file:///a"_s) << false << false;
        QTest::newRow("script") << QUrl(u"javascript:a"_s) << false << false;
        QTest::newRow("user") << QUrl(u"https://a:b@i.groupme.com/a"_s) << false << false;
        QTest::newRow("none") << QUrl() << false << false;
    }
    void aForeignHostIsAskedOnlyWhenAPersonAsked()
    {
        QFETCH(const QUrl, url);
        QFETCH(const bool, unasked);
        QFETCH(const bool, asked);
        int requests = 0;
        m_network->handle(Method::Get, u"/a"_s, [&](const HttpRequest&) {
            ++requests;
            return FakeTransport::raw(404, {});
        });
        QCOMPARE(get(url).error().kind, unasked ? ErrorKind::NotFound : ErrorKind::Unsupported);
        QCOMPARE(requests, unasked ? 1 : 0);
        m_cache->forgetFailure(url);
        requests = 0;
        QCOMPARE(get(url, Consent::Asked).error().kind,
            asked ? ErrorKind::NotFound : ErrorKind::Unsupported);
        QCOMPARE(requests, asked ? 1 : 0);
    }

    void redirectsAreFollowedAndKeptUnderTheFirstAddress()
    {
        serve(1, redirect("https://blobs.example/one?sig=1"));
        m_network->expect(Method::Get, u"/one"_s, redirect("two?sig=a%2Bb", 302));
        m_network->expect(Method::Get, u"/two"_s, FakeTransport::raw(200, "bytes"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
        QCOMPARE(asked().last(), u"https://blobs.example/two?sig=a%2Bb"_s);
        open();
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
        QCOMPARE(m_network->requests().size(), 3);
    }

    void redirectsLeadNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("plain http") << QByteArray("http://i.groupme.com/x");
        QTest::newRow("file") << QByteArray("file:///etc/hostname");
        QTest::newRow("data") << QByteArray("data:image/png;base64,AAAA");
        QTest::newRow("this machine") << QByteArray("https://127.0.0.1/x");
        QTest::newRow("this machine, by name") << QByteArray("https://localhost/x");
        QTest::newRow("user") << QByteArray("https://a:b@i.groupme.com/x");
        QTest::newRow("nowhere") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("https://[");
    }
    void redirectsLeadNowhereElse()
    {
        QFETCH(const QByteArray, to);
        serve(1, redirect(to));
        QVERIFY(!get(picture(1)).has_value());
        QCOMPARE(m_network->requests().size(), 1);
        QVERIFY(!m_cache->mayTry(picture(1)));
    }

    void redirectsInACircleEnd()
    {
        m_network->handle(Method::Get, pathOf(1),
            [](const HttpRequest&) { return redirect(pathOf(1).toUtf8(), 307); });
        QVERIFY(!get(picture(1)).has_value());
        QCOMPARE(m_network->requests().size(), 6);
    }

    void aSmallerVersionThatIsNotThereFallsBackToTheWhole()
    {
        for (const QString& suffix : {u".large"_s, u".preview"_s, u".avatar"_s}) {
            QUrl url = picture(1);
            url.setPath(url.path() + suffix);
            m_network->expect(Method::Get, url.path(), FakeTransport::raw(404, {}));
            serve(1, FakeTransport::raw(200, "whole"));
            QCOMPARE(get(url).value(), QByteArray("whole"));
        }
        const QUrl elsewhere(u"https://m.groupme.com/a.large"_s);
        m_network->expect(Method::Get, elsewhere.path(), FakeTransport::raw(404, {}));
        QCOMPARE(get(elsewhere).error().kind, ErrorKind::NotFound);
    }

    void whatIsNotThereIsNotAskedForAgainForTenMinutes_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {403, 404, 410, 400})
            QTest::addRow("%d", status) << status;
    }
    void whatIsNotThereIsNotAskedForAgainForTenMinutes()
    {
        QFETCH(const int, status);
        serve(1, FakeTransport::raw(status, {}));
        const auto error = get(picture(1)).error();
        QCOMPARE(error.status, status);
        m_clock->advance(10min - 1s);
        QVERIFY(!m_cache->mayTry(picture(1)));
        QCOMPARE(get(picture(1)).error(), error);
        QCOMPARE(m_network->requests().size(), 1);
        m_clock->advance(1s);
        serve(1, FakeTransport::raw(200, "bytes"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
    }

    void passingTroubleIsMetWithGrowingPauses()
    {
        m_network->handle(Method::Get, pathOf(1),
            [](const HttpRequest&) { return FakeTransport::noAnswer(ErrorKind::Unreachable); });
        QList<std::chrono::milliseconds> pauses;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!get(picture(1)).has_value());
            const auto failed = m_clock->monotonic();
            while (!m_cache->mayTry(picture(1)))
                m_clock->advance(100ms);
            pauses.append(m_clock->monotonic() - failed);
        }
        QVERIFY(std::ranges::is_sorted(pauses));
        QVERIFY(pauses.first() < 3s && pauses.last() > 3s && pauses.last() <= 60s);
        QCOMPARE(m_network->requests().size(), 5);
    }

    void aServiceThatAsksForAPauseGetsIt()
    {
        HttpReply busy = FakeTransport::raw(429, {});
        busy.retryAfter = "40";
        serve(1, busy);
        QVERIFY(!get(picture(1)).has_value());
        m_clock->advance(39s);
        QVERIFY(!m_cache->mayTry(picture(1)));
        m_clock->advance(1s);
        QVERIFY(m_cache->mayTry(picture(1)));
    }

    void aPersonNeedNotWait()
    {
        serve(1, FakeTransport::raw(404, {}));
        QVERIFY(!get(picture(1)).has_value());
        m_cache->forgetFailure(picture(1));
        serve(1, FakeTransport::raw(200, "bytes"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
    }

    void whatIsNoPictureIsNeitherKeptNorAskedForAgain()
    {
        serve(1, FakeTransport::raw(200, "<html>", "image/png"));
        QCOMPARE(get(picture(1)).value(), QByteArray("<html>"));
        m_cache->refuse(picture(1));
        QCOMPARE(get(picture(1)).error().kind, ErrorKind::Malformed);
        m_clock->advance(10min);
        serve(1, FakeTransport::raw(200, "bytes"));
        QCOMPARE(get(picture(1)).value(), QByteArray("bytes"));
    }

    void anAnswerThatIsTooLargeOrEmptyIsAFailure()
    {
        serve(1, FakeTransport::raw(200, QByteArray(MediaCache::maxBytes + 1, 'x')));
        QCOMPARE(get(picture(1)).error().kind, ErrorKind::TooLarge);
        serve(2, FakeTransport::raw(200, {}));
        QCOMPARE(get(picture(2)).error().kind, ErrorKind::Malformed);
        serve(3, FakeTransport::raw(204, {}));
        QCOMPARE(get(picture(3)).error().kind, ErrorKind::Malformed);
    }

    void fewAtATimeAndTheNewestWishFirst()
    {
        for (int i = 1; i <= 7; ++i)
            serve(i, FakeTransport::raw(200, "bytes"));
        m_network->hold();
        QList<Async<QByteArray>> wishes;
        for (int i = 1; i <= 4; ++i)
            wishes.append(m_cache->get(picture(i)));
        QTRY_COMPARE(m_network->inFlight(), 4);
        for (int i = 5; i <= 7; ++i)
            wishes.append(m_cache->get(picture(i)));
        QVERIFY(resultOf(m_folder->read(picture(9))).error().kind == ErrorKind::NotFound);
        m_clock->advance(0ms); // what was read from disk is told
        QCOMPARE(m_network->inFlight(), MediaCache::maxInFlight);
        m_network->releaseOne();
        QTRY_COMPARE(asked().size(), 5);
        QCOMPARE(asked().last(), picture(7).toString());
        m_network->release();
        for (const auto& wish : wishes)
            QCOMPARE(resultOf(wish).value(), QByteArray("bytes"));
        QCOMPARE(asked().mid(5), (QStringList{picture(6).toString(), picture(5).toString()}));
    }

    void aWishThatIsTakenBackIsDroppedWhereverItIs()
    {
        m_network->hold();
        QList<Async<QByteArray>> wishes;
        for (int i = 1; i <= 5; ++i) {
            if (i < 5)
                serve(i, FakeTransport::raw(200, "bytes"));
            wishes.append(m_cache->get(picture(i)));
        }
        QTRY_COMPARE(m_network->inFlight(), 4);
        auto unread = m_cache->get(picture(6));
        unread.cancel();
        for (auto& wish : wishes) // the one that waits goes first
            if (&wish == &wishes.last())
                wish.cancel();
        m_clock->advance(0ms);
        wishes.first().cancel();
        QTRY_COMPARE(m_network->inFlight(), 3);
        QCOMPARE(m_network->cancelled(), 1);
        QVERIFY(m_cache->mayTry(picture(1)));
        m_network->release();
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(resultOf(wishes.at(i)).value(), QByteArray("bytes"));
        QCOMPARE(asked().size(), 4);
    }

    void theEndOfTheCacheCancels()
    {
        serve(1, FakeTransport::raw(200, "bytes"));
        m_network->hold();
        auto wish = m_cache->get(picture(1));
        QTRY_COMPARE(m_network->inFlight(), 1);
        m_cache.reset();
        QVERIFY(wish.isFinished());
        QCOMPARE(wish.resultCount(), 0);
        QTRY_COMPARE(m_network->inFlight(), 0);
    }
};

SKEIN_TEST(tst_MediaCache)

} // namespace mediaCacheTest

#include "tst_MediaCache.moc"
