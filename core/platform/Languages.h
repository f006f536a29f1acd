// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The languages that Skein speaks, and the one at work: its words (translations/), Qt's own where
// they are installed, and how dates and numbers look. English counts well under all of them. Made
// before the first window; when it goes, all is as it was. Main thread.

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace skein {

class Languages {
public:
    Languages();
    ~Languages();
    Q_DISABLE_COPY_MOVE(Languages)

    /// `chosen`: a language of the table of settings, or "" for the system's.
    void speak(const QString& chosen, const QLocale& system = QLocale::system());

    /// The first of what the system's user reads that Skein speaks; English where it speaks none.
    [[nodiscard]] static QString languageFor(const QString& chosen, const QStringList& wanted);
    /// Dates and numbers as they are written in that language, in the system's country.
    [[nodiscard]] static QLocale localeFor(const QString& language, const QLocale& system);

private:
    void add(const QString& name, const QString& folder);
    void clear();

    const QLocale m_before;
    std::vector<std::unique_ptr<QTranslator>> m_translators; ///< the last one is asked first
};

} // namespace skein
