// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatFilter.h"

#include "core/models/ChatListModel.h"

#include <algorithm>

namespace skein {

namespace {

/// Without case and accents: "Zoë" and "ZOE" fold alike.
QString folded(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar unit : text.normalized(QString::NormalizationForm_KD)) {
        if (unit.category() != QChar::Mark_NonSpacing)
            plain.append(unit);
    }
    return plain.toCaseFolded();
}

} // namespace

void ChatFilter::setNeedle(const QString& typed)
{
    QStringList words = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

bool ChatFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty())
        return true;
    const auto conversation = sourceModel()
                                  ->index(row, 0, parent)
                                  .data(ChatListModel::ConversationRole)
                                  .value<Conversation>();
    const QString hay = folded(conversation.title + u'\n' + conversation.preview);
    return std::ranges::all_of(m_words, [&](const QString& word) { return hay.contains(word); });
}

} // namespace skein
