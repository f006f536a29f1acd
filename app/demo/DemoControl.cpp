// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoControl.h"

#include "app/demo/DemoService.h"

#include <QJsonDocument>

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
    QJsonArray rows;
    for (const DemoPerson& person : service.world().others())
        rows.append(QJsonObject{{u"id"_s, person.id}, {u"name"_s, person.name}});
    const DemoPerson me = service.world().me();
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
                {u"muted_until"_s, topic.mutedUntil.value(me)}});
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

DemoAnswer messages(DemoService& service, const DemoRequest& request)
{
    // A raw '+' has become a space on the way: both mean the pair here.
    const QString conversation
        = request.parameter(u"conversation").value_or(QString()).replace(u' ', u'+');
    QJsonArray rows;
    for (const DemoMessage& message : service.world().messages(conversation))
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

} // namespace

bool isDemoControl(const DemoRequest& request) { return request.path.startsWith("/_demo/"_L1); }

DemoAnswer answerDemoControl(DemoService& service, const DemoRequest& request)
{
    // Web pages can reach loopback ports too, but never without an Origin.
    if (!request.header(u"Origin").isEmpty())
        return refusal(u"not for web pages"_s, 403);
    const QString call = request.method + u' ' + request.path.mid(7);
    const QJsonObject order = QJsonDocument::fromJson(request.body).object();
    if (call == "POST say"_L1)
        return say(service, order);
    if (call == "POST read"_L1)
        return read(service, order);
    if (call == "POST delete"_L1)
        return erase(service, order);
    if (call == "POST faults"_L1)
        return addFault(service, order);
    if (call == "POST topic"_L1)
        return changeTopic(service, order);
    if (call == "POST group"_L1)
        return changeGroup(service, order);
    if (call == "GET people"_L1)
        return people(service);
    if (call == "GET groups"_L1)
        return groups(service);
    if (call == "GET messages"_L1)
        return messages(service, request);
    if (call == "GET receipts"_L1)
        return receipts(service);
    if (call == "GET log"_L1)
        return answerWith({{u"log"_s, service.log().toJson()}});
    if (call != "DELETE faults"_L1 && call != "DELETE log"_L1)
        return refusal(u"no such order"_s, 404);
    if (call == "DELETE faults"_L1)
        service.faults().clear();
    else
        service.log().clear();
    return answerWith({});
}

} // namespace skein
