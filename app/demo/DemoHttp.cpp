// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoHttp.h"

namespace skein {

std::optional<QString> DemoRequest::parameter(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

void DemoRequest::setParameter(const QString& name, const QString& value)
{
    dropParameter(name);
    query.append({name, value});
}

void DemoRequest::dropParameter(QStringView name)
{
    query.removeIf([name](const auto& pair) { return pair.first == name; });
}

QString DemoRequest::header(QStringView name) const
{
    for (const auto& [key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace skein
