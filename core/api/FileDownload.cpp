// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/FileDownload.h"

namespace skein::endpoints {

HttpRequest fileDownload(
    const ConversationId& conversation, const QString& file, HttpRequest::Method method)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl::fromEncoded("https://file.groupme.com/v1/"
            + QUrl::toPercentEncoding(conversation.id) + "/files/" + QUrl::toPercentEncoding(file),
        QUrl::StrictMode);
    request.accept = "*/*";
    request.priority = HttpRequest::Priority::Open;
    request.timeout = std::chrono::hours(1);
    request.stall = std::chrono::seconds(30);
    request.maxReplyBytes = 200 * 1024 * 1024;
    return request;
}

} // namespace skein::endpoints
