// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/Envelope.h"

#include "core/net/RetryPolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype safeDigits = 18; // any integer of so many digits fits 64 bits
constexpr qsizetype detailLength = 300;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The end of the string that begins with the quote at `quote`.
qsizetype stringEnd(const QByteArray& json, qsizetype quote)
{
    for (qsizetype i = quote + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

qsizetype numberEnd(const QByteArray& json, qsizetype start)
{
    qsizetype end = start;
    while (end < json.size() && (isDigit(json[end]) || QByteArrayView("+-.eE").contains(json[end])))
        ++end;
    return end;
}

bool isLongInteger(QByteArrayView number)
{
    const auto digits = number.sliced(number.startsWith('-') ? 1 : 0);
    return digits.size() > safeDigits && std::ranges::all_of(digits, isDigit);
}

/// The first character that means something: after white space and a byte order mark.
char firstOf(const QByteArray& body)
{
    QByteArrayView rest(body);
    if (rest.startsWith("\xEF\xBB\xBF"))
        rest = rest.sliced(3);
    rest = rest.trimmed();
    return rest.isEmpty() ? '\0' : rest.front();
}

bool isHtml(const HttpReply& reply)
{
    return firstOf(reply.body) == '<'
        || (reply.contentType.toLower().contains("html") && firstOf(reply.body) != '\0');
}

bool isJson(const HttpReply& reply)
{
    const char first = firstOf(reply.body);
    const QByteArray type = reply.contentType.toLower();
    return (first == '{' || first == '[') && (type.isEmpty() || type.contains("json"));
}

/// The service's own words, or nothing.
QString detailOf(const HttpReply& reply)
{
    if (!isJson(reply))
        return {};
    const QJsonObject meta = QJsonDocument::fromJson(reply.body)["meta"_L1].toObject();
    const QJsonValue errors = meta["errors"_L1];
    QStringList words;
    for (const QJsonValue& error : errors.isArray() ? errors.toArray() : QJsonArray{errors}) {
        if (error.isString() && !error.toString().isEmpty())
            words.append(error.toString());
    }
    return words.join("; "_L1).left(detailLength);
}

ErrorKind kindOf(const HttpReply& reply)
{
    const int status = reply.status;
    if (status == 420 || status == 429)
        return ErrorKind::RateLimited; // also from a gateway, whatever its page looks like
    if (status >= 500)
        return status == 511 ? ErrorKind::NotGroupMe : ErrorKind::Server;
    // GroupMe redirects no call of ours, and its refusals are never pages: a portal or a filter.
    if (status < 400 || isHtml(reply))
        return ErrorKind::NotGroupMe;
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    default:
        return ErrorKind::BadRequest;
    }
}

Result<QJsonValue> contentOf(const HttpReply& reply)
{
    if (firstOf(reply.body) == '\0')
        return QJsonValue(QJsonValue::Null);
    if (!isJson(reply))
        return std::unexpected(Error{ErrorKind::NotGroupMe, reply.status, {}, {}});
    QByteArray body = reply.body;
    if (body.startsWith("\xEF\xBB\xBF"))
        body.remove(0, 3);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(withLongIntegersQuoted(body), &problem);
    if (problem.error != QJsonParseError::NoError)
        return std::unexpected(
            Error{ErrorKind::Malformed, reply.status, problem.errorString(), {}});
    if (document.isArray())
        return QJsonValue(document.array());
    const QJsonObject object = document.object();
    if (!object.contains("response"_L1) && !object.contains("meta"_L1))
        return QJsonValue(object);
    const QJsonValue response = object["response"_L1];
    return response.isUndefined() ? QJsonValue(QJsonValue::Null) : response;
}

} // namespace

QByteArray withLongIntegersQuoted(const QByteArray& json)
{
    QByteArray quoted;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < json.size();) {
        if (json[i] == '"') {
            i = stringEnd(json, i);
        } else if (json[i] == '-' || isDigit(json[i])) {
            const qsizetype end = numberEnd(json, i);
            if (isLongInteger(QByteArrayView(json).sliced(i, end - i))) {
                quoted += QByteArrayView(json).sliced(copied, i - copied);
                quoted += '"' + json.sliced(i, end - i) + '"';
                copied = end;
            }
            i = end;
        } else {
            ++i;
        }
    }
    return copied == 0 ? json : quoted + json.sliced(copied);
}

Result<QJsonValue> openEnvelope(const HttpReply& reply)
{
    if (reply.status == 304)
        return QJsonValue(QJsonValue::Null); // "no messages for this cursor", not HTTP caching
    if (reply.status >= 200 && reply.status < 300)
        return contentOf(reply);
    return std::unexpected(
        Error{kindOf(reply), reply.status, detailOf(reply), retryAfterOf(reply)});
}

} // namespace skein
