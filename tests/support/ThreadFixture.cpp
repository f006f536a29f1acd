// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ThreadFixture.h"

#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <ranges>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 20;

QJsonObject asJson(const Message& message)
{
    QJsonArray attachments;
    for (const Attachment& attachment : message.attachments)
        attachments.append(attachment.json);
    return {{u"id"_s, message.id.value}, {u"source_guid"_s, message.guid.value},
        {u"created_at"_s, message.createdAt}, {u"sender_id"_s, message.senderId.value},
        {u"sender_type"_s, message.senderType}, {u"name"_s, message.senderName},
        {u"text"_s, message.text}, {u"attachments"_s, attachments}};
}

int numberOf(const Message& message)
{
    if (message.id.isEmpty())
        return -1;
    return static_cast<int>(
        message.id.value.left(10).toLongLong() - fixtureId(0).value.left(10).toLongLong());
}

} // namespace

ThreadFixture::ThreadFixture()
{
    network.handle(FakeTransport::Method::Get, u"/v3/direct_messages"_s,
        [this](const HttpRequest& request) { return page(request); });
}

FakeTransport::Answer ThreadFixture::page(const HttpRequest& request) const
{
    if (outage)
        return *outage;
    const QUrlQuery query(request.url);
    if (const MessageId after{query.queryItemValue(u"after_id"_s)}; !after.isEmpty())
        return pageAfter(after);
    const MessageId cursor{query.queryItemValue(u"before_id"_s)};
    QJsonArray found;
    for (const Message& message : service | std::views::reverse) {
        if (message.id < cursor && found.size() < pageSize)
            found.append(asJson(message));
    }
    if (found.isEmpty())
        return FakeTransport::raw(304, {});
    return FakeTransport::json(QJsonObject{{u"direct_messages"_s, found}});
}

FakeTransport::Answer ThreadFixture::pageAfter(const MessageId& cursor) const
{
    QJsonArray found;
    for (const Message& message : service) {
        if (message.id > cursor && found.size() < pageSize)
            found.append(asJson(message));
    }
    if (found.isEmpty() || !answersAfter)
        return FakeTransport::raw(304, {});
    return FakeTransport::json(QJsonObject{{u"direct_messages"_s, found}});
}

void ThreadFixture::serveAlone(int n)
{
    network.handle(FakeTransport::Method::Get, u"/v3/direct_messages/"_s + fixtureId(n).value,
        [this, n](const HttpRequest&) -> FakeTransport::Answer {
            const auto found = std::ranges::find(service, fixtureId(n), &Message::id);
            if (outage)
                return *outage;
            if (found == service.end())
                return FakeTransport::failure(404);
            return FakeTransport::json(QJsonObject{{u"message"_s, asJson(*found)}});
        });
}

qsizetype ThreadFixture::askedAlone(int n) const
{
    return network
        .requests(FakeTransport::Method::Get, u"/v3/direct_messages/"_s + fixtureId(n).value)
        .size();
}

void ThreadFixture::quiet()
{
    qsizetype asked = -1;
    while (asked != network.requests().size()) {
        asked = network.requests().size();
        StoreFixture::quiet();
    }
}

void ThreadFixture::open(const ConversationId& id)
{
    model.open(id);
    quiet();
}

QList<int> ThreadFixture::numbers() const
{
    QList<int> found;
    for (int row = 0; row < model.count(); ++row)
        found.append(numberOf(model.row(row).message));
    return found;
}

int ThreadFixture::at(int n) const { return static_cast<int>(numbers().indexOf(n)); }

const ThreadRow& ThreadFixture::row(int n) const
{
    static const ThreadRow none;
    return at(n) < 0 ? none : model.row(at(n));
}

QStringList ThreadFixture::askedBefore() const
{
    QStringList cursors;
    for (const HttpRequest& request :
        network.requests(FakeTransport::Method::Get, u"/v3/direct_messages"_s))
        cursors.append(QUrlQuery(request.url).queryItemValue(u"before_id"_s));
    return cursors;
}

void ThreadFixture::look(int firstNumber, int lastNumber)
{
    model.setVisibleRows(at(firstNumber), at(lastNumber));
    quiet();
}

void ThreadFixture::readUpTo(int n)
{
    change([n](Stores& stores, Changes& changes) {
        stores.conversations.raiseRead(
            fixtureChat(), positionOf(receivedMessage(n)), true, changes);
    });
}

} // namespace skein
