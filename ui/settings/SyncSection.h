// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the synchronization goes: the queue, the last trouble, the next look, and how far back each
// conversation is complete. Follows what happens while it is seen; copies a report of kinds and
// counts, without a name, for whoever looks for a defect. Main thread.

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/types/SyncReport.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace skein {

class ReachModel;

class SyncSection : public QWidget {
    Q_OBJECT
public:
    using Ask = std::function<Async<SyncReport>()>;

    SyncSection(Ask ask, Clock& clock, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLabel* addRow(QFormLayout& form, const QString& title);
    void look();
    void take(const SyncReport& report);
    void sayUnreadable();
    void copy();

    const Ask m_ask;
    const Clock& m_clock;
    ReachModel* m_model;
    QLabel* m_queue = nullptr;
    QLabel* m_nextLook = nullptr;
    QLabel* m_trouble = nullptr;
    QLabel* m_requests = nullptr;
    QLabel* m_disk = nullptr;
    QPushButton* m_copy;
    SyncReport m_report;
    std::unique_ptr<Timer> m_again;
};

} // namespace skein
