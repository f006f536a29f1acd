// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/OlderPictures.h"

#include "core/base/WhenDone.h"
#include "core/types/ImageUrl.h"

#include <algorithm>
#include <utility>

namespace skein {

namespace {

constexpr int storedAtATime = 200; ///< messages

bool hasPicture(const Message& message)
{
    return !message.isDeleted()
        && std::ranges::any_of(message.attachments, [](const Attachment& each) {
               const auto* image = std::get_if<ImageAttachment>(&each.content);
               return image && mayLoadUnasked(image->url);
           });
}

} // namespace

OlderPictures::OlderPictures(AccountStore& store, HistoryLoader& history, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_history(history)
{
    connect(&history, &HistoryLoader::stateChanged, this, &OlderPictures::historyChanged);
}

void OlderPictures::look(const ConversationId& id, const MessageId& from)
{
    stop();
    m_id = id;
    m_from = from;
    m_pages = pagesAtATime;
    readOn();
}

void OlderPictures::stop()
{
    m_id = {};
    ++m_turn;
}

OlderPictures::Stretch OlderPictures::read(
    const Stores& stores, const ConversationId& id, const MessageId& from)
{
    Stretch stretch;
    stretch.oldest = from;
    const QString position = stores.messages.positionFor(id, from);
    const ThreadSlice slice = stores.messages.slice(id, {position, position, storedAtATime, 0});
    const auto range = std::ranges::find_if(slice.ranges,
        [&](const Span& each) { return each.oldest <= position && position <= each.newest; });
    if (range == slice.ranges.end())
        return stretch; // it stands alone
    const QSet<UserId> hidden = stores.people.hiddenIn(id);
    for (const Message& each : slice.messages) {
        const QString where = positionOf(each);
        const bool isInRange = where < position && where >= range->oldest;
        if (isInRange && hasPicture(each) && !hidden.contains(each.senderId))
            stretch.pictures.append(each);
    }
    stretch.hasMore = slice.hasOlder && !slice.messages.isEmpty()
        && positionOf(slice.messages.first()) > range->oldest;
    stretch.reachesStart = range->reachesStart;
    stretch.oldest = stretch.hasMore ? slice.messages.first().id : idAt(range->oldest);
    return stretch;
}

void OlderPictures::readOn()
{
    m_step = Step::Reading;
    const auto stretch = m_store.read(
        [id = m_id, from = m_from](Stores& stores) { return read(stores, id, from); });
    whenDone(this, stretch, [this, turn = m_turn](const Result<Stretch>& found) {
        if (turn != m_turn)
            return;
        if (found)
            take(*found);
        else
            end(End::Failed);
    });
}

void OlderPictures::take(const Stretch& stretch)
{
    m_from = stretch.oldest;
    if (!stretch.pictures.isEmpty())
        end(End::Found, stretch.pictures);
    else if (stretch.hasMore)
        readOn();
    else if (stretch.reachesStart)
        end(End::None);
    else if (m_pages-- > 0)
        ask();
    else
        end(End::Further);
}

/// The loader reads one page of a conversation at a time: another one may have to come first.
void OlderPictures::ask()
{
    using State = HistoryLoader::State;
    m_history.want(m_id, m_from);
    switch (m_history.state(m_id, m_from)) {
    case State::Idle:
        m_step = Step::Queueing;
        return;
    case State::Loading:
        m_step = Step::Asking;
        return;
    case State::Failed: // just now
        return end(End::Failed);
    case State::Exhausted:
        return end(End::None);
    }
}

void OlderPictures::historyChanged(const ConversationId& id)
{
    using State = HistoryLoader::State;
    const State state = m_history.state(id, m_from);
    if (id != m_id || m_step == Step::Reading || state == State::Loading)
        return;
    if (m_step == Step::Queueing)
        ask();
    else if (state == State::Idle)
        readOn();
    else
        end(state == State::Failed ? End::Failed : End::None);
}

void OlderPictures::end(End end, const QList<Message>& found)
{
    stop();
    emit finished(end, found);
}

} // namespace skein
