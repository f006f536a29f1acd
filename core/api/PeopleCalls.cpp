// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/PeopleCalls.h"

#include "core/api/Ask.h"
#include "core/api/JsonReaders.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

using Method = HttpRequest::Method;
using Done = std::monostate;

HttpRequest peopleRequest(Method method, const QByteArray& place)
{
    HttpRequest made;
    made.method = method;
    made.url = QUrl::fromEncoded("https://api.groupme.com" + place, QUrl::StrictMode);
    made.maxReplyBytes = 8 * 1024 * 1024;
    if (method == Method::Post)
        made.contentType = "application/json"; // or Qt would invent a type for no body
    if (method != Method::Get)
        made.priority = HttpRequest::Priority::Send;
    return made;
}

/// Parameters stand in the query, and there is no body (protocol.md C).
QByteArray pairOf(const UserId& me, const UserId& other)
{
    return "?user=" + QUrl::toPercentEncoding(me.value)
        + "&otherUser=" + QUrl::toPercentEncoding(other.value);
}

/// The cursor that this row is (protocol.md G1).
QString cursorOf(const QJsonObject& row)
{
    QString told = json::text(row["created_at_iso8601"_L1], json::maxWordLength);
    const qint64 at = json::seconds(row["created_at"_L1]);
    if (!told.isEmpty() || at == 0)
        return told;
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

std::optional<Contact> contactOf(const QJsonObject& row)
{
    // `id` may be the relationship's own.
    Contact read{.person = {{json::firstId(row, {"user_id"_L1, "id"_L1})},
                     json::text(row["name"_L1], json::maxNameLength),
                     json::text(row["avatar_url"_L1], json::maxUrlLength)},
        .isBlocked = row["blocked"_L1].toBool() || row["is_blocked"_L1].toBool(),
        .isHidden = row["hidden"_L1].toBool()};
    return read.person.id.isEmpty() ? std::nullopt : std::optional(read);
}

/// The rows of a list that comes bare, or under a name with the list itself being null for none.
std::optional<QJsonArray> rowsUnder(const QJsonValue& value, QLatin1StringView key)
{
    if (value.isArray())
        return value.toArray();
    const QJsonObject object = value.toObject();
    const QJsonValue rows = object[key];
    if (!object.contains(key) || (!rows.isArray() && !rows.isNull()))
        return std::nullopt;
    return rows.toArray();
}

/// What the service answers when there is nothing left to do (protocol.md C).
bool isSoAlready(const Error& error)
{
    return error.status == 400 || error.status == 404 || error.status == 409;
}

/// It was answered that this cannot be done this way, by the service or by something on the way.
bool isNoWay(const Error& error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::BadRequest
        || error.kind == ErrorKind::Server || error.kind == ErrorKind::NotGroupMe;
}

Async<Done> deed(GroupMeApi& api, const HttpRequest& request)
{
    return ask<Done>(api, request, [](const QJsonValue&) { return std::optional(Done{}); });
}

} // namespace

// --- Requests -----------------------------------------------------------------------------------

HttpRequest endpoints::contacts(const QString& since)
{
    QByteArray place = "/v4/relationships?include_blocked=true";
    if (!since.isEmpty())
        place += "&since=" + QUrl::toPercentEncoding(since);
    return peopleRequest(Method::Get, place);
}

HttpRequest endpoints::blocks(const UserId& me)
{
    return peopleRequest(Method::Get, "/v3/blocks?user=" + QUrl::toPercentEncoding(me.value));
}

HttpRequest endpoints::blockBetween(const UserId& me, const UserId& other)
{
    return peopleRequest(Method::Get, "/v3/blocks/between" + pairOf(me, other));
}

HttpRequest endpoints::block(const UserId& me, const UserId& other)
{
    return peopleRequest(Method::Post, "/v3/blocks" + pairOf(me, other));
}

HttpRequest endpoints::unblock(const UserId& me, const UserId& other)
{
    return peopleRequest(Method::Delete, "/v3/blocks" + pairOf(me, other));
}

HttpRequest endpoints::unblockByPost(const UserId& me, const UserId& other)
{
    return peopleRequest(Method::Post, "/v3/blocks/delete" + pairOf(me, other));
}

HttpRequest endpoints::approveChat(const ConversationId& chat)
{
    return peopleRequest(
        Method::Post, "/v3/chats/" + QUrl::toPercentEncoding(chat.id) + "/approve");
}

// --- Answers ------------------------------------------------------------------------------------

std::optional<ContactPage> json::contacts(const QJsonValue& value)
{
    const auto rows = rowsUnder(value, "relationships"_L1);
    if (!rows)
        return std::nullopt;
    ContactPage page;
    QSet<UserId> seen;
    for (const QJsonValue& each : *rows) {
        const QJsonObject row = each.toObject();
        page.next = cursorOf(row);
        const auto contact = contactOf(row);
        if (!contact || seen.contains(contact->person.id))
            continue;
        seen.insert(contact->person.id);
        page.contacts.append(*contact);
    }
    return page;
}

std::optional<QList<UserId>> json::blocks(const QJsonValue& value, const UserId& me)
{
    const auto rows = rowsUnder(value, "blocks"_L1);
    if (!rows)
        return std::nullopt;
    QList<UserId> blocked;
    for (const QJsonValue& row : *rows) {
        const UserId blocker{id(row["user_id"_L1])};
        const UserId other{id(row["blocked_user_id"_L1])};
        const bool isMine = blocker.isEmpty() || blocker == me;
        if (isMine && !other.isEmpty() && !blocked.contains(other))
            blocked.append(other);
    }
    return blocked;
}

std::optional<bool> json::blockBetween(const QJsonValue& value)
{
    const QJsonValue between = value["between"_L1];
    return between.isBool() ? std::optional(between.toBool()) : std::nullopt;
}

// --- Calls --------------------------------------------------------------------------------------

Async<ContactPage> askForContacts(GroupMeApi& api, const QString& since)
{
    return ask<ContactPage>(api, endpoints::contacts(since), json::contacts);
}

Async<QList<UserId>> askForBlocks(GroupMeApi& api, const UserId& me)
{
    return ask<QList<UserId>>(api, endpoints::blocks(me),
        [me](const QJsonValue& value) { return json::blocks(value, me); });
}

Async<bool> askForBlockBetween(GroupMeApi& api, const UserId& me, const UserId& other)
{
    return ask<bool>(api, endpoints::blockBetween(me, other), json::blockBetween);
}

Async<std::monostate> block(GroupMeApi& api, const UserId& me, const UserId& other)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    whenDone(&api, deed(api, endpoints::block(me, other)), [promise](const Result<Done>& answer) {
        const bool isDone = answer || isSoAlready(answer.error());
        promise->addResult(isDone ? Result<Done>(Done{}) : answer);
        promise->finish();
    });
    return promise->future();
}

Async<std::monostate> approve(GroupMeApi& api, const ConversationId& chat)
{
    return deed(api, endpoints::approveChat(chat));
}

Async<std::monostate> unblock(GroupMeApi& api, const UserId& me, const UserId& other)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    const auto finish = [promise](const Result<Done>& answer) {
        const bool isDone = answer || isSoAlready(answer.error());
        promise->addResult(isDone ? Result<Done>(Done{}) : answer);
        promise->finish();
    };
    whenDone(&api, deed(api, endpoints::unblock(me, other)),
        [&api, me, other, finish](const Result<Done>& answer) {
            const bool isOver = answer || isSoAlready(answer.error()) || !isNoWay(answer.error());
            if (isOver)
                return finish(answer);
            whenDone(&api, deed(api, endpoints::unblockByPost(me, other)), finish);
        });
    return promise->future();
}

} // namespace skein
