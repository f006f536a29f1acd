// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the service told about files, polls and events, by their ids. Store's thread.

#include "core/store/Database.h"
#include "core/types/Cards.h"

#include <QJsonObject>

#include <optional>

namespace skein {

enum class CardKind { File = 1, Poll, Event }; // stored: values stay
[[nodiscard]] inline size_t qHash(CardKind kind, size_t seed = 0)
{
    return ::qHash(static_cast<int>(kind), seed);
}

class CardStore {
public:
    explicit CardStore(Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<FileFacts> file(const QString& id) const;
    [[nodiscard]] std::optional<Poll> poll(const QString& id) const;
    [[nodiscard]] std::optional<CalendarEvent> event(const QString& id) const;

    void put(const FileFacts& file);
    void put(const Poll& poll);
    void put(const CalendarEvent& event);

private:
    [[nodiscard]] std::optional<QJsonObject> content(CardKind kind, const QString& id) const;
    void write(CardKind kind, const QString& id, const QJsonObject& content);

    Database& m_database;
};

} // namespace skein
