// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What invented people say: short dialogues by subject and language, and answers for those who
// are written to. Read from corpus.txt and
// corpus-languages.txt once; immutable afterwards. Any thread.

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <random>

namespace skein {

/// Chance with a seed: the same on every machine.
class DemoDice {
public:
    explicit DemoDice(quint32 seed) : m_engine(seed) { }
    /// 0 to n - 1.
    [[nodiscard]] int below(int n)
    {
        return static_cast<int>(m_engine() % static_cast<quint32>(n));
    }
    [[nodiscard]] int between(int low, int high) { return low + below(high - low + 1); }
    /// One time in `n`.
    [[nodiscard]] bool oneIn(int n) { return below(n) == 0; }
    template <typename List>
    [[nodiscard]] const auto& pick(const List& list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

private:
    std::mt19937 m_engine;
};

struct DemoLine {
    bool mine = false; ///< said by the signed-in person
    QString text; ///< may hold slots: "{time}"
};
using DemoDialogue = QList<DemoLine>;

class DemoCorpus {
public:
    DemoCorpus();

    /// The dialogues of a subject, "rowing" or "de"; never empty for a known one.
    [[nodiscard]] const QList<DemoDialogue>& dialogues(const QString& subject) const;
    [[nodiscard]] QStringList subjects() const;
    /// A fitting answer in the subject's language.
    [[nodiscard]] QString answerTo(
        const QString& text, const QString& language, DemoDice& dice) const;
    /// The text with its slots filled.
    [[nodiscard]] static QString filled(const QString& text, DemoDice& dice);

private:
    void read(const QString& text);

    QHash<QString, QList<DemoDialogue>> m_dialogues;
};

} // namespace skein
