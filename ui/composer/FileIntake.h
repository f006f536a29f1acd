// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes what a person attaches: looks at a file or a picture of the clipboard and makes of it what
// can be sent, or says in a sentence why it cannot. Touches no file but to read it. Pure but for
// the disk, slow: never on the main thread.

#include "ui/composer/ComposedMessage.h"

#include <QImage>

#include <expected>

namespace skein {

struct TakenFile {
    ComposedFile file;
    QImage thumbnail; ///< null: a file, or a picture that cannot be shown
};

inline constexpr qint64 largestFile = 50'000'000; ///< bytes (protocol.md F2)

[[nodiscard]] std::expected<TakenFile, QString> takeFile(const QString& path);
/// Bytes that another program put on the clipboard, in a format of its own.
[[nodiscard]] std::expected<TakenFile, QString> takeBytes(const QByteArray& bytes);
[[nodiscard]] std::expected<TakenFile, QString> takeImage(const QImage& image);

} // namespace skein
