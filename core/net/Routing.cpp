// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Routing.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array tokenHosts{"api.groupme.com"_L1, "v2.groupme.com"_L1, "image.groupme.com"_L1,
    "video.groupme.com"_L1, "file.groupme.com"_L1};

std::unexpected<Error> refused(const char* reason)
{
    return std::unexpected(
        Error{ErrorKind::BadRequest, 0, QCoreApplication::translate("ServerAddress", reason), {}});
}

} // namespace

bool isLoopback(const QString& host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Result<QUrl> parseServer(const QString& text)
{
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(QT_TRANSLATE_NOOP("ServerAddress", "The server address is not a URL."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refused(QT_TRANSLATE_NOOP(
            "ServerAddress", "The server address must begin with https:// or http://."));
    if (url.scheme() == "http"_L1 && !isLoopback(url.host()))
        return refused(QT_TRANSLATE_NOOP(
            "ServerAddress", "Plain http is accepted for this computer's own addresses only."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(QT_TRANSLATE_NOOP("ServerAddress",
            "The server address must not contain a user name, a query or a fragment."));
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

QUrl routed(const QUrl& url, const std::optional<QUrl>& server)
{
    if (!server)
        return url;
    QUrl to = *server;
    // Encoded throughout: a %2F inside a segment must stay one.
    to.setPath(server->path(QUrl::FullyEncoded) + u'/' + url.host(QUrl::FullyEncoded)
            + url.path(QUrl::FullyEncoded),
        QUrl::TolerantMode);
    to.setQuery(url.hasQuery() ? url.query(QUrl::FullyEncoded) : QString(), QUrl::TolerantMode);
    return to;
}

QUrl unrouted(const QUrl& url, const std::optional<QUrl>& server)
{
    const QString base = server ? server->path(QUrl::FullyEncoded) + u'/' : QString();
    const QString path = url.path(QUrl::FullyEncoded);
    if (!server || url.scheme() != server->scheme() || url.authority() != server->authority()
        || !path.startsWith(base))
        return url;
    const QString host = path.sliced(base.size()).section(u'/', 0, 0);
    QUrl from;
    from.setScheme(u"https"_s);
    from.setHost(host);
    from.setPath(path.sliced(base.size() + host.size()), QUrl::TolerantMode);
    if (url.hasQuery())
        from.setQuery(url.query(QUrl::FullyEncoded), QUrl::TolerantMode);
    return from;
}

bool mayCarryToken(const HttpRequest& request)
{
    const QUrl& url = request.url;
    if (!request.authorized || url.scheme() != "https"_L1 || url.port(443) != 443
        || !url.userInfo().isEmpty())
        return false;
    if (std::ranges::find(tokenHosts, url.host()) != tokenHosts.end())
        return true;
    return url.host() == "m.groupme.com"_L1 && request.method == HttpRequest::Method::Post
        && url.path(QUrl::FullyEncoded) == "/uploads"_L1;
}

} // namespace skein
