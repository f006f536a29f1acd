// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoGroupHistory.h"

#include "app/demo/DemoCorpus.h"
#include "app/demo/DemoGroupJson.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoWorld.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

enum class Mine { Member, Admin, Owner };
enum class Quiet { No, Hours, ForEver };

/// A main channel or a topic.
struct Place {
    const char16_t* title;
    const char16_t* subjects;
    int messages;
    int unread;
    int endedMinutesAgo;
    int hoursBetween; ///< mean pause between two talks
    Quiet quiet = Quiet::No;
    bool announces = false; ///< only admins write
};

struct GroupPlan {
    Place main;
    Mine mine;
    int firstMember; ///< into the cast
    int members; ///< beside me
    QList<Place> topics;
    const char16_t* description = u"";
    bool tellsKinds = false;
    std::optional<DemoScene::Kind> picture = {};
};

const QList<GroupPlan>& groupPlans()
{
    static const QList<GroupPlan> all{
        {{u"Rowing club", u"rowing|plans|links", 1900, 0, 31, 9}, Mine::Owner, 0, 22,
            {{u"Logistics", u"moving|plans|rowing", 640, 3, 12, 14},
                {u"Photos", u"links|travel", 210, 0, 2900, 40},
                {u"Announcements", u"plans", 60, 0, 4300, 90, Quiet::No, true},
                {u"Kit", u"bike|rowing", 180, 12, 95, 30, Quiet::Hours}},
            u"Eights, fours and whoever turns up", true, DemoScene::Kind::Lake},
        {{u"Flat 12", u"flat|dinner|plans", 1400, 12, 47, 8, Quiet::ForEver}, Mine::Member, 1, 4,
            {}},
        {{u"Chem 101", u"chemistry|books", 820, 0, 2700, 12}, Mine::Member, 4, 19,
            {{u"Announcements", u"work", 45, 1, 1300, 60, Quiet::No, true},
                {u"Lab partners", u"chemistry|plans", 310, 0, 1900, 20}},
            u"Section B, Tuesdays and Thursdays", false, DemoScene::Kind::Chart},
        {{u"Book circle", u"books|dinner", 380, 0, 3800, 60}, Mine::Owner, 9, 8, {}},
        {{u"Regatta volunteers", u"plans|work", 90, 2, 800, 70, Quiet::No, true}, Mine::Member, 0,
            25, {}, u"News for everybody who helps"},
        {{u"Bike kitchen", u"bike|links", 460, 0, 6200, 40}, Mine::Admin, 6, 11,
            {{u"Parts wanted", u"bike", 120, 0, 6900, 50}}},
        {{u"Ski week: who drives, who sleeps where, and who brings the fondue", u"travel|dinner",
             240, 0, 20000, 30},
            Mine::Member, 12, 9, {}, u"", false, DemoScene::Kind::Mountains},
        {{u"Allotment 7", u"plans", 0, 0, 9000, 24}, Mine::Admin, 3, 3, {}, u"", false,
            DemoScene::Kind::Meadow},
    };
    return all;
}

/// Makes what is said in one place.
class Talk {
public:
    Talk(DemoWorld& world, const DemoGroup& group, const Place& place, DemoDice dice)
        : m_world(world)
        , m_group(group)
        , m_place(place)
        , m_dice(dice)
    {
        for (const DemoMember& member : group.members) {
            const bool writes = !place.announces || group.isManagedBy(member.user);
            if (writes && member.user != world.me().id)
                m_writers.append(member.user);
        }
        m_mayWrite = !place.announces || group.isManagedBy(world.me().id);
    }

    void write(const QString& conversation)
    {
        const DemoCorpus corpus;
        QList<DemoDialogue> dialogues;
        for (const QString& subject : demoText(m_place.subjects).split(u'|'))
            dialogues += corpus.dialogues(subject);
        while (m_said.size() < m_place.messages && !m_writers.isEmpty())
            hold(m_dice.pick(dialogues));
        date();
        m_world.insert(conversation, m_said);
        if (m_said.size() > m_place.unread) {
            const auto ids = m_world.messages(conversation);
            m_world.setReceipt(
                conversation, m_world.me().id, ids.at(ids.size() - 1 - m_place.unread).id);
        }
    }

private:
    /// One talk: somebody begins, somebody else answers; whoever is me in the corpus may be
    /// another member here.
    void hold(const DemoDialogue& dialogue)
    {
        const QString first = m_dice.pick(m_writers);
        const QString other = m_dice.pick(m_writers);
        const bool withMe = m_mayWrite && m_dice.oneIn(3) && m_said.size() > m_place.unread;
        m_starts.insert(m_said.size());
        for (const DemoLine& line : dialogue) {
            const bool isLate = m_said.size() >= m_place.messages - m_place.unread;
            const QString sender = !line.mine ? first : withMe && !isLate ? m_world.me().id : other;
            DemoMessage message{.senderId = sender};
            message.text = DemoCorpus::filled(line.text, m_dice);
            if (m_dice.oneIn(14))
                address(message);
            if (m_dice.oneIn(12))
                message.favoritedBy = {m_dice.pick(m_writers)};
            m_said.append(message);
            if (m_said.size() >= m_place.messages)
                return;
        }
    }

    /// Puts somebody's name before the text, with its place in UTF-16 units (protocol.md F4).
    void address(DemoMessage& message)
    {
        const DemoMember& whom = m_dice.oneIn(3) && m_group.member(m_world.me().id)
            ? *m_group.member(m_world.me().id)
            : m_dice.pick(m_group.members);
        if (whom.user == message.senderId)
            return;
        const QString before = m_dice.oneIn(3) ? u"👋 "_s : QString();
        const QString name = u'@' + whom.nickname;
        message.text = before + name + u' ' + message.text;
        message.attachments
            = {QJsonObject{{u"type"_s, u"mentions"_s}, {u"user_ids"_s, QJsonArray{whom.user}},
                {u"loci"_s, QJsonArray{QJsonValue(QJsonArray{before.size(), name.size()})}}}};
    }

    void date()
    {
        qint64 at = m_world.now() / 1000 - qint64(m_place.endedMinutesAgo) * 60;
        for (qsizetype i = m_said.size() - 1; i >= 0; --i) {
            m_said[i].createdAt = at;
            at -= m_dice.between(8, 160);
            if (m_starts.contains(i))
                at -= qint64(m_dice.between(1, 2 * m_place.hoursBetween)) * 1800;
        }
    }

    DemoWorld& m_world;
    const DemoGroup m_group;
    const Place& m_place;
    DemoDice m_dice;
    QStringList m_writers;
    bool m_mayWrite = true;
    QList<DemoMessage> m_said;
    QSet<qsizetype> m_starts;
};

DemoGroup groupOf(const DemoWorld& world, const GroupPlan& plan)
{
    DemoGroup group;
    group.name = demoText(plan.main.title);
    group.description = demoText(plan.description);
    if (plan.picture)
        group.avatarUrl = world.media().addScene({*plan.picture, {640, 480}, 31});
    group.kind = plan.main.announces ? u"announcement"_s : u"private"_s;
    group.editPeriod = plan.main.announces ? 43200 : 15; // minutes (protocol.md B9)
    group.tellsKinds = plan.tellsKinds;
    group.createdAt = world.now() / 1000 - 3 * 365 * qint64(86400);
    const DemoPerson me = world.me();
    group.members.append({.user = me.id,
        .nickname = me.name,
        .isAdmin = plan.mine != Mine::Member,
        .mutedUntil = plan.main.quiet == Quiet::ForEver ? demo::mutedForGood : 0});
    const QList<DemoPerson> others = world.others();
    for (int n = 0; n < plan.members; ++n) {
        const DemoPerson& person = others.at((plan.firstMember + n) % others.size());
        group.members.append({.user = person.id,
            .nickname = n % 5 == 4 ? person.name.section(u' ', 0, 0) : person.name,
            .isAdmin = n == 1});
    }
    group.creator = plan.mine == Mine::Owner ? me.id : group.members.at(1).user;
    return group;
}

/// The years behind a group in a few lines, as GroupMe writes them.
QList<DemoMessage> beginnings(const DemoGroup& group)
{
    QList<DemoMessage> rows;
    qint64 at = group.createdAt + 60;
    const auto add = [&](const QString& words, const QString& type, const QJsonObject& data) {
        DemoMessage row{.createdAt = at, .senderId = u"system"_s, .name = u"GroupMe"_s};
        row.text = words;
        row.event = {{u"type"_s, type}, {u"data"_s, data}};
        rows.append(row);
        at += 3600;
    };
    add(u"%1 created the group"_s.arg(group.member(group.creator)->nickname), u"group.created"_s,
        {});
    for (qsizetype n = 1; n < std::min<qsizetype>(group.members.size(), 6); ++n) {
        const DemoMember& member = group.members.at(n);
        add(u"%1 has joined the group"_s.arg(member.nickname), u"membership.announce.joined"_s,
            {{u"user"_s,
                QJsonObject{
                    {u"id"_s, member.user.toLongLong()}, {u"nickname"_s, member.nickname}}}});
    }
    add(u"The group was renamed to %1"_s.arg(group.name), u"group.name_change"_s,
        {{u"name"_s, group.name}});
    return rows;
}

Place lastOf(Place place, int longest)
{
    place.messages = std::min(place.messages, std::max(longest, place.unread + 1));
    return place;
}

void writeTopics(
    DemoWorld& world, const QString& id, const GroupPlan& plan, DemoDice& dice, int longest)
{
    const DemoGroup group = world.group(id).value_or(DemoGroup());
    for (const Place& place : plan.topics) {
        DemoTopic topic;
        topic.title = demoText(place.title);
        topic.kind = place.announces ? u"announcement"_s : u"private"_s;
        topic.createdAt = group.createdAt + 86400;
        if (place.quiet == Quiet::Hours)
            topic.mutedUntil.insert(world.me().id, world.now() / 1000 + 7 * 3600 - 600);
        const QString made = world.addTopic(id, topic, false);
        Talk(world, group, lastOf(place, longest),
            DemoDice(static_cast<quint32>(dice.below(1'000'000))))
            .write(made);
    }
}

} // namespace

void writeDemoGroups(DemoWorld& world, quint32 seed, int longest)
{
    DemoDice dice(seed * 7919);
    for (const GroupPlan& plan : groupPlans()) {
        const QString id = world.addGroup(groupOf(world, plan));
        const DemoGroup group = world.group(id).value_or(DemoGroup());
        if (plan.main.messages > 0)
            world.insert(id, beginnings(group));
        Talk(world, group, lastOf(plan.main, longest),
            DemoDice(static_cast<quint32>(dice.below(1'000'000))))
            .write(id);
        writeTopics(world, id, plan, dice, longest);
    }
}

} // namespace skein
