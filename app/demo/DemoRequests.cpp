// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoRequests.h"

#include <QJsonDocument>

#include <algorithm>

namespace skein::demo {

using namespace Qt::StringLiterals;

DemoAnswer emptyAnswer(int status) { return {.status = status, .contentType = {}}; }

bool isId(const QString& text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int number(const DemoRequest& request, QStringView name, int fallback)
{
    const auto given = request.parameter(name);
    if (!given)
        return fallback;
    bool ok = false;
    const int value = given->toInt(&ok);
    return ok && value > 0 ? value : -1;
}

std::optional<QJsonObject> wrapped(const DemoRequest& request, const QString& wrapper)
{
    const QJsonValue inner = QJsonDocument::fromJson(request.body).object().value(wrapper);
    return inner.isObject() ? std::optional(inner.toObject()) : std::nullopt;
}

std::expected<DemoDraft, QString> contentOf(const QJsonObject& message)
{
    const QJsonValue guid = message.value("source_guid"_L1);
    const QJsonValue text = message.value("text"_L1);
    const QJsonValue attachments = message.value("attachments"_L1);
    if (!guid.isString() || guid.toString().isEmpty())
        return std::unexpected(u"source_guid is missing"_s);
    if (!text.isString() && !text.isNull() && !text.isUndefined())
        return std::unexpected(u"text must be a string"_s);
    if (!attachments.isArray() && !attachments.isNull() && !attachments.isUndefined())
        return std::unexpected(u"attachments must be an array"_s);
    const QJsonArray rows = attachments.toArray();
    const bool typed = std::all_of(
        rows.begin(), rows.end(), [](const QJsonValue& row) { return row[u"type"_s].isString(); });
    if (!typed)
        return std::unexpected(u"every attachment needs a type"_s);
    return DemoDraft{guid.toString(), {}, text.toString(), rows};
}

std::expected<std::pair<DemoWorld::Cursor, QString>, QString> cursorOf(const DemoRequest& request)
{
    using Cursor = DemoWorld::Cursor;
    static constexpr std::pair<const char16_t*, Cursor> cursors[] = {
        {u"before_id", Cursor::Before}, {u"since_id", Cursor::Since}, {u"after_id", Cursor::After}};
    for (const auto& [name, cursor] : cursors) {
        const auto id = request.parameter(QStringView(name));
        if (!id)
            continue;
        if (!isId(*id))
            return std::unexpected(u"%1 is not a message id"_s.arg(QStringView(name)));
        return std::pair(cursor, *id);
    }
    return std::pair(Cursor::Newest, QString());
}

} // namespace skein::demo
