// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ThreadModel.h"

#include "core/base/TimeOfDay.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString senderOf(const ThreadRow& row)
{
    if (row.isOwn)
        return ThreadModel::tr("You");
    return row.message.senderName.isEmpty() ? ThreadModel::tr("Unknown") : row.message.senderName;
}

QString stateOf(const ThreadRow& row)
{
    using Delivery = ThreadRow::Delivery;
    if (row.uploaded)
        return ThreadModel::tr("sending, %1 %").arg(*row.uploaded);
    switch (row.delivery) {
    case Delivery::Received:
        return {};
    case Delivery::Queued:
        return ThreadModel::tr("queued");
    case Delivery::Sending:
        return ThreadModel::tr("sending");
    case Delivery::Sent:
        return ThreadModel::tr("sent");
    case Delivery::Seen:
        return ThreadModel::tr("read");
    case Delivery::Failed:
        return ThreadModel::tr("failed: %1").arg(row.reason);
    case Delivery::Unconfirmed:
        return ThreadModel::tr("unconfirmed: %1").arg(row.reason);
    case Delivery::Deleting:
        return ThreadModel::tr("deleting");
    }
    return {};
}

QString timeOf(const Message& message)
{
    return timeOfDay(QDateTime::fromSecsSinceEpoch(message.createdAt).time(), QLocale());
}

/// In one word, what it carries.
QStringList carriedWord(const Message& message)
{
    Message rest;
    rest.attachments = message.attachments;
    const QString word = previewWords(rest);
    return word.isEmpty() ? QStringList() : QStringList{word};
}

bool carriesPictures(const Message& message)
{
    return std::ranges::any_of(message.attachments, [](const Attachment& each) {
        return std::holds_alternative<ImageAttachment>(each.content)
            || std::holds_alternative<VideoAttachment>(each.content);
    });
}

} // namespace

QString hiddenRowWords()
{
    return ThreadModel::tr("%1 \u00b7 hidden here only").arg(hiddenMessageWords());
}

QString spokenRow(const ThreadRow& row, const QStringList& carries, const QStringList& beneath)
{
    const Message& message = row.message;
    const bool isDeleted = message.isDeleted();
    const bool hasText = !isDeleted && !message.text.trimmed().isEmpty();
    const bool isCaption = hasText && !carries.isEmpty() && carriesPictures(message);
    QStringList parts;
    if (row.isHidden)
        parts.append(hiddenRowWords());
    else if (isDeleted)
        parts.append(ThreadModel::tr("Message deleted"));
    else if (message.isSystem() && !hasText)
        parts.append(previewWords(message));
    else if (hasText && !isCaption)
        parts.append(message.text);
    const bool startsWithCarried = parts.isEmpty() && !carries.isEmpty();
    if (!isDeleted)
        parts += carries;
    if (isCaption)
        parts.append(ThreadModel::tr("with caption %1").arg(message.text));
    if (!isDeleted)
        parts += beneath;
    if (message.updatedAt > 0 && !isDeleted)
        parts.append(ThreadModel::tr("edited"));
    parts.append(timeOf(message));
    const bool isNamed = !message.isSystem() && !row.isHidden;
    if (startsWithCarried && isNamed)
        parts.first().prepend(senderOf(row) + u": "_s);
    else if (isNamed)
        parts.prepend(senderOf(row));
    if (row.above == ThreadRow::Above::Gap) // said to who cannot see it
        parts.prepend(ThreadModel::tr("Messages missing here"));
    if (const QString state = stateOf(row); !state.isEmpty())
        parts.append(state);
    return parts.join(u", "_s);
}

QVariant ThreadModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ThreadRow& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.message.text;
    case Qt::AccessibleTextRole:
        return spokenRow(shown, carriedWord(shown.message));
    case DeliveryRole:
        return static_cast<int>(shown.delivery);
    case MessageIdRole:
        return shown.message.id.value;
    case OwnRole:
        return shown.isOwn;
    case UploadRole:
        return shown.uploaded ? QVariant(*shown.uploaded) : QVariant();
    default:
        return {};
    }
}

int ThreadModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

int ThreadModel::rowOfKey(const QString& key) const
{
    for (int i = count() - 1; i >= 0; --i) {
        if (row(i).key == key)
            return i;
    }
    return -1;
}

int ThreadModel::rowOfMessage(const MessageId& message) const
{
    for (int i = message.isEmpty() ? -1 : count() - 1; i >= 0; --i) {
        if (row(i).message.id == message)
            return i;
    }
    return -1;
}

QString jumpFailure(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
        return ThreadModel::tr("The message could not be loaded: GroupMe could not be reached.");
    case ErrorKind::Forbidden:
        return ThreadModel::tr("GroupMe does not show this message.");
    default:
        return ThreadModel::tr("The message could not be loaded. Try again later.");
    }
}

} // namespace skein
