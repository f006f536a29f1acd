// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/UploadApi.h"
#include "core/net/Routing.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace uploadApiTest {

namespace {

using Method = HttpRequest::Method;
using Answer = FakeTransport::Answer;

const ConversationId pair = ConversationId::direct({u"1001"_s}, {u"20001"_s});
const QString picturesPlace = u"/pictures"_s;
const QString filePlace = u"/v1/1001%2B20001/files"_s;
const QString jobPlace = u"/v1/1001%2B20001/uploadStatus"_s;
const QByteArray address = "https://i.groupme.com/64x48.png.0123456789abcdef0123456789abcdef";
const QByteArray bytes("\x89PNG\r\n\0\xff\x80", 9);

HttpReply told(const QByteArray& body, int status = 200)
{
    return FakeTransport::raw(status, body);
}

/// Runs events until the call has answered.
template <class T>
Result<T> answerOf(const Async<T>& call)
{
    return QTest::qWaitFor([&] { return call.isFinished(); })
        ? call.result()
        : std::unexpected(Error{ErrorKind::TimedOut, 0, u"the call never ends"_s, {}});
}

struct UploadDesk {
    FakeTransport network;
    UploadApi api{network};

    Result<QUrl> image(const QByteArray& type = "image/png")
    {
        return answerOf(api.uploadImage(bytes, type));
    }
    Result<QUrl> imageAnswered(const Answer& answer, const QByteArray& type = "image/jpeg")
    {
        network.expect(Method::Post, picturesPlace, answer);
        return image(type);
    }
    Result<QString> fileAnswered(const Answer& answer)
    {
        network.expect(Method::Post, filePlace, answer);
        return answerOf(api.uploadFile(pair, u"a b.pdf"_s, bytes, "application/pdf"));
    }
    Result<FileJob> jobAnswered(const Answer& answer)
    {
        network.expect(Method::Get, jobPlace, answer);
        return answerOf(api.fileJob(pair, u"j-1"_s));
    }
};

} // namespace

class tst_UploadApi : public QObject {
    Q_OBJECT

private slots:
    void aPictureGoesUpAsItIs();
    void aRefusedTypeIsTriedOnceMoreAsJpeg_data();
    void aRefusedTypeIsTriedOnceMoreAsJpeg();
    void whatIsNotAboutTheTypeIsNotTriedAgain_data();
    void whatIsNotAboutTheTypeIsNotTriedAgain();
    void jpegItselfIsTriedOnce();
    void onlyAddressesOfGroupMeAreTaken_data();
    void onlyAddressesOfGroupMeAreTaken();
    void aFileGoesUpUnderItsEncodedName();
    void theJobIsTakenFromTheServicesOwnAddressOnly_data();
    void theJobIsTakenFromTheServicesOwnAddressOnly();
    void bothWordsMeanDone_data();
    void bothWordsMeanDone();
    void theStatusIsAskedAtOurOwnAddress();
    void whatMayBeTriedLater_data();
    void whatMayBeTriedLater();
    void aRefusalStandsWhateverItsPageLooksLike();
    void cancellingEndsTheRequest();
    void bytesOnTheirWayAreTold();
    void longBodiesGetTime();
};

void tst_UploadApi::aPictureGoesUpAsItIs()
{
    UploadDesk desk;
    const auto url = desk.imageAnswered(
        told("{\"payload\":{\"url\":\"" + address + "\",\"picture_url\":\"x\"}}"), "image/png");
    QCOMPARE(url, QUrl(QString::fromLatin1(address)));
    QCOMPARE(desk.network.requests().size(), 1);
    const HttpRequest sent = desk.network.requests().first();
    QCOMPARE(sent.method, Method::Post);
    QCOMPARE(sent.url.toEncoded(), QByteArray("https://image.groupme.com/pictures"));
    QCOMPARE(sent.body, bytes);
    QCOMPARE(sent.contentType, QByteArray("image/png"));
    QVERIFY(mayCarryToken(sent));
}

void tst_UploadApi::aRefusedTypeIsTriedOnceMoreAsJpeg_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 404, 415, 422})
        QTest::addRow("%d", status) << status;
}

void tst_UploadApi::aRefusedTypeIsTriedOnceMoreAsJpeg()
{
    QFETCH(const int, status);
    UploadDesk desk;
    desk.network.expect(Method::Post, picturesPlace, FakeTransport::failure(status));
    desk.network.expect(
        Method::Post, picturesPlace, told("{\"payload\":{\"picture_url\":\"" + address + "\"}}"));
    QCOMPARE(desk.image("image/png"), QUrl(QString::fromLatin1(address)));
    QCOMPARE(desk.network.requests().size(), 2);
    QCOMPARE(desk.network.requests().last().contentType, QByteArray("image/jpeg"));
    QCOMPARE(desk.network.requests().last().body, bytes);
}

void tst_UploadApi::whatIsNotAboutTheTypeIsNotTriedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("token") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("forbidden") << 403 << ErrorKind::Forbidden;
    QTest::newRow("too large") << 413 << ErrorKind::BadRequest;
    QTest::newRow("too many") << 429 << ErrorKind::RateLimited;
    QTest::newRow("trouble there") << 503 << ErrorKind::Server;
}

void tst_UploadApi::whatIsNotAboutTheTypeIsNotTriedAgain()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    UploadDesk desk;
    const auto url = desk.imageAnswered(FakeTransport::failure(status), "image/png");
    QCOMPARE(url.error().kind, kind);
    QCOMPARE(desk.network.requests().size(), 1);
}

void tst_UploadApi::jpegItselfIsTriedOnce()
{
    UploadDesk desk;
    const auto url = desk.imageAnswered(FakeTransport::failure(400, {u"no picture"_s}));
    QCOMPARE(url.error().kind, ErrorKind::BadRequest);
    QCOMPARE(url.error().detail, u"no picture"_s);
    QCOMPARE(desk.network.requests().size(), 1);
}

void tst_UploadApi::onlyAddressesOfGroupMeAreTaken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("elsewhere") << QByteArray("{\"payload\":{\"url\":\"https://example.com/a\"}}");
    QTest::newRow("like it") << QByteArray("{\"payload\":{\"url\":\"https://evilgroupme.com/a\"}}");
    QTest::newRow("plain") << QByteArray("{\"payload\":{\"url\":\"http://i.groupme.com/a\"}}");
    QTest::newRow("a file") << QByteArray("{\"payload\":{\"url\":\"file:///etc/passwd\"}}");
    QTest::newRow("with a name") << QByteArray(
        "{\"payload\":{\"url\":\"https://a@i.groupme.com/\"}}");
    QTest::newRow("no text") << QByteArray("{\"payload\":{\"url\":7}}");
    QTest::newRow("no payload") << QByteArray("{\"url\":\"https://i.groupme.com/a\"}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("half") << QByteArray("{\"payload\":{\"url\":\"https://i.group");
    QTest::newRow("empty") << QByteArray();
}

void tst_UploadApi::onlyAddressesOfGroupMeAreTaken()
{
    QFETCH(const QByteArray, body);
    UploadDesk desk;
    const auto url = desk.imageAnswered(told(body));
    QVERIFY(!url);
    QCOMPARE(url.error().kind, ErrorKind::Malformed);
    QVERIFY(!mayUploadLater(url.error()));
}

void tst_UploadApi::aFileGoesUpUnderItsEncodedName()
{
    UploadDesk desk;
    desk.network.expect(Method::Post, filePlace,
        told("{\"status_url\":\"https://file.groupme.com/v1/1/uploadStatus?job=j%2B1\"}", 201));
    const QString name = u"a b/c+d&e=\u00fc\U0001F30A#?.pdf"_s;
    const auto job = answerOf(desk.api.uploadFile(pair, name, bytes, {}));
    QCOMPARE(job, u"j+1"_s);
    const HttpRequest sent = desk.network.requests().first();
    QCOMPARE(sent.url.toEncoded(),
        QByteArray("https://file.groupme.com/v1/1001%2B20001/files"
                   "?name=a%20b%2Fc%2Bd%26e%3D%C3%BC%F0%9F%8C%8A%23%3F.pdf"));
    QCOMPARE(sent.body, bytes);
    QCOMPARE(sent.contentType, QByteArray("application/octet-stream"));
    QVERIFY(mayCarryToken(sent));
}

void tst_UploadApi::theJobIsTakenFromTheServicesOwnAddressOnly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("elsewhere") << QByteArray("{\"status_url\":\"https://example.com/?job=1\"}");
    QTest::newRow("plain") << QByteArray("{\"status_url\":\"http://file.groupme.com/?job=1\"}");
    QTest::newRow("no job") << QByteArray("{\"status_url\":\"https://file.groupme.com/v1\"}");
    QTest::newRow("no address") << QByteArray("{\"status\":\"complete\"}");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("empty") << QByteArray();
}

void tst_UploadApi::theJobIsTakenFromTheServicesOwnAddressOnly()
{
    QFETCH(const QByteArray, body);
    UploadDesk desk;
    const auto job = desk.fileAnswered(told(body, 201));
    QVERIFY(!job);
    QCOMPARE(job.error().kind, ErrorKind::Malformed);
}

void tst_UploadApi::bothWordsMeanDone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FileJob>("job");
    const FileJob done{true, u"f-9"_s};
    QTest::newRow("complete") << QByteArray("{\"status\":\"complete\",\"file_id\":\"f-9\"}")
                              << done;
    QTest::newRow("completed") << QByteArray("{\"status\":\"completed\",\"file_id\":\"f-9\"}")
                               << done;
    QTest::newRow("a number") << QByteArray(
        "{\"status\":\"complete\",\"file_id\":912345678901234567}")
                              << FileJob{true, u"912345678901234567"_s};
    QTest::newRow("processing") << QByteArray("{\"status\":\"processing\"}") << FileJob{};
    QTest::newRow("Complete") << QByteArray("{\"status\":\"Complete\",\"file_id\":\"f\"}")
                              << FileJob{};
    QTest::newRow("nothing") << QByteArray("{}") << FileJob{};
}

void tst_UploadApi::bothWordsMeanDone()
{
    QFETCH(const QByteArray, body);
    QFETCH(const FileJob, job);
    UploadDesk desk;
    QCOMPARE(desk.jobAnswered(told(body)), job);
}

void tst_UploadApi::theStatusIsAskedAtOurOwnAddress()
{
    UploadDesk desk;
    desk.network.expect(Method::Get, jobPlace, told("{\"status\":\"complete\"}"));
    const auto job = answerOf(desk.api.fileJob(pair, u"a&b=../x"_s));
    QCOMPARE(job.error().kind, ErrorKind::Malformed); // done, but with what?
    const HttpRequest sent = desk.network.requests().first();
    QCOMPARE(sent.url.toEncoded(),
        QByteArray("https://file.groupme.com/v1/1001%2B20001/uploadStatus?job=a%26b%3D..%2Fx"));
    QVERIFY(mayCarryToken(sent));
    QCOMPARE(desk.jobAnswered(told("[]")).error().kind, ErrorKind::Malformed);
    QCOMPARE(desk.jobAnswered(FakeTransport::failure(404)).error().kind, ErrorKind::NotFound);
}

void tst_UploadApi::whatMayBeTriedLater_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("later");
    for (const ErrorKind kind : {ErrorKind::Unreachable, ErrorKind::Interrupted,
             ErrorKind::TimedOut, ErrorKind::NotGroupMe, ErrorKind::RateLimited, ErrorKind::Server})
        QTest::addRow("kind %d", int(kind)) << kind << true;
    for (const ErrorKind kind :
        {ErrorKind::BadRequest, ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Malformed})
        QTest::addRow("kind %d", int(kind)) << kind << false;
}

void tst_UploadApi::whatMayBeTriedLater()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, later);
    QCOMPARE(mayUploadLater(Error{.kind = kind}), later);
}

void tst_UploadApi::aRefusalStandsWhateverItsPageLooksLike()
{
    UploadDesk desk;
    const HttpReply page = FakeTransport::raw(413, "<html>too large</html>", "text/html");
    QVERIFY(!mayUploadLater(desk.imageAnswered(page).error()));
    QVERIFY(!mayUploadLater(desk.fileAnswered(page).error()));
    const HttpReply portal = FakeTransport::raw(200, "<html>sign in</html>", "text/html");
    QVERIFY(mayUploadLater(desk.imageAnswered(portal).error()));
    const auto untyped = FakeTransport::raw(
        200, "{\"payload\":{\"url\":\"" + address + "\"}}", "text/plain; charset=utf-8");
    QVERIFY(desk.imageAnswered(untyped).has_value());
}

void tst_UploadApi::cancellingEndsTheRequest()
{
    UploadDesk desk;
    desk.network.hold();
    desk.network.expect(Method::Post, picturesPlace, told("{}"));
    auto call = desk.api.uploadImage(bytes, "image/png");
    call.cancel();
    QVERIFY(QTest::qWaitFor([&] { return desk.network.cancelled() == 1; }));
    QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
    QCOMPARE(call.resultCount(), 0);
}

void tst_UploadApi::bytesOnTheirWayAreTold()
{
    UploadDesk desk;
    desk.network.hold();
    desk.network.expect(Method::Post, picturesPlace, told("{}"));
    QList<qint64> seen;
    const auto call = desk.api.uploadImage(
        bytes, "image/png", [&](qint64 done, qint64 total) { seen << done << total; });
    QVERIFY(desk.network.requests().first().progress);
    desk.network.requests().first().progress->sent(4, 9);
    QCOMPARE(seen, (QList<qint64>{4, 9}));
    desk.network.release();
    QVERIFY(!answerOf(call));
}

void tst_UploadApi::longBodiesGetTime()
{
    using namespace std::chrono_literals;
    UploadDesk desk;
    (void)desk.imageAnswered(told("{}"));
    desk.network.expect(Method::Post, picturesPlace, told("{}"));
    (void)answerOf(desk.api.uploadImage(QByteArray(10'000'000, 'x'), "image/jpeg"));
    const HttpRequest& small = desk.network.requests().first();
    const HttpRequest& big = desk.network.requests().last();
    QVERIFY(small.timeout <= 2min);
    QVERIFY(big.timeout >= 15min);
    QVERIFY(small.stall && big.stall && *big.stall <= 1min);
}

SKEIN_TEST(tst_UploadApi)

} // namespace uploadApiTest

#include "tst_UploadApi.moc"
