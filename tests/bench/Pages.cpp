// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One page of an open thread, from the service's bytes to rows on the screen.

#include "core/models/MessageThreadModel.h"
#include "tests/bench/BenchScreen.h"
#include "tests/bench/Measures.h"
#include "tests/bench/Stopwatch.h"
#include "tests/fakes/FakeTransport.h"
#include "ui/thread/MessageList.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr int rounds = 30;

/// A thread and its list over a store, with a service that answers with `bytes`.
struct Thread {
    explicit Thread(const QString& folder) : store(folder + u"/skein.sqlite"_s, me().id, feed)
    {
        network.handleEverything(
            [this](const HttpRequest&) { return FakeTransport::raw(200, bytes); });
        list.setAnimated(false);
        list.resize(1000, 800);
        list.show();
    }

    SystemClock clock;
    FakeTransport network;
    GroupMeApi api{network};
    ChangeFeed feed;
    AccountStore store;
    PageReader reader{api, store};
    HistoryLoader history{reader, store, clock};
    QuoteLoader quotes{reader, clock};
    MessageActions actions{api, store, clock};
    MessageThreadModel model{store, feed, history, quotes, actions, clock};
    MessageList list{model, clock};
    QByteArray bytes;

    [[nodiscard]] const ThreadRow& last() const { return model.row(model.count() - 1); }
};

/// Notes with which last row the thread was last painted.
class Painted : public QObject {
public:
    explicit Painted(Thread& thread) : m_thread(thread)
    {
        thread.list.viewport()->installEventFilter(this);
    }
    MessageId last;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            last = m_thread.last().message.id;
        return QObject::eventFilter(watched, event);
    }

private:
    Thread& m_thread;
};

} // namespace

Figures measurePage(const Place&)
{
    const QTemporaryDir folder;
    Thread thread(folder.path());
    thread.store
        .write([part = intake(page(0, pageSize, false), true)](Stores& stores, Changes& changes) {
            stores.messages.take(shortThread(), part, changes);
            return true;
        })
        .waitForFinished();
    thread.model.open(shortThread());
    turnUntil([&] { return thread.model.count() > 0; }, "the thread");
    Painted painted(thread);
    QList<double> shown;
    QList<double> parsed;
    for (int round = 1; round <= rounds; ++round) {
        thread.bytes = page(round * pageSize, pageSize, false);
        const MessageId last = painted.last = thread.last().message.id;
        shown.append(taken(wallTime, [&] {
            Q_UNUSED(thread.reader.after(shortThread(), last, HttpRequest::Priority::Open))
            turnUntil([&] { return thread.last().message.id != last && painted.last != last; },
                "the page");
        }));
        turnUntilIdle();
        parsed.append(taken(wallTime, [&] { Q_UNUSED(QJsonDocument::fromJson(thread.bytes)) }));
    }
    return {{.what = u"a page of 100 messages, from bytes to rows on the screen"_s,
        .against = u"QJsonDocument::fromJson of the same bytes"_s,
        .unit = u"ms"_s,
        .value = median(shown),
        .limit = median(parsed),
        .mostTimes = 4.0}};
}

} // namespace skein::bench
