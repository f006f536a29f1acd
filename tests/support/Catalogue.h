// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file of translations (.ts) as a table, and what is wrong with it. For tst_Translations. Pure.

#include <QMap>
#include <QStringList>

#include <compare>

namespace skein {

struct CatalogueKey {
    QString context;
    QString source;
    QString comment;

    std::strong_ordering operator<=>(const CatalogueKey&) const = default;
};

struct CatalogueEntry {
    bool hasPlural = false; ///< of that many forms as are in `forms`
    bool isFinished = false;
    QStringList forms;
};

class Catalogue {
public:
    [[nodiscard]] static Catalogue fromXml(const QByteArray& xml);

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    /// One sentence for each thing that is wrong, with the string's name; `now`: what the sources
    /// say, as extracted afresh.
    [[nodiscard]] QStringList faults(const Catalogue& now) const;

private:
    QMap<CatalogueKey, CatalogueEntry> m_entries;
};

} // namespace skein
