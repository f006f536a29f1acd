// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/NoticeWords.h"

#include "core/types/Reactions.h"

#include <QCoreApplication>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(skein::Notifications)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype placesNamed = 4;

/// One line, and nothing that could turn the rest of the notification about.
QString line(const QString& text)
{
    QString plain = text.simplified();
    plain.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || (c >= u'\u202a' && c <= u'\u202e')
            || (c >= u'\u2066' && c <= u'\u2069');
    });
    return plain;
}

QString shortName(const QString& text)
{
    QString name = line(text);
    if (name.size() <= longestName)
        return name;
    const bool cuts = name.at(longestName - 1).isHighSurrogate();
    return name.left(longestName - (cuts ? 1 : 0)) + u'…';
}

QString placeName(const Conversation& place)
{
    return place.title.isEmpty() ? NoticeWords::tr("Unknown") : shortName(place.title);
}

QString senderOf(const Arrivals& place, const Arrival& item)
{
    if (!item.senderName.isEmpty())
        return shortName(item.senderName);
    const bool isDirect = place.place.id.kind == ConversationId::Kind::Direct;
    return isDirect ? placeName(place.place) : NoticeWords::tr("Somebody");
}

QString titleOfPlace(const Arrivals& arrivals)
{
    const QString name = placeName(arrivals.place);
    return arrivals.groupTitle.isEmpty()
        ? name
        : NoticeWords::tr("%1 \u2013 %2").arg(name, shortName(arrivals.groupTitle));
}

/// The sender's, as far as it is known: a reaction does not tell it.
QString pictureOf(const Arrivals& place, const Arrival& item)
{
    const bool isDirect = place.place.id.kind == ConversationId::Kind::Direct;
    if (isDirect)
        return place.place.avatarUrl;
    return item.message.senderId == item.sender ? item.message.avatarUrl : QString();
}

QString reactionWords(const Arrival& item, const QString& sender)
{
    const auto kind = reactionOf(item.message, item.sender);
    const QString what = line(previewWords(item.message));
    return kind && !kind->code.isEmpty()
        ? NoticeWords::tr("%1 reacted %2 to \u201c%3\u201d").arg(sender, line(kind->code), what)
        : NoticeWords::tr("%1 reacted to \u201c%2\u201d").arg(sender, what);
}

QString kindWords(NewsKind kind)
{
    switch (kind) {
    case NewsKind::Plain:
        return NoticeWords::tr("New message");
    case NewsKind::Mention:
        return NoticeWords::tr("Mentioned you");
    case NewsKind::Reply:
        return NoticeWords::tr("Replied to you");
    case NewsKind::Reaction:
        return NoticeWords::tr("Reacted to your message");
    }
    return {};
}

QString counted(int count) { return NoticeWords::tr("%n new messages", nullptr, count); }

QString sumOf(const QList<NewsCount>& counts)
{
    int messages = 0;
    int reactions = 0;
    for (const NewsCount& each : counts) {
        messages += each.messages;
        reactions += each.reactions;
    }
    if (reactions == 0)
        return counted(messages);
    const QString reacted = NoticeWords::tr("%n reactions", nullptr, reactions);
    return messages == 0 ? reacted : NoticeWords::tr("%1, %2").arg(counted(messages), reacted);
}

QString namesOf(const QList<NewsCount>& counts)
{
    QStringList names;
    for (const NewsCount& each : counts.first(std::min(placesNamed, counts.size())))
        names.append(NoticeWords::tr("%1 (%2)").arg(
            placeName(each.place), QString::number(each.messages + each.reactions)));
    if (counts.size() > placesNamed)
        names.append(u"…"_s);
    return names.join(u", "_s);
}

} // namespace

Notice noticeOf(const Arrivals& arrivals, const Arrival& newest, int count, NoticePrivacy privacy)
{
    const bool isDirect = arrivals.place.id.kind == ConversationId::Kind::Direct;
    const bool isReaction = newest.facts.kind == NewsKind::Reaction;
    Notice notice{.conversation = arrivals.place.id,
        .title = u"Skein"_s,
        .body = count > 1 ? counted(count) : kindWords(NewsKind::Plain),
        .canMarkRead = !isReaction};
    if (privacy == NoticePrivacy::Nothing)
        return notice;
    notice.canReply = writeBar(arrivals.place) == WriteBar::None;
    if (privacy == NoticePrivacy::SenderOnly) {
        notice.title = senderOf(arrivals, newest);
        notice.body = count > 1 ? counted(count) : kindWords(newest.facts.kind);
        notice.picture = pictureOf(arrivals, newest);
        return notice;
    }
    notice.canLike = !isReaction;
    notice.title = titleOfPlace(arrivals);
    notice.picture = isDirect ? pictureOf(arrivals, newest) : arrivals.place.avatarUrl;
    notice.body = isReaction ? reactionWords(newest, senderOf(arrivals, newest))
                             : line(previewWords(newest.message));
    if (!isReaction && !isDirect)
        notice.body = NoticeWords::tr("%1: %2").arg(senderOf(arrivals, newest), notice.body);
    if (count > 1)
        notice.body += u'\n' + NoticeWords::tr("and %n more", nullptr, count - 1);
    return notice;
}

Notice summaryNotice(const QList<NewsCount>& counts, NoticePrivacy privacy)
{
    const QString sum = sumOf(counts);
    if (privacy == NoticePrivacy::Nothing)
        return {.conversation = {}, .title = u"Skein"_s, .body = sum};
    const QString where
        = NoticeWords::tr("in %n conversations", nullptr, static_cast<int>(counts.size()));
    return {.conversation = {},
        .title = NoticeWords::tr("%1 %2").arg(sum, where),
        .body = namesOf(counts)};
}

Notice digestNotice(const QList<NewsCount>& counts, NoticePrivacy privacy)
{
    Notice notice = summaryNotice(counts, privacy);
    notice.title = NoticeWords::tr("While it was quiet");
    const QString sum = sumOf(counts);
    if (privacy != NoticePrivacy::Nothing)
        notice.body = NoticeWords::tr("%1: %2").arg(sum, notice.body);
    if (counts.size() == 1)
        notice.conversation = counts.first().place.id;
    return notice;
}

} // namespace skein
