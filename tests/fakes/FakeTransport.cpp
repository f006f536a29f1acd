// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QString word(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return u"GET "_s;
    case HttpRequest::Method::Post:
        return u"POST "_s;
    case HttpRequest::Method::Put:
        return u"PUT "_s;
    case HttpRequest::Method::Delete:
        return u"DELETE "_s;
    }
    return {};
}

QString pathOf(const HttpRequest& request)
{
    return word(request.method) + request.url.path(QUrl::FullyEncoded);
}

QString pathAndQueryOf(const HttpRequest& request)
{
    return pathOf(request) + u'?' + request.url.query(QUrl::FullyEncoded);
}

HttpReply enveloped(QJsonObject body, int status, const QJsonValue& errors)
{
    body[u"meta"_s] = QJsonObject{{u"code"_s, status}, {u"errors"_s, errors}};
    return FakeTransport::raw(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

namespace {

/// As the real network does: the body goes into the sink, and both ways are told of.
void pour(const HttpRequest& request, FakeTransport::Answer& answer)
{
    if (!answer)
        return;
    if (request.progress && request.progress->sent && !request.body.isEmpty())
        request.progress->sent(request.body.size(), request.body.size());
    if (request.progress && request.progress->received && !answer->body.isEmpty())
        request.progress->received(answer->body.size(), answer->body.size());
    if (answer->body.size() > request.maxReplyBytes)
        answer = FakeTransport::noAnswer(ErrorKind::TooLarge);
    else if (request.sink && answer->status / 100 == 2)
        request.sink->write(std::exchange(answer->body, {}));
}

} // namespace

struct FakeTransport::Exchange {
    HttpRequest request;
    QPromise<Answer> promise;
    QFutureWatcher<Answer> watcher;
    Answer answer;
    bool waits = false; ///< for release()
};

FakeTransport::FakeTransport(QObject* parent) : QObject(parent) { }

FakeTransport::~FakeTransport() = default;

HttpReply FakeTransport::json(const QJsonValue& response, int status)
{
    return enveloped({{u"response"_s, response}}, status, QJsonArray());
}

HttpReply FakeTransport::failure(int status, const QStringList& errors)
{
    return enveloped(
        {{u"response"_s, QJsonValue::Null}}, status, QJsonArray::fromStringList(errors));
}

HttpReply FakeTransport::raw(int status, const QByteArray& body, const QByteArray& contentType)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

FakeTransport::Answer FakeTransport::noAnswer(ErrorKind kind)
{
    return std::unexpected(Error{kind, 0, {}, {}});
}

void FakeTransport::expect(Method method, const QString& place, const Answer& answer)
{
    m_expected[word(method) + place].append(answer);
}

void FakeTransport::handle(Method method, const QString& place, Handler handler)
{
    m_handlers[word(method) + place] = std::move(handler);
}

void FakeTransport::releaseOne()
{
    const auto waiting = std::ranges::find_if(m_exchanges, [](const auto& e) { return e->waits; });
    if (waiting != m_exchanges.end())
        deliver(*waiting);
}

void FakeTransport::release()
{
    m_holding = false;
    for (const auto& exchange : std::as_const(m_exchanges)) {
        if (exchange->waits)
            deliver(exchange);
    }
}

QList<HttpRequest> FakeTransport::requests(Method method, const QString& place) const
{
    const QString wanted = word(method) + place;
    QList<HttpRequest> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found), [&](const HttpRequest& request) {
        return pathOf(request) == wanted || pathAndQueryOf(request) == wanted;
    });
    return found;
}

bool FakeTransport::allAsked() const
{
    return std::ranges::all_of(m_expected, [](const auto& answers) { return answers.isEmpty(); });
}

Async<HttpReply> FakeTransport::send(const HttpRequest& request)
{
    m_requests.append(request);
    auto exchange = std::make_shared<Exchange>();
    exchange->request = request;
    exchange->answer = answerTo(request);
    exchange->waits = m_holding;
    exchange->promise.start();
    connect(&exchange->watcher, &QFutureWatcherBase::canceled, this,
        [this, raw = exchange.get()] { dropCancelled(raw); });
    exchange->watcher.setFuture(exchange->promise.future());
    m_exchanges.append(exchange);
    if (!m_holding)
        deliver(exchange);
    return exchange->promise.future();
}

FakeTransport::Answer FakeTransport::answerTo(const HttpRequest& request)
{
    if (m_all)
        return m_all(request);
    for (const QString& place : {pathAndQueryOf(request), pathOf(request)}) {
        if (const auto queued = m_expected.find(place);
            queued != m_expected.end() && !queued->isEmpty())
            return queued->takeFirst();
        if (const auto handler = m_handlers.constFind(place); handler != m_handlers.cend())
            return (*handler)(request);
    }
    const QString complaint = u"FakeTransport: nobody expected "_s + pathAndQueryOf(request);
    QTest::qFail(qPrintable(complaint), __FILE__, __LINE__);
    return noAnswer(ErrorKind::Unreachable);
}

void FakeTransport::deliver(const std::shared_ptr<Exchange>& exchange)
{
    exchange->waits = false;
    const auto finish = [this, exchange] {
        if (exchange->promise.isCanceled())
            return; // dropCancelled() comes or came
        m_exchanges.removeOne(exchange);
        exchange->watcher.disconnect(this);
        pour(exchange->request, exchange->answer);
        exchange->promise.addResult(std::move(exchange->answer));
        exchange->promise.finish();
    };
    QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
}

void FakeTransport::dropCancelled(const Exchange* exchange)
{
    const auto found = std::ranges::find(m_exchanges, exchange, &std::shared_ptr<Exchange>::get);
    if (found == m_exchanges.end())
        return;
    const auto dropped = std::move(*found);
    m_exchanges.erase(found);
    ++m_cancelled;
    dropped->promise.finish();
    // We are in a call of the exchange's own watcher: it must not die before that ends.
    QMetaObject::invokeMethod(this, [dropped] { }, Qt::QueuedConnection);
}

} // namespace skein
