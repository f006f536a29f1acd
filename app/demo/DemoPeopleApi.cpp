// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPeopleApi.h"

#include "app/demo/DemoRequests.h"

#include <QDateTime>

namespace skein {

using namespace Qt::StringLiterals;
using namespace demo;

namespace {

QString isoTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
}

/// `key`: how this answer calls whether they are blocked (protocol.md M13).
QJsonObject contactJson(const DemoContact& contact, const QString& key)
{
    const QString avatar = contact.person.avatarUrl;
    return {{u"id"_s, QString::number(contact.createdAt) + contact.person.id},
        {u"user_id"_s, contact.person.id}, {u"name"_s, contact.person.name},
        {u"avatar_url"_s, textOrNull(avatar)}, {u"created_at"_s, contact.createdAt},
        {u"created_at_iso8601"_s, isoTime(contact.createdAt)}, {u"updated_at"_s, contact.createdAt},
        {u"updated_at_iso8601"_s, isoTime(contact.createdAt)}, {u"reason"_s, 3},
        {u"hidden"_s, contact.isHidden}, {u"app_installed"_s, true}, {u"mri"_s, u""_s},
        {key, contact.isBlocked}};
}

} // namespace

DemoPeopleApi::DemoPeopleApi(DemoWorld& world, DemoEnvelope& envelope, bool allowsDelete)
    : m_world(world)
    , m_envelope(envelope)
    , m_allowsDelete(allowsDelete)
{
}

const DemoRoutes<DemoPeopleApi>& DemoPeopleApi::routes()
{
    using Api = DemoPeopleApi;
    static const DemoRoutes<DemoPeopleApi> all{
        {"GET", "/api\\.groupme\\.com/v4/relationships", &Api::contacts},
        {"GET", "/api\\.groupme\\.com/v3/blocks", &Api::blocks},
        {"GET", "/api\\.groupme\\.com/v3/blocks/between", &Api::between},
        {"POST", "/api\\.groupme\\.com/v3/blocks", &Api::block},
        {"DELETE", "/api\\.groupme\\.com/v3/blocks", &Api::unblock},
        {"POST", "/api\\.groupme\\.com/v3/blocks/delete", &Api::unblock},
        {"POST", "/api\\.groupme\\.com/v3/chats/([^/]+)/approve", &Api::approve},
    };
    return all;
}

std::optional<DemoAnswer> DemoPeopleApi::answer(const DemoRequest& request, const QString& user)
{
    return routes().answer(
        *this, request, user, [this] { return m_envelope.failure(405, u"method not allowed"_s); });
}

DemoAnswer DemoPeopleApi::contacts(const Call& call)
{
    const bool withBlocked = call.request.parameter(u"include_blocked") == u"true"_s;
    const auto since = call.request.parameter(u"since");
    const QDateTime from = QDateTime::fromString(since.value_or(QString()), Qt::ISODate);
    if (since && !from.isValid())
        return m_envelope.failure(400, u"since must be a time"_s);
    const unsigned turn = ++m_turn;
    QJsonArray rows;
    for (const DemoContact& each : m_world.contacts(call.user)) {
        // The row that the cursor names comes again.
        const bool isBehind = since && each.createdAt < from.toSecsSinceEpoch();
        if (!isBehind && (withBlocked || !each.isBlocked) && rows.size() < contactsPerPage)
            rows.append(contactJson(each, turn % 2 == 0 ? u"blocked"_s : u"is_blocked"_s));
    }
    if (turn % 3 == 0)
        return m_envelope.success(QJsonObject{{u"relationships"_s, rows}});
    return m_envelope.success(rows);
}

std::optional<QString> DemoPeopleApi::otherOf(const Call& call) const
{
    QString other = call.request.parameter(u"otherUser").value_or(QString());
    if (call.request.parameter(u"user") != call.user || !m_world.person(other))
        return std::nullopt;
    return other;
}

DemoAnswer DemoPeopleApi::blocks(const Call& call)
{
    if (call.request.parameter(u"user") != call.user)
        return m_envelope.failure(400, u"user must be your own id"_s);
    QJsonArray rows;
    for (const QString& blocked : m_world.blockedBy(call.user)) {
        rows.append(QJsonObject{{u"user_id"_s, call.user},
            {u"blocked_user_id"_s, blocked.toLongLong()}, {u"created_at"_s, m_world.now() / 1000}});
    }
    return m_envelope.success(QJsonObject{{u"blocks"_s, rows}});
}

DemoAnswer DemoPeopleApi::between(const Call& call)
{
    const auto other = otherOf(call);
    if (!other)
        return m_envelope.failure(400, u"user and otherUser must be given"_s);
    return m_envelope.success(
        QJsonObject{{u"between"_s, m_world.isBlockBetween(call.user, *other)}});
}

DemoAnswer DemoPeopleApi::block(const Call& call)
{
    const auto other = otherOf(call);
    if (!other)
        return m_envelope.failure(400, u"user and otherUser must be given"_s);
    if (!m_world.setBlocked(call.user, *other, true))
        return m_envelope.failure(409, u"already blocked"_s);
    QJsonObject row{{u"user_id"_s, call.user}, {u"blocked_user_id"_s, *other}};
    if (++m_turn % 2 == 0) // some answers lack it (protocol.md M20)
        row[u"created_at"_s] = m_world.now() / 1000;
    return m_envelope.success(QJsonObject{{u"block"_s, row}}, 201);
}

DemoAnswer DemoPeopleApi::approve(const Call& call)
{
    const auto row = m_world.chat(call.user, call.captured.at(1));
    if (!row)
        return m_envelope.failure(404, u"chat not found"_s);
    m_world.setRequest(call.captured.at(1), false);
    return m_envelope.success(QJsonValue::Null);
}

DemoAnswer DemoPeopleApi::unblock(const Call& call)
{
    if (call.request.method == "DELETE"_L1 && !m_allowsDelete)
        return m_envelope.failure(405, u"method not allowed"_s);
    const auto other = otherOf(call);
    if (!other)
        return m_envelope.failure(400, u"user and otherUser must be given"_s);
    if (!m_world.setBlocked(call.user, *other, false))
        return m_envelope.failure(404, u"not blocked"_s);
    return emptyAnswer(200);
}

} // namespace skein
