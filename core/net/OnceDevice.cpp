// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/OnceDevice.h"

#include <algorithm>

namespace skein {

OnceDevice::OnceDevice(const QByteArray& bytes, QObject* parent) : QIODevice(parent), m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceDevice::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OnceDevice::readData(char* data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_read);
    if (size == 0 && maxSize > 0)
        return -1; // the end, not "nothing yet"
    std::copy_n(m_bytes.cbegin() + m_read, size, data);
    m_read += size;
    return size;
}

} // namespace skein
