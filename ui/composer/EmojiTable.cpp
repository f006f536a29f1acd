// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/EmojiTable.h"

#include "ui/theme/FoldedText.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <ranges>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

enum class NameRank { Whole, Beginning, Word, AllWords, None };

/// The words of a text that are made of letters and digits, folded.
QStringList wordsOf(const QString& text)
{
    QStringList words;
    bool isInside = false;
    for (const QChar unit : folded(text)) {
        const bool belongs = unit.isLetterOrNumber() || unit.isSurrogate();
        if (belongs && !isInside)
            words.append(QString());
        if (belongs)
            words.last().append(unit);
        isInside = belongs;
    }
    return words;
}

QByteArray resource(const QString& name)
{
    QFile file(u":/emoji/%1.txt"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As the CLDR writes it: without what asks for the coloured form.
QString bare(QString emoji) { return emoji.remove(QChar(0xfe0f)); }

} // namespace

EmojiTable EmojiTable::fromResource(const QString& language)
{
    EmojiTable table;
    table.m_language = language;
    return table;
}

EmojiTable EmojiTable::read(const QByteArray& lines, const QByteArray& names)
{
    EmojiTable table;
    table.m_contents = std::make_shared<const Contents>(parse(lines, names));
    return table;
}

const EmojiTable::Contents& EmojiTable::contents() const
{
    if (!m_contents) {
        const QString language = m_language.value_or(QString());
        m_contents = std::make_shared<const Contents>(
            parse(m_language ? resource(u"emoji"_s) : QByteArray(),
                language.isEmpty() ? QByteArray() : resource(language)));
    }
    return *m_contents;
}

EmojiTable::Contents EmojiTable::parse(const QByteArray& lines, const QByteArray& names)
{
    QHash<QString, QString> named;
    for (const QByteArray& line : names.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const qsizetype blank = text.indexOf(u' ');
        if (blank > 0)
            named.insert(bare(text.left(blank)), text.mid(blank + 1));
    }
    Contents contents;
    for (const QByteArray& line : lines.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const qsizetype blank = text.indexOf(u' ');
        if (text.startsWith(u"# ") || blank < 1)
            continue;
        if (text.startsWith(u"@ "))
            contents.categories.append({text.mid(blank + 1), {}});
        else if (!contents.categories.isEmpty()) {
            const QString emoji = text.left(blank);
            const QString english = text.mid(blank + 1);
            contents.add({emoji, named.value(bare(emoji), english)}, english);
        }
    }
    return contents;
}

EmojiTable::Key EmojiTable::keyOf(const QString& name, const Emoji& emoji)
{
    Key key{.emoji = emoji};
    for (const QString& word : wordsOf(name)) {
        key.words.append(key.letters.size());
        key.letters += word;
    }
    return key;
}

void EmojiTable::Contents::add(const Emoji& emoji, const QString& englishName)
{
    categories.last().emoji.append(emoji);
    keys.append(keyOf(emoji.name, emoji));
    if (englishName != emoji.name)
        keys.append(keyOf(englishName, emoji));
    names.insert(emoji.text, emoji.name);
}

QList<Emoji> EmojiTable::search(const QString& typed, int most) const
{
    const QStringList sought = wordsOf(typed);
    const QString letters = sought.join(QString());
    if (letters.isEmpty())
        return {};
    const auto startsWord = [](const Key& key, const QString& beginning) {
        return std::ranges::any_of(key.words, [&](qsizetype at) {
            return QStringView(key.letters).sliced(at).startsWith(beginning);
        });
    };
    const auto rankOf = [&](const Key& key) {
        if (key.letters == letters)
            return NameRank::Whole;
        if (key.letters.startsWith(letters))
            return NameRank::Beginning;
        if (startsWord(key, letters))
            return NameRank::Word;
        const bool hasAll = std::ranges::all_of(
            sought, [&](const QString& word) { return startsWord(key, word); });
        return hasAll ? NameRank::AllWords : NameRank::None;
    };
    QList<QList<Emoji>> found(qsizetype(NameRank::None) + 1);
    for (const Key& key : contents().keys)
        found[qsizetype(rankOf(key))].append(key.emoji);
    found.removeLast();
    QList<Emoji> result;
    QSet<QString> seen; // one may be found by both of its names
    for (const Emoji& emoji : found | std::views::join) {
        if (result.size() < most && !seen.contains(emoji.text))
            result.append(emoji);
        seen.insert(emoji.text);
    }
    return result;
}

const QList<EmojiCategory>& EmojiTable::categories() const { return contents().categories; }

QString EmojiTable::nameOf(const QString& emoji) const { return contents().names.value(emoji); }

} // namespace skein
