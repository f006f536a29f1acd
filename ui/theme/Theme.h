// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Skein's colours and measures (look.md), worked out from the system's palette so that dark and
// high-contrast palettes work. A value: make one with from() and again on PaletteChange. Main
// thread.

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QString>

namespace skein {

struct Theme {
    bool dark = false;
    QColor window; ///< behind the thread
    QColor sidebar; ///< behind the chats
    QColor bubbleOther;
    QColor bubbleOwn;
    QColor text;
    QColor meta; ///< times, previews, captions
    QColor accent;
    QColor onAccent; ///< text on accent
    QColor selection; ///< the selected chat's ground
    QColor hover;
    QColor hairline;
    QColor warning;
    QColor link; ///< 4.5 to 1 on either bubble
    QColor mention; ///< ink of a mentioned name, 4.5 to 1 on either bubble and on mentionGround
    QColor mentionGround; ///< behind a mention of oneself, on either bubble

    /// The theme that suits `palette`: dark when its window is darker than its text. Black on white
    /// (or the reverse), as high-contrast palettes are, keeps the palette's own colours.
    [[nodiscard]] static Theme from(const QPalette& palette);
    /// `palette` with the theme's colours in its roles, for the stock widgets.
    [[nodiscard]] QPalette applied(const QPalette& palette) const;
    /// One of 12 hues from an id; `nameColor` keeps 4.5 to 1 on bubbleOther and on window.
    [[nodiscard]] QColor avatarColor(const QString& id) const;
    [[nodiscard]] QColor nameColor(const QString& id) const;
    /// Where a picture will be, or a bar's whole length: faint on any ground.
    [[nodiscard]] QColor placeholder() const;
};

/// look.md "Rhythm", in device-independent pixels.
namespace metrics {
inline constexpr int unit = 8;
inline constexpr int chatRowHeight = 64;
inline constexpr int chatAvatar = 44;
inline constexpr int avatarColumn = 68; ///< the chats, collapsed
inline constexpr int threadAvatar = 32;
inline constexpr int bubbleRadius = 12;
inline constexpr int bubbleTail = 4;
inline constexpr int sameSenderGap = 2;
inline constexpr int otherSenderGap = 12;
inline constexpr int textColumns = 68; ///< widest message text, in average characters
} // namespace metrics

/// `palette` with `ink` as the colour of labels.
[[nodiscard]] QPalette inked(const QPalette& palette, const QColor& ink);

/// `base` scaled, e.g. 0.85 for meta lines; point or pixel size alike.
[[nodiscard]] QFont scaledFont(
    const QFont& base, qreal factor, QFont::Weight weight = QFont::Normal);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] qreal contrastRatio(const QColor& a, const QColor& b);
/// `color`, made lighter or darker only as far as it needs for `ratio` on `ground`.
[[nodiscard]] QColor readableOn(const QColor& ground, const QColor& color, qreal ratio = 4.5);

/// "Ben Nash" is "BN", one word its first character, no name "?". Never cuts a character in two.
[[nodiscard]] QString initialsOf(const QString& name);

enum class AvatarShape { Round, RoundedSquare };

/// Who an avatar is of.
struct Face {
    QString id; ///< whose hue it has
    QString name; ///< whose initials: "BN"; "?" for none
    QString picture; ///< its address as the service tells it; may be empty
    AvatarShape shape = AvatarShape::Round;
};

/// The picture, where the widget's AvatarSource has it; else initials on the id's hue.
void paintAvatar(QPainter& painter, const QRectF& rect, const Face& face, const Theme& theme);

} // namespace skein
