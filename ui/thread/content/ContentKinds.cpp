// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/ContentKinds.h"

#include "ui/thread/content/CardKinds.h"
#include "ui/thread/content/PictureContent.h"
#include "ui/thread/content/PollContent.h"
#include "ui/thread/content/QuoteContent.h"
#include "ui/thread/content/ReactionContent.h"
#include "ui/thread/content/VideoContent.h"

#include <array>

namespace skein {

namespace {

using Attachments = QList<Attachment>;

/// One kind: which attachments are its own, and what it makes of all of a message's that are.
struct ContentKind {
    ContentPlace place;
    bool (*claims)(const Attachment& attachment);
    QList<ContentPointer> (*make)(
        const Attachments& claimed, const ThreadRow& row, const ContentContext& context);
};

template <class Kind>
bool holds(const Attachment& attachment)
{
    return std::holds_alternative<Kind>(attachment.content);
}

/// Kinds of which each attachment is a part of its own.
template <class Made>
QList<ContentPointer> oneEach(
    const Attachments& claimed, const ThreadRow&, const ContentContext& context)
{
    QList<ContentPointer> parts;
    for (const Attachment& attachment : claimed)
        parts.append(std::make_shared<Made>(attachment, context));
    return parts;
}

/// Kinds that are shown as a card.
template <Card (*describe)(const Attachment&, const ContentContext&)>
QList<ContentPointer> cards(
    const Attachments& claimed, const ThreadRow&, const ContentContext& context)
{
    QList<ContentPointer> parts;
    for (const Attachment& attachment : claimed)
        parts.append(std::make_shared<CardContent>(describe(attachment, context), context));
    return parts;
}

QList<ContentPointer> pictures(
    const Attachments& claimed, const ThreadRow& row, const ContentContext& context)
{
    if (claimed.isEmpty())
        return {};
    return {std::make_shared<PictureContent>(claimed, row, context)};
}

QList<ContentPointer> quote(
    const Attachments& claimed, const ThreadRow& row, const ContentContext& context)
{
    if (claimed.isEmpty() || !row.quote)
        return {};
    return {std::make_shared<QuoteContent>(*row.quote, context)};
}

QList<ContentPointer> reactions(
    const Attachments&, const ThreadRow& row, const ContentContext& context)
{
    auto part = std::make_shared<ReactionContent>(row, context);
    return part->isEmpty() ? QList<ContentPointer>() : QList<ContentPointer>{part};
}

bool isNothing(const Attachment&) { return false; }
bool isAnything(const Attachment&) { return true; }
QList<ContentPointer> nothing(const Attachments&, const ThreadRow&, const ContentContext&)
{
    return {};
}

/// The first that claims an attachment has it; the last claims whatever nobody knows.
constexpr std::array kinds{
    ContentKind{ContentPlace::BeforeText, holds<ReplyAttachment>, quote},
    ContentKind{ContentPlace::BeforeText, holds<ImageAttachment>, pictures},
    ContentKind{ContentPlace::BeforeText, holds<VideoAttachment>, oneEach<VideoContent>},
    ContentKind{ContentPlace::BeforeText, holds<AudioAttachment>, cards<audioCard>},
    ContentKind{ContentPlace::BeforeText, holds<FileAttachment>, cards<fileCard>},
    ContentKind{ContentPlace::BeforeText, holds<LocationAttachment>, cards<locationCard>},
    ContentKind{ContentPlace::BeforeText, holds<PollAttachment>, oneEach<PollContent>},
    ContentKind{ContentPlace::BeforeText, holds<EventAttachment>, cards<eventCard>},
    ContentKind{ContentPlace::BeforeText, isAboutText, nothing},
    ContentKind{ContentPlace::BeforeText, isAnything, cards<unknownCard>},
    ContentKind{ContentPlace::Beneath, isNothing, reactions},
};

} // namespace

QList<PlacedContent> contentsOf(const ThreadRow& row, const ContentContext& context)
{
    QList<PlacedContent> parts;
    if (row.message.isDeleted())
        return parts;
    Attachments rest = row.message.attachments;
    for (const ContentKind& kind : kinds) {
        Attachments claimed;
        for (const Attachment& attachment : std::exchange(rest, {}))
            (kind.claims(attachment) ? claimed : rest).append(attachment);
        for (const ContentPointer& part : kind.make(claimed, row, context))
            parts.append({kind.place, part});
    }
    return parts;
}

} // namespace skein
