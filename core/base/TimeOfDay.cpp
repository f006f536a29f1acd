// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/TimeOfDay.h"

namespace skein {

using namespace Qt::StringLiterals;

QString timeOfDay(const QTime& time, const QLocale& locale)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    return locale.toString(time, format.remove(u":ss"_s)); // the C locale's has seconds
}

} // namespace skein
