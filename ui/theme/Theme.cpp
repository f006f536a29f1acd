// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Theme.h"

#include <QHash>

#include <array>
#include <cmath>

namespace skein {

namespace {

/// Each gives 4.5 to 1 under white initials and 3 to 1 on either sidebar.
constexpr std::array<QRgb, 12> hues{0xff3a7d6b, 0xffb5513d, 0xff7261bf, 0xff98690f, 0xff2d6fb5,
    0xffb0457c, 0xff4c7d2e, 0xff20808c, 0xffb14a68, 0xff7d6b2f, 0xff8a5a96, 0xff5a6fa8};

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& from, const QColor& to, qreal amount)
{
    const auto channel
        = [amount](float a, float b) { return static_cast<float>(a + (b - a) * amount); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
        channel(from.blueF(), to.blueF()));
}

QColor hueOf(const QString& id)
{
    // Not qHash: an avatar keeps its colour over restarts and versions of Qt.
    quint32 hash = 2166136261U;
    for (const QChar unit : id)
        hash = (hash ^ unit.unicode()) * 16777619U;
    return QColor::fromRgb(hues.at((hash ^ (hash >> 16)) % hues.size()));
}

Theme lightTheme()
{
    return {.dark = false,
        .window = 0xffffff,
        .sidebar = 0xf6f7f9,
        .bubbleOther = 0xeef1f5,
        .bubbleOwn = 0xdcebff,
        .text = 0x14181f,
        .meta = 0x5b6675,
        .accent = 0x1d6fe0,
        .onAccent = 0xffffff,
        .selection = 0xe2edfc,
        .hover = 0xeceff3,
        .hairline = 0xe1e5ea,
        .warning = 0xb3261e,
        .link = 0x1a5fc4,
        .mention = 0x1858b8,
        .mentionGround = 0xc6dcfb};
}

Theme darkTheme()
{
    return {.dark = true,
        .window = 0x15181d,
        .sidebar = 0x1b1f26,
        .bubbleOther = 0x262c35,
        .bubbleOwn = 0x1f3d66,
        .text = 0xe8ecf2,
        .meta = 0xa3afc0,
        .accent = 0x6aa8ff,
        .onAccent = 0x0b1a30,
        .selection = 0x22344f,
        .hover = 0x232932,
        .hairline = 0x2c333d,
        .warning = 0xff8a80,
        .link = 0x8fbeff,
        .mention = 0x8fbeff,
        .mentionGround = 0x30486d};
}

/// The person chose these colours to be able to read: everything is one of them or between them.
Theme highContrastTheme(const QPalette& palette, bool dark)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor raised = mixed(window, text, 0.10);
    const QColor called = mixed(window, text, 0.28);
    const QColor accent = readableOn(raised, palette.color(QPalette::Highlight));
    return {.dark = dark,
        .window = window,
        .sidebar = window,
        .bubbleOther = raised,
        .bubbleOwn = mixed(window, text, 0.18),
        .text = text,
        .meta = text,
        .accent = accent,
        .onAccent = readableOn(accent, palette.color(QPalette::HighlightedText)),
        .selection = mixed(window, text, 0.18),
        .hover = raised,
        .hairline = text,
        .warning = readableOn(mixed(window, text, 0.18), 0xd33a2c),
        .link = readableOn(mixed(window, text, 0.18), palette.color(QPalette::Link)),
        .mention = readableOn(called, accent),
        .mentionGround = called};
}

} // namespace

qreal contrastRatio(const QColor& a, const QColor& b)
{
    const qreal first = luminance(a);
    const qreal second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readableOn(const QColor& ground, const QColor& color, qreal ratio)
{
    const bool darkGround = contrastRatio(ground, Qt::white) > contrastRatio(ground, Qt::black);
    QColor best = color;
    for (int step = 1; step <= 50 && contrastRatio(ground, best) < ratio; ++step)
        best = mixed(color, darkGround ? Qt::white : Qt::black, step / 50.0);
    return best;
}

Theme Theme::from(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const bool dark = luminance(window) < luminance(text);
    if (contrastRatio(window, text) > 20)
        return highContrastTheme(palette, dark);
    return dark ? darkTheme() : lightTheme();
}

QPalette Theme::applied(const QPalette& palette) const
{
    QPalette result = palette;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, window);
    result.setColor(QPalette::AlternateBase, sidebar);
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, meta);
    result.setColor(QPalette::Button, bubbleOther);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, warning);
    result.setColor(QPalette::ToolTipBase, bubbleOther);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText, onAccent);
    result.setColor(QPalette::Link, link);
    result.setColor(QPalette::LinkVisited, link);
    result.setColor(QPalette::Light, hover);
    result.setColor(QPalette::Midlight, hover);
    result.setColor(QPalette::Mid, hairline);
    result.setColor(QPalette::Dark, hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, mixed(meta, window, 0.35));
    return result;
}

QColor Theme::avatarColor(const QString& id) const { return hueOf(id); }

QColor Theme::placeholder() const
{
    QColor faint = text;
    faint.setAlphaF(0.1F);
    return faint;
}

QColor Theme::nameColor(const QString& id) const { return readableOn(bubbleOther, hueOf(id)); }

QPalette inked(const QPalette& palette, const QColor& ink)
{
    QPalette result = palette;
    result.setColor(QPalette::WindowText, ink);
    result.setColor(QPalette::Text, ink); // a label in a field writes in the field's role
    return result;
}

QFont scaledFont(const QFont& base, qreal factor, QFont::Weight weight)
{
    QFont font = base;
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * factor)));
    else
        font.setPointSizeF(std::max(1.0, base.pointSizeF() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace skein
