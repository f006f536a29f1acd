// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes what a person attaches: looks at a file or a picture of the clipboard and makes of it what
// can be sent, or says in a sentence why it cannot. Touches no file but to read it. Pure but for
// the disk, slow: never on the main thread.

#include "core/types/Outgoing.h"

#include <QImage>

#include <expected>

namespace skein {

struct TakenFile {
    OutgoingFile file; ///< not copied yet
    QString path; ///< where the bytes are; empty: they are in `bytes`
    QByteArray bytes; ///< as they are to be uploaded, of every image
    QImage thumbnail; ///< null: a file, or a picture that cannot be shown
};

inline constexpr qint64 largestFile = 50'000'000; ///< bytes (protocol.md F2)

[[nodiscard]] std::expected<TakenFile, QString> takeFile(const QString& path);
/// Bytes that another program put on the clipboard, in a format of its own.
[[nodiscard]] std::expected<TakenFile, QString> takeBytes(const QByteArray& bytes);
[[nodiscard]] std::expected<TakenFile, QString> takeImage(const QImage& image);
/// `file` again, whose copy is at `path`.
[[nodiscard]] std::expected<TakenFile, QString> takeCopy(
    const OutgoingFile& file, const QString& path);

} // namespace skein
