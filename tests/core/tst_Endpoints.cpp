// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Endpoints.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace endpointsTest {
using Method = HttpRequest::Method;
using Kind = PageCursor::Kind;

namespace {

const auto direct = ConversationId::direct({u"1001"_s}, {u"20450"_s});
const MessageId message{u"176000010011112222"_s};

QJsonObject bodyOf(const HttpRequest& request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class tst_Endpoints : public QObject {
    Q_OBJECT

private slots:
    void everyAddressIsExactlyThis_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](const char* name, const HttpRequest& r, Method m, const char* url) {
            QTest::newRow(name) << r << int(m) << QByteArray(url);
        };
        row("me", endpoints::me(), Method::Get, "https://api.groupme.com/v3/users/me");
        row("chats", endpoints::chats(3), Method::Get,
            "https://api.groupme.com/v3/chats?page=3&per_page=100&include=unread_count");
        row("chat", endpoints::chat(direct), Method::Get,
            "https://api.groupme.com/v3/chats/1001%2B20450");
        const auto page = [](Kind kind) {
            return endpoints::directMessages({u"20450"_s}, {kind, message}, 100);
        };
        row("newest", page(Kind::Newest), Method::Get,
            "https://api.groupme.com/v3/direct_messages?other_user_id=20450&limit=100");
        row("before", page(Kind::Before), Method::Get,
            "https://api.groupme.com/v3/direct_messages?other_user_id=20450&limit=100"
            "&before_id=176000010011112222");
        row("since", page(Kind::Since), Method::Get,
            "https://api.groupme.com/v3/direct_messages?other_user_id=20450&limit=100"
            "&since_id=176000010011112222");
        row("after", page(Kind::After), Method::Get,
            "https://api.groupme.com/v3/direct_messages?other_user_id=20450&limit=100"
            "&after_id=176000010011112222");
        row("send", endpoints::sendDirectMessage({u"20450"_s}, {}), Method::Post,
            "https://api.groupme.com/v3/direct_messages");
        row("delete", endpoints::deleteMessage(direct, message), Method::Delete,
            "https://api.groupme.com/v3/conversations/1001%2B20450/messages/176000010011112222");
        row("revoke", endpoints::revokeToken(), Method::Post,
            "https://v2.groupme.com/access_tokens/current/destroy");
        row("receipt", endpoints::sendReadReceipt(direct, message), Method::Post,
            "https://v2.groupme.com/read_receipts");
        row("positions", endpoints::readPositions(), Method::Get,
            "https://api.groupme.com/v4/read_receipts");
    }
    void everyAddressIsExactlyThis()
    {
        QFETCH(const HttpRequest, request);
        QFETCH(const int, method);
        QFETCH(const QByteArray, url);
        QCOMPARE(int(request.method), method);
        QCOMPARE(request.url.toEncoded(), url);
        QVERIFY(request.authorized);
        const bool isPost = request.method == Method::Post;
        QCOMPARE(request.contentType, isPost ? QByteArray("application/json") : QByteArray());
        QCOMPARE(request.body.isEmpty(), !isPost);
    }

    void aHostileIdStaysInItsPlace()
    {
        const auto request
            = endpoints::directMessages({u"1&limit=1#x+é"_s}, {Kind::Before, {u"../ ?\"<"_s}}, 100);
        QCOMPARE(request.url.toEncoded(),
            QByteArray("https://api.groupme.com/v3/direct_messages?other_user_id="
                       "1%26limit%3D1%23x%2B%C3%A9&limit=100&before_id=..%2F%20%3F%22%3C"));
        const auto chat = endpoints::chat({ConversationId::Kind::Direct, u"a/b?c"_s, {}});
        QCOMPARE(chat.url.toEncoded(), QByteArray("https://api.groupme.com/v3/chats/a%2Fb%3Fc"));
    }

    void aSentMessageIsWrappedAsTheSeedSays()
    {
        const QJsonArray attachments{QJsonObject{{u"type"_s, u"image"_s}}};
        const auto request = endpoints::sendDirectMessage(
            {u"20450"_s}, {{u"guid-1"_s}, u"see <you>\n\"at\" 6 😀"_s, attachments});
        const QJsonObject expected{{u"direct_message"_s,
            QJsonObject{{u"source_guid"_s, u"guid-1"_s}, {u"recipient_id"_s, u"20450"_s},
                {u"text"_s, u"see <you>\n\"at\" 6 😀"_s}, {u"attachments"_s, attachments}}}};
        QCOMPARE(bodyOf(request), expected);
        QCOMPARE(int(request.priority), int(HttpRequest::Priority::Send));
    }

    void aReceiptCarriesThePairWithItsPlus()
    {
        QCOMPARE(endpoints::sendReadReceipt(direct, message).body,
            QByteArray(R"({"read_receipt":{"chat_id":"1001+20450",)"
                       R"("message_id":"176000010011112222"}})"));
    }
};

SKEIN_TEST(tst_Endpoints)

} // namespace endpointsTest

#include "tst_Endpoints.moc"
