// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the address of a picture tells (protocol.md F1): its size, its smaller versions, and whether
// it may be loaded unasked. Pure.

#include <QSize>
#include <QUrl>

namespace skein {

/// The pixels that `https://i.groupme.com/{W}x{H}.{format}.{hash}` names; empty when it names none
/// or none that a picture can have.
[[nodiscard]] QSize imageSizeOf(const QUrl& url);

enum class ImageVersion { Original, Large /*fits 960x960*/, Preview /*200x200, cut*/ };
/// The address of a smaller version; other hosts have none, nor have animations. What is no valid
/// address stays none.
[[nodiscard]] QUrl versionOf(const QUrl& url, ImageVersion version);
[[nodiscard]] bool isAnimation(const QUrl& url); ///< as far as the address tells

/// Over https and from GroupMe: loading it tells nobody else that it was read.
[[nodiscard]] bool mayLoadUnasked(const QUrl& url);
/// Over https from whatever host: may be loaded after a click.
[[nodiscard]] bool mayLoadAsked(const QUrl& url);

/// Where the picture of a person or group is loaded from: square, still, 200 pixels wide where the
/// host has such a version. Empty: there is none, or none that may be loaded unasked.
[[nodiscard]] QUrl avatarAddress(const QString& told);

} // namespace skein
