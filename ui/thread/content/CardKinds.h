// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the cards of files, places, events, voice messages and unknown things say. Pure.

#include "ui/thread/content/CardContent.h"

namespace skein {

[[nodiscard]] Card fileCard(const Attachment& attachment, const ContentContext& context);
[[nodiscard]] Card locationCard(const Attachment& attachment, const ContentContext& context);
[[nodiscard]] Card eventCard(const Attachment& attachment, const ContentContext& context);
[[nodiscard]] Card audioCard(const Attachment& attachment, const ContentContext& context);
[[nodiscard]] Card unknownCard(const Attachment& attachment, const ContentContext& context);

/// A latitude and a longitude in degrees, if both are ones (protocol.md L113).
[[nodiscard]] std::optional<QPointF> coordinatesOf(const LocationAttachment& location);
/// "1.4 MB" in the locale's way; empty for 0.
[[nodiscard]] QString sizeWords(qint64 bytes, const QLocale& locale);

} // namespace skein
