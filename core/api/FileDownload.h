// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The request for the bytes of a file (protocol.md F2, 4). Pure.

#include "core/net/HttpTransport.h"
#include "core/types/ConversationId.h"

namespace skein::endpoints {

/// GET file.groupme.com/v1/:conversation_id/files/:file_id, or POST, which some say it is. Up to
/// 50 MB and some; may last for long, but not stall.
[[nodiscard]] HttpRequest fileDownload(const ConversationId& conversation, const QString& file,
    HttpRequest::Method method = HttpRequest::Method::Get);

} // namespace skein::endpoints
