// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Redirects.h"

#include "core/net/Routing.h"
#include "core/types/ImageUrl.h"

namespace skein {

bool isRedirect(const HttpReply& reply)
{
    const int status = reply.status;
    return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

std::optional<QUrl> redirectTarget(const HttpReply& reply, const QUrl& from)
{
    if (!isRedirect(reply) || reply.location.isEmpty())
        return std::nullopt;
    QUrl to = from.resolved(QUrl::fromEncoded(reply.location));
    to.setFragment({});
    if (!mayLoadAsked(to) || isLoopback(to.host()))
        return std::nullopt;
    return to;
}

} // namespace skein
