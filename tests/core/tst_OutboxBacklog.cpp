// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Thousands of messages that wait: what one of them costs must not depend on how many there are.

#include "tests/support/OutboxDesk.h"
#include "tests/support/SkeinTest.h"

#include <ctime>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace outboxBacklogTest {

namespace {

constexpr int few = 40;
constexpr int many = 4000;

using State = OutboxRow::State;

/// Writes so many rows, as an earlier run may have left them.
void leave(OutboxDesk& desk, int rows, State state)
{
    desk.f.now([=](Stores& stores, Changes& changes) {
        for (int n = 0; n < rows; ++n)
            stores.outbox.add({.guid = {u"%1 %2"_s.arg(int(state)).arg(n)},
                                  .conversation = chatWith(somebody),
                                  .text = u"message %1"_s.arg(n),
                                  .state = state,
                                  .queuedAt = n},
                changes);
        return true;
    });
}

/// The processor's time, of all threads, in which the next twenty messages leave.
double costOfTwenty(int backlog, State ahead)
{
    constexpr int twenty = 20;
    OutboxDesk desk;
    desk.outbox->stop();
    if (ahead != State::Queued)
        leave(desk, backlog, ahead);
    leave(desk, ahead == State::Queued ? backlog : few, State::Queued);
    int delivered = 0;
    QObject::connect(desk.outbox.get(), &Outbox::delivered, desk.outbox.get(), [&] {
        if (++delivered == twenty)
            desk.outbox->stop();
    });
    const std::clock_t before = std::clock();
    desk.outbox->start();
    desk.f.settle();
    const std::clock_t after = std::clock();
    if (delivered < twenty)
        QTest::qFail("not twenty were sent", __FILE__, __LINE__);
    return double(after - before) / CLOCKS_PER_SEC;
}

} // namespace

class tst_OutboxBacklog : public QObject {
    Q_OBJECT

private slots:
    void sendingOneCostsTheSameHoweverManyWait_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::newRow("behind it") << int(State::Queued);
        QTest::newRow("before it, for the person") << int(State::Failed);
    }
    void sendingOneCostsTheSameHoweverManyWait()
    {
        QFETCH(int, ahead);
        const double usual = costOfTwenty(few, static_cast<State>(ahead));
        const double now = costOfTwenty(many, static_cast<State>(ahead));
        qInfo("twenty messages: %.3f s, with thousands %.3f s", usual, now);
        QVERIFY(now < 3 * usual);
    }
};

SKEIN_TEST(tst_OutboxBacklog)

} // namespace outboxBacklogTest

#include "tst_OutboxBacklog.moc"
