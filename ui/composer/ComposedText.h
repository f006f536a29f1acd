// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of a message with GroupMe's emoji in them, as the field holds them and as they go over
// the wire; and how what comes back is joined with what was written since. Pure.

#include "core/types/Attachment.h"
#include "core/types/Outgoing.h"

namespace skein {

using PackCells = QList<EmojiAttachment::Cell>;

struct EmojiText {
    QString text;
    PackCells cells; ///< of the placeholders, in their order
};

/// As the field holds it: other clients may use other placeholders.
[[nodiscard]] EmojiText readEmoji(QString text, const QJsonArray& attachments);
/// An attachment (protocol.md F4).
[[nodiscard]] QJsonObject emojiJson(const PackCells& cells);
/// The same in an array; an empty one when there are none.
[[nodiscard]] QJsonArray emojiAttachments(const PackCells& cells);

/// `before` was not sent after all: it comes first, with everything that belonged to it. An answer
/// or edit that was begun since stays. A file whose copy has come since stands there once.
[[nodiscard]] MessageDraft joined(const OutgoingContent& before, MessageDraft since);
/// The same of another draft.
[[nodiscard]] MessageDraft joined(const MessageDraft& before, const MessageDraft& since);

} // namespace skein
