// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A thread model over an account's store in a temporary folder, with older pages from a history
// that the test makes up. The model stands under QAbstractItemModelTester, which ends a test that
// it fails. Main thread.

#include "core/models/MessageThreadModel.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/StoreFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace skein {

/// What a model said of its rows since the last look.
struct RowSignals {
    explicit RowSignals(QAbstractItemModel& model)
        : inserted(&model, &QAbstractItemModel::rowsInserted)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , moved(&model, &QAbstractItemModel::rowsMoved)
        , changed(&model, &QAbstractItemModel::dataChanged)
        , reset(&model, &QAbstractItemModel::modelReset)
    {
    }
    void clear()
    {
        for (QSignalSpy* spy : {&inserted, &removed, &moved, &changed, &reset})
            spy->clear();
    }
    /// Rows came, went, moved or were replaced.
    [[nodiscard]] bool anyButChanges() const
    {
        return !inserted.isEmpty() || !removed.isEmpty() || !moved.isEmpty() || !reset.isEmpty();
    }

    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy changed;
    QSignalSpy reset;
};

class ThreadFixture : public StoreFixture {
public:
    ThreadFixture();

    ManualClock clock;
    FakeTransport network;
    GroupMeApi api{network};
    PageReader reader{api, store};
    HistoryLoader history{reader, store, clock};
    QuoteLoader quotes{reader, clock};
    MessageActions actions{api, store, clock};
    MessageThreadModel model{store, feed, history, quotes, actions, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    RowSignals rows{model};
    QSignalSpy opened{&model, &ThreadModel::opened};

    /// The service's own messages, oldest first; before_id gives 20 of them, nothing is a 304.
    QList<Message> service;
    /// When set, older pages are answered so.
    std::optional<FakeTransport::Answer> outage;
    bool answersAfter = true; ///< else after_id gives nothing (protocol.md M4)
    /// From now on message `n` may be asked for alone; what `service` does not hold is a 404.
    void serveAlone(int n);
    [[nodiscard]] qsizetype askedAlone(int n) const;

    /// Also what the network answers, and what that leads to.
    void quiet() override;
    void open(const ConversationId& id = fixtureChat());
    /// The rows' message numbers (fixtureId), waiting rows as -1.
    [[nodiscard]] QList<int> numbers() const;
    [[nodiscard]] const ThreadRow& row(int n) const; ///< of message number n
    [[nodiscard]] int at(int n) const; ///< row of message number n, -1
    [[nodiscard]] QStringList askedBefore() const; ///< the cursors of the requests so far
    /// The view's part: these messages fill it.
    void look(int firstNumber, int lastNumber);
    void readUpTo(int n);

private:
    [[nodiscard]] FakeTransport::Answer page(const HttpRequest& request) const;
    [[nodiscard]] FakeTransport::Answer pageAfter(const MessageId& cursor) const;
};

} // namespace skein
