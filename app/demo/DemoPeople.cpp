// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPeople.h"

#include "app/demo/DemoHistory.h"
#include "app/demo/DemoReactions.h"

#include <algorithm>
#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int openingEveryMs = 75'000; // on average

/// How long somebody types, in ms.
int typing(const QString& text) { return std::min(900 + static_cast<int>(text.size()) * 60, 9000); }

} // namespace

DemoPeople::DemoPeople(DemoWorld& world, quint32 seed, qint64 nowMs)
    : m_world(world)
    , m_dice(seed)
    , m_nextOpening(nowMs + m_dice.between(8'000, openingEveryMs))
    , m_nextTalk(nowMs + m_dice.between(12'000, openingEveryMs))
{
    const QString me = world.me().id;
    for (const DemoPerson& person : world.others())
        m_heard.insert(person.id, world.newestId(DemoWorld::conversationOf(me, person.id)));
    for (const QString& id : world.groupIds()) {
        m_heard.insert(id, world.newestId(id));
        const DemoGroup group = world.group(id).value_or(DemoGroup());
        for (const DemoTopic& topic : group.topics)
            m_heard.insert(topic.id, world.newestId(topic.id));
    }
}

void DemoPeople::tick(qint64 nowMs)
{
    for (const DemoPerson& person : m_world.others())
        notice(person.id, nowMs);
    noticeGroups(nowMs);
    if (nowMs >= m_nextOpening)
        planOpening(nowMs);
    if (nowMs >= m_nextTalk)
        planTalk(nowMs);
    std::ranges::stable_sort(m_deeds, {}, &Deed::due);
    while (!m_deeds.isEmpty() && m_deeds.first().due <= nowMs)
        act(m_deeds.takeFirst());
}

void DemoPeople::notice(const QString& person, qint64 nowMs)
{
    const QString me = m_world.me().id;
    const QString newest = m_world.newestId(DemoWorld::conversationOf(me, person));
    QString& heard = m_heard[person];
    if (newest == heard)
        return;
    const auto cursor = heard.isEmpty() ? DemoWorld::Cursor::Newest : DemoWorld::Cursor::Since;
    const auto page = m_world.page(person, me, cursor, heard, 20);
    heard = newest;
    const auto mine = std::ranges::find(page.messages, me, &DemoMessage::senderId);
    if (mine != page.messages.end())
        planAnswer(person, *mine, nowMs);
}

/// Somebody who is written to again before answering starts over: one answer for all of it.
void DemoPeople::planAnswer(const QString& person, const DemoMessage& heard, qint64 nowMs)
{
    m_deeds.removeIf(
        [&](const Deed& deed) { return deed.person == person && deed.place.isEmpty(); });
    const qint64 read = nowMs + m_dice.between(1'200, 6'000);
    m_deeds.append({read, person, heard.id, {}});
    if (m_dice.oneIn(6))
        return; // read, and busy
    const QString language = demoLanguageOf(person);
    QString answer = m_corpus.answerTo(heard.text, language, m_dice);
    qint64 due = read + m_dice.between(500, 4'000) + typing(answer);
    m_deeds.append({due, person, {}, answer});
    if (m_dice.oneIn(4)) {
        answer = m_corpus.answerTo(u"."_s, language, m_dice);
        due += typing(answer);
        m_deeds.append({due, person, {}, answer});
    }
    if (m_dice.oneIn(3))
        planReaction(person, {}, heard.id, read + m_dice.between(400, 2'500));
}

/// Only what is said well is reacted to: the first six are kind.
void DemoPeople::planReaction(
    const QString& person, const QString& place, const QString& message, qint64 due)
{
    const QString code = m_dice.pick(demo::reactionCodes().first(6));
    m_deeds.append({due, person, {}, code, place, message});
}

void DemoPeople::planOpening(qint64 nowMs)
{
    m_nextOpening = nowMs + m_dice.between(openingEveryMs / 3, openingEveryMs * 5 / 3);
    QList<DemoPerson> known; // only who has talked to me before writes first
    for (const DemoPerson& person : m_world.others()) {
        if (!m_heard.value(person.id).isEmpty())
            known.append(person);
    }
    if (known.isEmpty())
        return;
    const QString person = m_dice.pick(known).id;
    const QString language = demoLanguageOf(person);
    const auto& lines
        = m_corpus.dialogues(language == "en"_L1 ? u"opening"_s : u"answer-"_s + language);
    m_deeds.append(
        {nowMs, person, {}, DemoCorpus::filled(m_dice.pick(lines).first().text, m_dice)});
}

void DemoPeople::noticeGroups(qint64 nowMs)
{
    for (const QString& id : m_world.groupIds()) {
        const DemoGroup group = m_world.group(id).value_or(DemoGroup());
        noticeIn(id, group, nowMs);
        for (const DemoTopic& topic : group.topics)
            noticeIn(topic.id, group, nowMs);
    }
}

void DemoPeople::noticeIn(const QString& place, const DemoGroup& group, qint64 nowMs)
{
    const QString newest = m_world.newestId(place);
    if (std::exchange(m_heard[place], newest) == newest || newest.isEmpty())
        return;
    const DemoMessage last = m_world.messages(place).last();
    const QString writer = writerIn(group);
    if (last.senderId != m_world.me().id || writer.isEmpty())
        return;
    const QString answer = m_corpus.answerTo(last.text, u"en"_s, m_dice);
    m_deeds.append(
        {nowMs + m_dice.between(2'500, 7'000) + typing(answer), writer, {}, answer, place});
    for (int others = m_dice.below(3); others > 0; --others)
        planReaction(writerIn(group), place, last.id, nowMs + m_dice.between(1'500, 9'000));
}

QString DemoPeople::writerIn(const DemoGroup& group)
{
    QStringList writers;
    for (const DemoMember& member : group.members) {
        if (member.user != m_world.me().id)
            writers.append(member.user);
    }
    return writers.isEmpty() ? QString() : m_dice.pick(writers);
}

void DemoPeople::planTalk(qint64 nowMs)
{
    m_nextTalk = nowMs + m_dice.between(openingEveryMs / 3, openingEveryMs * 5 / 3);
    const QStringList ids = m_world.groupIds();
    const DemoGroup group
        = ids.isEmpty() ? DemoGroup() : m_world.group(m_dice.pick(ids)).value_or(DemoGroup());
    if (group.kind == "announcement"_L1 || m_world.newestId(group.id).isEmpty())
        return;
    QStringList places{group.id};
    for (const DemoTopic& topic : group.topics) {
        if (topic.kind != "announcement"_L1)
            places.append(topic.id);
    }
    const QString words
        = DemoCorpus::filled(m_dice.pick(m_corpus.dialogues(u"opening"_s)).first().text, m_dice);
    m_deeds.append({nowMs, writerIn(group), {}, words, m_dice.pick(places)});
}

void DemoPeople::act(const Deed& deed)
{
    const QString conversation = deed.place.isEmpty()
        ? DemoWorld::conversationOf(m_world.me().id, deed.person)
        : deed.place;
    // Refused when the message has gone meanwhile: then nothing is left to do.
    if (!deed.liked.isEmpty()) {
        const auto kind
            = demo::reactionKind(QJsonObject{{u"type"_s, u"unicode"_s}, {u"code"_s, deed.text}});
        [[maybe_unused]] const auto reacted
            = m_world.react(deed.person, conversation, deed.liked, kind.value_or(QJsonObject()));
    } else if (!deed.read.isEmpty()) {
        [[maybe_unused]] const auto head = m_world.read(deed.person, conversation, deed.read);
    } else {
        say(deed);
    }
}

void DemoPeople::say(const Deed& deed)
{
    if (deed.place.isEmpty() && m_world.isBlockBetween(m_world.me().id, deed.person))
        return; // the service would take nothing of it
    if (deed.place.isEmpty())
        m_world.say(deed.person, m_world.me().id, deed.text);
    else
        m_world.sayIn(deed.place, deed.person, deed.text);
}

} // namespace skein
