// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/QuietForOnce.h"

#include "core/base/TimeOfDay.h"

namespace skein {

using namespace std::chrono_literals;

QuietForOnce::QuietForOnce(Settings& settings, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_end(clock.timer([this] { look(); }))
{
    settings.onChange(setting::quietUntil, this, [this] { look(); });
    look();
}

qint64 QuietForOnce::until() const
{
    const qint64 until = m_settings.value(setting::quietUntil);
    return until > m_clock.now() / 1s ? until : 0;
}

void QuietForOnce::setQuiet(bool isQuiet)
{
    m_settings.set(setting::quietUntil, qlonglong{isQuiet ? (m_clock.now() + 1h) / 1s : 0});
}

QString QuietForOnce::words() const
{
    if (!isQuiet())
        return {};
    const QTime end = localTime(m_clock).addSecs(until() - m_clock.now() / 1s).time();
    return tr("Quiet until %1").arg(timeOfDay(end, QLocale()));
}

void QuietForOnce::look()
{
    if (const qint64 end = until(); end > 0)
        m_end->start(std::chrono::seconds(end) - m_clock.now());
    else
        m_end->stop();
    emit changed();
}

} // namespace skein
