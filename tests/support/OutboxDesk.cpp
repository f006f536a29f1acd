// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/OutboxDesk.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace skein {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

OutboxDesk::OutboxDesk()
{
    f.service.arrived = [this](const HttpRequest& request) {
        if (request.method != HttpRequest::Method::Post || request.url.path() != messagesPlace)
            return;
        const auto body = QJsonDocument::fromJson(request.body);
        posted.append(body[u"direct_message"_s][u"source_guid"_s].toString());
        postedAt.append(f.clock.monotonic());
    };
    for (const QString& person : {somebody, u"20002"_s}) {
        f.service.receiveMany(person, 5);
        (void)f.reader().newest(chatWith(person), PageReader::Priority::Open);
    }
    f.settle();
    start();
}

void OutboxDesk::start()
{
    outbox = std::make_unique<Outbox>(
        f.api(), f.store(), f.reader(), f.uploads(), f.clock, [] { return 0.5; });
    QObject::connect(outbox.get(), &Outbox::unauthorized, outbox.get(), [this] { ++unauthorized; });
    outbox->start();
}

void OutboxDesk::crash(milliseconds after)
{
    outbox.reset();
    f.restart();
    f.clock.advance(after);
    start();
    f.settle();
}

SourceGuid OutboxDesk::sendUnanswered(
    const QString& text, milliseconds time, const ConversationId& to)
{
    f.network().hold();
    const SourceGuid guid = outbox->send(to, text);
    f.pass(time);
    return guid;
}

void OutboxDesk::failNextPost(FakeService::Fault::When when, const FakeService::Answer& answer)
{
    f.service.failNext(HttpRequest::Method::Post, messagesPlace, {when, answer});
}

OutboxRow::State OutboxDesk::stateOf(qsizetype row)
{
    const auto rows = f.waiting(chatWith(somebody));
    if (row >= rows.size()) {
        QTest::qFail("no such row waits", __FILE__, __LINE__);
        return OutboxRow::State::Unconfirmed;
    }
    return rows.at(row).state;
}

qsizetype OutboxDesk::copies(const QString& text) { return f.service.texts(somebody).count(text); }

void OutboxDesk::verifyDelivered(const QString& text)
{
    QVERIFY(f.waiting(chatWith(somebody)).isEmpty());
    QCOMPARE(copies(text), 1);
    QCOMPARE(f.texts(chatWith(somebody)).count(text), 1);
}

FakeService::Answer limited(const QByteArray& retryAfter)
{
    HttpReply reply = FakeTransport::failure(429);
    reply.retryAfter = retryAfter;
    return reply;
}

} // namespace skein
