// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/NetworkTransport.h"

#include "core/net/OnceDevice.h"
#include "core/net/Routing.h"
#include "core/net/Transfer.h"

#include <QNetworkProxy>

namespace skein {

using namespace Qt::StringLiterals;

NetworkTransport::NetworkTransport(const std::optional<QUrl>& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
    m_network.setAutoDeleteReplies(false); // a Transfer owns its reply
    if (m_server && isLoopback(m_server->host()))
        m_network.setProxy(QNetworkProxy::NoProxy);
}

NetworkTransport::~NetworkTransport()
{
    // Before the access manager, which would delete their replies under them.
    qDeleteAll(findChildren<Transfer*>(Qt::FindDirectChildrenOnly));
}

QNetworkRequest NetworkTransport::prepared(const HttpRequest& request) const
{
    QNetworkRequest made(routed(request.url, m_server));
    made.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // What happens to a request when its connection ends is known, and tested, for HTTP/1.1.
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setDecompressedSafetyCheckThreshold(-1); // a Transfer bounds what it inflates
    made.setRawHeader("Accept", request.accept);
    made.setRawHeader("User-Agent", "Skein/" SKEIN_VERSION);
    if (!request.contentType.isEmpty())
        made.setRawHeader("Content-Type", request.contentType);
    if (!m_token.isEmpty() && mayCarryToken(request))
        made.setRawHeader("X-Access-Token", m_token);
    return made;
}

Async<HttpReply> NetworkTransport::send(const HttpRequest& request)
{
    QNetworkRequest made = prepared(request);
    const QUrl to = made.url();
    const bool isSecure = to.scheme() == "https"_L1
        || (m_server && to.scheme() == "http"_L1 && isLoopback(to.host()));
    if (!isSecure)
        return later<HttpReply>(this, std::unexpected(Error{ErrorKind::Unsupported, 0, {}, {}}));

    QNetworkReply* reply = nullptr;
    switch (request.method) {
    case HttpRequest::Method::Get:
        reply = m_network.get(made);
        break;
    case HttpRequest::Method::Delete:
        reply = m_network.deleteResource(made);
        break;
    case HttpRequest::Method::Put:
        reply = m_network.put(made, request.body);
        break;
    case HttpRequest::Method::Post:
        // Not buffered: Qt could rewind its own copy and send it again.
        made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto* body = new OnceDevice(request.body);
        reply = m_network.post(made, body);
        body->setParent(reply);
        break;
    }
    return (new Transfer(reply, request, m_server, this))->future();
}

} // namespace skein
