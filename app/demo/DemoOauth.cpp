// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoOauth.h"

#include "app/demo/DemoRequests.h"

#include <QMutexLocker>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace skein {

using namespace Qt::StringLiterals;
using namespace demo;

namespace {

constexpr qsizetype mostShown = 6;

DemoAnswer htmlAnswer(int status, const QString& body)
{
    return {.status = status,
        .body = u"<!DOCTYPE html><title>GroupMe, the demo</title>"_s.toUtf8() + body.toUtf8(),
        .contentType = "text/html; charset=utf-8"};
}

DemoAnswer leadTo(const QString& url)
{
    DemoAnswer answer = htmlAnswer(302, {});
    answer.headers.append({"Location", url.toUtf8()});
    return answer;
}

} // namespace

DemoOauth::DemoOauth(QList<DemoPerson> people, Admit admit)
    : m_people(std::move(people))
    , m_admit(std::move(admit))
    , m_callback(u"http://127.0.0.1:21753/signed-in"_s)
{
}

void DemoOauth::setCallback(const QString& url)
{
    const QMutexLocker lock(&m_mutex);
    m_callback = url;
}

std::optional<DemoAnswer> DemoOauth::answer(const DemoRequest& request)
{
    const QString host = u"/oauth.groupme.com"_s;
    if (!request.path.startsWith(host + u'/'))
        return std::nullopt;
    if (!request.header(u"X-Access-Token").isEmpty())
        return htmlAnswer(400, u"<p>No tokens here.</p>"_s);
    const QString path = request.path.sliced(host.size());
    const bool isDialog = path == "/oauth/login_dialog"_L1;
    if (!isDialog && path != "/oauth/authorize"_L1)
        return htmlAnswer(404, u"<p>Not found.</p>"_s);
    if (request.method != "GET"_L1 && !(isDialog && request.method == "POST"_L1))
        return htmlAnswer(405, u"<p>Method not allowed.</p>"_s);
    if (request.parameter(u"client_id") != clientId())
        return htmlAnswer(400, u"<p>This application is not known.</p>"_s);
    if (!isDialog)
        return leadTo(u"login_dialog?client_id="_s + clientId());
    return request.method == "GET"_L1 ? page() : decide(request.body);
}

DemoAnswer DemoOauth::page() const
{
    QString people;
    for (const DemoPerson& each : m_people.first(std::min(mostShown, m_people.size())))
        people += u"<p><button name=\"user\" value=\"%1\">Sign in as %2</button>"_s.arg(
            each.id, each.name.toHtmlEscaped());
    return htmlAnswer(200,
        u"<h1>Who are you?</h1><form method=\"post\">%1<p><button name=\"deny\" value=\"1\">"
        "Give no access</button></form>"_s.arg(people));
}

/// No state and no code: the token itself goes back, in the query (protocol.md H1).
DemoAnswer DemoOauth::decide(const QByteArray& form)
{
    const QUrlQuery fields(QString::fromUtf8(form));
    const QString user = fields.queryItemValue(u"user"_s);
    const QMutexLocker lock(&m_mutex);
    if (fields.hasQueryItem(u"deny"_s))
        return leadTo(m_callback + u"?error=access_denied"_s);
    if (std::ranges::find(m_people, user, &DemoPerson::id) == m_people.end())
        return htmlAnswer(400, u"<p>Nobody of that name.</p>"_s);
    return leadTo(m_callback + u"?access_token="_s + m_admit(user));
}

} // namespace skein
