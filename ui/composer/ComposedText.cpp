// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/ComposedText.h"

#include "ui/composer/MessageField.h"

namespace skein {

using namespace Qt::StringLiterals;

EmojiText readEmoji(QString text, const QJsonArray& attachments)
{
    for (const QJsonValue& each : attachments) {
        const Attachment attachment = readAttachment(each.toObject());
        const auto* emoji = std::get_if<EmojiAttachment>(&attachment.content);
        if (!emoji || emoji->placeholder.isEmpty())
            continue;
        text.replace(emoji->placeholder, QString(MessageField::packPlaceholder));
        return {text, emoji->cells};
    }
    return {text, {}};
}

QJsonObject emojiJson(const PackCells& cells)
{
    QJsonArray charmap;
    for (const auto& cell : cells)
        charmap.append(QJsonArray{cell.pack, cell.index});
    return {{u"type"_s, u"emoji"_s}, {u"placeholder"_s, QString(MessageField::packPlaceholder)},
        {u"charmap"_s, charmap}};
}

QJsonArray emojiAttachments(const PackCells& cells)
{
    QJsonArray attachments;
    if (!cells.isEmpty())
        attachments.append(emojiJson(cells));
    return attachments;
}

namespace {

QList<OutgoingFile> joinedFiles(const QList<OutgoingFile>& before, const QList<OutgoingFile>& since)
{
    QList<OutgoingFile> both = before + since;
    for (const OutgoingFile& file : before + since) {
        const OutgoingFile awaited{.kind = OutgoingFile::Kind::File, .name = file.name};
        if (hasCopy(file))
            both.removeOne(awaited);
    }
    return both;
}

} // namespace

MessageDraft joined(const OutgoingContent& before, MessageDraft since)
{
    const EmojiText first = readEmoji(before.text, before.attachments);
    const EmojiText then = readEmoji(since.content.text, since.content.attachments);
    QJsonArray attachments = emojiAttachments(first.cells + then.cells);
    for (const QJsonArray& each : {before.attachments, since.content.attachments}) {
        for (const QJsonValue& attachment : each) {
            if (attachment.toObject().value(u"type"_s) == u"location"_s)
                attachments.append(attachment);
        }
    }
    const bool isBreakNeeded = !first.text.isEmpty() && !then.text.isEmpty();
    since.content.text = first.text + (isBreakNeeded ? u"\n"_s : QString()) + then.text;
    since.content.attachments = attachments;
    since.content.files = joinedFiles(before.files, since.content.files);
    since.caret = -1;
    for (const QJsonValue& attachment : before.attachments) {
        const Attachment read = readAttachment(attachment.toObject());
        const auto* reply = std::get_if<ReplyAttachment>(&read.content);
        if (reply && since.replyTo.isEmpty())
            since.replyTo = reply->target;
    }
    return since;
}

MessageDraft joined(const MessageDraft& before, const MessageDraft& since)
{
    MessageDraft both = joined(before.content, since);
    if (both.replyTo.isEmpty())
        both.replyTo = before.replyTo;
    if (both.edit.message.isEmpty())
        both.edit = before.edit;
    return both;
}

} // namespace skein
