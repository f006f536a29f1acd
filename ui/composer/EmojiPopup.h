// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The emoji that a ":" and two letters in a message field may mean, by their names. Main thread.

#include "ui/composer/WordPopup.h"

namespace skein {

class EmojiTable;

class EmojiPopup : public WordPopup {
    Q_OBJECT
public:
    static constexpr int leastLetters = 2; ///< ":)" and ":D" are smileys of their own

    /// Both outlive it.
    EmojiPopup(MessageField& field, const EmojiTable& table);

signals:
    void chosen(const QString& emoji);

protected:
    void offer(const QString& typed, QStandardItemModel& rows) const override;
    [[nodiscard]] QString choice(const QModelIndex& row) override;
    [[nodiscard]] QString hint(const QModelIndex& row) const override;

private:
    const EmojiTable& m_table;
};

} // namespace skein
