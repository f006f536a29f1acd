// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/SyncSection.h"

#include "core/base/TimeOfDay.h"
#include "core/base/WhenDone.h"
#include "core/models/ReachModel.h"
#include "core/sync/SyncStatus.h"
#include "ui/ErrorWords.h"
#include "ui/theme/LineDelegate.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

using namespace std::chrono_literals;

namespace skein {

SyncSection::SyncSection(Ask ask, Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_ask(std::move(ask))
    , m_clock(clock)
    , m_model(new ReachModel(locale(), this))
    , m_copy(new QPushButton(tr("Copy diagnostics"), this))
    , m_again(clock.timer([this] { look(); }))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * metrics::unit);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * metrics::unit);
    form->setVerticalSpacing(metrics::unit);
    form->setLabelAlignment(Qt::AlignLeading);
    m_queue = addRow(*form, tr("Waiting to be sent"));
    m_nextLook = addRow(*form, tr("Next look"));
    m_trouble = addRow(*form, tr("Last trouble"));
    m_requests = addRow(*form, tr("Requests in the last minute"));
    m_disk = addRow(*form, tr("On this computer"));
    column->addLayout(form);

    auto* table = new QTreeView(this);
    table->setAccessibleName(tr("How far back conversations are complete"));
    table->setModel(m_model);
    table->setItemDelegate(new LineDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setMinimumHeight(160);
    table->header()->setStretchLastSection(true);
    table->header()->resizeSection(ReachModel::Name, 168);
    table->header()->resizeSection(ReachModel::CompleteBackTo, 144);
    column->addWidget(table, 1);

    m_copy->setAccessibleDescription(
        tr("Kinds and counts only: no names and no words of messages"));
    m_copy->setToolTip(m_copy->accessibleDescription());
    m_copy->setAutoDefault(false);
    m_copy->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this, &SyncSection::copy);
    column->addWidget(m_copy, 0, Qt::AlignLeading);
}

QLabel* SyncSection::addRow(QFormLayout& form, const QString& title)
{
    auto* name = plainLabel(this);
    name->setText(title);
    auto* value = plainLabel(this);
    value->setAccessibleName(title);
    name->setBuddy(value);
    form.addRow(name, value);
    return value;
}

void SyncSection::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
}

void SyncSection::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again->stop();
}

void SyncSection::look()
{
    whenDone(this, m_ask(), [this](const Result<SyncReport>& report) {
        if (report)
            take(*report);
        else
            sayUnreadable();
        if (isVisible())
            m_again->start(2s);
    });
}

void SyncSection::take(const SyncReport& report)
{
    m_report = report;
    const auto now = m_clock.now();
    const QString waiting = report.waiting > 0 ? locale().toString(report.waiting) : tr("nothing");
    m_queue->setText(
        report.failed > 0 ? tr("%1; failed: %2").arg(waiting).arg(report.failed) : waiting);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(report.nextLook - now);
    m_nextLook->setText(report.nextLook.count() == 0 ? tr("none planned")
            : wait.count() > 0                       ? tr("in %1 s").arg(wait.count())
                                                     : tr("now"));
    const QTime at = QDateTime::fromMSecsSinceEpoch(report.lastTroubleAt.count()).time();
    m_trouble->setText(report.lastTrouble ? timeOfDay(at, locale()) + QStringLiteral(": ")
                + errorWords({*report.lastTrouble, 0, {}, {}})
                                          : tr("none since Skein was started"));
    m_requests->setText(
        tr("%1 of at most %2").arg(report.requestsLastMinute).arg(report.requestsPerMinute));
    m_disk->setText(locale().formattedDataSize(report.bytesOnDisk));
    m_model->show(report.conversations);
    m_copy->setEnabled(true);
}

void SyncSection::sayUnreadable()
{
    m_queue->setText(tr("cannot be read: %1").arg(errorWords({ErrorKind::Storage, 0, {}, {}})));
}

void SyncSection::copy()
{
    QGuiApplication::clipboard()->setText(diagnostics(m_report, m_clock.now()));
    m_copy->setText(tr("Copied"));
}

} // namespace skein
