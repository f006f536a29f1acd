// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request to the demo service and its answer, free of any HTTP library. Plain data.

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <chrono>
#include <optional>

namespace skein {

struct DemoRequest {
    QString method = {};
    QString path = {}; ///< decoded: "/api.groupme.com/v3/chats"; '+' stays '+'
    QList<QPair<QString, QString>> query = {}; ///< decoded: a raw '+' has become a space
    QList<QPair<QString, QString>> headers = {};
    QByteArray body = {};

    /// The first of that name; names are case-sensitive, as the service's are.
    [[nodiscard]] std::optional<QString> parameter(QStringView name) const;
    void setParameter(const QString& name, const QString& value);
    void dropParameter(QStringView name);
    /// Empty when absent; header names know no case.
    [[nodiscard]] QString header(QStringView name) const;
};

struct DemoAnswer {
    enum class Delivery {
        Whole,
        CutOff, ///< the connection closes in the middle of the body
        Stalled, ///< nothing comes for a while in the middle of the body
        Dropped, ///< the connection closes without a byte
    };
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json;charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds stall{0};
};

} // namespace skein
