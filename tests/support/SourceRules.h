// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The house rules that a program can check, applied to source text: which room may include which,
// what each file opens with, what nobody calls. Reads text by patterns, understands no C++. Pure.

#include <QList>
#include <QString>

namespace skein {

struct SourceFile {
    QString path; ///< from the root, with slashes: "core/base/Clock.h"
    QString text;
};

struct Breach {
    QString path;
    int line = 0; ///< from 1
    QString rule;

    bool operator==(const Breach&) const = default;
};

struct SourceRule {
    const char* name;
    QList<Breach> (*check)(const QList<SourceFile>& tree);
};

/// Every rule, by name.
[[nodiscard]] const QList<SourceRule>& sourceRules();

/// The C++, Python and CMake sources of app, core, ui, tests and packaging under `root`.
[[nodiscard]] QList<SourceFile> readSources(const QString& root);

/// The text with comments and literals blanked; lines keep their numbers.
[[nodiscard]] QString codeOnly(const QString& text);
/// The text with literals blanked, comments kept.
[[nodiscard]] QString withoutLiterals(const QString& text);

} // namespace skein
