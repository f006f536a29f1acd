// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Autostart: Windows, by the person's own list of programs to run.

#include "app/platform/AutostartTexts.h"

#include <QDir>
#include <QSettings>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

class RunKey final : public Autostart {
public:
    explicit RunKey(const AutostartEntry& entry) : m_entry(entry)
    {
        m_entry.program = QDir::toNativeSeparators(entry.program);
    }
    [[nodiscard]] bool isOn() const override { return m_list.contains(m_entry.id); }
    void set(bool on) override
    {
        if (on)
            m_list.setValue(m_entry.id, windowsCommand(m_entry));
        else
            m_list.remove(m_entry.id);
    }

private:
    AutostartEntry m_entry;
    QSettings m_list{u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s,
        QSettings::NativeFormat};
};

} // namespace

std::unique_ptr<Autostart> makeAutostart(const AutostartEntry& entry)
{
    return std::make_unique<RunKey>(entry);
}

} // namespace skein
