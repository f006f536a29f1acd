// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoHistory.h"

#include "app/demo/DemoCorpus.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPapers.h"
#include "app/demo/DemoPortrait.h"
#include "app/demo/DemoWorld.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <ranges>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

enum class Extra { None, SystemRows, Attachments };

struct ChatPlan {
    const char16_t* id;
    const char16_t* name;
    const char16_t* language;
    const char16_t* subjects;
    int messages; ///< about; negative: no conversation yet
    int unread;
    int endedMinutesAgo;
    int hoursBetween; ///< mean pause between two dialogues
    Extra extra = Extra::None;
};

constexpr ChatPlan chatPlans[] = {
    {u"20450", u"Rin Valentova", u"en", u"rowing|plans|dinner|links|travel|books", 5000, 0, 9, 22},
    {u"987", u"Tobias Falkner", u"en", u"flat|plans|dinner", 1250, 3, 26, 14},
    {u"987654", u"Ines Okafor", u"en", u"chemistry|plans|links", 1040, 0, 55, 18},
    {u"1001000", u"Oskar Nyberg", u"en", u"moving|flat|plans|bike", 980, 1, 140, 20},
    {u"56366372", u"Yara Haddad", u"ar", u"ar|plans", 610, 0, 260, 40},
    {u"118825642", u"Malik Brandt", u"de", u"de", 720, 2, 320, 30},
    {u"30077", u"Celeste Moreau", u"fr", u"fr|dinner", 540, 0, 430, 44},
    {u"4412", u"Runa Eikeland", u"en", u"rowing|travel|links", 460, 0, 700, 30, Extra::Attachments},
    {u"77120", u"Jun Takeda", u"ja", u"ja|books", 350, 4, 900, 60},
    {u"902", u"Petra Novosel", u"en", u"work|plans", 420, 0, 1500, 35},
    {u"61500321", u"Anton Brisk", u"en", u"bike|links|plans", 300, 0, 1720, 50},
    {u"2040608", u"Freya Lindgaard", u"en", u"books|dinner", 280, 0, 2100, 48},
    {u"88", u"Marisol Quintana", u"es", u"es|plans", 260, 0, 2700, 52},
    {u"45012", u"Gideon Ashworth", u"en", u"dog|plans", 240, 0, 3000, 40, Extra::SystemRows},
    {u"700210", u"Thea Papadaki", u"el", u"el|travel", 160, 1, 4400, 70},
    {u"13370", u"Bram de Wilde", u"en", u"work|bike", 150, 0, 5000, 60},
    {u"9000412", u"Luana Ferraz", u"pt", u"pt|rowing", 140, 0, 6100, 70},
    {u"5150", u"Noa Shalev", u"he", u"he|chemistry", 120, 0, 7900, 72},
    {u"260311", u"Ewan McAllister", u"en", u"rowing", 110, 0, 9000, 60},
    {u"31415926", u"Saskia Holm", u"de", u"de|flat", 90, 0, 11000, 66},
    {u"640", u"Darya Kolesnik", u"en", u"chemistry|books", 80, 0, 15000, 90},
    {u"72727", u"Felix Abernathy-Whitcombe of the Boathouse", u"en", u"rowing|plans", 60, 0, 21000,
        80},
    {u"1000999", u"Mei-Lin Zhao", u"en", u"travel|dinner", 44, 0, 30000, 90},
    {u"404040", u"Hugo", u"fr", u"fr", 28, 0, 42000, 90},
    {u"123456789012", u"Priya Raghunathan", u"en", u"work", 14, 2, 61000, 60},
    {u"8080", u"Wendel Storck", u"en", u"moving", 6, 0, 90000, 24},
    {u"99999999", u"Kofi Mensah-Reyes", u"en", u"plans", 1, 1, 130000, 24},
    {u"555001", u"Adaeze", u"en", u"plans", 0, 0, 200000, 24},
    {u"555002", u"Lorenzo Vitali", u"en", u"dinner", -1, 0, 0, 24},
    {u"555003", u"Birgit Thorsen", u"en", u"work", -1, 0, 0, 24},
};

/// Who said what, in order, before anybody knows when.
struct Draft {
    DemoMessage message;
    bool opensDialogue = false;
};

QList<DemoDialogue> dialoguesOf(const ChatPlan& plan, const DemoCorpus& corpus)
{
    QList<DemoDialogue> all;
    for (const QString& subject : demoText(plan.subjects).split(u'|'))
        all += corpus.dialogues(subject);
    return all;
}

QList<Draft> draftsFor(
    const ChatPlan& plan, const DemoCorpus& corpus, const QString& me, DemoDice& dice, int longest)
{
    const int length = std::min(plan.messages, std::max(longest, plan.unread + 1));
    const QList<DemoDialogue> dialogues = dialoguesOf(plan, corpus);
    QList<qsizetype> deck; // every dialogue once before any comes again
    QList<Draft> drafts;
    while (drafts.size() < length - plan.unread) {
        if (deck.isEmpty()) {
            deck.resize(dialogues.size());
            std::iota(deck.begin(), deck.end(), 0);
        }
        const DemoDialogue& dialogue
            = dialogues.at(deck.takeAt(dice.below(static_cast<int>(deck.size()))));
        for (const DemoLine& line : dialogue) {
            DemoMessage message{.senderId = line.mine ? me : demoText(plan.id)};
            message.text = DemoCorpus::filled(line.text, dice);
            drafts.append({message, &line == &dialogue.first()});
        }
    }
    const QString language = demoText(plan.language);
    const auto& openings
        = corpus.dialogues(language == "en"_L1 ? u"opening"_s : u"answer-"_s + language);
    for (int i = 0; i < plan.unread; ++i) {
        DemoMessage message{.senderId = demoText(plan.id)};
        message.text = DemoCorpus::filled(dice.pick(openings).first().text, dice);
        drafts.append({message, i == 0});
    }
    return drafts;
}

/// Nobody writes between midnight and seven: such a time moves to the day before.
qint64 awake(qint64 seconds, DemoDice& dice)
{
    const qint64 hour = seconds / 3600 % 24;
    return hour < 7 ? seconds - (hour + 1) * 3600 - dice.below(9 * 3600) : seconds;
}

/// Times from the last message backwards, then ids forwards: equal seconds do happen.
void date(QList<Draft>& drafts, const ChatPlan& plan, qint64 now, DemoDice& dice)
{
    qint64 at = now - plan.endedMinutesAgo * qint64(60);
    for (Draft& draft : drafts | std::views::reverse) {
        draft.message.createdAt = at;
        at -= dice.oneIn(30) ? 0 : dice.between(4, 150);
        if (draft.opensDialogue)
            at = awake(at - dice.between(600, plan.hoursBetween * 2 * 3600), dice);
    }
    const qint64 place = &plan - std::begin(chatPlans); // the last two digits keep ids unique
    qint64 second = 0;
    qint64 fraction = 0;
    for (Draft& draft : drafts) {
        const bool tie = draft.message.createdAt == second;
        fraction = tie ? fraction + dice.between(1, 900) : dice.below(900'000);
        second = draft.message.createdAt;
        draft.message.id = QString::number(second * 100'000'000 + fraction * 100 + place);
    }
}

QJsonObject image(DemoMedia& media, int serial)
{
    using Kind = DemoScene::Kind;
    static constexpr Kind kinds[] = {Kind::Lake, Kind::Meadow, Kind::Fog, Kind::Mountains};
    const QString url = media.addScene({kinds[serial % 4], QSize(1280, serial % 3 == 0 ? 960 : 720),
        static_cast<quint32>(serial)});
    return {{u"type"_s, u"image"_s}, {u"url"_s, url}};
}

/// What a message may carry beside its text, one kind after another.
QJsonArray attachmentsOf(
    DemoMedia& media, int serial, const QString& earlierId, const QString& sender)
{
    switch (serial % 8) {
    case 0:
    case 1:
        return {image(media, serial)};
    case 2:
        return {QJsonObject{{u"type"_s, u"location"_s}, {u"name"_s, u"The boathouse"_s},
            {u"lat"_s, u"51.7470"_s}, {u"lng"_s, u"-1.2530"_s}}};
    case 3:
        return {QJsonObject{{u"type"_s, u"hologram_v2"_s}, {u"frames"_s, 12}}};
    case 4:
        return {QJsonObject{
            {u"type"_s, u"reply"_s}, {u"reply_id"_s, earlierId}, {u"base_reply_id"_s, earlierId}}};
    case 5:
        return {image(media, serial), image(media, serial + 1000)};
    case 6:
        return {QJsonObject{{u"type"_s, u"video"_s},
            {u"url"_s, u"https://v.groupme.com/00000000/clip.mp4"_s},
            {u"preview_url"_s, u"https://v.groupme.com/00000000/clip.jpg"_s}}};
    default:
        return {QJsonObject{{u"type"_s, u"mentions"_s}, {u"user_ids"_s, QJsonArray{sender}},
            {u"loci"_s, QJsonArray{QJsonValue(QJsonArray{0, 4})}}}};
    }
}

void addAttachments(QList<Draft>& drafts, DemoMedia& media)
{
    media.addBlob(u"https://v.groupme.com/00000000/clip.mp4"_s, {demo::emptyClip(), "video/mp4"});
    media.addDrawnBlob(u"https://v.groupme.com/00000000/clip.jpg"_s,
        {DemoScene::Kind::Lake, QSize(1280, 720), 77});
    for (qsizetype i = 6; i < drafts.size(); i += 9) {
        const int serial = static_cast<int>(i / 9);
        DemoMessage& message = drafts[i].message;
        message.attachments
            = attachmentsOf(media, serial, drafts.at(i - 5).message.id, message.senderId);
        if (serial % 8 == 0)
            message.text = QString(); // the picture alone (protocol.md K3)
    }
}

void becomeSystemRow(DemoMessage& row, const QString& words, const QJsonObject& event)
{
    row.senderId = u"system"_s;
    row.name = u"GroupMe"_s;
    row.text = words;
    row.event = event;
}

/// Every now and then a message is deleted or pinned, and the next row says so.
void addSystemRows(QList<Draft>& drafts)
{
    for (qsizetype i = 10; i + 1 < drafts.size(); i += 17) {
        DemoMessage& message = drafts[i].message;
        DemoMessage& row = drafts[i + 1].message;
        const QString who = message.senderId;
        if (i % 2 == 0) {
            message.text = u"This message was deleted"_s;
            message.deletedAt = row.createdAt;
            message.deletionActor = u"sender"_s;
            const QJsonObject data{{u"message_id"_s, message.id}, {u"deleted_at"_s, row.createdAt},
                {u"deletion_actor"_s, u"sender"_s}};
            becomeSystemRow(row, u"A message was deleted"_s,
                {{u"type"_s, u"message.deleted"_s}, {u"data"_s, data}});
        } else {
            message.pinnedAt = row.createdAt;
            message.pinnedBy = who;
            const QJsonObject data{{u"message_id"_s, message.id}, {u"pinned"_s, true},
                {u"pinned_at"_s, row.createdAt}, {u"pinned_by"_s, who}};
            becomeSystemRow(row, u"A message was pinned"_s,
                {{u"type"_s, u"message.pinned"_s}, {u"data"_s, data}});
        }
    }
}

void addLikes(QList<Draft>& drafts, const QString& me, const ChatPlan& plan, DemoDice& dice)
{
    for (Draft& draft : drafts) {
        if (!dice.oneIn(25))
            continue;
        const QString liker = draft.message.senderId == me ? demoText(plan.id) : me;
        draft.message.favoritedBy = {liker};
        if (dice.oneIn(6))
            draft.message.favoritedBy.append(liker); // ids may repeat (protocol.md B4)
        draft.message.reactions = {QJsonObject{
            {u"type"_s, u"unicode"_s}, {u"code"_s, u"❤️"_s}, {u"user_ids"_s, QJsonArray{liker}}}};
    }
}

/// I have read all but the unread ones; most others have read what I wrote.
void setHeads(DemoWorld& world, const QString& conversation, const QList<Draft>& drafts,
    const ChatPlan& plan, DemoDice& dice)
{
    const qsizetype readByMe = drafts.size() - plan.unread - 1;
    if (readByMe >= 0)
        world.setReceipt(conversation, world.me().id, drafts.at(readByMe).message.id);
    if (!dice.oneIn(4))
        world.setReceipt(conversation, demoText(plan.id), drafts.last().message.id);
}

void writeOne(
    DemoWorld& world, const ChatPlan& plan, const DemoCorpus& corpus, DemoDice dice, int longest)
{
    const qint64 now = world.now() / 1000;
    const QString me = world.me().id;
    const QString conversation = DemoWorld::conversationOf(me, demoText(plan.id));
    QList<Draft> drafts = draftsFor(plan, corpus, me, dice, longest);
    if (drafts.isEmpty()) {
        world.openChat(me, demoText(plan.id), now - plan.endedMinutesAgo * qint64(60));
        return;
    }
    date(drafts, plan, now, dice);
    if (plan.extra == Extra::Attachments)
        addAttachments(drafts, world.media());
    addLikes(drafts, me, plan, dice);
    if (plan.extra == Extra::SystemRows)
        addSystemRows(drafts);
    QList<DemoMessage> messages;
    for (const Draft& draft : drafts)
        messages.append(draft.message);
    world.insert(conversation, messages);
    setHeads(world, conversation, drafts, plan, dice);
}

} // namespace

DemoPerson demoMe() { return {u"1001"_s, u"Mara Lindqvist"_s, demoAvatar(demoMyPlace)}; }

QList<DemoPerson> demoCast()
{
    QList<DemoPerson> cast;
    for (const ChatPlan& plan : chatPlans) {
        const auto place = static_cast<int>(cast.size());
        cast.append({demoText(plan.id), demoText(plan.name), demoAvatar(place)});
    }
    return cast;
}

QString demoLanguageOf(const QString& personId)
{
    const auto plan = std::ranges::find_if(
        chatPlans, [&](const ChatPlan& each) { return personId == QStringView(each.id); });
    return plan == std::end(chatPlans) ? u"en"_s : demoText(plan->language);
}

void writeDemoHistory(DemoWorld& world, quint32 seed, int longest)
{
    const DemoCorpus corpus;
    for (const ChatPlan& plan : chatPlans) {
        const auto place = static_cast<quint32>(&plan - std::begin(chatPlans));
        if (plan.messages >= 0)
            writeOne(world, plan, corpus, DemoDice(seed * 1000 + place), longest);
    }
}

} // namespace skein
