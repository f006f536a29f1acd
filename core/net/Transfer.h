// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request on its way: collects the answer within its limits of time and size, and finishes the
// promise once, with a reply or with why there is none. Deletes itself. Main thread.

#include "core/net/HttpTransport.h"

#include <QFutureWatcher>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

namespace skein {

class Transfer final : public QObject {
    Q_OBJECT
public:
    /// `server` is what the request was routed to, if anything.
    Transfer(QNetworkReply* reply, const HttpRequest& request, const std::optional<QUrl>& server,
        QObject* parent);

    [[nodiscard]] Async<HttpReply> future() const { return m_promise.future(); }

private:
    void watchProgress();
    void read();
    [[nodiscard]] bool keep(const QByteArray& part);
    [[nodiscard]] int status() const;
    [[nodiscard]] QByteArray location() const;
    void giveUp(ErrorKind kind);
    void finish();
    [[nodiscard]] Result<HttpReply> outcome() const;
    [[nodiscard]] ErrorKind failure() const;

    std::unique_ptr<QNetworkReply> m_reply;
    std::optional<QUrl> m_server;
    qint64 m_maxBytes;
    qint64 m_received = 0;
    std::shared_ptr<QIODevice> m_sink;
    std::shared_ptr<const TransferProgress> m_progress;
    std::optional<std::chrono::milliseconds> m_stall;
    QPromise<Result<HttpReply>> m_promise;
    QFutureWatcher<Result<HttpReply>> m_wanted;
    QTimer m_deadline;
    QTimer m_silence; ///< since the last byte that moved
    QByteArray m_body;
    bool m_wasSent = false;
    std::optional<ErrorKind> m_gaveUp;
};

} // namespace skein
