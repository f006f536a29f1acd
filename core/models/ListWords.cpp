// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ListWords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString listWord(const char* words, int n = -1)
{
    return QCoreApplication::translate("ListWords", words, nullptr, n);
}

} // namespace

bool isListedBefore(const Conversation& a, const Conversation& b)
{
    if (a.lastActivity != b.lastActivity)
        return a.lastActivity > b.lastActivity;
    return a.id.id < b.id.id;
}

QString titleOf(const Conversation& conversation)
{
    return conversation.title.isEmpty() ? listWord(QT_TRANSLATE_NOOP("ListWords", "Unknown"))
                                        : conversation.title;
}

QString previewLine(const Conversation& conversation)
{
    if (conversation.preview.isEmpty())
        return {};
    QString line = conversation.preview;
    if (conversation.previewIsOwn)
        line = listWord(QT_TRANSLATE_NOOP("ListWords", "You: %1")).arg(line);
    else if (!conversation.previewSender.isEmpty())
        line = conversation.previewSender + u": "_s + line;
    if (conversation.requiresApproval)
        line = listWord(QT_TRANSLATE_NOOP("ListWords", "Message request: %1")).arg(line);
    return conversation.previewTopic.isEmpty() ? line : conversation.previewTopic + u" · "_s + line;
}

QString accessibleName(
    const QString& title, const Conversation& conversation, const QStringList& remarks)
{
    QStringList parts{title};
    if (conversation.hasFailed)
        parts.append(listWord(QT_TRANSLATE_NOOP("ListWords", "a message was not sent")));
    if (conversation.unread > 0)
        parts.append(listWord(QT_TRANSLATE_N_NOOP("ListWords", "%n unread"), conversation.unread));
    // Of what is muted as a whole the remarks say so.
    const bool allMuted = conversation.isMuted && conversation.unread == 0;
    if (conversation.mutedUnread > 0)
        parts.append(listWord(allMuted ? QT_TRANSLATE_N_NOOP("ListWords", "%n unread")
                                       : QT_TRANSLATE_N_NOOP("ListWords", "%n unread, muted"),
            conversation.mutedUnread));
    parts.append(remarks);
    if (!conversation.draft.isEmpty())
        parts.append(listWord(QT_TRANSLATE_NOOP("ListWords", "Draft: %1"))
                .arg(conversation.draft.simplified()));
    else if (const QString line = previewLine(conversation); !line.isEmpty())
        parts.append(line);
    return parts.join(u", "_s);
}

} // namespace skein
