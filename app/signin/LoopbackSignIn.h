// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signing in by the browser (protocol.md H1, H2): opens GroupMe's page and listens on loopback for
// the browser's way back. Keeps no token and asks nobody whose it is. Main thread.

#include "core/net/TokenListener.h"
#include "ui/signin/BrowserSignIn.h"

#include <functional>
#include <optional>

namespace skein {

class LoopbackSignIn final : public BrowserSignIn {
    Q_OBJECT
public:
    /// The callback that is registered with GroupMe: http://127.0.0.1:21753/signed-in. The port
    /// is below those that systems hand out by themselves.
    static constexpr quint16 registeredPort = 21753;

    /// How Skein is known to GroupMe, and the server that stands for it, if one does.
    struct Application {
        QString clientId;
        std::optional<QUrl> server;
    };
    using OpenUrl = std::function<bool(const QUrl&)>;

    /// Port 0: any free one.
    LoopbackSignIn(Application application, quint16 port, Clock& clock, OpenUrl openUrl,
        QObject* parent = nullptr);

    [[nodiscard]] Result<Wait> start() override;
    void cancel() override { m_listener.disarm(); }
    [[nodiscard]] bool isWaiting() const { return m_listener.isArmed(); }
    [[nodiscard]] quint16 port() const { return m_listener.port(); }

private:
    const Application m_application;
    const OpenUrl m_openUrl;
    TokenListener m_listener;
};

} // namespace skein
