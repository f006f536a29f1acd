// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What GroupMe's own emoji are called and where their pictures are: an index that is fetched when
// somebody needs it, kept on disk and read anew after some days. Main thread; the file is read and
// written in the background.

#include "core/base/Clock.h"
#include "core/net/HttpTransport.h"
#include "core/types/EmojiPack.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace skein {

class EmojiPacks final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::hours freshFor{72};

    struct Named {
        QString name; ///< without colons
        int pack = 0;
        int index = 0;
        bool operator==(const Named&) const = default;
    };

    /// `network` must not retry; the index is kept in `file`; `random` gives numbers in [0, 1).
    EmojiPacks(HttpTransport& network, Clock& clock, const QString& file,
        std::function<double()> random, QObject* parent = nullptr);

    /// Somebody shows or looks for emoji: reads the index, and asks for it when it is old. Cheap
    /// when there is nothing to do.
    void want();

    [[nodiscard]] const QList<EmojiPack>& packs() const { return m_packs; }
    [[nodiscard]] QString name(int pack, int index) const; ///< "" when nobody said
    [[nodiscard]] std::optional<EmojiCell> cell(int pack, int index, int pixels) const;
    /// Emoji whose names begin so, then those that hold it, whatever the case; by pack and index.
    [[nodiscard]] QList<Named> find(const QString& part, qsizetype limit) const;

signals:
    void changed();

private:
    struct Index {
        QList<EmojiPack> packs;
        std::chrono::milliseconds fetched{0}; ///< Clock::now()
    };
    enum class State { Unread, Busy, Known };

    void fetch();
    void take(const QByteArray& body);
    void tryLater(const Error& error);
    void show(const Index& index);
    [[nodiscard]] const EmojiPack* pack(int id) const;
    [[nodiscard]] static Result<Index> readFile(const QString& path);

    HttpTransport& m_network;
    Clock& m_clock;
    const QString m_file;
    std::function<double()> m_random;
    QThreadPool m_thread; ///< one
    QList<EmojiPack> m_packs;
    std::chrono::milliseconds m_fetched{0};
    State m_state = State::Unread;
    int m_failures = 0;
    std::unique_ptr<Timer> m_retry;
};

} // namespace skein
