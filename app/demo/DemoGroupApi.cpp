// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoGroupApi.h"

#include "app/demo/DemoContent.h"
#include "app/demo/DemoGroupJson.h"
#include "app/demo/DemoRequests.h"

#include <QJsonDocument>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using namespace demo;

namespace {

constexpr int defaultPage = 10; // protocol.md D1, E1
constexpr int largestPage = 500;

QJsonObject bodyOf(const DemoRequest& request)
{
    return QJsonDocument::fromJson(request.body).object();
}

bool asks(const DemoRequest& request, const QString& name, const QString& value)
{
    return std::ranges::any_of(request.query,
        [&](const auto& each) { return each.first == name && each.second == value; });
}

/// What the body says of a topic. Keys left out are emptied, but for the title (protocol.md E4
/// gives no rule: whoever relies on one finds out here).
DemoTopic topicFrom(const QJsonObject& body)
{
    DemoTopic topic;
    topic.title = body["topic"_L1].toString();
    topic.description = body["description"_L1].toString();
    topic.kind = body["group_type"_L1].toString(u"private"_s);
    if (body["avatar_url"_L1].isString())
        topic.avatarUrl = body["avatar_url"_L1].toString();
    topic.likeIcon = body["like_icon"_L1].toObject();
    return topic;
}

} // namespace

DemoGroupApi::DemoGroupApi(
    DemoWorld& world, DemoEnvelope& envelope, bool withUnread, bool positions)
    : m_world(world)
    , m_envelope(envelope)
    , m_withUnread(withUnread)
    , m_positions(positions)
{
}

const DemoRoutes<DemoGroupApi>& DemoGroupApi::routes()
{
#define SKEIN_GROUP "/api\\.groupme\\.com/v3/groups/([^/]+)"
#define SKEIN_TOPIC SKEIN_GROUP "/subgroups/([^/]+)"
    static const DemoRoutes<DemoGroupApi> all{
        {"GET", "/api\\.groupme\\.com/v3/groups", &DemoGroupApi::list},
        {"GET", "/api\\.groupme\\.com/v3/memberships/states", &DemoGroupApi::states},
        {"GET", SKEIN_GROUP, &DemoGroupApi::show},
        {"GET", SKEIN_GROUP "/members", &DemoGroupApi::members},
        {"GET", SKEIN_GROUP "/messages", &DemoGroupApi::messages},
        {"POST", SKEIN_GROUP "/messages", &DemoGroupApi::send},
        {"POST", SKEIN_GROUP "/memberships/update", &DemoGroupApi::rename},
        {"POST", SKEIN_GROUP "/members/([^/]+)/remove", &DemoGroupApi::remove},
        {"POST", "/v2\\.groupme\\.com/groups/([^/]+)/memberships/(mute|unmute)",
            &DemoGroupApi::muteMain},
        {"GET", SKEIN_GROUP "/subgroups", &DemoGroupApi::topics},
        {"POST", SKEIN_GROUP "/subgroups", &DemoGroupApi::create},
        {"GET", SKEIN_TOPIC, &DemoGroupApi::topic},
        {"PUT", SKEIN_TOPIC, &DemoGroupApi::update},
        {"DELETE", SKEIN_TOPIC, &DemoGroupApi::drop},
        {"POST", SKEIN_TOPIC "/(mute|unmute)", &DemoGroupApi::muteTopic},
        {"POST", "/api\\.groupme\\.com/v4/read_receipts/([^/]+)", &DemoGroupApi::position},
    };
#undef SKEIN_TOPIC
#undef SKEIN_GROUP
    return all;
}

std::optional<DemoAnswer> DemoGroupApi::answer(const DemoRequest& request, const QString& user)
{
    return routes().answer(
        *this, request, user, [this] { return m_envelope.failure(405, u"method not allowed"_s); });
}

DemoAnswer DemoGroupApi::refuse(const DemoRefusal& refusal)
{
    if (refusal.status == 404 && refusal.reason.isEmpty())
        return emptyAnswer(404);
    return m_envelope.failure(refusal.status, refusal.reason);
}

template <class T, class F>
DemoAnswer DemoGroupApi::answered(const DemoWorld::Answer<T>& result, F work, int status)
{
    return result ? m_envelope.success(work(*result), status) : refuse(result.error());
}

// --- Groups -------------------------------------------------------------------------------------

DemoAnswer DemoGroupApi::list(const Call& call)
{
    const int page = number(call.request, u"page", 1);
    const int perPage = number(call.request, u"per_page", defaultPage);
    if (page < 0 || perPage < 0 || perPage > largestPage)
        return m_envelope.failure(400, u"page and per_page must be positive"_s);
    const bool withMembers = !asks(call.request, u"omit"_s, u"memberships"_s);
    const bool withUnread = m_withUnread && asks(call.request, u"include"_s, u"unread_count"_s);
    QJsonArray rows;
    for (const DemoPlaceRow& row : m_world.groups(call.user, page, perPage))
        rows.append(groupJson(row, call.user, withMembers, withUnread));
    return m_envelope.success(rows);
}

DemoAnswer DemoGroupApi::show(const Call& call)
{
    return answered(
        m_world.showGroup(call.user, call.captured.at(1)), [&](const DemoPlaceRow& row) {
            QJsonObject json = groupJson(row, call.user, true, false);
            QJsonObject messages = json[u"messages"_s].toObject();
            messages.remove(u"preview"_s); // the single call lacks it (protocol.md D2)
            json[u"messages"_s] = messages;
            return QJsonValue(json);
        });
}

DemoAnswer DemoGroupApi::members(const Call& call)
{
    const auto row = m_world.showGroup(call.user, call.captured.at(1));
    if (row && !row->group.isManagedBy(call.user))
        return m_envelope.failure(401, u"unauthorized"_s); // for admins only (protocol.md D5)
    return answered(row, [&](const DemoPlaceRow& shown) {
        QJsonArray rows;
        for (const DemoMember& member : shown.group.members) {
            QJsonObject json = memberJson(member, shown.group);
            json[u"state"_s] = u"active"_s;
            rows.append(json);
        }
        return QJsonValue(QJsonObject{{u"memberships"_s, rows}});
    });
}

DemoAnswer DemoGroupApi::states(const Call& call)
{
    QJsonArray rows;
    for (const DemoPlaceRow& row : m_world.groups(call.user, 1, largestPage))
        rows.append(QJsonObject{{u"group_id"_s, row.group.id}, {u"state"_s, u"active"_s}});
    return m_envelope.success(rows);
}

DemoAnswer DemoGroupApi::messages(const Call& call)
{
    const auto cursor = cursorOf(call.request);
    const int limit = number(call.request, u"limit", 20);
    if (!cursor)
        return m_envelope.failure(400, cursor.error());
    if (limit < 0 || limit > largestLimit)
        return m_envelope.failure(400, u"limit must be between 1 and 200"_s);
    const QString place = call.captured.at(1);
    const auto page = m_world.pageIn(
        call.user, place, cursor->first, cursor->second, std::min(limit, longestPage));
    if (page && page->messages.isEmpty())
        return emptyAnswer(304);
    const bool acceptFiles = call.request.parameter(u"acceptFiles") == u"1"_s;
    return answered(page, [&](const DemoWorld::Page& shown) {
        QJsonArray rows;
        for (const DemoMessage& message : shown.messages)
            rows.append(groupMessageJson(message, place, acceptFiles));
        return QJsonValue(QJsonObject{{u"count"_s, shown.count}, {u"messages"_s, rows}});
    });
}

DemoAnswer DemoGroupApi::send(const Call& call)
{
    const auto body = wrapped(call.request, u"message"_s);
    if (!body)
        return m_envelope.failure(400, u"message is missing"_s);
    const auto draft = contentOf(*body);
    if (!draft)
        return m_envelope.failure(400, draft.error());
    const QString place = call.captured.at(1);
    if (const QString flaw = flawIn(draft->attachments, {}, place, m_world); !flaw.isEmpty())
        return m_envelope.failure(400, flaw);
    return answered(
        m_world.sendIn(call.user, place, *draft),
        [&](const DemoMessage& sent) {
            return QJsonValue(QJsonObject{{u"message"_s, groupMessageJson(sent, place, true)}});
        },
        201);
}

DemoAnswer DemoGroupApi::rename(const Call& call)
{
    const auto membership = wrapped(call.request, u"membership"_s);
    if (!membership)
        return m_envelope.failure(400, u"membership is missing"_s);
    const QString id = call.captured.at(1);
    const auto renamed = m_world.rename(call.user, id, membership->value("nickname"_L1).toString());
    return answered(renamed, [&](const DemoMember& member) {
        return QJsonValue(memberJson(member, m_world.group(id).value_or(DemoGroup())));
    });
}

DemoAnswer DemoGroupApi::remove(const Call& call)
{
    const auto removed = m_world.removeMember(call.user, call.captured.at(1), call.captured.at(2));
    return removed ? emptyAnswer(200) : refuse(removed.error());
}

std::optional<qint64> DemoGroupApi::untilOf(const Call& call) const
{
    if (call.captured.last() == "unmute"_L1)
        return 0;
    const QJsonObject body = bodyOf(call.request);
    const QJsonValue duration = body["duration"_L1];
    if (body.contains("duration"_L1) && duration.isNull())
        return mutedForGood;
    const qint64 minutes
        = duration.isString() ? duration.toString().toLongLong() : duration.toInteger();
    if (minutes <= 0)
        return std::nullopt;
    return m_world.now() / 1000 + minutes * 60;
}

DemoAnswer DemoGroupApi::muteMain(const Call& call)
{
    const QString id = call.captured.at(1);
    const auto until = untilOf(call);
    if (!until)
        return m_envelope.failure(400, u"duration is missing"_s);
    if (!m_world.group(id)) // topics have a call of their own
        return emptyAnswer(404);
    return answered(m_world.mute(call.user, id, *until), [&](const DemoGroup& group) {
        QJsonObject membership = membershipJson(group, call.user);
        membership.remove(u"muted_children"_s);
        membership[u"state"_s] = *until == 0 ? u"active"_s : u"muted"_s;
        return QJsonValue(QJsonObject{{u"membership"_s, membership}});
    });
}

// --- Topics -------------------------------------------------------------------------------------

DemoAnswer DemoGroupApi::topics(const Call& call)
{
    const int page = number(call.request, u"page", 1);
    const int perPage = number(call.request, u"per_page", defaultPage);
    if (page < 0 || perPage < 0)
        return m_envelope.failure(400, u"page and per_page must be positive"_s);
    const bool withUnread = m_withUnread && asks(call.request, u"include"_s, u"unread_count"_s);
    return answered(m_world.topics(call.user, call.captured.at(1), page, perPage),
        [&](const QList<DemoPlaceRow>& shown) {
            QJsonArray rows;
            for (const DemoPlaceRow& row : shown)
                rows.append(topicJson(row, call.user, withUnread));
            return QJsonValue(rows);
        });
}

DemoAnswer DemoGroupApi::topic(const Call& call)
{
    return answered(m_world.showTopic(call.user, call.captured.at(1), call.captured.at(2)),
        [&](const DemoPlaceRow& row) { return QJsonValue(topicJson(row, call.user, false)); });
}

DemoAnswer DemoGroupApi::create(const Call& call)
{
    return answered(
        m_world.createTopic(call.user, call.captured.at(1), topicFrom(bodyOf(call.request))),
        [](const DemoTopic& made) { return QJsonValue(topicPartJson(made)); }, 201);
}

DemoAnswer DemoGroupApi::update(const Call& call)
{
    DemoTopic wanted = topicFrom(bodyOf(call.request));
    wanted.group = call.captured.at(1);
    wanted.id = call.captured.at(2);
    return answered(m_world.updateTopic(call.user, wanted),
        [](const DemoTopic& changed) { return QJsonValue(topicPartJson(changed)); });
}

DemoAnswer DemoGroupApi::drop(const Call& call)
{
    const auto dropped = m_world.deleteTopic(call.user, call.captured.at(1), call.captured.at(2));
    return dropped ? emptyAnswer(200) : refuse(dropped.error());
}

DemoAnswer DemoGroupApi::muteTopic(const Call& call)
{
    const auto until = untilOf(call);
    if (!until)
        return m_envelope.failure(400, u"duration is missing"_s);
    const auto topic = m_world.showTopic(call.user, call.captured.at(1), call.captured.at(2));
    if (!topic)
        return refuse(topic.error());
    return answered(
        m_world.mute(call.user, call.captured.at(2), *until), [&](const DemoGroup& group) {
            return QJsonValue(QJsonObject{{u"membership"_s, membershipJson(group, call.user)}});
        });
}

DemoAnswer DemoGroupApi::position(const Call& call)
{
    if (!m_positions)
        return emptyAnswer(404);
    const QString message = bodyOf(call.request)["last_read_message_id"_L1].toString();
    const auto head = m_world.read(call.user, call.captured.at(1), message);
    return answered(
        head,
        [&](const DemoReceipt& receipt) {
            return QJsonValue(QJsonObject{{u"conversation_id"_s, receipt.conversation},
                {u"last_read_message_id"_s, receipt.messageId}, {u"status"_s, u"ok"_s}});
        },
        202);
}

} // namespace skein
