// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Style.h"

#include "ui/theme/Icons.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QPlainTextEdit>
#include <QStyleOption>

#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal cornerRadius = 8;
constexpr int controlHeight = 36;
constexpr int scrollBarExtent = 10;
constexpr int unfoldMark = 16;

void roundedPanel(
    QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter->drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
    painter->restore();
}

bool showsFocus(const QStyleOption* option)
{
    return option->state.testFlag(QStyle::State_HasFocus)
        && option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

bool isPrimary(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton)
        && button->state.testFlag(QStyle::State_Enabled);
}

void drawButton(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool pressed = option->state.testFlag(QStyle::State_Sunken);
    const bool hovered = option->state.testFlag(QStyle::State_MouseOver)
        && option->state.testFlag(QStyle::State_Enabled);
    if (isPrimary(option)) {
        const QColor ground = pressed ? theme.accent.darker(118)
            : hovered                 ? theme.accent.darker(108)
                                      : theme.accent;
        roundedPanel(painter, option->rect, ground, {});
    } else if (!flat || hovered || pressed) {
        const QColor ground = pressed ? theme.selection : hovered ? theme.hover : theme.window;
        roundedPanel(painter, option->rect, ground, flat ? QColor() : theme.hairline);
    }
    if (showsFocus(option))
        roundedPanel(painter, option->rect, {}, isPrimary(option) ? theme.text : theme.accent, 2);
}

void drawCheckBox(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const bool on = option->state.testFlag(QStyle::State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? theme.accent : theme.meta, 1.5));
    painter->setBrush(on ? theme.accent : theme.window);
    painter->drawRoundedRect(box, 4, 4);
    painter->restore();
    if (on)
        paintIcon(*painter, box.adjusted(1, 1, -1, -1), Icon::Tick, theme.onAccent);
}

void drawRadioButton(QPainter* painter, const QStyleOption* option, const Theme& theme)
{
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor ink = on && enabled ? theme.accent : theme.meta;
    const QRectF ring = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.5));
    painter->setBrush(theme.window);
    painter->drawEllipse(ring);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(ring.adjusted(4, 4, -4, -4));
    }
    painter->restore();
}

/// A field like one that is written in, with a mark that says that there is more to choose from.
void drawChoice(QPainter* painter, const QStyleOptionComplex* option, const Theme& theme)
{
    const bool hovered = option->state.testFlag(QStyle::State_MouseOver);
    roundedPanel(painter, option->rect, hovered ? theme.hover : theme.window, theme.hairline);
    if (showsFocus(option))
        roundedPanel(painter, option->rect, {}, theme.accent, 2);
    const QRect mark = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignRight | Qt::AlignVCenter,
        {unfoldMark, unfoldMark},
        option->rect.adjusted(metrics::unit, 0, -metrics::unit - metrics::unit / 2, 0));
    paintIcon(*painter, QStyle::visualRect(option->direction, option->rect, mark), Icon::Unfold,
        theme.meta);
}

/// A field of several lines, which looks as one of a single line does.
bool isTextField(const QWidget* widget) { return qobject_cast<const QPlainTextEdit*>(widget); }

void drawScrollBar(
    QPainter* painter, const QRect& slider, const QStyleOption* option, const Theme& theme)
{
    const bool active
        = option->state.testFlag(QStyle::State_MouseOver) || (option->state & QStyle::State_Sunken);
    QColor thumb = theme.meta;
    thumb.setAlphaF(active ? 0.8F : 0.45F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(thumb);
    painter->drawRoundedRect(QRectF(slider).adjusted(2, 2, -2, -2), 3, 3);
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(u"fusion"_s) { }

void Style::setReducesMotion(bool reduces)
{
    if (std::exchange(m_reducesMotion, reduces) == reduces)
        return;
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent change(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &change);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    const Theme theme = Theme::from(option->palette);
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const bool focused = option->state.testFlag(State_HasFocus);
        roundedPanel(painter, option->rect, element == PE_PanelLineEdit ? theme.window : QColor(),
            focused ? theme.accent : theme.hairline, focused ? 2 : 1);
        return;
    }
    case PE_Frame: {
        if (!isTextField(widget))
            break;
        const bool focused = option->state.testFlag(State_HasFocus);
        return roundedPanel(painter, option->rect, theme.window,
            focused ? theme.accent : theme.hairline, focused ? 2 : 1);
    }
    case PE_IndicatorRadioButton:
        return drawRadioButton(painter, option, theme);
    case PE_PanelButtonCommand:
        return drawButton(painter, option, theme);
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken))
            roundedPanel(painter, option->rect, theme.hover, {});
        if (showsFocus(option))
            roundedPanel(painter, option->rect, {}, theme.accent, 2);
        return;
    case PE_FrameFocusRect:
        return roundedPanel(painter, option->rect, {}, theme.accent, 2);
    case PE_IndicatorCheckBox:
        return drawCheckBox(painter, option, theme);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, Theme::from(option->palette).hairline);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        const Theme theme = Theme::from(option->palette);
        painter->fillRect(option->rect, theme.sidebar);
        painter->fillRect(
            QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), theme.hairline);
        return;
    }
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button && isPrimary(button)) {
        QStyleOptionButton primary(*button);
        primary.palette.setColor(QPalette::ButtonText, Theme::from(option->palette).onAccent);
        return QProxyStyle::drawControl(element, &primary, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox)
        return drawChoice(painter, option, Theme::from(option->palette));
    if (control != CC_ScrollBar)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    drawScrollBar(painter, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget),
        option, Theme::from(option->palette));
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect,
            option->rect.adjusted(metrics::unit, 0, -unfoldMark - 2 * metrics::unit, 0));
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // No arrows: the groove is the whole bar.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 span = qint64(bar->maximum) - bar->minimum + bar->pageStep;
    const int thumb = span > 0 ? std::clamp(static_cast<int>(qint64(bar->pageStep) * length / span),
                                     std::min(32, length), length)
                               : length;
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = upright ? QRect(0, from, bar->rect.width(), size)
                                   : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return piece(0, length);
    case SC_ScrollBarSlider:
        return piece(start, thumb);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        return {std::max(size.width() + 32, 80), std::max(result.height(), controlHeight)};
    if (type == CT_ComboBox)
        return {std::max(result.width(), size.width() + unfoldMark + 4 * metrics::unit),
            std::max(result.height(), controlHeight)};
    if (type == CT_LineEdit)
        return {result.width() + 12, std::max(result.height(), controlHeight)};
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? metrics::unit
                                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin:
        return rows::margin; // as of the rows below
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::unit;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* result) const
{
    if (m_reducesMotion && hint == SH_Widget_Animation_Duration)
        return 0;
    if (hint == SH_ScrollBar_Transient || hint == SH_EtchDisabledText
        || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

} // namespace skein
