// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeGroups.h"

#include <QJsonDocument>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject bodyOf(const HttpRequest& request)
{
    return QJsonDocument::fromJson(request.body).object();
}

FakeTransport::Answer nothingThere() { return FakeTransport::raw(404, {}); }

QJsonValue timeOrNull(qint64 seconds)
{
    return seconds == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(seconds);
}

} // namespace

FakeGroups::FakeGroups(FakeService& service, FakeTransport& network) : m_service(service)
{
    service.answersGroups = false;
    serve(network);
}

void FakeGroups::on(Method method, const QString& path, Work work)
{
    m_network->handle(method, path, [this, work = std::move(work)](const HttpRequest& request) {
        return m_service.answer(request, work);
    });
}

void FakeGroups::serve(FakeTransport& network)
{
    m_network = &network;
    on(Method::Get, u"/v3/groups"_s, [this](const HttpRequest& r) { return list(r); });
    for (const Group& group : std::as_const(m_groups)) {
        serveGroup(group.id);
        for (const Topic& topic : group.topics)
            serveTopic(group.id, topic.id);
    }
}

void FakeGroups::serveMessages(const QString& place)
{
    const QString path = u"/v3/groups/"_s + place + u"/messages"_s;
    on(Method::Get, path, [=, this](const HttpRequest& r) { return messages(place, r); });
    on(Method::Post, path, [=, this](const HttpRequest& r) { return create(place, r); });
    on(Method::Get, u"/v3/pinned/groups/"_s + place + u"/messages"_s,
        [](const HttpRequest&) { return FakeTransport::raw(404, {}); });
    on(Method::Post, u"/v4/read_receipts/"_s + place,
        [=, this](const HttpRequest& r) { return position(place, r); });
}

void FakeGroups::serveGroup(const QString& id)
{
    const QString path = u"/v3/groups/"_s + id;
    serveMessages(id);
    on(Method::Get, path, [=, this](const HttpRequest&) {
        return m_groups.contains(id) ? FakeTransport::json(json(m_groups[id], true))
                                     : nothingThere();
    });
    on(Method::Get, path + u"/subgroups"_s,
        [=, this](const HttpRequest& r) { return topicList(id, r); });
    on(Method::Post, path + u"/subgroups"_s,
        [=, this](const HttpRequest& r) { return makeTopic(id, r); });
    on(Method::Post, path + u"/memberships/update"_s, [=, this](const HttpRequest& r) {
        m_groups[id].myNickname = bodyOf(r)["membership"_L1]["nickname"_L1].toString();
        return FakeTransport::json(QJsonObject{{u"id"_s, u"9001001"_s},
            {u"user_id"_s, FakeService::me}, {u"nickname"_s, m_groups[id].myNickname}});
    });
    on(Method::Post, path + u"/members/9001001/remove"_s, [=, this](const HttpRequest&) {
        if (m_groups[id].myRole == "owner"_L1)
            return Answer(FakeTransport::failure(400, {u"The owner cannot leave"_s}));
        removeGroup(id);
        return Answer(FakeTransport::raw(200, {}));
    });
    for (const bool muted : {true, false})
        on(Method::Post,
            u"/groups/"_s + id + u"/memberships/"_s + (muted ? u"mute"_s : u"unmute"_s),
            [=, this](const HttpRequest& r) { return mute(id, r, muted); });
}

void FakeGroups::serveTopic(const QString& group, const QString& id)
{
    const QString path = u"/v3/groups/"_s + group + u"/subgroups/"_s + id;
    serveMessages(id);
    on(Method::Get, path, [=, this](const HttpRequest&) {
        const Topic* found = topic(id);
        return found ? FakeTransport::json(json(*found, group)) : nothingThere();
    });
    on(Method::Put, path, [=, this](const HttpRequest& r) { return changeTopic(id, r); });
    on(Method::Delete, path, [=, this](const HttpRequest&) {
        if (m_groups[group].myRole == "user"_L1)
            return Answer(FakeTransport::failure(403, {u"Only admins may do that"_s}));
        removeTopic(group, id);
        return Answer(FakeTransport::raw(200, {}));
    });
    for (const bool muted : {true, false})
        on(Method::Post, path + (muted ? u"/mute"_s : u"/unmute"_s),
            [=, this](const HttpRequest& r) { return mute(id, r, muted); });
}

FakeGroups::Group& FakeGroups::add(const QString& id, const QString& name)
{
    m_groups[id] = {.id = id, .name = name, .members = {somebodyElse}};
    serveGroup(id);
    return m_groups[id];
}

FakeGroups::Topic& FakeGroups::addTopic(
    const QString& group, const QString& id, const QString& title)
{
    auto& topics = m_groups[group].topics;
    topics.append({.id = id, .title = title});
    serveTopic(group, id);
    return topics.last();
}

void FakeGroups::removeTopic(const QString& group, const QString& topic)
{
    m_groups[group].topics.removeIf([&](const Topic& t) { return t.id == topic; });
}

void FakeGroups::removeGroup(const QString& group) { m_groups.remove(group); }

FakeGroups::Topic* FakeGroups::topic(const QString& id)
{
    for (Group& group : m_groups) {
        for (Topic& topic : group.topics) {
            if (topic.id == id)
                return &topic;
        }
    }
    return nullptr;
}

FakeGroups::Group* FakeGroups::parentOf(const QString& place)
{
    for (Group& group : m_groups) {
        const bool holds = std::ranges::any_of(
            group.topics, [&](const Topic& topic) { return topic.id == place; });
        if (group.id == place || holds)
            return &group;
    }
    return nullptr;
}

QString FakeGroups::say(const QString& place, const QString& text, const QString& sender)
{
    return m_service.sayIn(place, sender, text);
}

QString FakeGroups::announce(const QString& group, const QString& type, const QJsonObject& data)
{
    return m_service.announceIn(group, type, {{u"type"_s, type}, {u"data"_s, data}});
}

template <class Row>
QList<Row> FakeGroups::paged(const QList<Row>& all, const HttpRequest& request) const
{
    const QUrlQuery query(request.url);
    const int asked = query.queryItemValue(u"per_page"_s).toInt();
    const int length = perPage > 0 ? std::min(perPage, asked) : asked;
    return all.mid(qsizetype(query.queryItemValue(u"page"_s).toInt() - 1) * length, length);
}

FakeGroups::Answer FakeGroups::list(const HttpRequest& request) const
{
    QList<const Group*> groups;
    for (const Group& group : m_groups)
        groups.append(&group);
    const auto activity = [this](const Group* group) {
        const auto& lines = m_service.history(group->id);
        return lines.isEmpty() ? 0ms : lines.last().at;
    };
    if (sorted)
        std::ranges::stable_sort(groups, std::greater(), activity);
    QJsonArray rows;
    for (const Group* group : paged(groups, request))
        rows.append(json(*group, false));
    return FakeTransport::json(rows);
}

FakeGroups::Answer FakeGroups::topicList(const QString& group, const HttpRequest& request) const
{
    const auto found = m_groups.constFind(group);
    if (found == m_groups.cend())
        return nothingThere();
    QJsonArray rows;
    for (const Topic& topic : paged(found->topics, request))
        rows.append(json(topic, group));
    return FakeTransport::json(rows);
}

QJsonObject FakeGroups::messagesOf(const QString& place) const
{
    const auto& lines = m_service.history(place);
    if (lines.isEmpty())
        return {{u"count"_s, 0}, {u"last_message_id"_s, QJsonValue::Null},
            {u"preview"_s, QJsonObject{{u"nickname"_s, QJsonValue::Null}}}};
    const auto& last = lines.last();
    return {{u"count"_s, lines.size()}, {u"last_message_id"_s, last.id},
        {u"last_message_created_at"_s, qint64{last.at / 1s}},
        {u"preview"_s,
            QJsonObject{{u"nickname"_s, u"Somebody"_s}, {u"text"_s, last.text},
                {u"image_url"_s, QJsonValue::Null}, {u"attachments"_s, QJsonArray()}}}};
}

QJsonObject FakeGroups::json(const Group& group, bool withMembers) const
{
    QJsonArray members{QJsonObject{{u"id"_s, u"9001001"_s}, {u"user_id"_s, FakeService::me},
        {u"nickname"_s, group.myNickname}, {u"roles"_s, QJsonArray{group.myRole}}}};
    for (const QString& user : group.members)
        members.append(QJsonObject{{u"id"_s, u"9000"_s + user}, {u"user_id"_s, user},
            {u"nickname"_s, u"Member "_s + user}, {u"roles"_s, QJsonArray{u"user"_s}}});
    return {{u"id"_s, group.id}, {u"group_id"_s, group.id}, {u"name"_s, group.name},
        {u"type"_s, group.kind}, {u"creator_user_id"_s, group.creator},
        {u"created_at"_s, 1'740'000'000}, {u"updated_at"_s, 1'740'000'000},
        {u"muted_until"_s, timeOrNull(group.mutedUntil)},
        {u"members"_s, withMembers ? QJsonValue(members) : QJsonValue(QJsonValue::Null)},
        {u"members_count"_s, withMembers ? members.size() : 0},
        {u"children_count"_s, group.topics.size()}, {u"messages"_s, messagesOf(group.id)}};
}

QJsonObject FakeGroups::json(const Topic& topic, const QString& group) const
{
    QJsonObject row = part(topic, group);
    row.remove(u"type"_s);
    row[u"creator_user_id"_s] = 20001;
    row[u"muted_until"_s] = timeOrNull(topic.mutedUntil);
    row[u"unread_count"_s] = QJsonValue::Null;
    row[u"messages"_s] = messagesOf(topic.id);
    return row;
}

QJsonObject FakeGroups::part(const Topic& topic, const QString& group) const
{
    return {{u"id"_s, topic.id.toLongLong()}, {u"parent_id"_s, group.toLongLong()},
        {u"topic"_s, topic.title}, {u"type"_s, topic.kind}, {u"description"_s, topic.description},
        {u"avatar_url"_s, QJsonValue::Null}, {u"created_at"_s, topic.createdAt},
        {u"updated_at"_s, topic.createdAt}, {u"like_icon"_s, QJsonValue::Null}};
}

FakeGroups::Answer FakeGroups::messages(const QString& place, const HttpRequest& request)
{
    if (!parentOf(place))
        return nothingThere();
    const auto lines = m_service.page(place, QUrlQuery(request.url));
    if (lines.isEmpty())
        return FakeTransport::raw(304, {});
    QJsonArray rows;
    for (const auto& line : lines) {
        const bool isSystem = line.sender == "system"_L1;
        QJsonObject row{{u"id"_s, line.id}, {u"source_guid"_s, line.guid}, {u"group_id"_s, place},
            {u"created_at"_s, qint64{line.at / 1s}}, {u"sender_id"_s, line.sender},
            {u"user_id"_s, line.sender}, {u"system"_s, isSystem},
            {u"sender_type"_s, isSystem ? u"system"_s : u"user"_s},
            {u"name"_s, u"Member "_s + line.sender}, {u"text"_s, line.text},
            {u"attachments"_s, line.attachments}, {u"favorited_by"_s, line.likedBy}};
        if (!line.event.isEmpty())
            row[u"event"_s] = line.event;
        rows.append(row);
    }
    return FakeTransport::json(QJsonObject{{u"count"_s, 81'602}, {u"messages"_s, rows}});
}

FakeGroups::Answer FakeGroups::create(const QString& place, const HttpRequest& request)
{
    const Group* group = parentOf(place);
    if (!group)
        return nothingThere();
    const Topic* inTopic = topic(place);
    const QString kind = inTopic ? inTopic->kind : group->kind;
    if (kind == "announcement"_L1 && group->myRole == "user"_L1)
        return FakeTransport::failure(403, {u"Only admins can post here"_s});
    const QJsonObject wanted = bodyOf(request)["message"_L1].toObject();
    const QString guid = wanted["source_guid"_L1].toString();
    if (!m_service.accepts(guid))
        return FakeTransport::failure(409);
    const QString id = m_service.sayIn(place, FakeService::me, wanted["text"_L1].toString(), guid);
    return FakeTransport::json(
        QJsonObject{{u"message"_s,
            QJsonObject{{u"id"_s, id}, {u"source_guid"_s, guid}, {u"group_id"_s, place},
                {u"created_at"_s, qint64{m_service.now() / 1s}}, {u"user_id"_s, FakeService::me},
                {u"text"_s, wanted["text"_L1]}, {u"attachments"_s, wanted["attachments"_L1]}}}},
        201);
}

FakeGroups::Answer FakeGroups::makeTopic(const QString& group, const HttpRequest& request)
{
    if (m_groups[group].myRole == "user"_L1)
        return FakeTransport::failure(403, {u"Only admins may do that"_s});
    Topic& made = addTopic(
        group, QString::number(77000 + ++m_made), bodyOf(request)["topic"_L1].toString());
    made.kind = bodyOf(request)["group_type"_L1].toString();
    made.description = bodyOf(request)["description"_L1].toString();
    made.createdAt = m_service.now() / 1s;
    return FakeTransport::json(part(made, group), 201);
}

FakeGroups::Answer FakeGroups::changeTopic(const QString& id, const HttpRequest& request)
{
    const Group* group = parentOf(id);
    Topic* changed = topic(id);
    if (!group || !changed)
        return nothingThere();
    if (group->myRole == "user"_L1)
        return FakeTransport::failure(403, {u"Only admins may do that"_s});
    changed->title = bodyOf(request)["topic"_L1].toString();
    changed->kind = bodyOf(request)["group_type"_L1].toString();
    changed->description = bodyOf(request)["description"_L1].toString();
    return FakeTransport::json(part(*changed, group->id));
}

FakeGroups::Answer FakeGroups::mute(const QString& place, const HttpRequest& request, bool muted)
{
    Group* group = parentOf(place);
    if (!group)
        return nothingThere();
    const QJsonValue minutes = bodyOf(request)["duration"_L1];
    const qint64 until = !muted ? 0
        : minutes.isNull()      ? mutedForever
                                : m_service.now() / 1s + minutes.toInteger() * 60;
    Topic* inTopic = topic(place);
    (inTopic ? inTopic->mutedUntil : group->mutedUntil) = until;
    QJsonObject children;
    for (const Topic& each : std::as_const(group->topics)) {
        if (each.mutedUntil != 0)
            children[each.id] = each.mutedUntil;
    }
    return FakeTransport::json(QJsonObject{{u"membership"_s,
        QJsonObject{{u"id"_s, u"9001001"_s}, {u"user_id"_s, FakeService::me},
            {u"phone_number"_s, u"5550100"_s}, {u"email"_s, u"me@example.org"_s},
            {u"muted_until"_s, timeOrNull(group->mutedUntil)}, {u"muted_children"_s, children}}}});
}

FakeGroups::Answer FakeGroups::position(const QString& place, const HttpRequest& request)
{
    if (!knowsPositions)
        return nothingThere();
    positions.append({place, bodyOf(request)["last_read_message_id"_L1].toString()});
    return FakeTransport::raw(202, "{}");
}

} // namespace skein
