// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as an address that a message or a redirect names: nothing leaves for a host that must
// not know, and none but GroupMe's own get the token.

#include "core/net/Redirects.h"
#include "core/net/Routing.h"
#include "core/types/Group.h"
#include "core/types/ImageUrl.h"
#include "tests/fuzz/Promise.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

bool isGroupMeHost(const QUrl& url)
{
    return url.host() == "groupme.com"_L1 || url.host().endsWith(".groupme.com"_L1);
}

void checkPicture(const QUrl& url)
{
    const QSize size = imageSizeOf(url);
    require(size == QSize() || (!size.isEmpty() && size.width() <= 30'000));
    if (mayLoadUnasked(url))
        require(mayLoadAsked(url) && isGroupMeHost(url) && url.scheme() == "https"_L1);
    if (mayLoadAsked(url))
        require(url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty());
    for (const ImageVersion version : {ImageVersion::Large, ImageVersion::Preview}) {
        const QUrl smaller = versionOf(url, version);
        require(smaller.host() == url.host() && smaller.scheme() == url.scheme());
        require(mayLoadUnasked(smaller) == mayLoadUnasked(url));
    }
}

void checkToken(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    if (mayCarryToken(request))
        require(url.scheme() == "https"_L1 && url.host().endsWith(".groupme.com"_L1));
    request.authorized = false;
    require(!mayCarryToken(request));
}

void checkRedirect(const QByteArray& location)
{
    const QUrl from(u"https://i.groupme.com/640x480.jpeg.00000000000000000000000000000001"_s);
    HttpReply reply;
    reply.status = 302;
    reply.location = location;
    const auto to = redirectTarget(reply, from);
    require(!to || (mayLoadAsked(*to) && !isLoopback(to->host()) && !to->hasFragment()));
}

void checkServer(const QString& text)
{
    const auto server = parseServer(text);
    if (!server)
        return;
    require(server->scheme() == "https"_L1 || isLoopback(server->host()));
    require(server->userInfo().isEmpty() && !server->hasQuery() && !server->hasFragment());
    const QUrl asked(u"https://api.groupme.com/v3/direct_messages/%2F?other_user_id=1%2B2"_s);
    const QUrl sent = routed(asked, *server);
    require(sent.authority() == server->authority() && sent.scheme() == server->scheme());
    require(unrouted(sent, *server) == asked);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const QString text = QString::fromUtf8(bytes);
    for (const QUrl& url : {QUrl(text), QUrl(text, QUrl::StrictMode), QUrl::fromEncoded(bytes)}) {
        checkPicture(url);
        checkToken(url);
    }
    if (isGroupMeImage(text))
        require(isGroupMeHost(QUrl(text)));
    checkRedirect(bytes);
    checkServer(text);
    return 0;
}
