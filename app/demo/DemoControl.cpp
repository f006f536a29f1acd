// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoControl.h"

#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPicture.h"
#include "app/demo/DemoReactions.h"
#include "app/demo/DemoService.h"

#include <QJsonDocument>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

DemoAnswer answerWith(const QJsonObject& object, int status = 200)
{
    DemoAnswer answer{.status = status};
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

DemoAnswer refusal(const QString& reason, int status = 400)
{
    return answerWith({{u"error"_s, reason}}, status);
}

DemoAnswer say(DemoService& service, const QJsonObject& order)
{
    DemoWorld& world = service.world();
    const QString from = order.value("from"_L1).toString();
    const QString to = order.value("to"_L1).toString(world.me().id);
    const QString said = world.sayIn(
        to, from, order.value("text"_L1).toString(), order.value("attachments"_L1).toArray());
    if (!said.isEmpty())
        return answerWith({{u"id"_s, said}, {u"conversation"_s, to}});
    if (!world.person(from) || !world.person(to))
        return refusal(u"from and to must be people of this world"_s);
    const QString id = world.say(
        from, to, order.value("text"_L1).toString(), order.value("attachments"_L1).toArray());
    return answerWith({{u"id"_s, id}, {u"conversation"_s, DemoWorld::conversationOf(from, to)}});
}

DemoAnswer read(DemoService& service, const QJsonObject& order)
{
    const auto head = service.world().read(order.value("user"_L1).toString(),
        order.value("conversation"_L1).toString(), order.value("message"_L1).toString());
    return head ? answerWith({{u"message"_s, head->messageId}}) : refusal(head.error().reason);
}

DemoAnswer erase(DemoService& service, const QJsonObject& order)
{
    const bool done = service.world().erase(
        order.value("conversation"_L1).toString(), order.value("message"_L1).toString());
    return done ? answerWith({}) : refusal(u"no such message to delete"_s);
}

DemoAnswer addFault(DemoService& service, const QJsonObject& order)
{
    const auto fault = DemoFaults::fromJson(order);
    if (!fault)
        return refusal(fault.error());
    service.faults().add(*fault);
    return answerWith({});
}

DemoAnswer people(DemoService& service)
{
    const DemoWorld& world = service.world();
    const DemoPerson me = world.me();
    QJsonArray rows;
    for (const DemoPerson& person : world.others()) {
        const qsizetype said = world.messages(DemoWorld::conversationOf(me.id, person.id)).size();
        rows.append(
            QJsonObject{{u"id"_s, person.id}, {u"name"_s, person.name}, {u"messages"_s, said}});
    }
    return answerWith(
        {{u"me"_s, QJsonObject{{u"id"_s, me.id}, {u"name"_s, me.name}}}, {u"people"_s, rows}});
}

DemoAnswer groups(DemoService& service)
{
    const DemoWorld& world = service.world();
    const QString me = world.me().id;
    QJsonArray rows;
    for (const QString& id : world.groupIds()) {
        const DemoGroup group = world.group(id).value_or(DemoGroup());
        const DemoMember* self = group.member(me);
        QJsonArray topics;
        for (const DemoTopic& topic : group.topics)
            topics.append(QJsonObject{{u"id"_s, topic.id}, {u"title"_s, topic.title},
                {u"kind"_s, topic.kind}, {u"description"_s, topic.description},
                {u"like_icon"_s, topic.likeIcon}, {u"muted_until"_s, topic.mutedUntil.value(me)}});
        rows.append(QJsonObject{{u"id"_s, id}, {u"name"_s, group.name}, {u"kind"_s, group.kind},
            {u"manages"_s, group.isManagedBy(me)}, {u"member"_s, self != nullptr},
            {u"nickname"_s, self ? self->nickname : QString()},
            {u"muted_until"_s, self ? self->mutedUntil : 0}, {u"topics"_s, topics}});
    }
    return answerWith({{u"groups"_s, rows}});
}

/// {"group", "do": "create" | "delete" | "rename", "topic": id, "title"}.
DemoAnswer changeTopic(DemoService& service, const QJsonObject& order)
{
    DemoWorld& world = service.world();
    const QString group = order.value("group"_L1).toString();
    const QString topic = order.value("topic"_L1).toString();
    const QString title = order.value("title"_L1).toString();
    const QString deed = order.value("do"_L1).toString();
    if (deed == "create"_L1)
        return answerWith({{u"id"_s, world.addTopic(group, {.title = title})}});
    const bool done = deed == "delete"_L1 ? world.dropTopic(group, topic)
                                          : world.renameTopic(group, topic, title);
    return done ? answerWith({}) : refusal(u"no such topic"_s);
}

/// {"group", "user", "do": "add" | "remove" | "admin" | "no admin"}, or {"group", "name"}.
DemoAnswer changeGroup(DemoService& service, const QJsonObject& order)
{
    DemoWorld& world = service.world();
    const QString group = order.value("group"_L1).toString();
    const QString user = order.value("user"_L1).toString();
    const QString deed = order.value("do"_L1).toString();
    const bool done = deed == "add"_L1 ? world.addMember(group, user)
        : deed == "remove"_L1          ? world.dropMember(group, user)
        : deed == "admin"_L1           ? world.setAdmin(group, user, true)
        : deed == "no admin"_L1        ? world.setAdmin(group, user, false)
                                : world.renameGroup(group, order.value("name"_L1).toString());
    return done ? answerWith({}) : refusal(u"nothing there to change"_s);
}

/// {"conversation", "message", "user"} and {"code"} or {"pack", "index"}; "off": true takes away.
DemoAnswer react(DemoService& service, const QJsonObject& order)
{
    QJsonObject icon{{u"type"_s, u"unicode"_s}, {u"code"_s, order.value("code"_L1)}};
    if (order.contains("pack"_L1))
        icon = {{u"type"_s, u"emoji"_s}, {u"pack_id"_s, order.value("pack"_L1)},
            {u"pack_index"_s, order.value("index"_L1)}};
    const auto kind = demo::reactionKind(icon);
    const bool off = order.value("off"_L1).toBool();
    if (!kind && !off)
        return refusal(kind.error());
    const auto reacted = service.world().react(order.value("user"_L1).toString(),
        order.value("conversation"_L1).toString(), order.value("message"_L1).toString(),
        off ? std::nullopt : std::optional(*kind));
    return reacted ? answerWith({{u"reactions"_s, reacted->reactions}})
                   : refusal(u"no such message to react to"_s);
}

/// {"conversation", "message", "text"} and perhaps {"attachments"}: as its sender would.
DemoAnswer editMessage(DemoService& service, const QJsonObject& order)
{
    std::optional<QJsonArray> attachments;
    if (order.contains("attachments"_L1))
        attachments = order.value("attachments"_L1).toArray();
    const bool done = service.world().edit(order.value("conversation"_L1).toString(),
        order.value("message"_L1).toString(), order.value("text"_L1).toString(), attachments);
    return done ? answerWith({}) : refusal(u"no such message to edit"_s);
}

/// {"conversation", "message", "user"}; "off": true unpins.
DemoAnswer pin(DemoService& service, const QJsonObject& order)
{
    const auto done = service.world().pin(order.value("user"_L1).toString(),
        order.value("conversation"_L1).toString(), order.value("message"_L1).toString(),
        !order.value("off"_L1).toBool());
    return done ? answerWith({}) : refusal(u"nothing there to pin or unpin"_s);
}

/// {"minutes"}, and {"conversation"} unless for all.
DemoAnswer setEditPeriod(DemoService& service, const QJsonObject& order)
{
    const int minutes = order.value("minutes"_L1).toInt(-1);
    if (minutes < 0)
        return refusal(u"minutes must be a number from 0"_s);
    service.world().setEditPeriod(order.value("conversation"_L1).toString(), minutes);
    return answerWith({});
}

/// {"kind": "lake", "width", "height", "seed"}, or {"base64"} for any bytes; then "format",
/// "width" and "height" tell what their address says. "versions": false: no smaller ones.
DemoAnswer addPicture(DemoService& service, const QJsonObject& order)
{
    static const QStringList kinds{u"lake"_s, u"mountains"_s, u"meadow"_s, u"fog"_s, u"night"_s,
        u"chart"_s, u"sailing"_s}; // in DemoScene's order
    DemoMedia& media = service.world().media();
    QSize size(order.value("width"_L1).toInt(), order.value("height"_L1).toInt());
    QString url;
    if (order.contains("base64"_L1)) {
        const auto bytes = QByteArray::fromBase64(order.value("base64"_L1).toString().toLatin1());
        const auto head = demo::pictureHead(bytes);
        const QByteArray format = order.value("format"_L1).toString(u"png"_s).toLatin1();
        if (size.isEmpty() && head)
            size = head->size;
        url = media.addPicture(bytes, format, size);
    } else {
        const qsizetype kind = kinds.indexOf(order.value("kind"_L1).toString());
        if (kind < 0 || size.isEmpty() || size.width() > 4000 || size.height() > 4000)
            return refusal(u"kind, width and height must be given"_s);
        url = media.addScene({static_cast<DemoScene::Kind>(kind), size,
            static_cast<quint32>(order.value("seed"_L1).toInt(1))});
    }
    if (!order.value("versions"_L1).toBool(true))
        media.dropVersions(url);
    return answerWith({{u"url"_s, url}});
}

/// {"conversation", "name", "type", "text"}; "post": true: not to be had by GET.
DemoAnswer addFile(DemoService& service, const QJsonObject& order)
{
    const QString id = service.world().media().addFile(
        {.conversation = order.value("conversation"_L1).toString(),
            .name = order.value("name"_L1).toString(),
            .mimeType = order.value("type"_L1).toString(),
            .bytes = order.value("text"_L1).toString().toUtf8(),
            .onlyByPost = order.value("post"_L1).toBool()});
    return answerWith({{u"file_id"_s, id}});
}

/// {"questions"}: how often is asked in vain for the file of an upload.
DemoAnswer setUploads(DemoService& service, const QJsonObject& order)
{
    const int questions = order.value("questions"_L1).toInt(-1);
    if (questions < 0)
        return refusal(u"questions must be a number from 0"_s);
    service.world().media().setQuestionsUntilReady(questions);
    return answerWith({});
}

/// {"user", "other", "blocked": whether}.
DemoAnswer changeBlock(DemoService& service, const QJsonObject& order)
{
    service.world().setBlocked(order.value("user"_L1).toString(),
        order.value("other"_L1).toString(), order.value("blocked"_L1).toBool(true));
    return answerWith({});
}

/// {"conversation"}: it is a message request from now on.
DemoAnswer makeRequest(DemoService& service, const QJsonObject& order)
{
    service.world().setRequest(order.value("conversation"_L1).toString(), true);
    return answerWith({});
}

DemoAnswer blocks(DemoService& service)
{
    DemoWorld& world = service.world();
    return answerWith({{u"blocked"_s, QJsonArray::fromStringList(world.blockedBy(world.me().id))}});
}

DemoAnswer messages(DemoService& service, const DemoRequest& request)
{
    // A raw '+' has become a space on the way: both mean the pair here.
    const QString conversation
        = request.parameter(u"conversation").value_or(QString()).replace(u' ', u'+');
    const QList<DemoMessage> held = service.world().messages(conversation);
    const auto newest = request.parameter(u"newest");
    QJsonArray rows;
    for (const DemoMessage& message :
        newest ? held.last(std::min(newest->toLongLong(), held.size())) : held)
        rows.append(demo::messageJson(message, conversation));
    return answerWith({{u"messages"_s, rows}});
}

DemoAnswer receipts(DemoService& service)
{
    QJsonArray rows;
    for (const DemoReceipt& receipt : service.world().receiptsReceived())
        rows.append(demo::receiptJson(receipt, u""_s));
    return answerWith({{u"receipts"_s, rows}});
}

DemoAnswer clearFaults(DemoService& service, const QJsonObject&)
{
    service.faults().clear();
    return answerWith({});
}

DemoAnswer clearLog(DemoService& service, const QJsonObject&)
{
    service.log().clear();
    return answerWith({});
}

struct Order {
    const char* call;
    DemoAnswer (*obey)(DemoService&, const QJsonObject&, const DemoRequest&);
};

/// An order that is told by its body, or by nothing.
template <auto Work>
DemoAnswer byBody(DemoService& service, const QJsonObject& order, const DemoRequest&)
{
    if constexpr (std::is_invocable_v<decltype(Work), DemoService&, const QJsonObject&>)
        return Work(service, order);
    else
        return Work(service);
}

DemoAnswer listMessages(DemoService& service, const QJsonObject&, const DemoRequest& request)
{
    return messages(service, request);
}

DemoAnswer listLog(DemoService& service, const QJsonObject&)
{
    return answerWith({{u"log"_s, service.log().toJson()}});
}

constexpr Order orders[] = {
    {"POST say", byBody<say>},
    {"POST read", byBody<read>},
    {"POST delete", byBody<erase>},
    {"POST react", byBody<react>},
    {"POST edit", byBody<editMessage>},
    {"POST edit_period", byBody<setEditPeriod>},
    {"POST pin", byBody<pin>},
    {"POST picture", byBody<addPicture>},
    {"POST file", byBody<addFile>},
    {"POST uploads", byBody<setUploads>},
    {"POST faults", byBody<addFault>},
    {"POST block", byBody<changeBlock>},
    {"POST request", byBody<makeRequest>},
    {"GET blocks", byBody<blocks>},
    {"POST topic", byBody<changeTopic>},
    {"POST group", byBody<changeGroup>},
    {"GET people", byBody<people>},
    {"GET groups", byBody<groups>},
    {"GET messages", listMessages},
    {"GET receipts", byBody<receipts>},
    {"GET log", byBody<listLog>},
    {"DELETE faults", byBody<clearFaults>},
    {"DELETE log", byBody<clearLog>},
};

} // namespace

bool isDemoControl(const DemoRequest& request) { return request.path.startsWith("/_demo/"_L1); }

DemoAnswer answerDemoControl(DemoService& service, const DemoRequest& request)
{
    // Web pages can reach loopback ports too, but never without an Origin.
    if (!request.header(u"Origin").isEmpty())
        return refusal(u"not for web pages"_s, 403);
    const QString call = request.method + u' ' + request.path.mid(7);
    const auto order = std::ranges::find_if(
        orders, [&](const Order& each) { return call == QLatin1StringView(each.call); });
    if (order == std::end(orders))
        return refusal(u"no such order"_s, 404);
    return order->obey(service, QJsonDocument::fromJson(request.body).object(), request);
}

} // namespace skein
