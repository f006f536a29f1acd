// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoApi.h"

#include "app/demo/DemoContent.h"
#include "app/demo/DemoRequests.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMutexLocker>

#include <algorithm>
#include <expected>

namespace skein {

using namespace Qt::StringLiterals;

using namespace demo;

namespace {

std::expected<DemoDraft, QString> draftFrom(const DemoRequest& request)
{
    const auto body = wrapped(request, u"direct_message"_s);
    if (!body)
        return std::unexpected(u"direct_message is missing"_s);
    const QJsonValue recipient = body->value("recipient_id"_L1);
    if (!recipient.isString() || !isId(recipient.toString()))
        return std::unexpected(u"recipient_id is missing"_s);
    auto draft = contentOf(*body);
    if (draft)
        draft->recipient = recipient.toString();
    return draft;
}

} // namespace

DemoApi::DemoApi(DemoWorld& world, DemoManners manners)
    : m_world(world)
    , m_manners(manners)
    , m_groups(world, m_envelope, manners.unreadInChats, manners.groupPositions)
    , m_messages(world, m_envelope)
    , m_people(world, m_envelope, manners.allowsDeleteOfBlocks)
    , m_media(world, m_envelope)
    , m_oauth(QList{world.me()} + world.others(),
          [this](const QString& user) { return admitByBrowser(user); })
    , m_limit(manners.requestsPerSecond, manners.burst)
{
    m_world.setBanAfter(manners.sendsPerMinute);
}

void DemoApi::admit(const QString& token, const QString& user)
{
    const QMutexLocker lock(&m_mutex);
    m_users.insert(token, user);
}

void DemoApi::revoke(const QString& token)
{
    const QMutexLocker lock(&m_mutex);
    m_users.remove(token);
}

/// Another one each time.
QString DemoApi::admitByBrowser(const QString& user)
{
    const QMutexLocker lock(&m_mutex);
    const QString source = u"skein demo by browser %1 %2"_s.arg(user).arg(++m_admitted);
    const QByteArray hash = QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha1);
    const QString token = QString::fromLatin1(hash.toHex());
    m_users.insert(token, user);
    return token;
}

std::optional<QString> DemoApi::userOf(const DemoRequest& request) const
{
    // A token in the URL ends in logs and proxies: refused even beside a good header.
    if (request.parameter(u"token") || request.parameter(u"access_token"))
        return std::nullopt;
    const QMutexLocker lock(&m_mutex);
    const auto found = m_users.constFind(request.header(u"X-Access-Token"));
    return found == m_users.cend() ? std::nullopt : std::optional(*found);
}

DemoAnswer DemoApi::answer(const DemoRequest& request, qint64 steadyMs)
{
    if (const auto answer = m_media.openAnswer(request))
        return *answer;
    if (const auto answer = m_oauth.answer(request))
        return *answer;
    const auto user = userOf(request);
    if (!user)
        return m_envelope.failure(401, u"unauthorized"_s);
    if (!m_limit.allows(*user, steadyMs)) {
        const bool calm = m_manners.limitStatus == 420;
        return m_envelope.failure(
            m_manners.limitStatus, calm ? u"Enhance your calm"_s : u"Too many requests"_s);
    }
    return dispatch(request, *user);
}

const DemoRoutes<DemoApi>& DemoApi::routes()
{
    static const DemoRoutes<DemoApi> all{
        {"GET", "/api\\.groupme\\.com/v3/users/me", &DemoApi::me},
        {"POST", "/v2\\.groupme\\.com/access_tokens/current/destroy", &DemoApi::destroyToken},
        {"GET", "/api\\.groupme\\.com/v3/chats", &DemoApi::chats},
        {"GET", "/api\\.groupme\\.com/v3/chats/([^/]+)", &DemoApi::chat},
        {"GET", "/api\\.groupme\\.com/v3/direct_messages", &DemoApi::messages},
        {"POST", "/api\\.groupme\\.com/v3/direct_messages", &DemoApi::send},
        {"DELETE", "/api\\.groupme\\.com/v3/conversations/([^/]+)/messages/([^/]+)",
            &DemoApi::remove},
        {"POST", "/v2\\.groupme\\.com/read_receipts", &DemoApi::read},
        {"GET", "/api\\.groupme\\.com/v4/read_receipts", &DemoApi::readPositions},
    };
    return all;
}

DemoAnswer DemoApi::dispatch(const DemoRequest& request, const QString& user)
{
    if (const auto answer = m_groups.answer(request, user))
        return *answer;
    if (const auto answer = m_messages.answer(request, user))
        return *answer;
    if (const auto answer = m_people.answer(request, user))
        return *answer;
    if (const auto answer = m_media.answer(request, user))
        return *answer;
    const auto answer = routes().answer(
        *this, request, user, [this] { return m_envelope.failure(405, u"method not allowed"_s); });
    return answer ? *answer : m_envelope.failure(404, u"not found"_s);
}

DemoAnswer DemoApi::me(const Call& call)
{
    return m_envelope.success(demo::meJson(m_world.person(call.user).value_or(DemoPerson{})));
}

DemoAnswer DemoApi::destroyToken(const Call& call)
{
    revoke(call.request.header(u"X-Access-Token"));
    return emptyAnswer(200);
}

DemoAnswer DemoApi::chats(const Call& call)
{
    const int page = number(call.request, u"page", 1);
    const int perPage = number(call.request, u"per_page", 20);
    if (page < 0 || perPage < 0)
        return m_envelope.failure(400, u"page and per_page must be positive"_s);
    const bool asked = call.request.query.contains({u"include"_s, u"unread_count"_s});
    QJsonArray rows;
    for (const DemoChatRow& row : m_world.chats(call.user, page, std::min(perPage, 500)))
        rows.append(demo::chatJson(row, false, asked && m_manners.unreadInChats));
    return m_envelope.success(rows);
}

DemoAnswer DemoApi::chat(const Call& call)
{
    const auto row = m_world.chat(call.user, call.captured.at(1));
    return row ? m_envelope.success(demo::chatJson(*row, true, false))
               : m_envelope.failure(404, u"chat not found"_s);
}

DemoAnswer DemoApi::messages(const Call& call)
{
    const QString other = call.request.parameter(u"other_user_id").value_or(QString());
    if (!isId(other))
        return m_envelope.failure(400, u"other_user_id is missing"_s);
    const int limit = number(call.request, u"limit", 20);
    if (limit < 0 || limit > largestLimit)
        return m_envelope.failure(400, u"limit must be between 1 and 200"_s);
    const auto cursor = cursorOf(call.request);
    if (!cursor)
        return m_envelope.failure(400, cursor.error());
    if (!m_world.person(other))
        return m_envelope.failure(404, u"user not found"_s);
    const DemoWorld::Page page = m_world.page(
        call.user, other, cursor->first, cursor->second, std::min(limit, longestPage));
    if (page.messages.isEmpty())
        return emptyAnswer(304);
    const QString conversation = DemoWorld::conversationOf(call.user, other);
    QJsonArray rows;
    for (const DemoMessage& message : page.messages)
        rows.append(demo::messageJson(message, conversation));
    QJsonObject response{{u"count"_s, page.count}, {u"direct_messages"_s, rows}};
    const bool others = m_manners.receiptOf == DemoManners::ReceiptOf::Other;
    if (const auto& receipt = others ? page.theirs : page.mine) // otherwise no key at all (seed)
        response[u"read_receipt"_s] = demo::receiptJson(*receipt, u""_s);
    return m_envelope.success(response);
}

DemoAnswer DemoApi::send(const Call& call)
{
    const auto draft = draftFrom(call.request);
    if (!draft)
        return m_envelope.failure(400, draft.error());
    const QString conversation = DemoWorld::conversationOf(call.user, draft->recipient);
    const QString flaw = flawIn(draft->attachments, {}, conversation, m_world);
    if (!flaw.isEmpty())
        return m_envelope.failure(400, flaw);
    const auto sent = m_world.send(call.user, *draft);
    if (!sent)
        return m_envelope.failure(sent.error().status, sent.error().reason);
    using Key = DemoManners::CreatedKey;
    const QMutexLocker lock(&m_mutex);
    const bool asMessage = m_manners.createdKey == Key::Alternate
        ? m_created++ % 2 == 0
        : m_manners.createdKey == Key::Message;
    const QString key = asMessage ? u"message"_s : u"direct_message"_s;
    return m_envelope.success(QJsonObject{{key, demo::createdJson(*sent)}}, 201);
}

DemoAnswer DemoApi::remove(const Call& call)
{
    const auto removed = m_world.remove(call.user, call.captured.at(1), call.captured.at(2));
    if (removed)
        return emptyAnswer(204);
    return removed.error().status == 404 ? emptyAnswer(404)
                                         : m_envelope.failure(403, removed.error().reason);
}

DemoAnswer DemoApi::read(const Call& call)
{
    const auto body = wrapped(call.request, u"read_receipt"_s);
    if (!body)
        return m_envelope.failure(400, u"read_receipt is missing"_s);
    const QString message = body->value("message_id"_L1).toString();
    const QString conversation = body->value("chat_id"_L1).toString();
    if (!isId(message) || conversation.isEmpty())
        return m_envelope.failure(400, u"message_id and chat_id must be given"_s);
    const auto head = m_world.read(call.user, conversation, message);
    if (!head)
        return m_envelope.failure(head.error().status, head.error().reason);
    return m_envelope.success(
        QJsonObject{{u"read_receipt"_s, demo::receiptJson(*head, head->messageId)}});
}

DemoAnswer DemoApi::readPositions(const Call& call)
{
    QJsonArray rows;
    for (const DemoReceipt& head : m_world.readPositions(call.user)) {
        rows.append(QJsonObject{{u"conversation_id"_s, head.conversation},
            {u"last_read_message_id"_s, head.messageId}});
    }
    return m_envelope.success(QJsonObject{{u"receipts"_s, rows}});
}

} // namespace skein
