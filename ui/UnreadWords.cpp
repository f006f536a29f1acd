// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/UnreadWords.h"

#include <QCoreApplication>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

struct UnreadPhrases {
    Q_DECLARE_TR_FUNCTIONS(skein::UnreadWords)
};

} // namespace

QString titleWords(const QString& conversation, const UnreadTotals& totals)
{
    QString program = totals.plain > 0 ? u"Skein (%1)"_s.arg(totals.plain) : u"Skein"_s;
    if (conversation.isEmpty())
        return program;
    return UnreadPhrases::tr("%1 \u2014 %2").arg(conversation, program);
}

QString unreadWords(const UnreadTotals& totals)
{
    const QString plain = UnreadPhrases::tr("%n unread", nullptr, totals.plain);
    const QString muted = UnreadPhrases::tr("%n in muted", nullptr, totals.muted);
    if (totals.plain > 0 && totals.muted > 0)
        return UnreadPhrases::tr("Skein: %1, %2").arg(plain, muted);
    if (totals.plain > 0)
        return UnreadPhrases::tr("Skein: %1").arg(plain);
    if (totals.muted > 0)
        return UnreadPhrases::tr("Skein: %1").arg(muted);
    return u"Skein"_s;
}

} // namespace skein
