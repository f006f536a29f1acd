// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/JumpHistory.h"

namespace skein {

void JumpHistory::push(const JumpOrigin& origin)
{
    if (!m_origins.isEmpty() && m_origins.last() == origin)
        return; // going there again from the same place is one way back
    m_origins.append(origin);
    if (m_origins.size() > most)
        m_origins.removeFirst();
}

std::optional<JumpOrigin> JumpHistory::pop()
{
    if (m_origins.isEmpty())
        return std::nullopt;
    return m_origins.takeLast();
}

} // namespace skein
