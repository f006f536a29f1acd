// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Ledger.h"

#include <algorithm>

namespace skein::soak {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostExamples = 20;

void note(Verdict& verdict, int& count, const QString& what)
{
    ++count;
    if (verdict.examples.size() < mostExamples)
        verdict.examples.append(what);
}

} // namespace

QString Ledger::begin(const QString& conversation)
{
    m_entries.append({conversation});
    return u"message %1"_s.arg(m_entries.size() - 1);
}

void Ledger::accept(const QString& text)
{
    const int number = numberOf(text);
    if (number < 0 || std::exchange(m_entries[number].accepted, true))
        return;
    ++m_accepted;
}

void Ledger::retry(const QString& text)
{
    if (const int number = numberOf(text); number >= 0)
        m_entries[number].retried = true;
}

int Ledger::numberOf(const QString& text) const
{
    bool isNumber = false;
    const int number = text.section(u' ', 1).toInt(&isNumber);
    const bool isOurs = isNumber && number >= 0 && number < m_entries.size()
        && text == u"message %1"_s.arg(number);
    return isOurs ? number : -1;
}

void Ledger::readConversation(const QString& conversation, const QStringList& texts,
    QHash<int, int>& copies, Verdict& verdict) const
{
    int latest = -1;
    for (const QString& text : texts) {
        const int number = numberOf(text);
        if (number < 0 || m_entries.at(number).conversation != conversation) {
            note(verdict, verdict.strange, u"strange in %1: %2"_s.arg(conversation, text));
            continue;
        }
        if (++copies[number] > 1)
            note(verdict, verdict.doubled, u"doubled in %1: %2"_s.arg(conversation, text));
        else if (number < latest && !m_entries.at(number).retried)
            note(verdict, verdict.outOfOrder, u"late in %1: %2"_s.arg(conversation, text));
        if (!m_entries.at(number).retried)
            latest = std::max(latest, number);
    }
}

Verdict Ledger::against(const QMap<QString, QStringList>& held) const
{
    Verdict verdict;
    QHash<int, int> copies;
    for (auto each = held.cbegin(); each != held.cend(); ++each)
        readConversation(each.key(), each.value(), copies, verdict);
    for (int number = 0; number < m_entries.size(); ++number) {
        const Entry& entry = m_entries.at(number);
        const bool arrived = copies.contains(number);
        if (entry.accepted)
            ++verdict.accepted;
        else
            ++verdict.uncertain;
        verdict.retried += entry.retried ? 1 : 0;
        if (!entry.accepted && arrived)
            ++verdict.uncertainArrived;
        if (entry.accepted && !arrived)
            note(verdict, verdict.lost,
                u"lost in %1: message %2"_s.arg(entry.conversation).arg(number));
    }
    return verdict;
}

} // namespace skein::soak
