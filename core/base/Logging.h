// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Log categories. What is logged never holds a token, a query, message text, names, phone numbers
// or e-mail (design.md 7): log kinds, counts and durations.

#include <QLoggingCategory>

namespace skein {

Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace skein
