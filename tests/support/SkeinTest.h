// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All tests of a folder are one program, which builds in half the time of many: SKEIN_TEST makes a
// class one of them, and the program runs the one that its first argument names. Each class still
// has a process of its own under ctest.

#include <QTest>

namespace skein {

struct TestEntry {
    using Run = int (*)(int argc, char** argv);
    TestEntry(const char* name, Run run);
    /// Null when there is no test of that name.
    [[nodiscard]] static Run find(const char* name);
};

} // namespace skein

#define SKEIN_TEST(Class)                                                                          \
    static const skein::TestEntry entryOf##Class(#Class, [](int argc, char** argv) {               \
        Class test;                                                                                \
        return QTest::qExec(&test, argc, argv);                                                    \
    });
