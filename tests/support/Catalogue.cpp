// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catalogue.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {
namespace {

constexpr qsizetype pluralForms = 2; // of English and of Spanish

// What stands for something else, sorted: %1, %n, the & before a menu's letter.
QStringList placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(u"%L?[0-9n]+|&(?=\\w)"_s);
    QStringList all;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        all.append(match.next().captured());
    all.sort();
    return all;
}

// How it ends matters where sentences are put together, and "…" says that a dialog follows.
QString endOf(const QString& text)
{
    static const QString telling = u" \n…:"_s;
    return !text.isEmpty() && telling.contains(text.back()) ? text.last(1) : QString();
}

QString faultOfForm(const QString& source, const QString& form)
{
    if (form.isEmpty())
        return u"is not translated"_s;
    if (placeholdersOf(form) != placeholdersOf(source))
        return u"has other placeholders in \"%1\""_s.arg(form);
    if (endOf(form) != endOf(source))
        return u"ends otherwise in \"%1\""_s.arg(form);
    return {};
}

QString faultOf(const CatalogueKey& key, const CatalogueEntry& entry)
{
    if (!entry.isFinished)
        return u"is not finished"_s;
    if (entry.hasPlural && entry.forms.size() != pluralForms)
        return u"has %1 forms"_s.arg(entry.forms.size());
    for (const QString& form : entry.forms) {
        if (const QString fault = faultOfForm(key.source, form); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString named(const CatalogueKey& key, const QString& fault)
{
    return u"%1: \"%2\" %3"_s.arg(key.context, key.source, fault);
}

// What lupdate makes of an escape that runs into the next letters is no longer what is said.
bool isReadable(const QString& text)
{
    return std::ranges::all_of(text,
        [](QChar c) { return c == u'\n' || (c.isPrint() && (c.script() <= QChar::Script_Latin)); });
}

} // namespace

Catalogue Catalogue::fromXml(const QByteArray& xml)
{
    Catalogue all;
    QXmlStreamReader reader(xml);
    CatalogueKey key;
    CatalogueEntry entry;
    while (!reader.atEnd()) {
        reader.readNext();
        const QStringView name = reader.name();
        if (reader.isEndElement() && name == u"message")
            all.m_entries.insert(key, entry);
        if (!reader.isStartElement())
            continue;
        if (name == u"name") {
            key.context = reader.readElementText();
        } else if (name == u"message") {
            key = {key.context, {}, {}};
            entry = {reader.attributes().value(u"numerus"_s) == u"yes", false, {}};
        } else if (name == u"source") {
            key.source = reader.readElementText();
        } else if (name == u"comment") {
            key.comment = reader.readElementText();
        } else if (name == u"translation") {
            entry.isFinished = !reader.attributes().hasAttribute(u"type"_s);
            if (!entry.hasPlural)
                entry.forms = {reader.readElementText()};
        } else if (name == u"numerusform") {
            entry.forms.append(reader.readElementText());
        }
    }
    return reader.hasError() ? Catalogue{} : all;
}

QStringList Catalogue::faults(const Catalogue& now) const
{
    QStringList faults;
    for (const auto& [key, entry] : now.m_entries.asKeyValueRange()) {
        if (!m_entries.contains(key))
            faults.append(named(key, u"is missing"_s));
        if (!isReadable(key.source))
            faults.append(named(key, u"is not extracted as it is written"_s));
    }
    for (const auto& [key, entry] : m_entries.asKeyValueRange()) {
        const bool isSaid
            = now.m_entries.contains(key) && now.m_entries.value(key).hasPlural == entry.hasPlural;
        const QString fault = isSaid ? faultOf(key, entry) : u"is no longer said so"_s;
        if (!fault.isEmpty())
            faults.append(named(key, fault));
    }
    return faults;
}

} // namespace skein
