// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/Terminal.h"

namespace skein {

void sayInTerminal(const QString& words, std::FILE* stream)
{
    std::fputs(qPrintable(words), stream);
}

} // namespace skein
