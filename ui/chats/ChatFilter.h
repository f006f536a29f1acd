// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The chats whose title or preview holds what was typed, whatever its case and accents. Main
// thread.

#include <QSortFilterProxyModel>

namespace skein {

class ChatFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setNeedle(const QString& typed);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace skein
