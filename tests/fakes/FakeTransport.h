// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A network that tests script. Each request is recorded and answered from the event loop: by the
// next queued answer for its place, else by that place's handler. A place is the path, "/v3/chats",
// or path and query, "/v3/chats?page=1&per_page=100"; the more exact one wins. Hosts are not looked
// at. Sinks and progress are served on delivery. An unexpected request fails the running test. Main
// thread.

#include "core/net/HttpTransport.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace skein {

class FakeTransport final : public QObject, public HttpTransport {
    Q_OBJECT
public:
    using Method = HttpRequest::Method;
    using Answer = Result<HttpReply>;
    using Handler = std::function<Answer(const HttpRequest&)>;

    explicit FakeTransport(QObject* parent = nullptr);
    ~FakeTransport() override;

    // Answers: an envelope around `response`, any bytes, or no answer at all.
    [[nodiscard]] static HttpReply json(const QJsonValue& response, int status = 200);
    [[nodiscard]] static HttpReply failure(int status, const QStringList& errors = {});
    [[nodiscard]] static HttpReply raw(
        int status, const QByteArray& body, const QByteArray& contentType = "application/json");
    [[nodiscard]] static Answer noAnswer(ErrorKind kind);

    /// The next request for this place gets this answer; several are given in order.
    void expect(Method method, const QString& place, const Answer& answer);
    /// Every request for this place that no queued answer is left for; called when it arrives.
    void handle(Method method, const QString& place, Handler handler);
    /// Every request, before all other arrangements.
    void handleEverything(Handler handler) { m_all = std::move(handler); }

    /// From now on answers wait until release(): the requests are "in flight". The answer is made
    /// when the request arrives, as by a service whose reply is slow.
    void hold() { m_holding = true; }
    /// Delivers the oldest waiting answer, or all and ends hold().
    void releaseOne();
    void release();

    [[nodiscard]] const QList<HttpRequest>& requests() const { return m_requests; }
    [[nodiscard]] QList<HttpRequest> requests(Method method, const QString& place) const;
    [[nodiscard]] qsizetype inFlight() const { return m_exchanges.size(); }
    [[nodiscard]] int cancelled() const { return m_cancelled; }
    /// Whether every queued answer was asked for.
    [[nodiscard]] bool allAsked() const;

    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override;

private:
    struct Exchange;

    [[nodiscard]] Answer answerTo(const HttpRequest& request);
    void deliver(const std::shared_ptr<Exchange>& exchange);
    void dropCancelled(const Exchange* exchange);

    QHash<QString, QList<Answer>> m_expected;
    QHash<QString, Handler> m_handlers;
    Handler m_all;
    QList<HttpRequest> m_requests;
    QList<std::shared_ptr<Exchange>> m_exchanges; ///< in the order of arrival
    bool m_holding = false;
    int m_cancelled = 0;
};

} // namespace skein
