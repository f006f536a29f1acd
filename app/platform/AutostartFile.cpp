// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/AutostartFile.h"

#include "core/base/Logging.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace skein {

AutostartFile::AutostartFile(
    QString path, QByteArray text, std::function<bool(const QByteArray&)> counts)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_counts(std::move(counts))
{
}

bool AutostartFile::isOn() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) && m_counts(file.readAll());
}

void AutostartFile::set(bool on)
{
    if (!on) {
        QFile::remove(m_path);
        return;
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(m_text) == m_text.size() && file.commit();
    if (!isWritten)
        qCWarning(logApp) << "the start at login could not be written down";
}

} // namespace skein
