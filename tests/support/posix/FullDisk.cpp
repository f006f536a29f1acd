// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FullDisk.h"

#include <csignal>
#include <sys/resource.h>

namespace skein {

namespace {

void limitFiles(bool isFull)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = isFull ? 0 : limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

FullDisk::FullDisk()
{
    std::signal(SIGXFSZ, SIG_IGN); // refused, not killed
    limitFiles(true);
}

FullDisk::~FullDisk() { limitFiles(false); }

} // namespace skein
