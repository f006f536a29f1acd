// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen reader says by itself, wherever its reader is: that a message arrived, that
// something failed. Shows nothing. Main thread.

#include <QString>

class QWidget;

namespace skein {

/// `by`: the widget that tells it, in whose window it is said.
void announce(QWidget& by, const QString& words);

} // namespace skein
