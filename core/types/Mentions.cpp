// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Mentions.h"

#include <QJsonArray>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <optional>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

bool cutsPair(const QString& text, qsizetype position)
{
    return position > 0 && position < text.size() && text.at(position).isLowSurrogate()
        && text.at(position - 1).isHighSurrogate();
}

/// The place in the text, widened so that no surrogate pair is cut; nothing when it has none.
std::optional<Mention> placed(
    const UserId& user, const MentionsAttachment::Locus& locus, const QString& text)
{
    if (user.isEmpty() || locus.start < 0 || locus.length <= 0 || locus.start >= text.size()
        || locus.length > text.size() - locus.start)
        return std::nullopt;
    const qsizetype start = cutsPair(text, locus.start) ? locus.start - 1 : locus.start;
    const qsizetype last = locus.start + locus.length;
    return Mention{user, start, (cutsPair(text, last) ? last + 1 : last) - start};
}

bool isWordCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
}

char32_t characterBefore(const QString& text, qsizetype position)
{
    return cutsPair(text, position - 1)
        ? QChar::surrogateToUcs4(text.at(position - 2), text.at(position - 1))
        : text.at(position - 1).unicode();
}

char32_t characterAt(const QString& text, qsizetype position)
{
    return cutsPair(text, position + 1)
        ? QChar::surrogateToUcs4(text.at(position), text.at(position + 1))
        : text.at(position).unicode();
}

bool startsWord(const QString& text, qsizetype position)
{
    return position == 0 || !isWordCharacter(characterBefore(text, position));
}

/// A word ends neither before a letter nor inside what is seen as one character.
bool endsWord(const QString& text, qsizetype position)
{
    if (position >= text.size())
        return true;
    if (isWordCharacter(characterAt(text, position)))
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(position);
    return finder.isAtBoundary();
}

/// Who is named from `position` on; null when nobody is.
const Mentionable* personAt(const QString& text, qsizetype position,
    const QList<Mentionable>& people, const QHash<QString, UserId>& picked)
{
    const Mentionable* best = nullptr;
    const QStringView rest = QStringView(text).mid(position);
    for (const Mentionable& person : people) {
        if (person.name.isEmpty() || person.user.isEmpty() || !rest.startsWith(person.name))
            continue;
        const bool isLonger = !best || person.name.size() > best->name.size();
        const bool isPicked
            = best && person.name == best->name && picked.value(person.name) == person.user;
        if ((isLonger || isPicked) && endsWord(text, position + person.name.size()))
            best = &person;
    }
    return best;
}

} // namespace

QList<Mention> mentionsIn(const Message& message)
{
    QList<Mention> found;
    for (const Attachment& attachment : message.attachments) {
        const auto* mentions = std::get_if<MentionsAttachment>(&attachment.content);
        if (!mentions)
            continue;
        const qsizetype count = std::min(mentions->users.size(), mentions->loci.size());
        for (qsizetype i = 0; i < count; ++i) {
            const auto mention = placed(mentions->users[i], mentions->loci[i], message.text);
            if (mention)
                found.append(*mention);
        }
    }
    std::ranges::stable_sort(found, {}, &Mention::start);
    QList<Mention> apart;
    for (const Mention& mention : std::as_const(found)) {
        if (apart.isEmpty() || mention.start >= apart.last().end())
            apart.append(mention);
    }
    return apart;
}

bool isMentioned(const Message& message, const UserId& me)
{
    return std::ranges::any_of(message.attachments, [&](const Attachment& attachment) {
        const auto* mentions = std::get_if<MentionsAttachment>(&attachment.content);
        return mentions
            && (mentions->users.contains(everyoneId())
                || (!me.isEmpty() && mentions->users.contains(me)));
    });
}

QList<Mention> findMentions(
    const QString& text, const QList<Mentionable>& people, const QHash<QString, UserId>& picked)
{
    QList<Mention> found;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at)) {
        const Mentionable* person
            = startsWord(text, at) ? personAt(text, at + 1, people, picked) : nullptr;
        const qsizetype length = person ? person->name.size() + 1 : 1;
        if (person)
            found.append({person->user, at, length});
        at += length;
    }
    return found;
}

QJsonObject mentionsJson(const QList<Mention>& mentions)
{
    if (mentions.isEmpty())
        return {};
    QJsonArray users;
    QJsonArray loci;
    for (const Mention& mention : mentions) {
        users.append(mention.user.value);
        loci.append(QJsonArray{qint64(mention.start), qint64(mention.length)});
    }
    return {{u"type"_s, u"mentions"_s}, {u"user_ids"_s, users}, {u"loci"_s, loci}};
}

} // namespace skein
