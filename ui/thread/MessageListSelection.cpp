// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's fifth part: several whole messages chosen at once, to be copied as a transcript.

#include "ui/thread/EmojiText.h"
#include "ui/thread/MessageList.h"

namespace skein {

using namespace Qt::StringLiterals;

std::pair<int, int> MessageList::chosenRows() const
{
    const int from = m_chosen.from.isEmpty() ? -1 : m_model.rowOfKey(m_chosen.from);
    const int to = m_chosen.from.isEmpty() ? -1 : m_model.rowOfKey(m_chosen.to);
    if (from < 0 || to < 0)
        return {-1, -2};
    return std::minmax(from, to);
}

bool MessageList::isChosen(int row) const
{
    const auto [first, last] = chosenRows();
    return row >= first && row <= last;
}

/// From where the choice began to `row`.
void MessageList::chooseTo(int from, int row)
{
    if (m_chosen.from.isEmpty())
        m_chosen.from = m_model.row(from).key;
    m_chosen.to = m_model.row(row).key;
    m_selection = {};
    viewport()->update();
}

void MessageList::chooseByKey(int step)
{
    const int from = currentRow() >= 0 ? currentRow() : m_geometry.lastVisible();
    if (from < 0)
        return;
    moveCurrent(step);
    if (currentRow() >= 0)
        chooseTo(from, currentRow());
}

void MessageList::chooseNothing()
{
    m_chosen = {};
    viewport()->update();
}

/// "Name (time): text" for each, with what they carry in words.
QString MessageList::transcript() const
{
    const auto [first, last] = chosenRows();
    QStringList lines;
    for (int row = std::max(first, 0); row <= last; ++row) {
        const ThreadRow& entry = m_model.row(row);
        const MessageLayout& layout = layoutOf(row);
        const QString when = layout.exactTime();
        QStringList said{wordedText(entry.message, m_source)};
        said += layout.partWords();
        said.removeAll(QString());
        if (entry.isHidden) {
            lines.append(tr("(%1): %2").arg(when, hiddenMessageWords()));
            continue;
        }
        if (entry.message.isDeleted())
            said = {tr("Message deleted")};
        lines.append(tr("%1 (%2): %3").arg(layout.senderName, when, said.join(u", "_s)));
    }
    return lines.join(u'\n');
}

} // namespace skein
