// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Databases as every earlier Skein left them, as bytes, for the fuzzers of the store; and a look at
// everything that a store can be asked.

#include "core/store/AccountStore.h"
#include "tests/fuzz/Program.h"

#include <QSqlQuery>

namespace skein {

inline const UserId fuzzMe{QStringLiteral("1001")};

/// By schema version, from 1: [0] is the empty file. With `rows`, something in every table.
[[nodiscard]] QList<QByteArray> oldFiles(const FuzzProgram& program, bool rows);

/// Runs `work` on the file through SQLite alone, in one transaction; statements that fail are left
/// out.
void onFile(const QString& file, const std::function<void(QSqlQuery&)>& work);

void writeFile(const QString& file, const QByteArray& bytes);
[[nodiscard]] QByteArray readFile(const QString& file);

/// Asks for everything. Throws StorageError where the database does.
void readAll(Stores& stores);
/// Takes a message, a draft and a waiting message, and finds them again.
void useAll(Database& database, Stores& stores);

} // namespace skein
