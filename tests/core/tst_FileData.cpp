// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"
#include "core/api/FileData.h"
#include "core/net/Routing.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace skein;
using namespace Qt::StringLiterals;

namespace fileDataTest {

namespace {

QJsonValue opened(const QByteArray& body)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    return openEnvelope(reply).value();
}

} // namespace

class tst_FileData : public QObject {
    Q_OBJECT

private slots:
    void filesOfAConversationAreAskedForTogether();
    void filesAreReadAsTheServiceTellsThem();
    void whatIsNoListOfFilesIsNone();
};

void tst_FileData::filesOfAConversationAreAskedForTogether()
{
    const auto request = endpoints::fileData(fixtureChat(), {u"a-1"_s, u"b-2"_s});
    QCOMPARE(request.method, HttpRequest::Method::Post);
    QCOMPARE(request.url.toEncoded(), "https://file.groupme.com/v1/1001%2B20450/fileData");
    QCOMPARE(request.body, "{\"file_ids\":[\"a-1\",\"b-2\"]}");
    QCOMPARE(request.contentType, "application/json");
    QVERIFY(mayCarryToken(request));
}

void tst_FileData::filesAreReadAsTheServiceTellsThem()
{
    const auto files = json::fileData(opened("[{\"file_id\":\"a\",\"meta\":200,\"file_data\":"
                                             "{\"file_name\":\"../x.pdf\",\"file_size\":\"1234\","
                                             "\"mime_type\":\"application/pdf\"}},"
                                             "{\"file_id\":\"b\",\"meta\":404},"
                                             "{\"file_id\":\"c\",\"meta\":200,\"file_data\":"
                                             "{\"file_name\":null,\"file_size\":-7}},"
                                             "{\"file_id\":\"d\",\"meta\":500},"
                                             "{\"meta\":200,\"file_data\":{\"file_size\":1}},"
                                             "7,null]"));
    QVERIFY(files);
    QCOMPARE(files->size(), 3);
    QCOMPARE(files->at(0),
        (FileFacts{
            .id = u"a"_s, .name = u"../x.pdf"_s, .size = 1234, .mimeType = u"application/pdf"_s}));
    QCOMPARE(files->at(1), (FileFacts{.id = u"b"_s, .isGone = true}));
    QCOMPARE(files->at(2), (FileFacts{.id = u"c"_s}));
}

void tst_FileData::whatIsNoListOfFilesIsNone()
{
    QVERIFY(!json::fileData(opened("{\"file_id\":\"a\"}")));
    QVERIFY(!json::fileData({}));
    QVERIFY(json::fileData(opened("[]"))->isEmpty());
}

SKEIN_TEST(tst_FileData)

} // namespace fileDataTest

#include "tst_FileData.moc"
