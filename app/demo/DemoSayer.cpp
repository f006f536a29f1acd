// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoSayer.h"

#include "app/demo/DemoPapers.h"
#include "app/demo/DemoReactions.h"
#include "app/demo/DemoWorld.h"

#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauses[] = {14, 37, 9, 52, 21}; // seconds, one after the other

} // namespace

DemoSayer::DemoSayer(DemoWorld& world, const QString& conversation, qint64 at)
    : m_world(world)
    , m_conversation(conversation)
    , m_at(at)
{
}

QString DemoSayer::insert(DemoMessage message)
{
    message.createdAt = m_at;
    m_last = m_world.insert(m_conversation, {std::move(message)}).value(0);
    m_at += pauses[m_serial++ % std::size(pauses)];
    return m_last;
}

QString DemoSayer::say(const QString& from, const QString& text, const QJsonArray& attachments)
{
    DemoMessage message{.senderId = from};
    message.text = text;
    message.attachments = attachments;
    return insert(std::move(message));
}

QString DemoSayer::saySystem(const QString& text, const QString& type, const QJsonObject& data)
{
    DemoMessage row{.senderId = u"system"_s, .name = u"GroupMe"_s};
    row.text = text;
    row.event = {{u"type"_s, type}, {u"data"_s, data}};
    return insert(std::move(row));
}

QString DemoSayer::announce(const QString& from, const QString& text, const QJsonObject& attachment,
    const QString& type, const QJsonObject& data)
{
    DemoMessage message{.senderId = from};
    message.text = text;
    message.attachments = {attachment};
    message.event = {{u"type"_s, type}, {u"data"_s, data}};
    return insert(std::move(message));
}

QString DemoSayer::sayAndDelete(const QString& from)
{
    DemoMessage message{.senderId = from};
    message.text = u"This message was deleted"_s;
    message.deletedAt = m_at + 20;
    message.deletionActor = u"sender"_s;
    const QString id = insert(message);
    saySystem(u"A message was deleted"_s, u"message.deleted"_s,
        {{u"message_id"_s, id}, {u"deleted_at"_s, message.deletedAt},
            {u"deletion_actor"_s, u"sender"_s}});
    return id;
}

QString DemoSayer::sayAndEdit(const QString& from, const QString& text)
{
    DemoMessage message{.senderId = from};
    message.text = text;
    message.updatedAt = m_at + 40;
    const QString id = insert(message);
    const QJsonObject content{{u"text"_s, text}, {u"attachments"_s, QJsonArray()}};
    saySystem(u"A message was edited"_s, u"message.update"_s,
        {{u"message_id"_s, id}, {u"sender_id"_s, from}, {u"updated_at"_s, message.updatedAt},
            {u"message"_s, content}});
    return id;
}

void DemoSayer::pin(const QString& message, const QString& by)
{
    const qint64 at = m_at;
    m_world.setPin(m_conversation, message, by, at);
    const QString name = m_world.person(by).value_or(DemoPerson()).name;
    saySystem(u"%1 pinned a message"_s.arg(name), u"message.pinned"_s,
        {{u"message_id"_s, message}, {u"pinned"_s, true}, {u"pinned_at"_s, at},
            {u"pinned_by"_s, by}});
}

void DemoSayer::react(const QString& message, const QStringList& users, const QStringList& codes)
{
    for (qsizetype i = 0; i < users.size(); ++i) {
        const auto kind = demo::reactionKind(
            QJsonObject{{u"type"_s, u"unicode"_s}, {u"code"_s, codes.at(i % codes.size())}});
        [[maybe_unused]] const auto reacted
            = m_world.react(users.at(i), m_conversation, message, kind.value_or(QJsonObject()));
    }
}

void DemoSayer::finish() { m_world.setReceipt(m_conversation, m_world.me().id, m_last); }

QJsonObject DemoSayer::photo(DemoScene::Kind kind, QSize size)
{
    quint32 seed = ++m_photos * 31 + 7;
    for (const QChar c : m_conversation)
        seed = seed * 17 + c.unicode();
    const QString url = m_world.media().addScene({kind, size, seed});
    return {{u"type"_s, u"image"_s}, {u"url"_s, url}};
}

QJsonObject DemoSayer::video()
{
    const QString base = u"https://v.groupme.com/%1/%2.1280x720r"_s.arg(m_conversation).arg(m_at);
    m_world.media().addBlob(base + u".mp4"_s, {demo::emptyClip(), "video/mp4"});
    m_world.media().addDrawnBlob(
        base + u".jpg"_s, {DemoScene::Kind::Lake, QSize(1280, 720), m_serial + 3});
    return {{u"type"_s, u"video"_s}, {u"url"_s, base + u".mp4"_s},
        {u"preview_url"_s, base + u".jpg"_s}};
}

QJsonObject DemoSayer::voice(int seconds)
{
    const QString url = u"https://m.groupme.com/%1/%2/voice.wav"_s.arg(m_conversation).arg(m_at);
    m_world.media().addBlob(url, {demo::tone(seconds), "audio/wav"});
    return {{u"type"_s, u"audio"_s}, {u"url"_s, url}, {u"duration"_s, seconds},
        {u"peaks"_s, QJsonArray{3, 9, 14, 8, 12, 6, 2}}};
}

QJsonObject DemoSayer::file(const DemoMedia::File& file)
{
    DemoMedia::File kept = file;
    kept.conversation = m_conversation;
    return {{u"type"_s, u"file"_s}, {u"file_id"_s, m_world.media().addFile(kept)}};
}

QJsonObject DemoSayer::place(const QString& name, const QString& latitude, const QString& longitude)
{
    return {
        {u"type"_s, u"location"_s}, {u"name"_s, name}, {u"lat"_s, latitude}, {u"lng"_s, longitude}};
}

QJsonObject DemoSayer::replyTo(const QString& message)
{
    return {{u"type"_s, u"reply"_s}, {u"reply_id"_s, message}, {u"base_reply_id"_s, message}};
}

QJsonObject DemoSayer::emoji(const QList<std::pair<int, int>>& cells)
{
    QJsonArray charmap;
    for (const auto& [pack, index] : cells)
        charmap.append(QJsonArray{pack, index});
    return {{u"type"_s, u"emoji"_s}, {u"placeholder"_s, u"\ufffd"_s}, {u"charmap"_s, charmap}};
}

} // namespace skein
