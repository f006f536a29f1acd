// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/content/ContentKinds.h"

#include "ui/thread/content/ChipContent.h"

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

/// The first that claims an attachment has it; the last claims whatever nobody knows.
constexpr std::array kinds{
    ContentKind{ContentPlace::BeforeText,
        [](const Attachment& attachment) { return !isAboutText(attachment); },
        oneEach<ChipContent>},
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
