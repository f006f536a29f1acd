// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the system starts Skein when the person signs in to the computer: what is true is what
// the system has been told, by Skein or by others. Main thread.

#include <QStringList>

#include <memory>

namespace skein {

class Autostart {
public:
    virtual ~Autostart() = default;
    [[nodiscard]] virtual bool isOn() const = 0;
    /// May fail: isOn() then says so.
    virtual void set(bool on) = 0;
};

/// What is started: this program with these arguments.
struct AutostartEntry {
    QString id; ///< one for each profile: "skein", "skein-1f2e3d4c"
    QString program;
    QStringList arguments;
};

/// This system's; CMakeLists.txt chooses which file answers.
[[nodiscard]] std::unique_ptr<Autostart> makeAutostart(const AutostartEntry& entry);

} // namespace skein
