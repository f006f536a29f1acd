// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Emoji that stand in a message's text as pictures: GroupMe's own, or their names while there are
// no pictures (protocol.md F4, L103), and Unicode's. Pure.

#include "core/types/Message.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/content/ContentSource.h"

namespace skein {

struct EmojiPlace {
    TextSpan span; ///< of the message's text
    EmojiAttachment::Cell cell;
};

/// The n-th placeholder has the n-th cell; those without a cell stay text, as do empty
/// placeholders. In the order of the text.
[[nodiscard]] QList<EmojiPlace> emojiPlacesIn(const Message& message);

/// What stands in a text for a picture: a letter as wide as one wishes, which does not hang over a
/// line's end as other spaces do.
inline constexpr QChar pictureRoom = QChar::Nbsp;

struct TextEmoji {
    int start = 0; ///< position in the shown text
    int length = 0;
    EmojiAttachment::Cell cell{}; ///< of GroupMe's own
    bool isPicture = false; ///< the text is room for it; else its name
    QString name; ///< as it is copied and spoken: ":anchor:", or the emoji itself
    qreal width = 0; ///< of the room

    [[nodiscard]] bool isUnicode() const { return cell.pack == 0; }
};

/// Puts emoji into `text`, where `spans` say they stand, and moves what stands behind them along:
/// all of `others`, which are in the order of the text and apart from the emoji.
[[nodiscard]] QList<TextEmoji> putEmoji(QString& text, const QList<EmojiPlace>& places,
    const QList<TextSpan>& spans, QList<TextSpan>& others, const ContentSource* source);

/// All of the text as it is copied and spoken: lines broken by "\n", emoji by their names.
[[nodiscard]] QString wordedText(const Message& message, const ContentSource* source);

} // namespace skein
