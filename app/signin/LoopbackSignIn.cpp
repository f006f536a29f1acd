// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signin/LoopbackSignIn.h"

#include "core/net/Routing.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace skein {

LoopbackSignIn::LoopbackSignIn(
    Application application, quint16 port, Clock& clock, OpenUrl openUrl, QObject* parent)
    : BrowserSignIn(parent)
    , m_application(std::move(application))
    , m_openUrl(std::move(openUrl))
    , m_listener({port, "/signed-in"}, clock)
{
    connect(&m_listener, &TokenListener::tokenCame, this, &BrowserSignIn::tokenCame);
    connect(&m_listener, &TokenListener::cameWithoutToken, this, &BrowserSignIn::cameWithoutToken);
    connect(&m_listener, &TokenListener::timedOut, this, &BrowserSignIn::timedOut);
}

Result<BrowserSignIn::Wait> LoopbackSignIn::start()
{
    if (!m_listener.arm()) {
        return std::unexpected(Error{ErrorKind::Conflict, 0,
            tr("Another program on this computer uses port %1, where the browser's answer would "
               "come. Close it and try again, or paste a token.")
                .arg(m_listener.port()),
            {}});
    }
    const QUrl page(u"https://oauth.groupme.com/oauth/authorize?client_id="_s
        + QString::fromLatin1(QUrl::toPercentEncoding(m_application.clientId)));
    const QUrl address = routed(page, m_application.server);
    return Wait{.address = address, .isOpened = m_openUrl(address)};
}

} // namespace skein
