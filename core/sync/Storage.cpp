// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Storage.h"

#include "core/base/WhenDone.h"

namespace skein {

using namespace Qt::StringLiterals;

Storage::Storage(AccountStore& store, ChangeFeed& feed, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_retry(clock.timer([this] { tryAgain(); }))
{
    connect(&feed, &ChangeFeed::troubled, this, &Storage::take);
    whenDone(this, store.quarantined(), [this](const Result<QString>& place) {
        m_wasSetAside = place && !place->isEmpty();
        if (m_wasSetAside)
            emit setAside();
        writeOnce();
    });
}

/// A file that can only be read is found out now, not by the first message. What is to be shown has
/// been asked for before: this waits for the disk.
void Storage::writeOnce()
{
    const auto trial = m_store.write([](Stores& stores, Changes&) {
        stores.conversations.setMeta(u"opened"_s, {});
        return true;
    });
    Q_UNUSED(trial)
}

void Storage::take(StorageTrouble trouble)
{
    // What only a new start can mend outweighs what may pass.
    if (m_trouble == trouble
        || (m_trouble != StorageTrouble::None && trouble == StorageTrouble::Unwritable))
        return;
    m_trouble = trouble;
    if (trouble == StorageTrouble::Unwritable)
        m_retry->start(retryPause);
    else
        m_retry->stop();
    emit troubleChanged(trouble);
}

void Storage::tryAgain()
{
    if (m_trouble != StorageTrouble::Unwritable || std::exchange(m_trying, true))
        return;
    m_retry->stop();
    whenDone(this, m_store.tryAgain(), [this](const Result<bool>& done) {
        m_trying = false;
        if (m_trouble != StorageTrouble::Unwritable)
            return;
        if (!done)
            return m_retry->start(retryPause);
        m_trouble = StorageTrouble::None;
        emit troubleChanged(m_trouble);
        emit mended();
    });
}

} // namespace skein
