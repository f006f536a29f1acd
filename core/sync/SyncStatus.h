// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the synchronization goes, gathered from those who know, for the person and for a report of a
// defect. Remembers the last trouble of this run; decides nothing. Main thread.

#include "core/base/Clock.h"
#include "core/store/AccountStore.h"
#include "core/types/SyncReport.h"

#include <QObject>
#include <QThreadPool>

namespace skein {

class RateBudget;
class SyncEngine;

class SyncStatus : public QObject {
    Q_OBJECT
public:
    /// `folder`: where all of the account lies.
    SyncStatus(AccountStore& store, const SyncEngine& sync, const RateBudget& budget,
        const Clock& clock, const QString& folder, QObject* parent = nullptr);

    /// What holds now. Errors: Storage.
    [[nodiscard]] Async<SyncReport> report();
    /// How a call went; nullopt: well.
    void note(const std::optional<Error>& error);

private:
    AccountStore& m_store;
    const SyncEngine& m_sync;
    const RateBudget& m_budget;
    const Clock& m_clock;
    const QString m_folder;
    std::optional<ErrorKind> m_lastTrouble;
    std::chrono::milliseconds m_lastTroubleAt{0};
    QThreadPool m_thread; ///< walks the folder
};

/// The report for whoever looks for a defect, in English: kinds and counts, no name, no id, no word
/// of a message.
[[nodiscard]] QString diagnostics(const SyncReport& report, std::chrono::milliseconds now);

} // namespace skein
