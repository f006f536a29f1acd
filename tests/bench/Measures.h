// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the benchmark measures, each in a process of its own. Figures are ratios to a limit of the
// same run, or counts. Main thread.

#include "tests/bench/BenchHistory.h"
#include "tests/bench/Figure.h"

#include <QList>

namespace skein::bench {

/// Where things lie.
struct Place {
    QString profile; ///< with the history of a life; written before anything is measured
    QString program; ///< skein
    QString self; ///< this program, for the bare window
    Size size;
};

using Figures = QList<Figure>;

[[nodiscard]] Figures measureStart(const Place& place);
[[nodiscard]] Figures measureMemory(const Place& place);
[[nodiscard]] Figures measureOpening(const Place& place);
[[nodiscard]] Figures measureScrolling(const Place& place);
[[nodiscard]] Figures measureStalls(const Place& place);
[[nodiscard]] Figures measureTyping(const Place& place);
[[nodiscard]] Figures measurePage(const Place& place);
[[nodiscard]] Figures measureIngest(const Place& place);
[[nodiscard]] Figures measurePolling(const Place& place);
[[nodiscard]] Figures measureIdle(const Place& place);

/// A bare QMainWindow of the same size: says when it is painted and what it takes, and ends.
int runBareWindow();

/// Resident memory of this process in MiB.
[[nodiscard]] double residentMemory();

} // namespace skein::bench
