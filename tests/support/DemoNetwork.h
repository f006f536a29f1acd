// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The demo service's world, strict rules and faults behind a FakeTransport: no sockets, and the
// time is the test's. Main thread.

#include "app/demo/DemoApi.h"
#include "app/demo/DemoFaults.h"
#include "core/base/Clock.h"
#include "tests/fakes/FakeTransport.h"

#include <QUrl>

namespace skein {

class DemoNetwork {
public:
    DemoNetwork(DemoPerson me, const QList<DemoPerson>& others, const Clock& clock)
        : m_clock(clock)
        , world(std::move(me), others, [this] { return serviceTime(); })
        , m_api(world, {.requestsPerSecond = 0, .sendsPerMinute = 0})
    {
        m_api.admit(token(), world.me().id);
    }

    /// Answers every request that reaches `network` from now on.
    void serve(FakeTransport& network)
    {
        network.handleEverything([this](const HttpRequest& request) { return answer(request); });
    }

private:
    static QString token() { return QStringLiteral("token"); }
    /// Moving the local wall clock does not move it.
    [[nodiscard]] qint64 serviceTime() const
    {
        return 1'760'000'000'000 + qint64{m_clock.monotonic().count()};
    }
    static QString unescaped(QString part)
    {
        return QUrl::fromPercentEncoding(part.replace(u'+', u' ').toLatin1());
    }
    static DemoRequest heard(const HttpRequest& request)
    {
        static constexpr const char16_t* words[] = {u"GET", u"POST", u"PUT", u"DELETE"};
        DemoRequest asked{.method = QString::fromUtf16(words[static_cast<int>(request.method)]),
            .path = u'/' + request.url.host() + request.url.path(),
            .body = request.body};
        const QString query = request.url.query(QUrl::FullyEncoded);
        for (const QString& pair : query.split(u'&', Qt::SkipEmptyParts))
            asked.query.append(
                {unescaped(pair.section(u'=', 0, 0)), unescaped(pair.section(u'=', 1))});
        asked.headers = {{QStringLiteral("X-Access-Token"), token()},
            {QStringLiteral("Content-Type"), QString::fromLatin1(request.contentType)},
            {QStringLiteral("Accept"), QString::fromLatin1(request.accept)}};
        return asked;
    }
    FakeTransport::Answer answer(const HttpRequest& request)
    {
        if (isOut)
            return FakeTransport::noAnswer(ErrorKind::Unreachable);
        const DemoRequest asked = heard(request);
        const DemoAnswer made = faults.perform(faults.take(asked), asked,
            [this](const DemoRequest& each) { return m_api.answer(each, serviceTime()); });
        if (made.delivery == DemoAnswer::Delivery::Stalled)
            return FakeTransport::noAnswer(ErrorKind::TimedOut);
        if (made.delivery != DemoAnswer::Delivery::Whole)
            return FakeTransport::noAnswer(ErrorKind::Interrupted);
        HttpReply reply = FakeTransport::raw(made.status, made.body, made.contentType);
        for (const auto& [name, value] : made.headers) {
            if (name == "Retry-After")
                reply.retryAfter = value;
        }
        return reply;
    }

    const Clock& m_clock;

public:
    bool isOut = false; ///< nothing reaches the service
    DemoFaults faults;
    DemoWorld world;

private:
    DemoApi m_api;
};

} // namespace skein
