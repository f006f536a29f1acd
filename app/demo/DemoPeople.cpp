// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPeople.h"

#include "app/demo/DemoHistory.h"

#include <algorithm>

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
{
    const QString me = world.me().id;
    for (const DemoPerson& person : world.others())
        m_heard.insert(person.id, world.newestId(DemoWorld::conversationOf(me, person.id)));
}

void DemoPeople::tick(qint64 nowMs)
{
    for (const DemoPerson& person : m_world.others())
        notice(person.id, nowMs);
    if (nowMs >= m_nextOpening)
        planOpening(nowMs);
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
    m_deeds.removeIf([&](const Deed& deed) { return deed.person == person; });
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

void DemoPeople::act(const Deed& deed)
{
    const QString me = m_world.me().id;
    const QString conversation = DemoWorld::conversationOf(me, deed.person);
    if (deed.read.isEmpty()) {
        m_world.say(deed.person, me, deed.text);
    } else {
        // Refused when the message has gone meanwhile: then there is nothing to have read.
        [[maybe_unused]] const auto head = m_world.read(deed.person, conversation, deed.read);
    }
}

} // namespace skein
