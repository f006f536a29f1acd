// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SyncFixture.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
const QString fromStart = u""_s;
const QString toEnd = u"~"_s;
} // namespace

SyncFixture::Core::Core(const QString& file, Clock& clock)
    : store(file, {FakeService::me}, feed)
    , api(network)
    , reader(api, store)
    , uploadApi(network)
    , staged(store, feed)
    , uploads(uploadApi, store, staged, clock)
{
}

SyncFixture::SyncFixture() { restart(); }

SyncFixture::~SyncFixture() = default;

void SyncFixture::restart(const std::function<void()>& meanwhile)
{
    m_core.reset();
    if (meanwhile)
        meanwhile();
    m_core = std::make_unique<Core>(file(), clock);
    service.serve(network());
}

void SyncFixture::settle()
{
    constexpr int enough = 200'000;
    auto* events = QAbstractEventDispatcher::instance();
    int quiet = 0;
    for (int round = 0; round < enough && quiet < 2; ++round) {
        // Whatever the store was asked to do is done, and its answers are posted.
        store().read([](Stores&) { return true; }).waitForFinished();
        staged().waitForDone();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = events->processEvents(QEventLoop::AllEvents) ? 0 : quiet + 1;
    }
    if (quiet >= 2)
        return;
    QTest::qFail("it never comes to rest", __FILE__, __LINE__);
}

void SyncFixture::pass(milliseconds time, milliseconds step)
{
    settle();
    for (milliseconds passed{0}; passed < time; passed += step) {
        clock.advance(std::min(step, time - passed));
        settle();
    }
}

QStringList SyncFixture::texts(const ConversationId& id)
{
    return look([id](Stores& stores) {
        QStringList all;
        for (const Message& m : stores.messages.slice(id, {fromStart, toEnd, 0, 0}).messages)
            all.append(m.text);
        return all;
    });
}

QList<Span> SyncFixture::ranges(const ConversationId& id)
{
    return look([id](Stores& stores) { return stores.messages.ranges(id); });
}

QList<OutboxRow> SyncFixture::waiting(const ConversationId& id)
{
    return look([id](Stores& stores) { return stores.outbox.of(id); });
}

int SyncFixture::unread(const ConversationId& id)
{
    return look([id](Stores& stores) {
        const auto row = stores.conversations.one(id);
        return row ? row->unread : -1;
    });
}

ReadHeads SyncFixture::heads(const ConversationId& id)
{
    return look([id](Stores& stores) { return stores.conversations.heads(id); });
}

bool SyncFixture::rangesAreTrue(const ConversationId& id)
{
    return look([id, history = service.history(id.related)](Stores& stores) {
        const auto spans = stores.messages.ranges(id);
        return std::ranges::all_of(history, [&](const FakeService::Line& line) {
            const QString position = positionOf(MessageId{line.id});
            const bool promised = std::ranges::any_of(spans, [&](const Span& span) {
                return span.oldest <= position && position <= span.newest;
            });
            return !promised || stores.messages.find(id, {line.id}).has_value();
        });
    });
}

QStringList SyncFixture::cursors(const QString& name)
{
    QStringList all;
    for (const HttpRequest& request : network().requests()) {
        const QString id = QUrlQuery(request.url).queryItemValue(name);
        if (request.method == HttpRequest::Method::Get && !id.isEmpty())
            all.append(id);
    }
    return all;
}

qsizetype SyncFixture::asked(HttpRequest::Method method, const QString& place)
{
    return network().requests(method, place).size();
}

ConversationId chatWith(const QString& person)
{
    return ConversationId::direct({FakeService::me}, {person});
}

} // namespace skein
