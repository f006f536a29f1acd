// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/LogFile.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

struct Log {
    QMutex mutex;
    QFile file;
};

// As Qt's handler is: there is one for the process.
std::atomic<Log*> openLog = nullptr;

QLatin1StringView gravity(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    default:
        return "error"_L1;
    }
}

void writeToLog(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString line
        = u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
            gravity(type), QString::fromUtf8(context.category), message);
    Log* const log = openLog.load();
    const QMutexLocker lock(&log->mutex);
    log->file.write(line.toUtf8());
    log->file.flush(); // also of a process that is killed
}

} // namespace

bool logTo(const QString& file)
{
    auto made = std::make_unique<Log>();
    made->file.setFileName(file);
    if (!made->file.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    static const std::unique_ptr<Log> kept = std::move(made); // until the process ends
    openLog = kept.get();
    qInstallMessageHandler(writeToLog);
    return true;
}

} // namespace skein
