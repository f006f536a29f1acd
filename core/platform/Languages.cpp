// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Languages.h"

#include "core/platform/SettingsTable.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

const QString english = u"en"_s;

bool isSpoken(const QString& language)
{
    const QList<SettingOption>& spoken = settingRow(setting::language.name)->options;
    return !language.isEmpty()
        && std::ranges::find(spoken, language, &SettingOption::value) != spoken.end();
}

} // namespace

Languages::Languages() = default;

Languages::~Languages()
{
    clear();
    QLocale::setDefault(m_before);
}

void Languages::speak(const QString& chosen, const QLocale& system)
{
    clear();
    const QString language = languageFor(chosen, system.uiLanguages());
    QLocale::setDefault(localeFor(language, system));
    add(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(u"skein_"_s + english, u":/i18n"_s);
    if (language != english)
        add(u"skein_"_s + language, u":/i18n"_s);
}

QString Languages::languageFor(const QString& chosen, const QStringList& wanted)
{
    if (isSpoken(chosen))
        return chosen;
    for (const QString& each : wanted) {
        if (const QString language = each.section(u'-', 0, 0); isSpoken(language))
            return language;
    }
    return english;
}

QLocale Languages::localeFor(const QString& language, const QLocale& system)
{
    const QLocale spoken(language);
    const bool isPlain = system.language() == QLocale::C && language == english;
    return isPlain || system.language() == spoken.language()
        ? system
        : QLocale(spoken.language(), system.territory());
}

void Languages::add(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    // Qt's words may be missing, as on a computer without its translations.
    if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

void Languages::clear()
{
    for (const auto& each : m_translators)
        QCoreApplication::removeTranslator(each.get());
    m_translators.clear();
}

} // namespace skein
