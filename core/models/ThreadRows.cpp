// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ThreadRows.h"

#include "core/models/WaitingAttachments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

using Above = ThreadRow::Above;
using Delivery = ThreadRow::Delivery;

/// The range that holds `position`; null when none does.
const Span* rangeOf(const QList<Span>& ranges, const QString& position)
{
    const auto found = std::ranges::find_if(ranges,
        [&](const Span& range) { return range.oldest <= position && position <= range.newest; });
    return found == ranges.end() ? nullptr : &*found;
}

Delivery deliveryOf(const OutboxRow& row)
{
    switch (row.state) {
    case OutboxRow::State::Queued:
        return Delivery::Queued;
    case OutboxRow::State::Sending:
    case OutboxRow::State::Checking:
    case OutboxRow::State::Conflicted:
        return Delivery::Sending;
    case OutboxRow::State::Failed:
        return Delivery::Failed;
    case OutboxRow::State::Unconfirmed:
        return Delivery::Unconfirmed;
    }
    return Delivery::Queued;
}

Delivery deliveryOf(const Message& message, const QString& position, const QString& seen,
    const ThreadContext& context)
{
    if (message.senderId != context.me || message.isSystem())
        return Delivery::Received;
    if (context.isRemoving(message.id))
        return Delivery::Deleting;
    if (context.isEditing && context.isEditing(message.id))
        return Delivery::Sending;
    return position <= seen ? Delivery::Seen : Delivery::Sent;
}

Message messageOf(const OutboxRow& waiting, const UserId& me)
{
    Message message;
    message.guid = waiting.guid;
    message.text = waiting.text;
    message.createdAt = waiting.queuedAt / 1000;
    message.senderId = me;
    message.senderType = u"user"_s;
    for (const QJsonValue& attachment : waiting.attachments)
        message.attachments.append(readAttachment(attachment.toObject()));
    return message;
}

ThreadRow rowOf(const OutboxRow& waiting, const ThreadContext& context)
{
    return {.key = u"g:"_s + waiting.guid.value,
        .message = messageOf(waiting, context.me),
        .delivery = deliveryOf(waiting),
        .reason = waiting.reason,
        .isOwn = true};
}

bool isHiddenIn(
    const Message& message, const ThreadSnapshot& snapshot, const ThreadContext& context)
{
    return snapshot.blocked.contains(message.senderId) && !message.isSystem()
        && !message.isDeleted() && !(context.isShown && context.isShown(message.id));
}

/// What is left of a message that is not shown: its place.
Message onlyThePlaceOf(const Message& message)
{
    Message place;
    place.id = message.id;
    place.createdAt = message.createdAt;
    place.senderId = message.senderId;
    place.senderType = message.senderType;
    return place;
}

QUrl firstPictureOf(const Message& message)
{
    for (const Attachment& attachment : message.attachments) {
        if (const auto* image = std::get_if<ImageAttachment>(&attachment.content))
            return image->url;
    }
    return {};
}

std::optional<Quote> quoteOf(
    const Message& message, const ThreadSnapshot& snapshot, const ThreadContext& context)
{
    const MessageId target = quotedBy(message);
    if (target.isEmpty() || message.isDeleted())
        return std::nullopt;
    Quote quote{.target = target};
    const auto found = snapshot.quoted.constFind(target);
    quote.isHidden = found != snapshot.quoted.cend() && isHiddenIn(*found, snapshot, context);
    if (quote.isHidden) {
        quote.state = Quote::State::Known;
        quote.words = hiddenMessageWords();
    } else if (found != snapshot.quoted.cend()) {
        quote.state = Quote::State::Known;
        quote.senderId = found->senderId;
        quote.senderName = found->senderName;
        quote.words = previewWords(*found);
        quote.isDeleted = found->isDeleted();
        quote.picture = firstPictureOf(*found);
    } else if (context.isGone && context.isGone(target)) {
        quote.state = Quote::State::Gone;
    }
    return quote;
}

Above aboveFirst(
    const ThreadSnapshot& snapshot, const QString& position, const ThreadContext& context)
{
    if (snapshot.slice.hasOlder)
        return Above::Nothing;
    const Span* range = rangeOf(snapshot.slice.ranges, position);
    if (range && range->reachesStart)
        return Above::Beginning;
    switch (context.history(idAt(range ? range->oldest : position))) {
    case HistoryLoader::State::Exhausted:
        return Above::Beginning;
    case HistoryLoader::State::Failed:
        return Above::Gap;
    case HistoryLoader::State::Idle:
    case HistoryLoader::State::Loading:
        break;
    }
    return Above::Loading;
}

ThreadRow rowOf(const Message& message, const QString& position, const ThreadSnapshot& snapshot,
    const ThreadContext& context)
{
    ThreadRow row{.message = context.withPending ? context.withPending(message) : message,
        .delivery = deliveryOf(message, position, snapshot.heads.seen, context),
        .isOwn = message.senderId == context.me && !message.isSystem(),
        .quote = quoteOf(message, snapshot, context)};
    if (isHiddenIn(message, snapshot, context)) {
        row.message = onlyThePlaceOf(message);
        row.isHidden = true;
        row.quote.reset();
    }
    row.key = row.isOwn && !message.guid.isEmpty() ? u"g:"_s + message.guid.value
                                                   : u"m:"_s + message.id.value;
    return row;
}

QList<ThreadRow> storedRows(const ThreadSnapshot& snapshot, const ThreadContext& context)
{
    const auto& ranges = snapshot.slice.ranges;
    const QString tail = ranges.isEmpty() ? QString() : ranges.last().newest;
    QList<ThreadRow> rows;
    rows.reserve(snapshot.slice.messages.size());
    QSet<QString> guids;
    QString previous;
    const Span* previousRange = nullptr;
    for (const Message& message : snapshot.slice.messages) {
        const QString position = positionOf(message);
        ThreadRow row = rowOf(message, position, snapshot, context);
        if (row.isOwn && !message.guid.isEmpty()) {
            if (guids.contains(row.key)) // a guid that the service holds twice
                row.key = u"m:"_s + message.id.value;
            guids.insert(row.key);
        }
        const bool isInPrevious = previousRange && position <= previousRange->newest;
        const Span* range = isInPrevious ? previousRange : rangeOf(ranges, position);
        const bool loose = !range && position > tail;
        if (rows.isEmpty())
            row.above = aboveFirst(snapshot, position, context);
        else if (loose ? !context.tailIsFresh && previous <= tail
                       : !range || previousRange != range)
            row.above = Above::Gap;
        rows.append(std::move(row));
        previous = position;
        previousRange = range;
    }
    return rows;
}

} // namespace

MessageId quotedBy(const Message& message)
{
    for (const Attachment& attachment : message.attachments) {
        if (const auto* reply = std::get_if<ReplyAttachment>(&attachment.content))
            return reply->target;
    }
    return {};
}

MessageId quotedBy(const OutboxRow& waiting) { return quotedBy(messageOf(waiting, {})); }

bool hasLooseTail(const ThreadSnapshot& snapshot)
{
    const auto& [messages, ranges, hasOlder, hasNewer] = snapshot.slice;
    return !hasNewer && !messages.isEmpty()
        && (ranges.isEmpty() || positionOf(messages.last()) > ranges.last().newest);
}

QList<ThreadRow> makeRows(const ThreadSnapshot& snapshot, const ThreadContext& context)
{
    QList<ThreadRow> rows = storedRows(snapshot, context);
    if (snapshot.waiting.isEmpty())
        return rows;
    QSet<QString> keys;
    for (const ThreadRow& row : std::as_const(rows))
        keys.insert(row.key);
    for (const OutboxRow& waiting : snapshot.waiting) {
        OutboxRow shown = waiting;
        shown.attachments = shownAttachments(waiting, context.outgoingFolder);
        ThreadRow row = rowOf(shown, context);
        row.quote = quoteOf(row.message, snapshot, context);
        if (context.uploaded)
            row.uploaded = context.uploaded(waiting.guid);
        if (!keys.contains(row.key))
            rows.append(row);
    }
    return rows;
}

MessageId missingAfter(const QList<Span>& ranges, const ThreadRow& row)
{
    if (row.message.id.isEmpty())
        return {};
    const QString position = positionOf(row.message);
    const Span* range = rangeOf(ranges, position);
    return idAt(range ? range->newest : position);
}

MessageId missingBefore(const QList<Span>& ranges, const ThreadRow& row)
{
    if (row.message.id.isEmpty())
        return {};
    const QString position = positionOf(row.message);
    const Span* range = rangeOf(ranges, position);
    if (range && range->reachesStart)
        return {};
    return idAt(range ? range->oldest : position);
}

} // namespace skein
