// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What GroupMe is asked about a token that is no session's: whose it is, and to revoke it. Each
// call has a network of its own, so that it goes out with that token and no other call does. Main
// thread.

#include "core/base/Async.h"
#include "core/types/Conversation.h"

#include <QUrl>

#include <variant>

namespace skein {

class TokenCalls : public QObject {
    Q_OBJECT
public:
    explicit TokenCalls(const std::optional<QUrl>& server, QObject* parent = nullptr);

    /// GET /users/me (protocol.md B1).
    [[nodiscard]] Async<Person> owner(const QString& token);
    /// POST v2 /access_tokens/current/destroy (H6). Unauthorized: it was no longer good anyway.
    [[nodiscard]] Async<std::monostate> revoke(const QString& token);

private:
    class Call;

    const std::optional<QUrl> m_server;
};

} // namespace skein
