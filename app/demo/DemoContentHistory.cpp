// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoContentHistory.h"

#include "app/demo/DemoCards.h"
#include "app/demo/DemoPapers.h"
#include "app/demo/DemoSayer.h"
#include "app/demo/DemoWorld.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

using Scenery = DemoScene::Kind;

// Who they are is in DemoHistory.cpp.
const QString rin = u"20450"_s;
const QString tobias = u"987"_s;
const QString ines = u"987654"_s;
const QString oskar = u"1001000"_s;
const QString yara = u"56366372"_s;
const QString malik = u"118825642"_s;
const QString celeste = u"30077"_s;
const QString runa = u"4412"_s;

QString groupNamed(const DemoWorld& world, const QString& name)
{
    for (const QString& id : world.groupIds()) {
        if (world.group(id).value_or(DemoGroup()).name == name)
            return id;
    }
    return {};
}

QString topicNamed(const DemoWorld& world, const QString& group, const QString& title)
{
    const QList<DemoTopic> topics = world.group(group).value_or(DemoGroup()).topics;
    const auto found = std::ranges::find(topics, title, &DemoTopic::title);
    return found == topics.end() ? QString() : found->id;
}

/// A message of long ago that somebody wrote with words of their own.
DemoMessage oldOne(const DemoWorld& world, const QString& conversation)
{
    const QList<DemoMessage> messages = world.messages(conversation);
    for (qsizetype i = messages.size() / 5; i < messages.size(); ++i) {
        if (!messages.at(i).isSystem() && messages.at(i).text.size() > 20)
            return messages.at(i);
    }
    return {};
}

qint64 endOf(const DemoWorld& world, const QString& conversation)
{
    const QList<DemoMessage> messages = world.messages(conversation);
    return messages.isEmpty() ? world.now() / 1000 - 3600 : messages.last().createdAt;
}

// --- The rowing club ----------------------------------------------------------------------------

void sayPapers(DemoSayer& club)
{
    club.say(oskar, u"Shared a document: Winter training.pdf"_s,
        {club.file({.name = u"Winter training.pdf"_s,
            .mimeType = u"application/pdf"_s,
            .bytes = demo::paper({u"Winter training"_s, u"Tuesday: steady state, 60 min"_s,
                u"Thursday: stairs. All of them."_s, u"Sunday: long row, then breakfast"_s})})});
    // A name that would like to be somewhere else, and to look like something else.
    club.say(oskar, u"and the start list, no idea why it is called that"_s,
        {club.file({.name = u"../../autostart/startlist_\u202Efdp.desktop"_s,
            .bytes = "lane,crew\n1,Mara\n2,Rin\n",
            .onlyByPost = true})});
}

void sayPoll(DemoWorld& world, DemoSayer& club)
{
    const QString subject = u"Which morning for the long row?"_s;
    DemoPoll poll{.conversation = club.conversation(), .subject = subject, .owner = tobias};
    poll.createdAt = club.time();
    poll.expiresAt = world.now() / 1000 + 2 * 86400;
    poll.options = {{u"Saturday, before anybody is up"_s, {rin, ines, world.me().id}},
        {u"Sunday, like civilised people"_s, {oskar, celeste, malik, yara}},
        {u"Whenever the river lets us"_s}};
    const QString id = world.cards().addPoll(poll);
    club.announce(tobias, u"Created new poll '%1': https://s.groupme.com/demo1"_s.arg(subject),
        {{u"type"_s, u"poll"_s}, {u"poll_id"_s, id}}, u"poll.created"_s,
        {{u"poll"_s, QJsonObject{{u"id"_s, id}, {u"subject"_s, subject}}}});
}

void sayEvent(DemoWorld& world, DemoSayer& club)
{
    const QString name = u"Winter regatta"_s;
    DemoEvent event{.conversation = club.conversation(), .name = name};
    event.description = u"Boats on the water at eight. Soup afterwards."_s;
    event.creator = rin;
    event.place = u"The boathouse"_s;
    event.address = u"Meadow Lane 3"_s;
    event.latitude = u"51.7470"_s;
    event.longitude = u"-1.2530"_s;
    event.createdAt = club.time();
    event.startsAt = (world.now() / 86'400'000 + 9) * 86400 + 8 * 3600;
    event.endsAt = event.startsAt + 5 * 3600;
    event.going = {rin, tobias, world.me().id, celeste};
    event.notGoing = {malik};
    const QString id = world.cards().addEvent(event);
    club.announce(rin, u"Rin Valentova created event '%1' https://s.groupme.com/demo2"_s.arg(name),
        {{u"type"_s, u"event"_s}, {u"event_id"_s, id}, {u"view"_s, u"full"_s}},
        u"calendar.event.created"_s, {{u"event"_s, QJsonObject{{u"id"_s, id}, {u"name"_s, name}}}});
}

void sayMedia(DemoSayer& club)
{
    club.say(malik, u"the launch's view of it"_s, {club.video()});
    club.say(celeste, QString(), {club.voice(4)});
    club.say(yara, u"us, more or less"_s, {club.photo(Scenery::Sailing, {320, 220})});
    club.say(celeste, u"meet here, not at the lock"_s,
        {DemoSayer::place(u"The boathouse"_s, u"51.7470"_s, u"-1.2530"_s)});
    club.say(tobias, u"look at this on your phone"_s,
        {QJsonObject{{u"type"_s, u"hologram_v2"_s}, {u"frames"_s, 12}}});
    club.say(malik, QString(),
        {club.photo(Scenery::Meadow, {1600, 1200}), club.photo(Scenery::Lake, {1200, 1600}),
            club.photo(Scenery::Mountains, {1600, 1067})});
    club.say(runa, u"the club seen from the bridge, all of it"_s,
        {club.photo(Scenery::Night, {720, 2160})});
}

void writeClub(DemoWorld& world)
{
    const QString id = groupNamed(world, u"Rowing club"_s);
    if (id.isEmpty())
        return;
    const QString me = world.me().id;
    const DemoMessage old = oldOne(world, id);
    DemoSayer club(world, id, endOf(world, id) + 60);
    sayPapers(club);
    sayMedia(club);
    sayPoll(world, club);
    sayEvent(world, club);
    const QString gone = club.sayAndDelete(oskar);
    club.say(ines, u"too late, I saw it"_s, {DemoSayer::replyTo(gone)});
    const QString fog = club.say(ines, u"four from this morning, before the fog lifted"_s,
        {club.photo(Scenery::Fog, {1600, 1067}), club.photo(Scenery::Lake, {1600, 1067}),
            club.photo(Scenery::Fog, {1200, 1200}), club.photo(Scenery::Meadow, {1600, 1067})});
    club.react(fog, {me, rin, tobias, celeste, runa}, {u"❤️"_s, u"❤️"_s, u"😮"_s, u"❤️"_s, u"🔥"_s});
    club.say(tobias, u"we have come some way since then"_s, {DemoSayer::replyTo(old.id)});
    const QString plan = club.sayAndEdit(
        me, u"Boats out at 7:30 on Saturday. Blue oars, both quads, and somebody brings tea."_s);
    club.react(plan, {rin, oskar, yara}, {u"👍"_s, u"👍"_s, u"🙏"_s});
    club.pin(plan, rin);
    club.pin(fog, me);
    club.say(yara, u"I will bring the tea"_s, {DemoSayer::replyTo(plan)});
    club.say(me, u"\ufffd thank you \ufffd\ufffd"_s, {DemoSayer::emoji({{3, 1}, {1, 0}, {1, 12}})});
    const QString sunset
        = club.say(rin, u"and this was the way home"_s, {club.photo(Scenery::Lake, {1600, 1067})});
    club.react(sunset, {me, tobias, ines}, {u"🔥"_s, u"❤️"_s, u"🔥"_s});
    club.say(oskar, u"🎉"_s);
    club.finish();
}

// --- Elsewhere ----------------------------------------------------------------------------------

void writeRuna(DemoWorld& world)
{
    const QString me = world.me().id;
    const QString chat = DemoWorld::conversationOf(me, runa);
    const DemoMessage old = oldOne(world, chat);
    DemoSayer sayer(world, chat, endOf(world, chat) + 60);
    sayer.say(runa, u"do you remember this?"_s, {DemoSayer::replyTo(old.id)});
    sayer.say(runa, QString(),
        {sayer.photo(Scenery::Mountains, {1600, 1200}),
            sayer.photo(Scenery::Meadow, {1600, 1200})});
    sayer.say(me, u"Shared a document: Tickets.pdf"_s,
        {sayer.file({.name = u"Tickets.pdf"_s,
            .mimeType = u"application/pdf"_s,
            .bytes = demo::paper({u"Two to the coast"_s, u"Return open"_s})})});
    sayer.say(runa, u"listen, that is the sea"_s, {sayer.voice(6)});
    sayer.say(me, u"we meet here"_s,
        {DemoSayer::place(u"Platform 2, under the clock"_s, u"59.9109"_s, u"10.7523"_s)});
    const QString chart
        = sayer.say(me, u"my winter so far"_s, {sayer.photo(Scenery::Chart, {1100, 760})});
    sayer.react(chart, {runa}, {u"😮"_s});
    const QString plan = sayer.sayAndEdit(runa, u"Train at 9:14, I have the seats by the window"_s);
    sayer.pin(plan, me);
    sayer.say(me, u"\ufffd"_s, {DemoSayer::emoji({{3, 2}})});
    const QString last = sayer.say(
        runa, u"it looks like this there now"_s, {sayer.photo(Scenery::Lake, {1600, 1067})});
    sayer.react(last, {me}, {u"❤️"_s});
    sayer.say(me, u"I am packing"_s, {DemoSayer::replyTo(last)});
    sayer.finish();
}

void writePhotos(DemoWorld& world)
{
    const QString photos = topicNamed(world, groupNamed(world, u"Rowing club"_s), u"Photos"_s);
    if (photos.isEmpty())
        return;
    DemoSayer sayer(world, photos, endOf(world, photos) + 60);
    const QString first
        = sayer.say(rin, u"the new quad, still dry"_s, {sayer.photo(Scenery::Lake, {1600, 1067})});
    sayer.react(first, {tobias, runa}, {u"🎉"_s, u"🎉"_s});
    sayer.say(oskar, QString(),
        {sayer.photo(Scenery::Fog, {1200, 1600}), sayer.photo(Scenery::Night, {1600, 1067})});
    // One of the newer hosts, whose addresses tell no size (protocol.md F1).
    const QString odd = u"https://m.groupme.com/%1/evening"_s.arg(photos);
    world.media().addDrawnBlob(odd, {Scenery::Meadow, QSize(1400, 900), 41});
    sayer.say(
        celeste, u"from my new phone"_s, {QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, odd}}});
    const QJsonObject whole = sayer.photo(Scenery::Mountains, {1600, 1067});
    world.media().dropVersions(whole["url"_L1].toString());
    sayer.say(malik, u"does this one load for you?"_s, {whole});
    sayer.finish();
}

/// A few photos in the middle of what others have read long ago.
void strewPhotos(DemoWorld& world, const QString& conversation, const QStringList& words)
{
    const QList<DemoMessage> messages = world.messages(conversation);
    qsizetype from = messages.size() - 60;
    for (const QString& text : words) {
        if (from < 1)
            return;
        const DemoMessage& before = messages.at(from - 1);
        DemoSayer sayer(world, conversation, before.createdAt + 1);
        if (!before.isSystem())
            sayer.say(before.senderId, text, {sayer.photo(Scenery::Night, {1280, 853})});
        from -= 45;
    }
}

} // namespace

void writeDemoContent(DemoWorld& world)
{
    writeClub(world);
    writeRuna(world);
    writePhotos(world);
    const QString me = world.me().id;
    strewPhotos(world, groupNamed(world, u"Flat 12"_s),
        {u"who left the window like this"_s, u"the view is included in the rent"_s});
    strewPhotos(world,
        groupNamed(world, u"Ski week: who drives, who sleeps where, and who brings the fondue"_s),
        {u"last year, for those who doubt"_s, u"this is the hut"_s});
    strewPhotos(world, DemoWorld::conversationOf(me, rin),
        {u"this is where I am"_s, u"and yesterday"_s, u"not bad for a phone"_s});
}

} // namespace skein
