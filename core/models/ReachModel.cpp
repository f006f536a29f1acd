// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ReachModel.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace skein {

ReachModel::ReachModel(const QLocale& locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{
}

void ReachModel::show(const QList<ConversationReach>& reaches)
{
    QHash<ConversationId, ConversationReach> news;
    for (const ConversationReach& reach : reaches)
        news.insert(reach.id, reach);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const auto known = news.constFind(m_rows[row].id);
        if (known == news.cend()) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
            continue;
        }
        if (*known != m_rows[row]) {
            m_rows[row] = *known;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        news.erase(known);
    }
    if (news.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(news.size()) - 1);
    std::ranges::copy_if(reaches, std::back_inserter(m_rows),
        [&](const ConversationReach& reach) { return news.contains(reach.id); });
    endInsertRows();
}

int ReachModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReachModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReachModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const ConversationReach& reach = m_rows[index.row()];
    switch (index.column()) {
    case Name:
        return name(reach);
    case CompleteBackTo:
        return backTo(reach);
    case State:
        return state(reach);
    default:
        return {};
    }
}

QVariant ReachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Conversation");
    case CompleteBackTo:
        return tr("Complete back to");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QString ReachModel::name(const ConversationReach& reach)
{
    const QString title = reach.title.isEmpty() ? tr("Unknown") : reach.title;
    return reach.group.isEmpty() ? title : reach.group + QStringLiteral(" › ") + title;
}

QString ReachModel::backTo(const ConversationReach& reach) const
{
    if (reach.completeSince == 0)
        return tr("not read yet");
    if (reach.reachesStart)
        return tr("its beginning");
    const QDateTime since = QDateTime::fromSecsSinceEpoch(reach.completeSince);
    return m_locale.toString(since.date(), QLocale::ShortFormat);
}

QString ReachModel::state(const ConversationReach& reach)
{
    if (reach.isBehind)
        return tr("being read");
    if (reach.gaps > 0)
        return tr("gaps further back: %1").arg(reach.gaps);
    return reach.completeSince == 0 ? QString() : tr("up to date");
}

} // namespace skein
