// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks through a window for what some people could not use: controls that screen readers cannot
// name, and words that stand too faintly on their ground. Reads, changes nothing. Main thread.

#include <QImage>
#include <QStringList>

class QWidget;

namespace skein {

/// One sentence for each fault, none if all is well. `picture`: of the window as it is shown; the
/// larger its scale, the surer is what it tells of thin letters.
[[nodiscard]] QStringList faultsOf(QWidget& window, const QImage& picture);

} // namespace skein
