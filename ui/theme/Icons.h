// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Skein's drawings: small marks as strokes in the colour of the moment, sharp at every scale, and
// the program's own icon. Main thread.

#include <QIcon>
#include <QPainter>

#include <functional>

namespace skein {

enum class Icon {
    Search,
    Settings,
    Menu,
    Back,
    Close,
    Eye,
    EyeOff,
    Tick,
    Ticks,
    BellOff,
    Lock,
    Hash,
    Info,
    Picture,
    File,
    Download,
    Retry,
    Place,
    Calendar,
    Play,
    Pin,
    Plus,
    Smile,
    Reply,
    Pencil,
    Unfold,
    Unknown,
};

/// Strokes of `color` in the largest centred square of `rect`.
void paintIcon(QPainter& painter, const QRectF& rect, Icon icon, const QColor& color);

/// The skein, for windows and task bars.
[[nodiscard]] QIcon appIcon();
void paintAppIcon(QPainter& painter, const QRect& rect);
/// Painted anew for every size asked, so that it is sharp at each.
[[nodiscard]] QIcon paintedIcon(std::function<void(QPainter&, const QRect&)> paint);

} // namespace skein
