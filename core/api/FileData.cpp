// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/FileData.h"

#include "core/api/Ask.h"
#include "core/api/JsonReaders.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr qsizetype maxFilesRead = 200;
constexpr double maxFileBytes = 1e15;

/// A count that may come as a number or as digits; 0 for anything else.
qint64 fileNumberOf(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double count = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber && std::isfinite(count) ? qint64(std::clamp(count, 0.0, maxFileBytes)) : 0;
}

std::optional<FileFacts> fileFactsOf(const QJsonObject& row)
{
    const QJsonObject data = row["file_data"_L1].toObject();
    FileFacts facts;
    facts.id = json::text(row["file_id"_L1], json::maxNameLength);
    const qint64 status = fileNumberOf(row["meta"_L1]);
    facts.isGone = status == 404 || status == 410;
    if (facts.id.isEmpty() || (!facts.isGone && data.isEmpty()))
        return std::nullopt;
    facts.name = json::text(data["file_name"_L1], json::maxNameLength);
    facts.size = fileNumberOf(data["file_size"_L1]);
    facts.mimeType = json::text(data["mime_type"_L1], json::maxWordLength * 2);
    return facts;
}

} // namespace

HttpRequest endpoints::fileData(const ConversationId& conversation, const QStringList& files)
{
    HttpRequest made;
    made.method = HttpRequest::Method::Post;
    made.url = QUrl::fromEncoded(
        "https://file.groupme.com/v1/" + QUrl::toPercentEncoding(conversation.id) + "/fileData",
        QUrl::StrictMode);
    made.maxReplyBytes = 1024 * 1024;
    made.priority = HttpRequest::Priority::Open;
    made.contentType = "application/json";
    made.body = QJsonDocument(QJsonObject{{u"file_ids"_s, QJsonArray::fromStringList(files)}})
                    .toJson(QJsonDocument::Compact);
    return made;
}

std::optional<QList<FileFacts>> json::fileData(const QJsonValue& value)
{
    if (!value.isArray())
        return std::nullopt;
    QList<FileFacts> files;
    for (const QJsonValue& row : value.toArray()) {
        if (const auto facts = fileFactsOf(row.toObject()); facts && files.size() < maxFilesRead)
            files.append(*facts);
    }
    return files;
}

Async<QList<FileFacts>> askForFiles(
    GroupMeApi& api, const ConversationId& conversation, const QStringList& ids)
{
    return ask<QList<FileFacts>>(api, endpoints::fileData(conversation, ids), json::fileData);
}

} // namespace skein
