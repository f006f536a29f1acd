// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/FileFiller.h"

#include <algorithm>

namespace skein {

namespace {

/// Of the service's clients, in every language.
constexpr QLatin1String fillerWords("Shared a document: ");

/// Where the filler begins, which is the last line; -1: there is none.
qsizetype fillerIn(const QString& text)
{
    const qsizetype start = text.lastIndexOf(u'\n') + 1;
    const bool isFiller = QStringView(text).sliced(start).startsWith(fillerWords)
        && !text.sliced(start + fillerWords.size()).trimmed().isEmpty();
    return isFiller ? start : -1;
}

} // namespace

std::optional<ThreadRow> withoutFiller(const ThreadRow& row, const ContentSource* source)
{
    const qsizetype start = row.message.isDeleted() ? -1 : fillerIn(row.message.text);
    const auto isFile = [](const Attachment& each) {
        return std::holds_alternative<FileAttachment>(each.content);
    };
    if (start < 0 || std::ranges::count_if(row.message.attachments, isFile) != 1)
        return std::nullopt;
    const QString name = row.message.text.sliced(start + fillerWords.size()).trimmed();
    ThreadRow shown = row;
    auto& file = std::get<FileAttachment>(
        std::ranges::find_if(shown.message.attachments, isFile)->content);
    const auto facts = source ? source->file(file.fileId) : std::nullopt;
    if (facts && !facts->name.isEmpty() && facts->name.trimmed() != name)
        return std::nullopt;
    file.name = name;
    qsizetype end = start; // the places of mentions are counted from the front, which stays
    while (end > 0 && row.message.text.at(end - 1).isSpace())
        --end;
    shown.message.text.truncate(end);
    return shown;
}

} // namespace skein
