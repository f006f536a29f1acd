// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds what may be clicked in a message: http, https and mailto addresses, nothing else. Text is
// never interpreted in any other way. Pure.

#include <QList>
#include <QStringView>
#include <QUrl>

namespace skein {

struct TextLink {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    QUrl url;
    bool operator==(const TextLink&) const = default;
};

/// In the order of the text, not overlapping. Addresses with a user name in them
/// ("https://bank.example@evil.example") are left as text: they are made to deceive.
[[nodiscard]] QList<TextLink> findLinks(QStringView text);

} // namespace skein
