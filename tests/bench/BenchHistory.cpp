// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/BenchHistory.h"

#include "app/Profile.h"
#include "core/api/Envelope.h"
#include "core/api/JsonReaders.h"
#include "core/platform/Settings.h"

#include <QDir>
#include <QFile>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 begin = 1'700'000'000; // Unix seconds of the first message
constexpr int pageSize = 500; // messages in one transaction
constexpr int pictureEvery = 20;

constexpr const char* words[] = {"the", "boat", "tomorrow", "bring", "rain", "at", "seven", "we",
    "could", "meet", "harbour", "yes", "nobody", "saw", "it", "again", "photos", "later", "tea",
    "and", "maybe", "after", "training", "great", "who", "has", "keys", "left", "bridge", "run"};

/// Some digits of no order, the same for each `n`.
quint32 scattered(int n)
{
    quint32 x = quint32(n) * 2654435761U;
    x ^= x >> 15;
    x *= 2246822519U;
    return x ^ (x >> 13);
}

QByteArray textOf(int n)
{
    quint32 luck = scattered(n);
    const auto length = 2 + int(luck % 5 == 0 ? luck / 8 % 40 : luck / 8 % 14);
    QByteArray text;
    for (int i = 0; i < length; ++i) {
        luck = luck * 1664525U + 1013904223U;
        text += (i == 0 ? "" : " ") + QByteArray(words[(luck >> 16) % std::size(words)]);
    }
    if (n % 17 == 0)
        text += " https://example.org/plan?day=" + QByteArray::number(n % 31);
    if (n % 11 == 0)
        text += " \xF0\x9F\x9A\xA3";
    return text;
}

QByteArray idOf(int n)
{
    return QByteArray::number(begin + qint64(n) * 300)
        + QByteArray::number(scattered(n) % 100'000'000).rightJustified(8, '0');
}

QByteArray messageOf(int n, bool pictures)
{
    const bool isMine = scattered(n) % 3 == 0;
    const QByteArray sender = isMine ? "1000" : "2000";
    QByteArray json = "{\"id\":\"" + idOf(n) + "\",\"source_guid\":\"g" + QByteArray::number(n)
        + "\",\"created_at\":" + QByteArray::number(begin + qint64(n) * 300)
        + ",\"recipient_id\":\"2000\",\"user_id\":\"" + sender + "\",\"sender_id\":\"" + sender
        + "\",\"sender_type\":\"user\",\"name\":\"" + (isMine ? "Robin Vale" : "Ava Moreau")
        + "\",\"avatar_url\":null,\"favorited_by\":[],\"text\":\"" + textOf(n)
        + "\",\"attachments\":[";
    if (pictures && n % pictureEvery == 0)
        json += "{\"type\":\"image\",\"url\":\"https://i.groupme.com/640x480.jpeg."
            + QByteArray::number(scattered(n), 16) + "\"}";
    return json + "]}";
}

ConversationSummary summaryOf(const ConversationId& id, int n, int length)
{
    ConversationSummary summary{.id = id,
        .title = u"Conversation %1"_s.arg(n),
        .createdAt = begin,
        .updatedAt = begin + qint64(length) * 300};
    summary.lastRead = MessageId{QString::fromLatin1(idOf(length - 1))};
    if (id.kind != ConversationId::Kind::Direct)
        summary.group.kind = GroupKind::Private;
    return summary;
}

void fill(AccountStore& store, const ConversationId& id, int n, int length)
{
    store
        .write([&](Stores& stores, Changes& changes) {
            stores.conversations.takeSummary(summaryOf(id, n, length), true, changes);
            return true;
        })
        .waitForFinished();
    for (int at = 0; at < length; at += pageSize) {
        Intake part = intake(page(at, std::min(pageSize, length - at), n == 0), at == 0);
        if (at > 0) // joined to what is there
            part.complete->oldest = positionOf(MessageId{QString::fromLatin1(idOf(at - 1))});
        store
            .write([&](Stores& stores, Changes& changes) {
                stores.messages.take(id, part, changes);
                return true;
            })
            .waitForFinished();
    }
}

} // namespace

Person me() { return {.id = {u"1000"_s}, .name = u"Robin Vale"_s, .avatarUrl = {}}; }

ConversationId chat(int n) { return ConversationId::direct(me().id, {QString::number(2000 + n)}); }
ConversationId longThread() { return chat(0); }
ConversationId shortThread() { return chat(1); }

QByteArray page(int first, int count, bool pictures)
{
    QByteArray json = R"({"meta":{"code":200},"response":{"count":200000,"direct_messages":[)";
    for (int n = first + count - 1; n >= first; --n)
        json += messageOf(n, pictures) + (n > first ? "," : "");
    return json + "]}}";
}

Intake intake(const QByteArray& page, bool reachesStart)
{
    const auto opened = openEnvelope({.status = 200,
        .contentType = "application/json",
        .retryAfter = {},
        .date = {},
        .body = page});
    const auto read = json::directMessages(opened.value());
    Intake taken{.messages = read.value().messages};
    taken.complete = Span{.oldest = positionOf(taken.messages.first()),
        .newest = positionOf(taken.messages.last()),
        .reachesStart = reachesStart};
    return taken;
}

void write(const QString& folder, const Size& size)
{
    const QString mark = folder + u"/complete-%1-%2"_s.arg(size.messages).arg(size.chats);
    if (QFile::exists(mark))
        return;
    QDir(folder).removeRecursively();
    const Profile profile(folder, false);
    profile.keepPerson(me());
    Settings settings(profile.settingsFile());
    settings.set(setting::account, me().id.value);
    settings.set(setting::lastConversation, longThread().key());
    ChangeFeed feed;
    {
        AccountStore store(
            profile.accountFolder(me().id.value) + u"/skein.sqlite"_s, me().id, feed);
        const int threads = size.chats + size.groups * (1 + size.topics) - 2;
        const int usual = (size.messages - size.longest - shortLength) / threads;
        for (int n = 0; n < size.chats; ++n)
            fill(store, chat(n), n, n == 0 ? size.longest : n == 1 ? shortLength : usual);
        for (int n = 0; n < size.groups; ++n) {
            const auto group = ConversationId::group(QString::number(50'000 + n));
            fill(store, group, 1000 + n, usual);
            for (int t = 0; t < size.topics; ++t)
                fill(store, ConversationId::topic(QString::number(60'000 + 10 * n + t), group),
                    2000 + 10 * n + t, usual);
        }
    }
    QFile done(mark);
    Q_UNUSED(done.open(QIODevice::WriteOnly))
}

} // namespace skein::bench
