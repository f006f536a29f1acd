// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the ground of bubbles: rounded rectangles with one corner (the tail) of a smaller radius.
// Their corners are drawn once for each colour and scale; the rest is plain rectangles: a quarter
// of the instructions that a path takes. Main thread.

#include <QColor>
#include <QHash>
#include <QImage>
#include <QPainter>

namespace skein {

struct BubbleShape {
    QRectF rect; ///< on the device's pixels
    qreal radius = 0;
    qreal tail = 0; ///< at most `radius`
    bool tailAtRight = false; ///< below, else at the left
};

class BubbleShapes {
public:
    void paint(QPainter& painter, const BubbleShape& shape, const QColor& color);

private:
    struct Key {
        QRgb color = 0;
        int radius = 0; ///< in the device's pixels
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.color, key.radius);
        }
    };
    static constexpr int capacity = 64;

    const QImage& disc(const QColor& color, int radius);

    QHash<Key, QImage> m_discs;
};

} // namespace skein
