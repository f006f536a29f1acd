// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which seeds a test of random lives runs: its own few, or 1 to N when SKEIN_SEEDS=N asks for more.
// Any thread.

#include <QList>

namespace skein {

[[nodiscard]] inline QList<int> seedsToRun(const QList<int>& usual)
{
    const int wanted = qEnvironmentVariableIntValue("SKEIN_SEEDS");
    if (wanted <= 0)
        return usual;
    QList<int> seeds;
    for (int seed = 1; seed <= wanted; ++seed)
        seeds.append(seed);
    return seeds;
}

} // namespace skein
