// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's own emoji: packs of named pictures, each a cell of a sheet (protocol.md F4, "Emoji
// data"). Plain data, and how it is read: nulls and odd shapes cost what they spoil, no more. Pure.

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace skein {

struct EmojiSheet {
    QUrl url;
    QSize cell; ///< pixels; the cells stand in one column
    bool operator==(const EmojiSheet&) const = default;
};

struct EmojiPack {
    int id = 0; ///< from 1
    QString name;
    QStringList names; ///< by index, without colons; "" where there is none
    QList<EmojiSheet> sheets; ///< from small to large
    QList<EmojiSheet> icons; ///< what stands for all of it, from small to large
    bool operator==(const EmojiPack&) const = default;
};

struct EmojiCell {
    QUrl sheet;
    QRect rect; ///< in the sheet; need not lie inside of what really comes
    bool operator==(const EmojiCell&) const = default;
};

/// Nothing when these bytes are no index at all.
[[nodiscard]] std::optional<QList<EmojiPack>> readEmojiPacks(const QByteArray& json);

/// Where to find an emoji that is shown so many device pixels high; nothing when it has no picture.
[[nodiscard]] std::optional<EmojiCell> cellOf(const EmojiPack& pack, int index, int pixels);
/// The same of what stands for the pack.
[[nodiscard]] std::optional<EmojiCell> iconOf(const EmojiPack& pack, int pixels);

} // namespace skein
