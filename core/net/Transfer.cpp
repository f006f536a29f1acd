// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Transfer.h"

#include "core/base/Logging.h"
#include "core/net/Routing.h"

namespace skein {

namespace {

constexpr qint64 chunk = 64 * 1024;

/// Errors by which Qt restates an HTTP status: an answer came, and it is a value to us.
bool isHttpStatus(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ContentReSendError
        && error != QNetworkReply::ProtocolFailure;
}

} // namespace

Transfer::Transfer(QNetworkReply* reply, const HttpRequest& request,
    const std::optional<QUrl>& server, QObject* parent)
    : QObject(parent)
    , m_reply(reply)
    , m_server(server)
    , m_maxBytes(request.maxReplyBytes)
    , m_sink(request.sink)
    , m_progress(request.progress)
    , m_stall(request.stall)
{
    m_reply->setReadBufferSize(4 * chunk); // the rest waits in the socket
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(reply, &QNetworkReply::readyRead, this, &Transfer::read);
    connect(reply, &QNetworkReply::finished, this, &Transfer::finish);

    // The whole exchange has this long: a trickle of bytes does not renew it.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(ErrorKind::TimedOut); });
    m_deadline.start(request.timeout);

    watchProgress();
    m_promise.start();
    connect(
        &m_wanted, &QFutureWatcherBase::canceled, this, [this] { giveUp(ErrorKind::Cancelled); });
    m_wanted.setFuture(m_promise.future());
}

void Transfer::watchProgress()
{
    if (m_stall) {
        m_silence.setSingleShot(true);
        connect(&m_silence, &QTimer::timeout, this, [this] { giveUp(ErrorKind::TimedOut); });
        m_silence.start(*m_stall);
    }
    connect(m_reply.get(), &QNetworkReply::uploadProgress, this, [this](qint64 done, qint64 total) {
        if (m_gaveUp || done <= 0)
            return; // Qt also tells that nothing was sent
        if (m_stall)
            m_silence.start(*m_stall);
        if (m_progress && m_progress->sent)
            m_progress->sent(done, std::max<qint64>(total, 0));
    });
}

int Transfer::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray Transfer::location() const
{
    const QByteArray raw = m_reply->rawHeader("Location");
    if (raw.isEmpty())
        return {};
    return unrouted(m_reply->url().resolved(QUrl::fromEncoded(raw)), m_server).toEncoded();
}

bool Transfer::keep(const QByteArray& part)
{
    if (m_sink && status() / 100 == 2)
        return m_sink->write(part) == part.size();
    m_body += part;
    return true;
}

void Transfer::read()
{
    const qint64 before = m_received;
    while (!m_gaveUp && m_reply->bytesAvailable() > 0) {
        const QByteArray part = m_reply->read(std::min(chunk, m_maxBytes + 1 - m_received));
        if (part.isEmpty())
            break;
        m_received += part.size();
        if (m_received > m_maxBytes)
            giveUp(ErrorKind::TooLarge);
        else if (!keep(part))
            giveUp(ErrorKind::Storage);
    }
    if (m_gaveUp || m_received == before)
        return;
    if (m_stall)
        m_silence.start(*m_stall);
    if (m_progress && m_progress->received) {
        const qint64 total = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_progress->received(m_received, total >= m_received ? total : 0);
    }
}

void Transfer::giveUp(ErrorKind kind)
{
    if (m_gaveUp)
        return;
    m_gaveUp = kind;
    m_reply->abort(); // emits finished
}

void Transfer::finish()
{
    read();
    m_deadline.stop();
    m_silence.stop();
    m_wanted.disconnect(this);
    m_reply->disconnect(this);
    auto result = outcome();
    if (!result)
        qCInfo(logNet) << "no usable answer, kind" << int(result.error().kind);
    if (!m_promise.isCanceled())
        m_promise.addResult(std::move(result));
    deleteLater(); // before the receivers run: they may delete the transport
    auto promise = std::move(m_promise);
    promise.finish();
}

Result<HttpReply> Transfer::outcome() const
{
    const auto error = m_reply->error();
    const int code = status();
    if (m_gaveUp)
        return std::unexpected(Error{*m_gaveUp, code, {}, {}});
    if (error != QNetworkReply::NoError && !(code >= 400 && isHttpStatus(error)))
        return std::unexpected(Error{failure(), code, m_reply->errorString(), {}});
    HttpReply reply;
    reply.status = code;
    reply.contentType = m_reply->rawHeader("Content-Type");
    reply.retryAfter = m_reply->rawHeader("Retry-After");
    reply.date = m_reply->rawHeader("Date");
    reply.body = m_body;
    reply.location = location();
    return reply;
}

ErrorKind Transfer::failure() const
{
    switch (m_reply->error()) {
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::NotGroupMe; // it does not even speak HTTP
    case QNetworkReply::UnknownContentError:
        return ErrorKind::Malformed; // e.g. it could not be decompressed
    case QNetworkReply::TimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return ErrorKind::Interrupted;
    default:
        // Refused, not found, no route, no proxy, no TLS: provably not delivered only if no byte
        // of it ever left.
        return m_wasSent ? ErrorKind::Interrupted : ErrorKind::Unreachable;
    }
}

} // namespace skein
