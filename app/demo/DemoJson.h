// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wire's shapes: rows as protocol.md B2, B4 and B8 have them and the envelope of A1 with its
// varying ways of saying "no errors". Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoTypes.h"

#include <QJsonValue>

#include <atomic>

namespace skein::demo {

/// Null for a null text and for no time, as the wire has them.
[[nodiscard]] QJsonValue textOrNull(const QString& text);
[[nodiscard]] QJsonValue timeOrNull(qint64 seconds);
/// A message as reads have it.
[[nodiscard]] QJsonObject messageJson(const DemoMessage& message, const QString& conversation);
/// A message as the creating call has it: without what only reads know (protocol.md B6).
[[nodiscard]] QJsonObject createdJson(const DemoMessage& message);
/// A row of the list; `show` for the single call, where other_user.id is a text.
[[nodiscard]] QJsonObject chatJson(const DemoChatRow& row, bool show, bool withUnread);
[[nodiscard]] QJsonObject receiptJson(const DemoReceipt& receipt, const QString& id);
[[nodiscard]] QJsonObject meJson(const DemoPerson& person);

} // namespace skein::demo

namespace skein {

class DemoEnvelope {
public:
    /// meta.errors is null, [] and absent in turn; meta.code sometimes has five digits.
    [[nodiscard]] DemoAnswer success(const QJsonValue& response, int status = 200);
    /// `response` is null and missing in turn. `code`: meta.code, where it is not the status.
    [[nodiscard]] DemoAnswer failure(int status, const QString& reason, int code = 0);

private:
    std::atomic<unsigned> m_turn = 0;
};

} // namespace skein
