// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/WaitingAttachments.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QJsonObject shownAttachment(const OutgoingFile& file, const QString& folder)
{
    if (file.kind == OutgoingFile::Kind::Image)
        return {{u"type"_s, u"image"_s},
            {u"url"_s, stagedUrl(folder, file.staged).toString(QUrl::FullyEncoded)}};
    return {{u"type"_s, u"file"_s}, {u"name"_s, file.name}, {u"size"_s, file.size}};
}

} // namespace

QJsonArray shownAttachments(const OutboxRow& row, const QString& folder)
{
    QJsonArray all;
    for (const OutboxFile& each : row.files)
        all.append(shownAttachment(each.file, folder));
    for (const QJsonValue& ready : row.attachments)
        all.append(ready);
    return all;
}

} // namespace skein
