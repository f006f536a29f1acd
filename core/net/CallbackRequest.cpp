// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/CallbackRequest.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace skein {

namespace {

using CallbackKind = CallbackReading::Kind;

CallbackReading refusedWith(int status) { return {CallbackKind::Refused, status, {}}; }

struct CallbackHead {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    QByteArrayList hosts;
    QByteArray destination; ///< Sec-Fetch-Dest: what the browser wants the answer for
};

bool isVisible(char c) { return c > 0x20 && c < 0x7f; }

bool readRequestLine(const QByteArray& line, CallbackHead& head)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() != 3 || words[0].isEmpty() || !words[1].startsWith('/')
        || !std::ranges::all_of(words[1], isVisible)
        || (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0"))
        return false;
    const auto mark = words[1].indexOf('?');
    head.method = words[0];
    head.path = mark < 0 ? words[1] : words[1].first(mark);
    head.query = mark < 0 ? QByteArray() : words[1].sliced(mark + 1);
    return true;
}

std::optional<CallbackHead> readHead(const QByteArray& bytes)
{
    CallbackHead head;
    QByteArrayList lines = bytes.split('\n');
    for (QByteArray& line : lines) {
        if (!line.endsWith('\r'))
            return std::nullopt;
        line.chop(1);
    }
    if (!readRequestLine(lines.takeFirst(), head))
        return std::nullopt;
    for (const QByteArray& line : std::as_const(lines)) {
        const auto colon = line.indexOf(':');
        if (colon <= 0 || !std::ranges::all_of(line.first(colon), isVisible))
            return std::nullopt;
        const QByteArray name = line.first(colon).toLower();
        if (name == "host")
            head.hosts.append(line.sliced(colon + 1).trimmed().toLower());
        else if (name == "sec-fetch-dest")
            head.destination = line.sliced(colon + 1).trimmed().toLower();
    }
    return head;
}

/// Under another name a page of the web could have itself led here (DNS rebinding).
bool isForUs(const QByteArrayList& hosts, quint16 port)
{
    if (hosts.size() != 1)
        return false;
    const QByteArray ending = ':' + QByteArray::number(port);
    return hosts[0] == "127.0.0.1" + ending || hosts[0] == "[::1]" + ending
        || hosts[0] == "localhost" + ending;
}

QByteArray firstToken(const QByteArray& query)
{
    const QByteArray key = "access_token=";
    for (const QByteArray& pair : query.split('&')) {
        if (pair.startsWith(key) && pair.size() > key.size())
            return QByteArray::fromPercentEncoding(pair.sliced(key.size()));
    }
    return {};
}

} // namespace

CallbackReading readCallback(const QByteArray& received, const CallbackPlace& place)
{
    const auto end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return received.size() > longestCallback ? refusedWith(431) : CallbackReading{};
    if (end > longestCallback)
        return refusedWith(431);
    const auto head = readHead(received.first(end + 1));
    if (!head || !isForUs(head->hosts, place.port))
        return refusedWith(400);
    if (head->path != place.path)
        return refusedWith(404);
    if (head->method != "GET")
        return refusedWith(405);
    // GroupMe leads the whole page here; a picture or a script of some page is not that.
    if (!head->destination.isEmpty() && head->destination != "document")
        return refusedWith(400);
    const QByteArray token = firstToken(head->query);
    if (token.isEmpty())
        return {CallbackKind::NoToken, 200, {}};
    if (token.size() > longestToken || !std::ranges::all_of(token, isVisible))
        return refusedWith(400);
    return {CallbackKind::Token, 200, QString::fromLatin1(token)};
}

} // namespace skein
