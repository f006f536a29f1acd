// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Our copies of what is to be sent, in the account's folder "outgoing": made before anything refers
// to them, gone when nothing does any more (Changes::released), and those that a crash left without
// an owner gone at the next start. Reads and writes on a thread of its own. Main thread.

#include "core/store/AccountStore.h"

#include <QThreadPool>
#include <QUrl>

namespace skein {

class StagedFiles : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 maxSize = 50 * 1000 * 1000; ///< bytes (protocol.md F2)

    StagedFiles(AccountStore& store, ChangeFeed& feed, QObject* parent = nullptr);
    ~StagedFiles() override; ///< what was begun is done

    /// `facts` with our copy of `bytes`; the error's detail says in words why there is none.
    [[nodiscard]] Async<OutgoingFile> keep(const OutgoingFile& facts, const QByteArray& bytes);
    /// `facts` with our copy of the file at `path`, whose size is looked up.
    [[nodiscard]] Async<OutgoingFile> copy(const OutgoingFile& facts, const QString& path);
    [[nodiscard]] Async<QByteArray> read(const QString& staged);
    /// Not to be sent after all: removed, unless something refers to it.
    void discard(const QString& staged);
    /// Removes what an earlier run left without an owner.
    void sweep();

    /// Where the copy is, as a file: URL; empty for what cannot be one of ours.
    [[nodiscard]] QUrl urlOf(const QString& staged) const;
    /// The copy that lies there; empty for all that is none of ours.
    [[nodiscard]] QString nameOf(const QUrl& url) const;
    /// Nothing is being read or written any more.
    void waitForDone() { m_pool.waitForDone(); }

private:
    template <class T>
    [[nodiscard]] Async<T> run(std::function<Result<T>()> work);
    void removeUnreferenced(const QStringList& names);
    void remove(const QStringList& names);
    [[nodiscard]] OutgoingFile named(OutgoingFile facts);

    AccountStore& m_store;
    QSet<QString> m_made; ///< in this run: perhaps nothing refers to them yet
    QThreadPool m_pool;
};

} // namespace skein
