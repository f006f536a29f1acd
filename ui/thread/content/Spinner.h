// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sign that something is on its way: an open ring, or how much of it is there. Pure drawing.

#include <QPainter>

namespace skein {

/// `turn`: how far it has turned, from 0 to 1; less than 0: it stands still, faint.
void paintSpinner(QPainter& painter, const QRectF& rect, const QColor& color, qreal turn);
/// `share` from 0 to 1 of a full ring.
void paintProgress(QPainter& painter, const QRectF& rect, const QColor& color, qreal share);

} // namespace skein
