// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// One of the options, where there are any.
bool isAllowed(const SettingRow& row, const QVariant& value)
{
    const auto isIt = [&](const SettingOption& option) { return option.value == value.toString(); };
    return row.options.isEmpty() || std::ranges::any_of(row.options, isIt);
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_store(file, QSettings::IniFormat)
{
    for (const auto& earlier : {"account/name"_L1, "account/avatar"_L1}) {
        if (m_store.contains(earlier))
            m_store.remove(earlier); // the first Skein wrote them here
    }
}

QVariant Settings::read(QAnyStringView name) const
{
    const SettingRow* row = settingRow(name);
    Q_ASSERT(row);
    QVariant value = m_store.value(row->name);
    if (!value.isValid() || !value.convert(row->fallback.metaType()) || !isAllowed(*row, value))
        return row->fallback;
    return value;
}

void Settings::write(QAnyStringView name, const QVariant& value)
{
    const SettingRow* row = settingRow(name);
    Q_ASSERT(row && value.metaType() == row->fallback.metaType());
    if (read(name) == value)
        return;
    m_store.setValue(row->name, value);
    emit changed(row->name);
}

} // namespace skein
