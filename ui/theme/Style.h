// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The stock widgets' look: Fusion with round corners, hairlines and one accent, all from the
// palette, so that they are of one piece with what Skein paints itself. Given to
// QApplication::setStyle by the program. Main thread.

#include <QProxyStyle>

namespace skein {

class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();

    /// The desktop wants that nothing moves by itself; told to all widgets by StyleChange.
    void setReducesMotion(bool reduces);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
        SubControl part, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
        const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* result) const override;

private:
    bool m_reducesMotion = false;
};

} // namespace skein
