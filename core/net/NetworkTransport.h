// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The transport over the real network: the only file with QNetworkAccessManager. Holds the token in
// memory and sends it to the hosts that may have it, never elsewhere; follows no redirect, keeps no
// cookie and no cache, and never lets a POST leave twice. Main thread.

#include "core/net/HttpTransport.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace skein {

class NetworkTransport final : public QObject, public HttpTransport {
    Q_OBJECT
public:
    /// `server`, from parseServer(), stands for all hosts when given.
    explicit NetworkTransport(
        const std::optional<QUrl>& server = std::nullopt, QObject* parent = nullptr);
    ~NetworkTransport() override; ///< what is on its way is cancelled

    /// For the requests from now on; "" sends none.
    void setToken(const QString& token) { m_token = token.toUtf8(); }

    /// Plain http is refused (Unsupported) except to a loopback server.
    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override;

private:
    [[nodiscard]] QNetworkRequest prepared(const HttpRequest& request) const;

    std::optional<QUrl> m_server;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace skein
