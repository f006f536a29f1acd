// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The call that tells about files that messages carry (protocol.md F2), with its endpoint and
// reader. Main thread.

#include "core/api/GroupMeApi.h"
#include "core/types/Cards.h"

namespace skein {

namespace endpoints {
/// POST file.groupme.com/v1/:conversation_id/fileData: several files of one conversation.
[[nodiscard]] HttpRequest fileData(const ConversationId& conversation, const QStringList& files);
} // namespace endpoints

namespace json {
/// Only files of which the answer says something: their facts, or that they are gone.
[[nodiscard]] std::optional<QList<FileFacts>> fileData(const QJsonValue& value);
} // namespace json

[[nodiscard]] Async<QList<FileFacts>> askForFiles(
    GroupMeApi& api, const ConversationId& conversation, const QStringList& ids);

} // namespace skein
