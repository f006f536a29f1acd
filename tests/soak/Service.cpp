// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Service.h"

#include "app/demo/DemoMedia.h"
#include "core/types/ConversationId.h"
#include "tests/soak/Enclosures.h"

#include <QJsonDocument>

namespace skein::soak {

using namespace Qt::StringLiterals;

namespace {

DemoOptions optionsFor(quint32 seed, int speed, const FastClock& clock)
{
    DemoOptions options{.seed = seed, .histories = false};
    options.now = [&clock] { return qint64{clock.now().count()}; };
    options.manners.requestsPerSecond *= speed; // the limit counts seconds on the wall
    options.manners.sendsPerMinute = 0; // after an auto-ban Skein waits for the person
    return options;
}

} // namespace

Service::Service(quint32 seed, int speed, std::chrono::milliseconds epoch)
    : m_clock(speed, epoch)
    , m_service(optionsFor(seed, speed, m_clock))
    , m_faults(stormFaults(seed, m_clock))
{
    addDirectChats();
    addGroups();
    for (const NamedFault& each : m_faults)
        m_service.faults().add(each.fault);
}

void Service::addDirectChats()
{
    DemoWorld& world = m_service.world();
    const UserId me{world.me().id};
    for (const DemoPerson& person : world.others().first(3)) {
        const auto chat = ConversationId::direct(me, {person.id});
        if (!m_friends.isEmpty()) // with the first one nothing was ever said
            world.say(person.id, me.value, u"hello"_s);
        m_friends.append(person.id);
        m_places.insert(chat.key(), chat.id);
    }
}

void Service::addGroups()
{
    DemoWorld& world = m_service.world();
    for (const QString& name : {u"Boat house"_s, u"Choir"_s}) {
        DemoGroup wanted{.name = name, .creator = m_friends.constFirst()};
        for (const QString& user : QStringList{world.me().id} + m_friends)
            wanted.members.append({.user = user});
        const auto group = ConversationId::group(world.addGroup(wanted));
        const auto topic
            = ConversationId::topic(world.addTopic(group.id, {.title = u"Dates"_s}), group);
        m_places.insert(group.key(), group.id);
        m_places.insert(topic.key(), topic.id);
    }
}

void Service::speak(QRandomGenerator& dice)
{
    DemoWorld& world = m_service.world();
    const QString place = m_places.values().at(dice.bounded(m_places.size()));
    const QString who = m_friends.at(dice.bounded(m_friends.size()));
    const int lines = dice.bounded(12) == 0 ? 40 : 1 + dice.bounded(3);
    for (int line = 0; line < lines; ++line) {
        const QString text = u"line %1"_s.arg(++m_spoken);
        if (world.sayIn(place, who, text).isEmpty())
            world.say(who, world.me().id, text);
    }
}

QMap<QString, QStringList> Service::held()
{
    DemoWorld& world = m_service.world();
    const QString me = world.me().id;
    QMap<QString, QStringList> texts;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        for (const DemoMessage& message : world.messages(place.value())) {
            if (message.senderId == me)
                texts[place.key()].append(isWhole(place.value(), message)
                        ? message.text
                        : message.text + u" without its files"_s);
        }
    }
    return texts;
}

bool Service::isWhole(const QString& place, const DemoMessage& message)
{
    const QList<Enclosure> expected = enclosuresOf(message.text);
    if (message.attachments.size() != expected.size())
        return false;
    DemoMedia& media = m_service.world().media();
    for (qsizetype n = 0; n < expected.size(); ++n) {
        const QJsonObject carried = message.attachments.at(n).toObject();
        const QString url = carried.value("url"_L1).toString();
        const auto picture
            = media.blob(url.mid(QStringView(u"https://").size()), DemoMedia::Version::Whole);
        const auto file = media.file(place, carried.value("file_id"_L1).toString());
        const QByteArray bytes = picture ? picture->bytes : file ? file->bytes : QByteArray();
        if (bytes != expected.at(n).bytes)
            return false;
    }
    return true;
}

QByteArray Service::evidence()
{
    QJsonArray messages;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        for (const DemoMessage& message : m_service.world().messages(place.value()))
            messages.append(QJsonObject{{u"conversation"_s, place.key()}, {u"id"_s, message.id},
                {u"guid"_s, message.guid}, {u"sender"_s, message.senderId},
                {u"text"_s, message.text}});
    }
    return QJsonDocument(
        QJsonObject{{u"messages"_s, messages}, {u"requests"_s, m_service.log().toJson()}})
        .toJson();
}

void Service::setOut(bool out)
{
    m_outages += out ? 1 : 0;
    m_service.setOut(out);
}

void Service::endStorm()
{
    m_service.setOut(false);
    const QList<int> counts = m_service.faults().strikes();
    for (qsizetype rule = 0; rule < counts.size(); ++rule)
        m_strikes.append(u"%1: %2"_s.arg(m_faults.at(rule).name).arg(counts.at(rule)));
    m_struck = m_service.faults().struck();
    m_service.faults().clear();
}

} // namespace skein::soak
