// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What fuzzers need that open files or wait for futures: an application, a folder of their own in
// memory, and silence about what they expect to go wrong.

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace skein {

class FuzzProgram {
public:
    FuzzProgram()
        : m_application(m_count, m_words)
        , m_folder(QDir(QStringLiteral("/dev/shm")).exists()
                  ? QStringLiteral("/dev/shm/skein-fuzz-XXXXXX")
                  : QDir::tempPath() + QStringLiteral("/skein-fuzz-XXXXXX"))
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Nothing of the last run is left.
    void clearFolder() const
    {
        const QDir folder(m_folder.path());
        const QStringList files = folder.entryList(QDir::Files);
        for (const QString& file : files)
            QFile::remove(folder.filePath(file));
    }

private:
    char m_name[5] = "fuzz";
    char* m_words[2] = {m_name, nullptr};
    int m_count = 1;
    QCoreApplication m_application;
    QTemporaryDir m_folder;
};

} // namespace skein
