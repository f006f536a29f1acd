// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/SearchSources.h"

#include "core/models/ChatListModel.h"
#include "core/models/PeopleListModel.h"
#include "ui/keys/Commands.h"
#include "ui/theme/FoldedText.h"

#include <algorithm>

namespace skein {

namespace {

constexpr qsizetype mostFound = 6; ///< of a kind

bool holdsAll(const QString& text, const QStringList& words)
{
    const QString hay = folded(text);
    return std::ranges::all_of(words, [&](const QString& word) { return hay.contains(word); });
}

} // namespace

QList<Found> findTopics(const ChatListModel& chats, const QStringList& words,
    const std::function<void(const ConversationId&)>& open)
{
    QList<Found> found;
    for (const Conversation& topic : chats.topics()) {
        if (found.size() == mostFound)
            break;
        const Conversation* group = chats.known(topic.id.parent());
        if (holdsAll(topic.title, words))
            found.append({topic.title, group ? group->title : QString(),
                [open, id = topic.id] { open(id); }});
    }
    return found;
}

QList<Found> findPeople(const PeopleListModel& people, const ChatListModel& chats, const UserId& me,
    const QStringList& words, const std::function<void(const Person&)>& write)
{
    QList<Found> found;
    for (int row = 0; row < people.rowCount() && found.size() < mostFound; ++row) {
        const Person& person = people.people().at(row).person;
        if (holdsAll(person.name, words) && chats.rowOf(ConversationId::direct(me, person.id)) < 0)
            found.append(
                {person.name, people.index(row).data(PeopleListModel::RemarkRole).toString(),
                    [write, person] { write(person); }});
    }
    return found;
}

QList<Found> findCommands(Commands& commands, const QStringList& words)
{
    QList<Found> found;
    for (const CommandRow& row : commandTable()) {
        if (found.size() == mostFound)
            break;
        if (!commands.isAvailable(row.command) || !holdsAll(commandTitle(row.command), words))
            continue;
        found.append({commandTitle(row.command),
            commands.keys(row.command).toString(QKeySequence::NativeText),
            [&commands, command = row.command] { commands.give(command); }});
    }
    return found;
}

} // namespace skein
