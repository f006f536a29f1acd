// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoLog.h"

#include <QJsonObject>
#include <QMutexLocker>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 20'000; // a demo may run for days

/// The hosts that may see a token, exactly (protocol.md A4).
bool mayHoldToken(const QString& host)
{
    static const QStringList hosts{u"api.groupme.com"_s, u"v2.groupme.com"_s,
        u"image.groupme.com"_s, u"video.groupme.com"_s, u"file.groupme.com"_s, u"m.groupme.com"_s};
    return hosts.contains(host);
}

/// Uploads are raw bytes of any type, the sign-in page sends a form; all else speaks JSON.
bool takesBytes(const DemoRequest& request)
{
    const QString host = request.path.section(u'/', 1, 1);
    return host == "oauth.groupme.com"_L1
        || (host == "image.groupme.com"_L1 && request.path.endsWith("/pictures"_L1))
        || (host == "file.groupme.com"_L1 && request.path.endsWith("/files"_L1));
}

QStringList violationsOf(const DemoRequest& request)
{
    QStringList found;
    if (request.parameter(u"token") || request.parameter(u"access_token"))
        found.append(u"token in the query"_s);
    const bool holdsToken = !request.header(u"X-Access-Token").isEmpty();
    const QString host = request.path.section(u'/', 1, 1);
    const bool isMediaRead = host == "m.groupme.com"_L1 && request.method == "GET"_L1;
    if (holdsToken && (isMediaRead || !mayHoldToken(host)))
        found.append(u"token sent to a foreign host"_s);
    if (!request.header(u"If-None-Match").isEmpty()
        || !request.header(u"If-Modified-Since").isEmpty())
        found.append(u"conditional request"_s); // 304 means "no messages" here (A2)
    const QString type = request.header(u"Content-Type");
    if (!request.body.isEmpty() && !takesBytes(request)
        && !type.startsWith("application/json"_L1, Qt::CaseInsensitive))
        found.append(u"body without Content-Type application/json"_s);
    return found;
}

} // namespace

DemoLogEntry DemoLog::entryFor(const DemoRequest& request, qint64 time)
{
    QStringList query;
    for (const auto& [name, value] : request.query) {
        const bool secret = name.endsWith("token"_L1, Qt::CaseInsensitive);
        query.append(name + u'=' + (secret ? u"(hidden)"_s : value));
    }
    return {.time = time,
        .method = request.method,
        .path = request.path,
        .query = query.join(u'&'),
        .status = 0,
        .tokenInHeader = !request.header(u"X-Access-Token").isEmpty(),
        .violations = violationsOf(request)};
}

void DemoLog::add(const DemoLogEntry& entry)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.append(entry);
    if (m_entries.size() > longest)
        m_entries.removeFirst();
}

void DemoLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_entries.clear();
}

QList<DemoLogEntry> DemoLog::entries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries;
}

int DemoLog::count(const QString& method, const QString& pathEnd) const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(std::ranges::count_if(m_entries, [&](const DemoLogEntry& entry) {
        return (method.isEmpty() || entry.method == method) && entry.path.endsWith(pathEnd);
    }));
}

QStringList DemoLog::violations() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList all;
    for (const DemoLogEntry& entry : m_entries) {
        for (const QString& violation : entry.violations)
            all.append(u"%1 %2: %3"_s.arg(entry.method, entry.path, violation));
    }
    return all;
}

QJsonArray DemoLog::toJson() const
{
    QJsonArray rows;
    for (const DemoLogEntry& entry : entries()) {
        rows.append(QJsonObject{{u"time"_s, entry.time}, {u"method"_s, entry.method},
            {u"path"_s, entry.path}, {u"query"_s, entry.query}, {u"status"_s, entry.status},
            {u"token_in_header"_s, entry.tokenInHeader},
            {u"violations"_s, QJsonArray::fromStringList(entry.violations)}});
    }
    return rows;
}

} // namespace skein
