// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program of a folder's tests: FOLDER_tests tst_Class [QtTest's arguments].

#include "core/platform/Languages.h"
#include "tests/support/SkeinTest.h"

#ifdef SKEIN_TESTS_WITH_SCREEN
#include <QApplication>
using Application = QApplication;
#else
#include "tests/support/QtThreads.h"
using Application = skein::WatchedApplication;
#endif

#include <cstdio>

int main(int argc, char* argv[])
{
    const auto run = argc > 1 ? skein::TestEntry::find(argv[1]) : nullptr;
    if (!run) {
        std::fputs("The first argument must be the name of a test class.\n", stderr);
        return 2;
    }
    argv[1] = argv[0];
    --argc;
    ++argv;
    Application application(argc, argv);
    skein::Languages languages;
    languages.speak(QStringLiteral("en"), QLocale::c()); // whatever the computer speaks
    return run(argc, argv);
}
