// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far back each conversation is complete, as a table. Rows keep their places while it is open:
// what is new is appended. Main thread.

#include "core/types/SyncReport.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace skein {

class ReachModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, CompleteBackTo, State, ColumnCount };

    explicit ReachModel(const QLocale& locale, QObject* parent = nullptr);

    /// What holds now; what is not in it any more goes.
    void show(const QList<ConversationReach>& reaches);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString backTo(const ConversationReach& reach) const;
    [[nodiscard]] static QString name(const ConversationReach& reach);
    [[nodiscard]] static QString state(const ConversationReach& reach);

    const QLocale m_locale;
    QList<ConversationReach> m_rows;
};

} // namespace skein
