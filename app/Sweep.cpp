// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Sweep.h"

#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr qreal leastContrast = 4.5; // WCAG 2, level AA

QString called(const QWidget& widget)
{
    return QString::fromLatin1(widget.metaObject()->className())
        + (widget.accessibleName().isEmpty() ? QString()
                                             : u" \""_s + widget.accessibleName() + u'"');
}

/// What a person can act on or read values from, and would have to know the meaning of.
bool needsName(const QAccessibleInterface& control)
{
    switch (control.role()) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::Link:
    case QAccessible::List:
    case QAccessible::MenuItem:
    case QAccessible::RadioButton:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::Tree:
        return true;
    default:
        return control.state().focusable && !control.state().focused && control.childCount() == 0;
    }
}

/// Parts of a control of Qt's, which is named as a whole.
bool isInner(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return widget.objectName().startsWith("qt_"_L1)
        || (parent
            && (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QLineEdit*>(parent)));
}

bool showsWords(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return !label->text().simplified().isEmpty();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return !button->text().isEmpty() && button->icon().isNull();
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
        return !field->text().isEmpty();
    return false;
}

/// Of what was painted there: the most frequent colour is the ground, the one that stands out most
/// is the ink, for the edges of letters are blended.
qreal paintedContrast(const QImage& picture, const QRect& place)
{
    QHash<QRgb, int> counts;
    const QRect inside = place.intersected(picture.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        const QRgb* const end = line + inside.right() + 1;
        // Most neighbours are alike.
        for (const QRgb* from = line + inside.left(); from != end;) {
            const QRgb* to = std::find_if(from, end, [=](QRgb each) { return each != *from; });
            counts[*from] += int(to - from);
            from = to;
        }
    }
    if (counts.isEmpty())
        return 0;
    const auto ground = std::max_element(counts.cbegin(), counts.cend());
    qreal most = 0;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        most = std::max(most, contrastRatio(QColor(ground.key()), QColor(each.key())));
    return most;
}

/// Something else lies over it, as the viewer does over the chats.
bool isCovered(const QWidget& widget, const QWidget& window)
{
    const QWidget* hit = window.childAt(widget.mapTo(&window, widget.rect().center()));
    return hit && hit != &widget && !widget.isAncestorOf(hit) && !hit->isAncestorOf(&widget);
}

QString nameFault(QWidget& widget)
{
    const QAccessibleInterface* control = QAccessible::queryAccessibleInterface(&widget);
    if (!control || control->state().invisible || !needsName(*control) || isInner(widget))
        return {};
    if (!control->text(QAccessible::Name).simplified().isEmpty())
        return {};
    return u"%1 has no name"_s.arg(called(widget));
}

QString contrastFault(const QWidget& widget, const QPoint& at, const QImage& picture)
{
    // What cannot be used now may be faint (WCAG 2, 1.4.3).
    if (!widget.isEnabled() || !showsWords(widget))
        return {};
    const qreal scale = picture.devicePixelRatio();
    const QRect place(at * scale, widget.size() * scale);
    // Half scrolled out of sight: letters may be cut away.
    if (widget.visibleRegion().boundingRect() != widget.rect())
        return {};
    const qreal contrast = paintedContrast(picture, place);
    if (contrast >= leastContrast)
        return {};
    return u"%1 has a contrast of %2 only"_s.arg(called(widget)).arg(contrast, 0, 'f', 1);
}

} // namespace

QStringList faultsOf(QWidget& window, const QImage& picture)
{
    QStringList faults;
    const QList<QWidget*> inside = window.findChildren<QWidget*>();
    for (QWidget* widget : inside) {
        if (!widget->isVisibleTo(&window) || widget->window() != window.window()
            || isCovered(*widget, window))
            continue;
        faults.append(nameFault(*widget));
        faults.append(contrastFault(*widget, widget->mapTo(&window, QPoint()), picture));
    }
    faults.removeAll(QString());
    faults.removeDuplicates();
    return faults;
}

} // namespace skein
