// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeUploads.h"

#include <QJsonDocument>

namespace skein {

using namespace Qt::StringLiterals;
using Method = HttpRequest::Method;

namespace {

QString fileBaseOf(const ConversationId& id)
{
    return u"/v1/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id.id));
}

FakeService::Answer bare(int status, const QJsonObject& body)
{
    return FakeTransport::raw(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

FakeUploads::FakeUploads(FakeService& service, QList<ConversationId> conversations)
    : m_service(service)
    , m_conversations(std::move(conversations))
{
    m_service.alsoServes = [this](FakeTransport& network) { serve(network); };
}

FakeUploads::~FakeUploads() { m_service.alsoServes = {}; }

QString FakeUploads::filesPlace(const ConversationId& id) { return fileBaseOf(id) + u"/files"_s; }

QString FakeUploads::statusPlace(const ConversationId& id)
{
    return fileBaseOf(id) + u"/uploadStatus"_s;
}

void FakeUploads::serve(FakeTransport& network)
{
    const auto on = [&](Method method, const QString& place,
                        FakeService::Answer (FakeUploads::*work)(const HttpRequest&)) {
        network.handle(method, place, [this, work](const HttpRequest& request) {
            return m_service.answer(
                request, [this, work](const HttpRequest& asked) { return (this->*work)(asked); });
        });
    };
    on(Method::Post, imagePlace, &FakeUploads::takeImage);
    for (const ConversationId& id : std::as_const(m_conversations)) {
        on(Method::Post, filesPlace(id), &FakeUploads::takeFile);
        on(Method::Get, statusPlace(id), &FakeUploads::tellStatus);
    }
}

FakeService::Answer FakeUploads::takeImage(const HttpRequest& request)
{
    const QString url = u"https://i.groupme.com/64x48.png.%1"_s.arg(++uploads, 32, 16, QChar(u'0'));
    images[url] = request.body;
    return bare(200, {{u"payload"_s, QJsonObject{{u"url"_s, url}, {u"picture_url"_s, url}}}});
}

FakeService::Answer FakeUploads::takeFile(const HttpRequest& request)
{
    const QString id = u"file-%1"_s.arg(++uploads);
    files[id] = request.body;
    const QString base = request.url.toString(QUrl::RemoveQuery | QUrl::FullyEncoded);
    return bare(201, {{u"status_url"_s, base.chopped(5) + u"uploadStatus?job=job-of-"_s + id}});
}

FakeService::Answer FakeUploads::tellStatus(const HttpRequest& request)
{
    const QString job = QUrlQuery(request.url).queryItemValue(u"job"_s);
    if (neverDone || m_asked[job]++ < pendingAnswers)
        return bare(200, {{u"status"_s, u"processing"_s}});
    return bare(200, {{u"status"_s, QString::fromLatin1(doneWord)}, {u"file_id"_s, job.mid(7)}});
}

QList<QByteArray> FakeUploads::bytesOf(const QJsonArray& attachments) const
{
    QList<QByteArray> all;
    for (const QJsonValue& each : attachments)
        all.append(each["type"_L1] == "image"_L1 ? images.value(each["url"_L1].toString())
                                                 : files.value(each["file_id"_L1].toString()));
    return all;
}

} // namespace skein
