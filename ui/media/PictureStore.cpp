// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/PictureStore.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"
#include "core/types/ImageUrl.h"
#include "ui/media/Animation.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace skein {

namespace {

constexpr int largeSide = 960; ///< of the larger of GroupMe's smaller versions

/// A little more than is wanted: a window that is made wider need not decode at each pixel.
QSize withReserve(QSize size)
{
    const auto up = [](int side) { return (side + 127) / 128 * 128; };
    return size.isEmpty() ? QSize() : QSize(up(size.width()), up(size.height()));
}

/// The smallest version that covers `size`: a thread need not fetch what a camera made.
QUrl versionFor(const QUrl& url, QSize size)
{
    const QSize full = imageSizeOf(url);
    const bool large = !size.isEmpty() && !full.isEmpty()
        && std::max(full.width(), full.height()) > largeSide
        && size.boundedTo(full.scaled(largeSide, largeSide, Qt::KeepAspectRatio)) == size;
    return large ? versionOf(url, ImageVersion::Large) : url;
}

} // namespace

struct PictureStore::Entry {
    Picture::State state = Picture::State::Absent;
    QImage image;
    QSize full; ///< of what was fetched
    QSize wanted; ///< what it is being fetched for
    QSize had; ///< what the image was fetched for
    QUrl from; ///< the version that was fetched
    QByteArray bytes; ///< of what moves
    quint64 seen = 0; ///< the turn in which it was last visible
    Async<QByteArray> fetching;
    Async<DecodedPicture> decoding;
    Animation* animation = nullptr;

    [[nodiscard]] bool isBusy() const { return fetching.isRunning() || decoding.isRunning(); }
    [[nodiscard]] qint64 size() const { return image.sizeInBytes() + bytes.size(); }
    void stop()
    {
        std::exchange(fetching, {}).cancel();
        std::exchange(decoding, {}).cancel();
        stand();
    }
    void stand()
    {
        if (animation) {
            animation->disconnect();
            animation->deleteLater(); // we may be in a call of its own
        }
        animation = nullptr;
    }
};

PictureStore::PictureStore(MediaCache& cache, Clock& clock, qint64 memory, QObject* parent)
    : QObject(parent)
    , m_cache(cache)
    , m_clock(clock)
    , m_memory(memory)
    , m_retry(clock.timer([this] { tryFailedAgain(); }))
{
    m_pool.setMaxThreadCount(2);
}

PictureStore::~PictureStore()
{
    for (const auto& entry : std::as_const(m_entries))
        entry->stop();
    m_pool.clear();
}

Picture PictureStore::picture(const QUrl& url) const
{
    if (const auto entry = m_entries.constFind(url); entry != m_entries.cend())
        return {(*entry)->state, (*entry)->image, (*entry)->bytes.size() > 0 && !mayMove(url)};
    if (isOwn(url))
        return {Picture::State::Absent, {}};
    if (!mayLoadAsked(url))
        return {Picture::State::Failed, {}};
    const bool withheld = !mayLoadUnasked(url) && !m_asked.contains(url) && !isVisible(url);
    return {withheld ? Picture::State::Withheld : Picture::State::Absent, {}};
}

qint64 PictureStore::memory() const
{
    qint64 sum = 0;
    for (const auto& entry : std::as_const(m_entries))
        sum += entry->size();
    return sum;
}

bool PictureStore::isTooSmall(const Entry& entry, QSize wanted)
{
    const bool isWhole = entry.image.size() == entry.full;
    const bool covered
        = entry.had.isEmpty() || (!wanted.isEmpty() && wanted.boundedTo(entry.had) == wanted);
    return !covered && (!isWhole || entry.from.path().endsWith(QLatin1String(".large")));
}

void PictureStore::want(const QList<Wish>& visible)
{
    if (visible == m_wishes)
        return;
    m_wishes = visible;
    ++m_turn;
    const auto before = std::exchange(m_visible, {});
    for (const Wish& wish : visible) {
        if (!mayLoad(wish))
            continue;
        const Wish other = m_visible.value(wish.url, wish); // shown twice: large enough for both
        const bool whole = wish.size.isEmpty() || other.size.isEmpty();
        m_visible[wish.url] = {wish.url, whole ? QSize() : wish.size.expandedTo(other.size),
            wish.asked || other.asked};
    }
    for (const QUrl& url : before.keys()) {
        if (!isVisible(url))
            letGo(url);
    }
    for (const Wish& wish : visible) {
        if (isVisible(wish.url))
            begin(m_visible.value(wish.url));
    }
    animate();
    makeRoom();
}

bool PictureStore::mayLoad(const Wish& wish) const
{
    const bool isWanted = wish.asked || mayLoadUnasked(wish.url) || m_asked.contains(wish.url);
    return isOwn(wish.url) || (mayLoadAsked(wish.url) && isWanted);
}

void PictureStore::begin(const Wish& wish)
{
    auto& entry = m_entries[wish.url];
    if (!entry)
        entry = std::make_shared<Entry>();
    entry->seen = m_turn;
    const bool isReady = entry->state == Picture::State::Ready;
    if (entry->isBusy() || (isReady && !isTooSmall(*entry, wish.size)))
        return;
    const QUrl from = versionFor(wish.url, wish.size);
    if (!isReady && !m_cache.mayTry(from)) {
        m_retry->start(5s);
        if (std::exchange(entry->state, Picture::State::Failed) != Picture::State::Failed)
            emit changed(wish.url);
        return;
    }
    entry->wanted = withReserve(wish.size);
    const bool asked = wish.asked || m_asked.contains(wish.url);
    const auto consent = asked ? MediaCache::Consent::Asked : MediaCache::Consent::Unasked;
    entry->fetching = isOwn(wish.url) ? m_own.read(wish.url) : m_cache.get(from, consent);
    whenDone(this, entry->fetching, [this, url = wish.url, from](const Result<QByteArray>& bytes) {
        if (bytes)
            decode(url, from, *bytes);
        else
            fail(url);
    });
    if (isReady)
        return; // the smaller one is shown meanwhile
    entry->state = Picture::State::Loading;
    emit changed(wish.url);
}

void PictureStore::decode(const QUrl& url, const QUrl& from, const QByteArray& bytes)
{
    const auto entry = m_entries.value(url);
    if (!entry)
        return;
    entry->from = from;
    entry->decoding = inBackground(
        m_pool, [bytes, size = entry->wanted] { return decodePicture(bytes, size); });
    whenDone(
        this, entry->decoding, [this, url, from, bytes](const Result<DecodedPicture>& picture) {
            if (picture) {
                take(url, *picture, bytes);
                return;
            }
            m_cache.refuse(from);
            fail(url);
        });
}

void PictureStore::take(const QUrl& url, const DecodedPicture& picture, const QByteArray& bytes)
{
    const auto entry = m_entries.value(url);
    if (!entry)
        return;
    entry->stop();
    entry->image = picture.image;
    entry->full = picture.full;
    entry->had = entry->wanted;
    entry->bytes = picture.moves ? bytes : QByteArray();
    const bool wasReady
        = std::exchange(entry->state, Picture::State::Ready) == Picture::State::Ready;
    animate();
    makeRoom();
    if (wasReady)
        emit repainted(url);
    else
        emit changed(url);
}

void PictureStore::fail(const QUrl& url)
{
    const auto entry = m_entries.value(url);
    if (!entry || entry->state == Picture::State::Ready)
        return; // the smaller one stays
    entry->state = Picture::State::Failed;
    if (!m_retry->isActive())
        m_retry->start(5s);
    emit changed(url);
}

void PictureStore::tryFailedAgain()
{
    for (const Wish& wish : std::as_const(m_wishes)) {
        const auto entry = m_entries.value(wish.url);
        if (entry && isVisible(wish.url) && entry->state == Picture::State::Failed)
            begin(wish);
    }
}

void PictureStore::load(const QUrl& url)
{
    if (!mayLoadAsked(url))
        return;
    m_asked.insert(url);
    Wish wish{url, {}, true};
    for (const Wish& each : std::as_const(m_wishes)) {
        if (each.url == url)
            wish.size = each.size;
    }
    m_visible.insert(url, wish);
    m_cache.forgetFailure(versionFor(url, wish.size));
    begin(wish);
}

void PictureStore::setPlays(bool plays)
{
    if (std::exchange(m_plays, plays) == plays)
        return;
    const auto entries = m_entries;
    for (auto each = entries.begin(); each != entries.end(); ++each) {
        if (each.value()->bytes.isEmpty())
            continue;
        if (!mayMove(each.key()))
            each.value()->stand();
        emit repainted(each.key());
    }
    animate();
}

void PictureStore::play(const QUrl& url)
{
    if (!isVisible(url))
        return;
    m_played.insert(url);
    animate();
    emit repainted(url);
}

/// It is no longer visible: what is not here yet is not fetched, what moves stands still.
void PictureStore::letGo(const QUrl& url)
{
    m_played.remove(url);
    const auto entry = m_entries.value(url);
    if (!entry)
        return;
    entry->stop();
    if (entry->state != Picture::State::Ready)
        m_entries.remove(url); // what failed the cache remembers, for a while
}

void PictureStore::animate()
{
    int count = 0;
    for (const Wish& wish : std::as_const(m_wishes)) {
        const auto entry = m_entries.value(wish.url);
        if (!entry || entry->bytes.isEmpty() || !isVisible(wish.url) || !mayMove(wish.url)
            || ++count > mostAnimations)
            continue;
        if (entry->animation)
            continue;
        entry->animation = new Animation(entry->bytes, entry->had, m_pool, m_clock, this);
        connect(entry->animation, &Animation::frame, this,
            [this, url = wish.url, entry = entry.get()](const QImage& frame) {
                entry->image = frame;
                emit repainted(url);
            });
    }
}

void PictureStore::makeRoom()
{
    qint64 sum = memory();
    while (sum > m_memory) {
        auto oldest = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            const bool mayGo = !isVisible(it.key()) && !it.value()->isBusy();
            if (mayGo && (oldest == m_entries.end() || it.value()->seen < oldest.value()->seen))
                oldest = it;
        }
        if (oldest == m_entries.end())
            return; // what is visible stays
        sum -= oldest.value()->size();
        oldest.value()->stop();
        m_entries.erase(oldest);
    }
}

} // namespace skein
