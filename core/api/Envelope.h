// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens GroupMe's envelope (protocol.md A1, A2): what of a reply is an answer, what is an error and
// of which kind. The HTTP status decides, never meta.code. Pure functions.

#include "core/net/HttpTransport.h"

#include <QJsonValue>

namespace skein {

/// The `response` of a successful reply, or the whole value when there is no envelope around it.
/// Null for 304 and for a success without a body. Integers too large for 64 bits come as text.
[[nodiscard]] Result<QJsonValue> openEnvelope(const HttpReply& reply);

/// The same JSON with every integer of 19 or more digits put in quotes, so that no id ever passes
/// through a double (protocol.md 0.3). Bytes that are no JSON stay harmlessly as wrong as they
/// were.
[[nodiscard]] QByteArray withLongIntegersQuoted(const QByteArray& json);

} // namespace skein
