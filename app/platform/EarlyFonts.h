// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looking for the computer's fonts while the window is built, where that takes longer than building
// it. Main thread.

class QThreadPool;

namespace skein {

/// Returns at once. `background` is done before the application lets go of its fonts.
void findFonts(QThreadPool& background);

} // namespace skein
