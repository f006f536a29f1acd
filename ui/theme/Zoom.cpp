// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Zoom.h"

#include "core/platform/Settings.h"
#include "ui/theme/Theme.h"

#include <QApplication>

namespace skein {

Zoom::Zoom(Settings& settings, QObject* parent) : QObject(parent), m_usual(QApplication::font())
{
    const auto apply = [this, &settings] {
        const qreal factor = settings.value(setting::zoom) / 100.0;
        QApplication::setFont(scaledFont(m_usual, factor, m_usual.weight()));
    };
    settings.onChange(setting::zoom, this, apply);
    if (settings.value(setting::zoom) != 100)
        apply();
}

Zoom::~Zoom() { QApplication::setFont(m_usual); }

} // namespace skein
