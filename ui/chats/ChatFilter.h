// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The chats of the chosen kind whose title or preview holds what was typed, whatever its case and
// accents. Among unread ones the chat in front stays once it was shown, although it is being read:
// a list must not move while somebody works in it. Main thread.

#include "core/types/Conversation.h"

#include <QSortFilterProxyModel>

namespace skein {

class ChatFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Kind { All, Unread, Direct, Groups };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSourceModel(QAbstractItemModel* model) override;

    void setNeedle(const QString& typed);
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isSearching() const { return !m_words.isEmpty(); }
    /// What was typed, word by word, folded.
    [[nodiscard]] const QStringList& words() const { return m_words; }
    /// The chat in front; empty: none.
    void setFront(const ConversationId& id);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    [[nodiscard]] Conversation sourceRow(int row) const;
    [[nodiscard]] bool isOfKind(const Conversation& conversation) const;
    void noteFront();

    QStringList m_words;
    Kind m_kind = Kind::All;
    ConversationId m_front;
    bool m_keepsFront = false; ///< it had unread messages since it is in front
};

} // namespace skein
