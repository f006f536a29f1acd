// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Transfer.h"

#include "core/base/Logging.h"

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

Transfer::Transfer(QNetworkReply* reply, const HttpRequest& request, QObject* parent)
    : QObject(parent)
    , m_reply(reply)
    , m_maxBytes(request.maxReplyBytes)
{
    m_reply->setReadBufferSize(4 * chunk); // the rest waits in the socket
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(reply, &QNetworkReply::readyRead, this, &Transfer::read);
    connect(reply, &QNetworkReply::finished, this, &Transfer::finish);

    // The whole exchange has this long: a trickle of bytes does not renew it.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(ErrorKind::TimedOut); });
    m_deadline.start(request.timeout);

    m_promise.start();
    connect(
        &m_wanted, &QFutureWatcherBase::canceled, this, [this] { giveUp(ErrorKind::Cancelled); });
    m_wanted.setFuture(m_promise.future());
}

void Transfer::read()
{
    while (!m_gaveUp && m_reply->bytesAvailable() > 0) {
        const QByteArray part = m_reply->read(std::min(chunk, m_maxBytes + 1 - m_body.size()));
        if (part.isEmpty())
            return;
        m_body += part;
        if (m_body.size() > m_maxBytes)
            giveUp(ErrorKind::TooLarge);
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
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_gaveUp)
        return std::unexpected(Error{*m_gaveUp, status, {}, {}});
    if (error != QNetworkReply::NoError && !(status >= 400 && isHttpStatus(error)))
        return std::unexpected(Error{failure(), status, m_reply->errorString(), {}});
    HttpReply reply;
    reply.status = status;
    reply.contentType = m_reply->rawHeader("Content-Type");
    reply.retryAfter = m_reply->rawHeader("Retry-After");
    reply.date = m_reply->rawHeader("Date");
    reply.body = m_body;
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
