// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The emoji of Unicode by category, with their names, and the search among them. Reads its own
// resource (resources/emoji/emoji.txt) when something is first asked of it: not every run needs
// one, and it is long. A value. Main thread.

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace skein {

struct Emoji {
    QString text;
    QString name; ///< Unicode's, in the language of the table; in English where it has none

    bool operator==(const Emoji&) const = default;
};

struct EmojiCategory {
    QString name;
    QList<Emoji> emoji;
};

class EmojiTable {
public:
    /// The table that Skein brings along, in a language ("es") as far as it brings that along.
    [[nodiscard]] static EmojiTable fromResource(const QString& language = {});
    /// Lines of an emoji, a blank and its name; "@ name" begins a category, "#" a remark. `names`:
    /// such lines in another language, in any order.
    [[nodiscard]] static EmojiTable read(const QByteArray& lines, const QByteArray& names = {});

    [[nodiscard]] bool isRead() const { return m_contents != nullptr; }
    [[nodiscard]] const QList<EmojiCategory>& categories() const;
    /// Whose names, or words of them, begin with what was typed, in the language of the table or in
    /// English; the nearest first.
    [[nodiscard]] QList<Emoji> search(const QString& typed, int most) const;
    /// Empty when it is not in the table.
    [[nodiscard]] QString nameOf(const QString& emoji) const;

private:
    struct Key {
        QString letters; ///< of the name, folded, without what is between them
        QList<qsizetype> words; ///< where words begin in `letters`
        Emoji emoji;
    };

    struct Contents {
        QList<EmojiCategory> categories;
        QList<Key> keys;
        QHash<QString, QString> names;

        void add(const Emoji& emoji, const QString& englishName);
    };

    [[nodiscard]] static Key keyOf(const QString& name, const Emoji& emoji);
    [[nodiscard]] static Contents parse(const QByteArray& lines, const QByteArray& names);
    [[nodiscard]] const Contents& contents() const;

    std::optional<QString> m_language; ///< of the resource; none: it has nothing to do with that
    mutable std::shared_ptr<const Contents> m_contents;
};

} // namespace skein
