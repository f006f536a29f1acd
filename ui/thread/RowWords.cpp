// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/RowWords.h"

#include "ui/thread/DisplayText.h"

#include <QCoreApplication>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QString rowWord(const char* word) { return QCoreApplication::translate("RowWords", word); }

} // namespace

QString noticeWords(ThreadRow::Above above)
{
    switch (above) {
    case ThreadRow::Above::Nothing:
        return {};
    case ThreadRow::Above::Gap:
        return rowWord(QT_TRANSLATE_NOOP("RowWords", "Messages missing here \u00b7 loading"));
    case ThreadRow::Above::Loading:
        return rowWord(QT_TRANSLATE_NOOP("RowWords", "Loading older messages"));
    case ThreadRow::Above::Beginning:
        return rowWord(QT_TRANSLATE_NOOP("RowWords", "Beginning of the conversation"));
    }
    return {};
}

QString failureWords(const ThreadRow& row)
{
    if (row.delivery == ThreadRow::Delivery::Unconfirmed) {
        return row.reason.isEmpty()
            ? rowWord(QT_TRANSLATE_NOOP("RowWords", "It is not sure that this arrived"))
            : row.reason;
    }
    return row.reason.isEmpty()
        ? rowWord(QT_TRANSLATE_NOOP("RowWords", "Not sent"))
        : rowWord(QT_TRANSLATE_NOOP("RowWords", "Not sent: %1")).arg(row.reason);
}

QString chipWords(const Attachment& attachment)
{
    Message alone;
    alone.attachments = {attachment};
    return displayText(previewWords(alone), {80, 1}).text;
}

} // namespace skein
