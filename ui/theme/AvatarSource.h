// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pictures of avatars for one widget and all within it, dialogs over it included: whoever
// paints an avatar there asks, and is repainted when the picture is here. What nobody paints is
// never asked for. Main thread.

#include "core/base/Async.h"
#include "ui/theme/Theme.h"

#include <QImage>
#include <QWidget>

class QPainterPath;

namespace skein {

class AvatarSource : public QObject {
    Q_OBJECT
public:
    explicit AvatarSource(QWidget& served) : QObject(&served) { }

    /// That of the nearest widget above that has one; null: there is none.
    [[nodiscard]] static AvatarSource* of(const QWidget& widget);

    /// In its shape, `side` device pixels wide; null while it is not here. Cheap. `asks` is
    /// repainted when that changes.
    [[nodiscard]] virtual QImage picture(const Face& face, int side, QWidget& asks) = 0;
    /// For what is shown elsewhere: likewise, but only if it is on disk.
    [[nodiscard]] virtual Async<QImage> kept(const Face& face, int side) = 0;
};

/// What initials stand on, and a picture is cut to.
[[nodiscard]] QPainterPath avatarOutline(const QRectF& rect, AvatarShape shape);

} // namespace skein
