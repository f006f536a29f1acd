// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/EmojiPacks.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"
#include "core/net/RetryPolicy.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

const QUrl& powerupsUrl()
{
    static const QUrl url(u"https://powerup.groupme.com/powerups"_s);
    return url;
}

} // namespace

EmojiPacks::EmojiPacks(HttpTransport& network, Clock& clock, const QString& file,
    std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_file(file)
    , m_random(std::move(random))
    , m_retry(clock.timer([this] { fetch(); }))
{
    m_thread.setMaxThreadCount(1);
}

/// The first line says when it was fetched, the rest is what came.
Result<EmojiPacks::Index> EmojiPacks::readFile(const QString& path)
{
    QFile file(path);
    Index index;
    if (file.open(QIODevice::ReadOnly)) {
        index.fetched = std::chrono::milliseconds(file.readLine(40).trimmed().toLongLong());
        if (auto packs = readEmojiPacks(file.readAll()))
            index.packs = std::move(*packs);
        else
            index.fetched = {};
    }
    return index;
}

void EmojiPacks::want()
{
    if (m_state == State::Busy || m_retry->isActive())
        return;
    if (m_state == State::Known) {
        const auto age = m_clock.now() - m_fetched;
        if (age < std::chrono::milliseconds(0) || age >= freshFor)
            fetch();
        return;
    }
    m_state = State::Busy;
    const auto read = inBackground(m_thread, [path = m_file] { return readFile(path); });
    whenDone(this, read, [this](const Result<Index>& index) {
        m_state = State::Known;
        show(*index);
        want();
    });
}

void EmojiPacks::fetch()
{
    m_state = State::Busy;
    HttpRequest request;
    request.url = powerupsUrl();
    request.authorized = false;
    whenDone(this, m_network.send(request), [this](const Result<HttpReply>& reply) {
        if (!reply)
            tryLater(reply.error());
        else if (reply->status != 200)
            tryLater({ErrorKind::Server, reply->status, {}, retryAfterOf(*reply)});
        else
            take(reply->body);
    });
}

void EmojiPacks::take(const QByteArray& body)
{
    const auto now = m_clock.now();
    const auto work = [body, now, path = m_file]() -> Result<Index> {
        auto packs = readEmojiPacks(body);
        if (!packs)
            return std::unexpected(Error{ErrorKind::Malformed, 200, {}, {}});
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path); // without it, it is fetched again next time
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QByteArray::number(qint64(now.count())) + '\n' + body);
            file.commit();
        }
        return Index{std::move(*packs), now};
    };
    whenDone(this, inBackground(m_thread, work), [this](const Result<Index>& index) {
        if (!index) {
            tryLater(index.error());
            return;
        }
        m_state = State::Known;
        m_failures = 0;
        show(*index);
    });
}

void EmojiPacks::tryLater(const Error& error)
{
    m_state = State::Known; // with what there is
    m_retry->start(retryDelay(++m_failures, m_random(), error.retryAfter));
}

void EmojiPacks::show(const Index& index)
{
    m_fetched = index.fetched;
    if (m_packs == index.packs)
        return;
    m_packs = index.packs;
    emit changed();
}

const EmojiPack* EmojiPacks::pack(int id) const
{
    const auto found = std::ranges::find(m_packs, id, &EmojiPack::id);
    return found == m_packs.end() ? nullptr : &*found;
}

QString EmojiPacks::name(int packId, int index) const
{
    const EmojiPack* found = pack(packId);
    return found ? found->names.value(index) : QString();
}

std::optional<EmojiCell> EmojiPacks::cell(int packId, int index, int pixels) const
{
    const EmojiPack* found = pack(packId);
    return found ? cellOf(*found, index, pixels) : std::nullopt;
}

QList<EmojiPacks::Named> EmojiPacks::find(const QString& part, qsizetype limit) const
{
    QList<Named> begin;
    QList<Named> hold;
    for (const EmojiPack& pack : m_packs) {
        for (int index = 0; index < pack.names.size(); ++index) {
            const QString& name = pack.names.at(index);
            if (name.isEmpty() || !name.contains(part, Qt::CaseInsensitive))
                continue;
            (name.startsWith(part, Qt::CaseInsensitive) ? begin : hold)
                .append({name, pack.id, index});
        }
    }
    return (begin + hold).first(std::min(limit, begin.size() + hold.size()));
}

} // namespace skein
