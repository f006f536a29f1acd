// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The start at login as a file in a folder that the system reads (Linux, macOS). Main thread.

#include "app/platform/Autostart.h"

#include <functional>

namespace skein {

class AutostartFile final : public Autostart {
public:
    /// `text`: what is written to `path`. `counts`: whether what stands there starts the program.
    AutostartFile(QString path, QByteArray text, std::function<bool(const QByteArray&)> counts);

    [[nodiscard]] bool isOn() const override;
    void set(bool on) override;

private:
    const QString m_path;
    const QByteArray m_text;
    const std::function<bool(const QByteArray&)> m_counts;
};

} // namespace skein
