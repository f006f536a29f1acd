// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The emoji of Unicode by category, with their names, and the search among them. Reads its own
// resource (resources/emoji/emoji.txt). A value. Any thread.

#include <QHash>
#include <QList>
#include <QString>

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

    [[nodiscard]] const QList<EmojiCategory>& categories() const { return m_categories; }
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

    [[nodiscard]] static Key keyOf(const QString& name, const Emoji& emoji);
    void add(const Emoji& emoji, const QString& englishName);

    QList<EmojiCategory> m_categories;
    QList<Key> m_keys;
    QHash<QString, QString> m_names;
};

} // namespace skein
