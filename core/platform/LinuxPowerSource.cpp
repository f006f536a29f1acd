// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/LinuxPowerSource.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QByteArray factOf(const QString& supply, const QString& name)
{
    QFile file(supply + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
}

bool drain(const QString& folder)
{
    bool drains = false;
    const auto supplies = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& entry : supplies) {
        const QString supply = entry.filePath();
        if (factOf(supply, u"scope"_s) == "Device")
            continue; // a mouse's or headset's own
        if (factOf(supply, u"type"_s) != "Battery") {
            if (factOf(supply, u"online"_s) == "1")
                return false;
        } else if (factOf(supply, u"status"_s) == "Discharging") {
            drains = true;
        }
    }
    return drains;
}

} // namespace

/// Where the kernel is another there is no such folder, which is mains.
std::unique_ptr<PowerSource> makePowerSource() { return std::make_unique<LinuxPowerSource>(); }

bool LinuxPowerSource::isOnBattery() const
{
    read();
    return m_drains;
}

void LinuxPowerSource::read() const
{
    if (m_isReading.exchange(true))
        return; // a driver that hangs holds up one thread
    m_reader.start([this] {
        m_drains = drain(m_folder);
        m_isReading = false;
    });
}

} // namespace skein
