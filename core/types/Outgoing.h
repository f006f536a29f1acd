// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person makes of a message before the service has it: text, what goes along ready for the
// wire (a place, a reply, mentions), and files that are to be uploaded. Plain data.

#include "core/types/Ids.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QSize>

namespace skein {

struct OutgoingFile {
    enum class Kind { Image, File };

    Kind kind = Kind::Image;
    QString staged; ///< the name of our copy (StagedFiles); empty: there is none
    QString name; ///< as the person's file is called
    QByteArray mimeType;
    qint64 size = 0; ///< bytes
    QSize pixels; ///< of an image

    bool operator==(const OutgoingFile&) const = default;
};

/// Otherwise it was attached and is still being copied, or never was.
[[nodiscard]] inline bool hasCopy(const OutgoingFile& file) { return !file.staged.isEmpty(); }

struct OutgoingContent {
    QString text;
    QJsonArray attachments; ///< as they go over the wire
    QList<OutgoingFile> files; ///< in their order; each becomes an attachment

    bool operator==(const OutgoingContent&) const = default;
};

/// Whether it is a message at all: blank text is one only with something beside it.
[[nodiscard]] inline bool saysSomething(const OutgoingContent& content)
{
    return !content.text.trimmed().isEmpty() || !content.attachments.isEmpty()
        || !content.files.isEmpty();
}

/// An own message that is edited, and its words by now.
struct BegunEdit {
    MessageId message; ///< empty: none is edited
    QString text;
    QJsonArray emoji; ///< GroupMe's emoji in it, as they go over the wire

    bool operator==(const BegunEdit&) const = default;
};

/// What stands in the composer of a conversation.
struct MessageDraft {
    OutgoingContent content; ///< of the new message, also while another one is edited
    int caret = -1; ///< before this UTF-16 unit of the text; -1: at its end
    MessageId replyTo; ///< the message that is answered
    BegunEdit edit;

    [[nodiscard]] bool isEmpty() const
    {
        return content.text.isEmpty() && content.attachments.isEmpty() && content.files.isEmpty()
            && replyTo.isEmpty() && edit.message.isEmpty();
    }
    bool operator==(const MessageDraft&) const = default;
};

/// A draft that is nothing but words.
[[nodiscard]] inline MessageDraft draftOf(const QString& text)
{
    MessageDraft draft;
    draft.content.text = text;
    return draft;
}

} // namespace skein
