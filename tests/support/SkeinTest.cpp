// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"

#include <map>
#include <string>

namespace skein {

namespace {

std::map<std::string, TestEntry::Run>& entries()
{
    static std::map<std::string, TestEntry::Run> all; // before any entry, in whatever file
    return all;
}

} // namespace

TestEntry::TestEntry(const char* name, Run run) { entries().emplace(name, run); }

TestEntry::Run TestEntry::find(const char* name)
{
    const auto found = entries().find(name);
    return found == entries().end() ? nullptr : found->second;
}

} // namespace skein
