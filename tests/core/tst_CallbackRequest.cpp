// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/CallbackRequest.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace callbackRequestTest {

using Kind = CallbackReading::Kind;

namespace {

const CallbackPlace place{21753, "/signed-in"};
const QByteArray host = "Host: 127.0.0.1:21753\r\n";

QByteArray get(const QByteArray& target, const QByteArray& headers = host)
{
    return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

} // namespace

class tst_CallbackRequest : public QObject {
    Q_OBJECT
private slots:
    void aTokenIsTaken_data();
    void aTokenIsTaken();
    void theRightPlaceWithoutATokenIsNoError_data();
    void theRightPlaceWithoutATokenIsNoError();
    void allElseIsRefused_data();
    void allElseIsRefused();
    void everyBeginningOfARequestIsIncomplete();
};

void tst_CallbackRequest::aTokenIsTaken_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("token");
    const QByteArray simple = "/signed-in?access_token=abc";
    QTest::newRow("plain") << get(simple) << u"abc"_s;
    QTest::newRow("IPv6") << get(simple, "host:[::1]:21753\r\n") << u"abc"_s;
    QTest::newRow("by name") << get(simple, "HOST:  LocalHost:21753 \r\n") << u"abc"_s;
    QTest::newRow("HTTP/1.0") << "GET " + simple + " HTTP/1.0\r\n" + host + "\r\n" << u"abc"_s;
    QTest::newRow("the whole page")
        << get(simple, host + "Sec-Fetch-Dest: document\r\n") << u"abc"_s;
    QTest::newRow("many cookies") << get(
        simple, host + "Cookie: " + QByteArray(20'000, 'c') + "\r\n")
                                  << u"abc"_s;
    QTest::newRow("not the first") << get("/signed-in?a=b&access_token=abc&c") << u"abc"_s;
    QTest::newRow("the first that is one")
        << get("/signed-in?access_token=&access_token=one&access_token=two") << u"one"_s;
    QTest::newRow("encoded") << get("/signed-in?access_token=a%2Bb+c%3D") << u"a+b+c="_s;
    QTest::newRow("the longest") << get("/signed-in?access_token=" + QByteArray(512, 't'))
                                 << QString(512, u't');
    QTest::newRow("more behind it") << get(simple) + "GET / HTTP/1.1\r\n" << u"abc"_s;
}

void tst_CallbackRequest::aTokenIsTaken()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, token);
    const CallbackReading reading = readCallback(request, place);
    QCOMPARE(int(reading.kind), int(Kind::Token));
    QCOMPARE(reading.status, 200);
    QCOMPARE(reading.token, token);
}

void tst_CallbackRequest::theRightPlaceWithoutATokenIsNoError_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("no query") << QByteArray("/signed-in");
    QTest::newRow("declined") << QByteArray("/signed-in?error=access_denied");
    QTest::newRow("empty") << QByteArray("/signed-in?access_token=");
    QTest::newRow("another name") << QByteArray("/signed-in?Access_Token=abc&xaccess_token=abc");
    QTest::newRow("in the fragment") << QByteArray("/signed-in?#access_token=abc");
}

void tst_CallbackRequest::theRightPlaceWithoutATokenIsNoError()
{
    QFETCH(const QByteArray, target);
    QVERIFY((readCallback(get(target), place) == CallbackReading{Kind::NoToken, 200, {}}));
}

void tst_CallbackRequest::allElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray target = "/signed-in?access_token=abc";
    const auto row = [](const char* name, const QByteArray& request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("no HTTP", "\x16\x03\x01 hello\r\n\r\n", 400);
    row("HTTP/2", "GET " + target + " HTTP/2\r\n" + host + "\r\n", 400);
    row("two spaces", "GET  " + target + " HTTP/1.1\r\n" + host + "\r\n", 400);
    row("a proxy's address", get("http://127.0.0.1:21753" + target), 400);
    row("control characters", get(target + "\x01"), 400);
    row("bare line ends", "GET " + target + " HTTP/1.1\nHost: 127.0.0.1:21753\n\r\n\r\n", 400);
    row("a folded header", get(target, host + " more\r\n"), 400);
    row("a header without a colon", get(target, host + "nonsense\r\n"), 400);
    row("a space in a header's name", get(target, host + "A b: c\r\n"), 400);
    row("no host", get(target, {}), 400);
    row("two hosts", get(target, host + host), 400);
    row("a page of the web", get(target, "Host: example.org\r\n"), 400);
    row("a page of the web, our port", get(target, "Host: example.org:21753\r\n"), 400);
    row("a name that ends well", get(target, "Host: x127.0.0.1:21753\r\n"), 400);
    row("another port", get(target, "Host: 127.0.0.1:80\r\n"), 400);
    row("no port", get(target, "Host: 127.0.0.1\r\n"), 400);
    row("the icon", get("/favicon.ico"), 404);
    row("the root", get("/?access_token=abc"), 404);
    row("a longer path", get("/signed-in/?access_token=abc"), 404);
    row("an encoded path", get("/signed%2Din?access_token=abc"), 404);
    row("POST", "POST " + target + " HTTP/1.1\r\n" + host + "\r\n", 405);
    row("HEAD", "HEAD " + target + " HTTP/1.1\r\n" + host + "\r\n", 405);
    row("OPTIONS", "OPTIONS " + target + " HTTP/1.1\r\n" + host + "\r\n", 405);
    row("get", "get " + target + " HTTP/1.1\r\n" + host + "\r\n", 405);
    row("as a picture", get(target, host + "Sec-Fetch-Dest: image\r\n"), 400);
    row("by a script", get(target, host + "sec-fetch-dest: empty\r\n"), 400);
    row("in a frame", get(target, host + "Sec-Fetch-Dest: iframe\r\n"), 400);
    row("a token with a space", get("/signed-in?access_token=a%20b"), 400);
    row("a token with a line end", get("/signed-in?access_token=a%0D%0Ab"), 400);
    row("a token that is no ASCII", get("/signed-in?access_token=%C3%A4"), 400);
    row("a token too long", get("/signed-in?access_token=" + QByteArray(513, 't')), 400);
    row("too much", get(target, host + "Cookie: " + QByteArray(longestCallback, 'c') + "\r\n"),
        431);
    row("no end", "GET " + target + " HTTP/1.1\r\nA: " + QByteArray(longestCallback, 'a'), 431);
}

void tst_CallbackRequest::allElseIsRefused()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QVERIFY((readCallback(request, place) == CallbackReading{Kind::Refused, status, {}}));
}

void tst_CallbackRequest::everyBeginningOfARequestIsIncomplete()
{
    const QByteArray whole = get("/signed-in?access_token=abc");
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(int(readCallback(whole.first(size), place).kind), int(Kind::Incomplete));
}

SKEIN_TEST(tst_CallbackRequest)

} // namespace callbackRequestTest

#include "tst_CallbackRequest.moc"
