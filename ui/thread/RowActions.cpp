// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/RowActions.h"

#include <QCoreApplication>

namespace skein {

namespace {

bool waitsForDecision(const ThreadRow& row)
{
    return row.delivery == ThreadRow::Delivery::Failed
        || row.delivery == ThreadRow::Delivery::Unconfirmed;
}

bool isOnService(const Message& message)
{
    return !message.id.isEmpty() && !message.isDeleted() && !message.isSystem();
}

bool mayBeDeleted(const ThreadRow& row)
{
    const bool isSent
        = row.delivery == ThreadRow::Delivery::Sent || row.delivery == ThreadRow::Delivery::Seen;
    return row.isOwn && isSent && !row.message.id.isEmpty() && !row.message.isDeleted()
        && !row.message.isSystem();
}

} // namespace

QList<RowAction> actionsOf(const ThreadRow& row, const RowParts& parts)
{
    if (row.isHidden)
        return {RowAction::ShowOnce};
    QList<RowAction> actions;
    const bool isThere = isOnService(row.message);
    if (isThere && parts.mayWrite)
        actions << RowAction::Reply << RowAction::React;
    if (!row.message.text.isEmpty() && !row.message.isDeleted())
        actions << RowAction::Copy << RowAction::CopyQuotation;
    if (parts.hasLinks)
        actions << RowAction::OpenLink << RowAction::CopyLink;
    if (parts.isCut)
        actions.append(RowAction::ShowAll);
    if (parts.mayEdit)
        actions.append(RowAction::Edit);
    if (isThere && parts.mayWrite)
        actions.append(row.message.pinnedAt > 0 ? RowAction::Unpin : RowAction::Pin);
    if (waitsForDecision(row))
        actions << RowAction::Retry << RowAction::Discard;
    // A person may change their mind while it waits.
    if (row.delivery == ThreadRow::Delivery::Queued)
        actions.append(row.uploaded ? RowAction::CancelSending : RowAction::Discard);
    if (parts.hasPeople)
        actions.append(RowAction::About);
    if (mayBeDeleted(row))
        actions.append(RowAction::Delete);
    return actions;
}

QString wordsFor(RowAction action)
{
    const auto translated
        = [](const char* word) { return QCoreApplication::translate("RowActions", word); };
    switch (action) {
    case RowAction::Reply:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Reply"));
    case RowAction::React:
        return translated(QT_TRANSLATE_NOOP("RowActions", "React"));
    case RowAction::CopyQuotation:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Copy as quotation"));
    case RowAction::Edit:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Edit"));
    case RowAction::Pin:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Pin"));
    case RowAction::Unpin:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Unpin"));
    case RowAction::Copy:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Copy text"));
    case RowAction::OpenLink:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Open link"));
    case RowAction::CopyLink:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Copy link"));
    case RowAction::ShowAll:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Show all"));
    case RowAction::ShowOnce:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Show once"));
    case RowAction::Retry:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Retry"));
    case RowAction::Discard:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Discard"));
    case RowAction::CancelSending:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Cancel sending"));
    case RowAction::About:
        return translated(QT_TRANSLATE_NOOP("RowActions", "About the person"));
    case RowAction::Delete:
        return translated(QT_TRANSLATE_NOOP("RowActions", "Delete"));
    }
    return {};
}

} // namespace skein
