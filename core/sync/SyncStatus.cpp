// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/SyncStatus.h"

#include "core/base/Background.h"
#include "core/base/WhenDone.h"
#include "core/net/RateBudget.h"
#include "core/sync/SyncEngine.h"

#include <QDirIterator>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

Result<qint64> bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        bytes += files.nextFileInfo().size();
    return bytes;
}

/// In whole seconds.
QString lapse(std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    return QString::number(std::chrono::duration_cast<std::chrono::seconds>(to - from).count());
}

QString line(QLatin1StringView name, const QString& value)
{
    return name + u": "_s + value + u'\n';
}

} // namespace

SyncStatus::SyncStatus(AccountStore& store, const SyncEngine& sync, const RateBudget& budget,
    const Clock& clock, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_sync(sync)
    , m_budget(budget)
    , m_clock(clock)
    , m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
}

void SyncStatus::note(const std::optional<Error>& error)
{
    if (!error || error->kind == ErrorKind::Cancelled)
        return;
    m_lastTrouble = error->kind;
    m_lastTroubleAt = m_clock.now();
}

Async<SyncReport> SyncStatus::report()
{
    const auto read = m_store.read([](Stores& stores) {
        SyncReport report{.conversations = stores.reach.all()};
        const auto [waiting, failed] = stores.outbox.counts();
        report.waiting = waiting;
        report.failed = failed;
        return report;
    });
    return andThen(this, read, [this](SyncReport report) {
        report.lastTrouble = m_lastTrouble;
        report.lastTroubleAt = m_lastTroubleAt;
        report.nextLook = m_sync.nextLook();
        report.requestsLastMinute = m_budget.startedWithinMinute();
        report.requestsPerMinute = RateBudget::perMinute;
        return inBackground(m_thread, [folder = m_folder, report]() mutable -> Result<SyncReport> {
            report.bytesOnDisk = bytesIn(folder).value_or(0);
            return report;
        });
    });
}

QString diagnostics(const SyncReport& report, std::chrono::milliseconds now)
{
    const auto count = [&](ConversationId::Kind kind, auto holds) {
        return QString::number(std::ranges::count_if(report.conversations,
            [&](const ConversationReach& each) { return each.id.kind == kind && holds(each); }));
    };
    const auto kind = [&](ConversationId::Kind of) {
        return u"%1, complete %2, with gaps %3, behind %4"_s.arg(
            count(of, [](const auto&) { return true; }),
            count(of, [](const auto& each) { return each.reachesStart; }),
            count(of, [](const auto& each) { return each.gaps > 0; }),
            count(of, [](const auto& each) { return each.isBehind; }));
    };
    QString text = line("Skein"_L1, QStringLiteral(SKEIN_VERSION));
    text += line("Qt"_L1, QString::fromLatin1(qVersion()));
    text += line("System"_L1, QSysInfo::prettyProductName());
    text += line("Direct chats"_L1, kind(ConversationId::Kind::Direct));
    text += line("Groups"_L1, kind(ConversationId::Kind::Group));
    text += line("Topics"_L1, kind(ConversationId::Kind::Topic));
    text += line("Waiting to be sent"_L1, QString::number(report.waiting));
    text += line("Failed to be sent"_L1, QString::number(report.failed));
    text += line("Last trouble"_L1,
        report.lastTrouble
            ? u"kind %1, %2 s ago"_s.arg(QString::number(static_cast<int>(*report.lastTrouble)),
                  lapse(report.lastTroubleAt, now))
            : u"none"_s);
    text += line("Next look in s"_L1,
        report.nextLook.count() > 0 ? lapse(now, report.nextLook) : u"none planned"_s);
    text += line("Requests in the last minute"_L1,
        u"%1 of %2"_s.arg(report.requestsLastMinute).arg(report.requestsPerMinute));
    text += line("Bytes on disk"_L1, QString::number(report.bytesOnDisk));
    return text;
}

} // namespace skein
