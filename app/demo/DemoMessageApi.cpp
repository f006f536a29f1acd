// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoMessageApi.h"

#include "app/demo/DemoCards.h"
#include "app/demo/DemoContent.h"
#include "app/demo/DemoGroupJson.h"
#include "app/demo/DemoReactions.h"
#include "app/demo/DemoRequests.h"

#include <QDateTime>
#include <QJsonDocument>

namespace skein {

using namespace Qt::StringLiterals;
using namespace demo;

namespace {

constexpr int invalidText = 40001; // meta.code of an edit that cannot be read (protocol.md B9)

/// A message as the reads of its kind of conversation have it.
QJsonObject rowOf(const DemoMessage& message, const QString& conversation)
{
    return conversation.contains(u'+') ? messageJson(message, conversation)
                                       : groupMessageJson(message, conversation, true);
}

} // namespace

DemoMessageApi::DemoMessageApi(DemoWorld& world, DemoEnvelope& envelope)
    : m_world(world)
    , m_envelope(envelope)
{
}

const DemoRoutes<DemoMessageApi>& DemoMessageApi::routes()
{
#define SKEIN_V3 "/api\\.groupme\\.com/v3"
#define SKEIN_V4 "/api\\.groupme\\.com/v4"
    using Api = DemoMessageApi;
    static const DemoRoutes<DemoMessageApi> all{
        {"POST", SKEIN_V3 "/messages/([^/]+)/([^/]+)/(like|unlike)", &Api::react},
        {"POST", SKEIN_V3 "/conversations/([^/]+)/messages/([^/]+)/(pin|unpin)", &Api::pin},
        {"GET", SKEIN_V3 "/pinned/groups/([^/]+)/messages", &Api::pinnedInGroup},
        {"GET", SKEIN_V3 "/pinned/direct_messages", &Api::pinnedInDirect},
        {"GET", SKEIN_V3 "/groups/([^/]+)/messages/([^/]+)", &Api::showInGroup},
        {"GET", SKEIN_V4 "/groups/([^/]+)/messages/([^/]+)", &Api::showInGroup},
        {"PUT", SKEIN_V4 "/groups/([^/]+)/messages/([^/]+)", &Api::editInGroup},
        {"GET", SKEIN_V4 "/direct_messages/([^/]+)/messages/([^/]+)", &Api::showInDirect},
        {"PUT", SKEIN_V4 "/direct_messages/([^/]+)/messages/([^/]+)", &Api::editInDirect},
        {"GET", SKEIN_V3 "/direct_messages/([^/]+)", &Api::showDirectOld},
        {"GET", SKEIN_V3 "/poll/([^/]+)", &Api::polls},
        {"GET", SKEIN_V3 "/poll/([^/]+)/([^/]+)", &Api::poll},
        {"GET", SKEIN_V3 "/conversations/([^/]+)/events/list", &Api::events},
        {"GET", SKEIN_V3 "/conversations/([^/]+)/events/show", &Api::event},
    };
#undef SKEIN_V4
#undef SKEIN_V3
    return all;
}

std::optional<DemoAnswer> DemoMessageApi::answer(const DemoRequest& request, const QString& user)
{
    return routes().answer(
        *this, request, user, [this] { return m_envelope.failure(405, u"method not allowed"_s); });
}

DemoAnswer DemoMessageApi::refuse(const DemoRefusal& refusal)
{
    if (refusal.reason.isEmpty())
        return emptyAnswer(refusal.status);
    return m_envelope.failure(refusal.status, refusal.reason);
}

// --- Reactions and pins -------------------------------------------------------------------------

DemoAnswer DemoMessageApi::react(const Call& call)
{
    const bool takesAway = call.captured.at(3) == "unlike"_L1;
    const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    const auto kind = reactionKind(takesAway ? QJsonValue() : body["like_icon"_L1]);
    if (!call.request.body.isEmpty() && body.isEmpty() && !takesAway)
        return m_envelope.failure(400, u"like_icon is missing"_s);
    if (!kind)
        return m_envelope.failure(400, kind.error());
    const auto wanted = takesAway ? std::nullopt : std::optional(*kind);
    const auto reacted = m_world.react(call.user, call.captured.at(1), call.captured.at(2), wanted);
    if (!reacted)
        return refuse(reacted.error());
    if (reacted->reactions.isEmpty())
        return m_envelope.success(QJsonValue::Null); // nothing is left to list
    return m_envelope.success(QJsonObject{{u"reactions"_s, reacted->reactions}});
}

DemoAnswer DemoMessageApi::pin(const Call& call)
{
    const auto done = m_world.pin(
        call.user, call.captured.at(1), call.captured.at(2), call.captured.at(3) == "pin"_L1);
    return done ? m_envelope.success(QJsonValue::Null) : refuse(done.error());
}

DemoAnswer DemoMessageApi::listed(const Call& call, const QString& conversation, const QString& key)
{
    const auto pinned = m_world.pinned(call.user, conversation);
    if (!pinned)
        return refuse(pinned.error());
    QJsonArray rows;
    for (const DemoMessage& message : *pinned)
        rows.append(rowOf(message, conversation));
    return m_envelope.success(QJsonObject{{u"count"_s, rows.size()}, {key, rows}});
}

DemoAnswer DemoMessageApi::pinnedInGroup(const Call& call)
{
    return listed(call, call.captured.at(1), u"messages"_s);
}

DemoAnswer DemoMessageApi::pinnedInDirect(const Call& call)
{
    const QString other = call.request.parameter(u"other_user_id").value_or(QString());
    if (!isId(other))
        return m_envelope.failure(400, u"other_user_id is missing"_s);
    return listed(call, DemoWorld::conversationOf(call.user, other), u"direct_messages"_s);
}

// --- Show and edit ------------------------------------------------------------------------------

DemoAnswer DemoMessageApi::shown(const Call& call, const QString& conversation, const QString& id)
{
    const auto found = m_world.message(call.user, conversation, id);
    if (!found)
        return refuse(found.error());
    return m_envelope.success(QJsonObject{{u"message"_s, rowOf(*found, conversation)}});
}

DemoAnswer DemoMessageApi::showInGroup(const Call& call)
{
    return shown(call, call.captured.at(1), call.captured.at(2));
}

DemoAnswer DemoMessageApi::showInDirect(const Call& call)
{
    const QString conversation = DemoWorld::conversationOf(call.user, call.captured.at(1));
    return shown(call, conversation, call.captured.at(2));
}

DemoAnswer DemoMessageApi::showDirectOld(const Call& call)
{
    const QString other = call.request.parameter(u"other_user_id").value_or(QString());
    if (!isId(other))
        return m_envelope.failure(400, u"other_user_id is missing"_s);
    return shown(call, DemoWorld::conversationOf(call.user, other), call.captured.at(1));
}

DemoAnswer DemoMessageApi::edit(const Call& call, const QString& conversation)
{
    const QString id = call.captured.at(2);
    const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    const QJsonArray attachments = body["attachments"_L1].toArray(); // left out: dropped
    const bool readable = body.contains("text"_L1) || !attachments.isEmpty();
    if (body.contains("message"_L1) || !readable || body["text"_L1].isDouble())
        return m_envelope.failure(400, u"Invalid text"_s, invalidText);
    const auto held = m_world.message(call.user, conversation, id);
    const QJsonArray known = held ? held->attachments : QJsonArray();
    if (const QString flaw = flawIn(attachments, known, conversation, m_world); !flaw.isEmpty())
        return m_envelope.failure(400, flaw);
    const auto edited = m_world.amend(call.user, conversation, id,
        {.text = body["text"_L1].toString(), .attachments = attachments});
    if (!edited)
        return refuse(edited.error());
    return m_envelope.success(QJsonObject{{u"message"_s, rowOf(*edited, conversation)}});
}

DemoAnswer DemoMessageApi::editInGroup(const Call& call) { return edit(call, call.captured.at(1)); }

DemoAnswer DemoMessageApi::editInDirect(const Call& call)
{
    return edit(call, DemoWorld::conversationOf(call.user, call.captured.at(1)));
}

// --- Polls and events ---------------------------------------------------------------------------

DemoAnswer DemoMessageApi::polls(const Call& call)
{
    const QString conversation = call.captured.at(1);
    if (!m_world.isIn(call.user, conversation))
        return m_envelope.failure(401, u"unauthorized"_s); // not 404 (protocol.md F4)
    const auto rows = m_world.cards().polls(conversation, call.user, m_world.now() / 1000);
    return m_envelope.success(
        QJsonObject{{u"polls"_s, rows}, {u"continuation_token"_s, QJsonValue::Null}});
}

DemoAnswer DemoMessageApi::poll(const Call& call)
{
    const QString conversation = call.captured.at(1);
    if (!m_world.isIn(call.user, conversation))
        return m_envelope.failure(401, u"unauthorized"_s);
    const auto found
        = m_world.cards().poll(conversation, call.captured.at(2), call.user, m_world.now() / 1000);
    if (!found)
        return m_envelope.failure(404, u"poll not found"_s);
    const int status = m_pollsShown++ % 3 == 0 ? 201 : 200; // reads answer 201 too
    return m_envelope.success(QJsonObject{{u"poll"_s, *found}}, status);
}

DemoAnswer DemoMessageApi::events(const Call& call)
{
    const QString conversation = call.captured.at(1);
    if (!m_world.isIn(call.user, conversation))
        return m_envelope.failure(404, u"conversation not found"_s);
    const QString from = call.request.parameter(u"end_at").value_or(QString());
    const QDateTime time = QDateTime::fromString(from, Qt::ISODate);
    const int limit = number(call.request, u"limit", 20);
    if (!time.isValid() || limit < 0)
        return m_envelope.failure(400, u"end_at must be a time"_s);
    const auto rows = m_world.cards().events(conversation, time.toSecsSinceEpoch(), limit);
    return m_envelope.success(QJsonObject{{u"events"_s, rows}});
}

DemoAnswer DemoMessageApi::event(const Call& call)
{
    const QString conversation = call.captured.at(1);
    const QString id = call.request.parameter(u"event_id").value_or(QString());
    const auto found = m_world.isIn(call.user, conversation)
        ? m_world.cards().event(conversation, id)
        : std::nullopt;
    return found ? m_envelope.success(QJsonObject{{u"event"_s, *found}})
                 : m_envelope.failure(404, u"event not found"_s);
}

} // namespace skein
