// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the store's classes throw among themselves; StoreThread turns it into a Result. Plain data.

#include "core/store/StorageTrouble.h"

#include <QString>

#include <stdexcept>

namespace skein {

class StorageError : public std::runtime_error {
public:
    explicit StorageError(const std::string& what, StorageTrouble trouble = StorageTrouble::None)
        : std::runtime_error(what)
        , m_trouble(trouble)
    {
    }
    /// None: only this statement was refused.
    [[nodiscard]] StorageTrouble trouble() const { return m_trouble; }

private:
    StorageTrouble m_trouble;
};

/// The file itself is broken: no database (any more), damaged inside, or not what any Skein has
/// made. Everything else that may go wrong (no space, no right, somebody's lock) is no reason to
/// part with it.
class DamagedError : public StorageError {
public:
    /// `file`: which one, where SQLite itself finds nothing wrong with it.
    explicit DamagedError(const std::string& what, QString file = {})
        : StorageError(what, StorageTrouble::Damaged)
        , m_file(std::move(file))
    {
    }
    [[nodiscard]] const QString& file() const { return m_file; }

private:
    QString m_file;
};

} // namespace skein
