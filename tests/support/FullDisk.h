// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// While one lives, this process cannot write to any file, as if the disk were full: each write is
// refused, whoever the person is. Reading, sockets and pipes go on. CMakeLists.txt chooses which
// file does it. Main thread.

namespace skein {

class FullDisk {
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
};

} // namespace skein
