// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"
#include "tests/support/SkeinTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace envelopeTest {

namespace {

HttpReply reply(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    HttpReply made;
    made.status = status;
    made.body = body;
    made.contentType = type;
    return made;
}

const QByteArray page = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";

} // namespace

class tst_Envelope : public QObject {
    Q_OBJECT

private slots:
    void aSuccessIsTheStatusWhateverMetaSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("errors []")
            << 200 << QByteArray(R"({"response":{},"meta":{"code":200,"errors":[]}})");
        QTest::newRow("errors null")
            << 200 << QByteArray(R"({"response":{},"meta":{"code":200,"errors":null}})");
        QTest::newRow("errors absent")
            << 200 << QByteArray(R"({"response":{},"meta":{"code":200}})");
        QTest::newRow("code 20000")
            << 200 << QByteArray(R"({"response":{},"meta":{"code":20000}})");
        QTest::newRow("code 400") << 201 << QByteArray(R"({"response":{},"meta":{"code":400}})");
        QTest::newRow("errors there")
            << 202 << QByteArray(R"({"response":{},"meta":{"errors":["x"]}})");
        QTest::newRow("no meta") << 200 << QByteArray(R"({"response":{}})");
        QTest::newRow("bare") << 200 << QByteArray("{}");
        QTest::newRow("byte order mark") << 200 << QByteArray("\xEF\xBB\xBF {\"response\":{}}");
    }
    void aSuccessIsTheStatusWhateverMetaSays()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const auto value = openEnvelope(reply(status, body));
        QVERIFY(value.has_value());
        QCOMPARE(*value, QJsonValue(QJsonObject()));
    }

    void aBareValueNeedsNoEnvelope()
    {
        QCOMPARE(openEnvelope(reply(200, "[1]")).value(), QJsonValue(QJsonArray{1}));
        QCOMPARE(openEnvelope(reply(200, R"({"read_receipt":{}})"))->toObject().size(), 1);
    }

    void noBodyIsNull_data()
    {
        QTest::addColumn<HttpReply>("answer");
        QTest::newRow("304") << reply(304, {}, {});
        QTest::newRow("304 never parsed") << reply(304, "nonsense", "text/html");
        QTest::newRow("204") << reply(204, {}, {});
        QTest::newRow("empty 200 of type html") << reply(200, " \n", "text/html");
        QTest::newRow("response null") << reply(200, R"({"response":null,"meta":{"code":200}})");
        QTest::newRow("only meta") << reply(200, R"({"meta":{"code":200}})");
    }
    void noBodyIsNull()
    {
        QFETCH(const HttpReply, answer);
        const auto value = openEnvelope(answer);
        QVERIFY(value.has_value());
        QVERIFY(value->isNull());
    }

    void anErrorHasTheKindOfItsStatus_data()
    {
        QTest::addColumn<HttpReply>("answer");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray refusal
            = R"({"response":null,"meta":{"code":1,"errors":["no","really"]}})";
        const auto row
            = [](int status, const QByteArray& body, const QByteArray& type, ErrorKind kind) {
                  QTest::addRow("%d %s %s", status, type.constData(), body.left(6).constData())
                      << reply(status, body, type) << kind;
              };
        using enum ErrorKind;
        const QByteArray json = "application/json; charset=utf-8";
        for (const auto& [status, kind] : QList<std::pair<int, ErrorKind>>{{400, BadRequest},
                 {401, Unauthorized}, {403, Forbidden}, {404, NotFound}, {405, BadRequest},
                 {409, Conflict}, {420, RateLimited}, {429, RateLimited}, {500, Server},
                 {502, Server}, {503, Server}, {504, Server}}) {
            row(status, refusal, json, kind);
            row(status, {}, {}, kind);
            row(status, "plain words", "text/plain", kind);
        }
        for (const int status : {200, 201, 301, 302, 307, 400, 401, 403, 404, 409, 511})
            row(status, page, "text/html", NotGroupMe);
        row(200, page, json, NotGroupMe);
        row(401, page, json, NotGroupMe);
        row(403, "blocked", "text/html", NotGroupMe);
        row(200, "blocked", "text/plain", NotGroupMe);
        row(200, R"({"a":1})", "text/html", NotGroupMe);
        row(302, {}, {}, NotGroupMe);
        row(502, page, "text/html", Server);
        row(429, page, "text/html", RateLimited);
        row(200, "{\"response\":[{\"id\":\"17600", json, Malformed);
        row(200, "{\"response\":\"unfinished", json, Malformed);
        row(200, "{\"response\":\"\xff\xfe\"}", json, Malformed);
    }
    void anErrorHasTheKindOfItsStatus()
    {
        QFETCH(const HttpReply, answer);
        QFETCH(const ErrorKind, kind);
        const auto value = openEnvelope(answer);
        QVERIFY(!value.has_value());
        QCOMPARE(value.error().kind, kind);
        QCOMPARE(value.error().status, answer.status);
    }

    void theServicesWordsAreTheDetail()
    {
        const auto detail
            = [](const QByteArray& body) { return openEnvelope(reply(400, body)).error().detail; };
        QCOMPARE(detail(R"({"meta":{"errors":["text is too long","and dull"]}})"),
            u"text is too long; and dull"_s);
        QCOMPARE(detail(R"({"meta":{"errors":"one word"}})"), u"one word"_s);
        QCOMPARE(detail(R"({"meta":{"errors":[null,7,{},""]}})"), QString());
        QCOMPARE(detail(R"({"meta":null})"), QString());
        QVERIFY(
            detail("{\"meta\":{\"errors\":[\"" + QByteArray(100000, 'x') + "\"]}}").size() < 1000);
    }

    void retryAfterIsRead()
    {
        auto limited = reply(429, {});
        QVERIFY(!openEnvelope(limited).error().retryAfter.has_value());
        limited.retryAfter = "12";
        QCOMPARE(openEnvelope(limited).error().retryAfter.value(), std::chrono::milliseconds(12s));
        limited.date = "Thu, 09 Oct 2025 08:53:20 GMT";
        limited.retryAfter = "Thu, 09 Oct 2025 08:55:00 GMT";
        QCOMPARE(openEnvelope(limited).error().retryAfter.value(), std::chrono::milliseconds(100s));
    }

    void deepNestingIsAnErrorNotACrash()
    {
        const QByteArray deep = QByteArray(10000, '[') + QByteArray(10000, ']');
        QCOMPARE(openEnvelope(reply(200, deep)).error().kind, ErrorKind::Malformed);
        const QByteArray inside = R"({"response":)" + deep + "}";
        QCOMPARE(openEnvelope(reply(200, inside)).error().kind, ErrorKind::Malformed);
        QCOMPARE(openEnvelope(reply(400, inside)).error().kind, ErrorKind::BadRequest);
    }

    void noIntegerLosesADigit_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("quoted");
        const auto same
            = [](const char* json) { QTest::newRow(json) << QByteArray(json) << QByteArray(json); };
        same(R"({"id":176000000012345679})");
        same(R"({"text":"9999999999999999999999"})");
        same("{\"text\":\"\\\"9999999999999999999999\"}");
        same("{\"text\":\"\\\\\"}");
        same("0.1234567890123456789012");
        same("1234567890123456789012e1");
        same("{\"unfinished 99999999999999999999");
        same("{\"unfinished \\");
        same("");
        QTest::newRow("19 digits") << QByteArray(R"({"id":9223372036854775807})")
                                   << QByteArray(R"({"id":"9223372036854775807"})");
        QTest::newRow("list") << QByteArray("[1,99999999999999999999,\"a\",-99999999999999999999]")
                              << QByteArray(
                                     R"([1,"99999999999999999999","a","-99999999999999999999"])");
        QTest::newRow("first") << QByteArray("99999999999999999999")
                               << QByteArray("\"99999999999999999999\"");
    }
    void noIntegerLosesADigit()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, quoted);
        QCOMPARE(withLongIntegersQuoted(json), quoted);
    }

    void idsBeyondDoublesAndBeyond64BitsComeWhole()
    {
        const auto value
            = openEnvelope(reply(200, R"({"response":[176000000012345679,18446744073709551617]})"));
        QCOMPARE(value->toArray().at(0).toInteger(), 176000000012345679);
        QCOMPARE(value->toArray().at(1).toString(), u"18446744073709551617"_s);
    }
};

SKEIN_TEST(tst_Envelope)

} // namespace envelopeTest

#include "tst_Envelope.moc"
