// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoMediaApi.h"

#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPicture.h"
#include "app/demo/DemoPowerups.h"
#include "app/demo/DemoReactions.h"
#include "app/demo/DemoRequests.h"

#include <QJsonDocument>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using namespace demo;

namespace {

constexpr qsizetype largestFile = 50 * 1000 * 1000; // bytes (protocol.md F2)

template <class Json>
DemoAnswer bare(const Json& json, int status = 200)
{
    DemoAnswer answer{.status = status};
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return answer;
}

DemoAnswer bytesAnswer(const DemoMedia::Blob& blob)
{
    DemoAnswer answer{.contentType = blob.type};
    answer.body = blob.bytes;
    return answer;
}

DemoAnswer plain(int status, const QByteArray& words)
{
    return {.status = status, .body = words, .contentType = "text/plain"};
}

bool hasToken(const DemoRequest& request)
{
    return !request.header(u"X-Access-Token").isEmpty() || request.parameter(u"token")
        || request.parameter(u"access_token") || !request.header(u"Authorization").isEmpty();
}

/// Takes the suffix of a smaller version off an address.
DemoMedia::Version versionIn(QString& address)
{
    using Version = DemoMedia::Version;
    static const std::pair<QLatin1StringView, Version> suffixes[]
        = {{".preview"_L1, Version::Preview}, {".large"_L1, Version::Large},
            {".avatar"_L1, Version::Avatar}};
    for (const auto& [suffix, version] : suffixes) {
        if (address.endsWith(suffix)) {
            address.chop(suffix.size());
            return version;
        }
    }
    return Version::Whole;
}

QJsonObject fileJson(const DemoMedia::File& file, bool sizeAsText)
{
    const QJsonValue size = sizeAsText ? QJsonValue(QString::number(file.bytes.size()))
                                       : QJsonValue(file.bytes.size());
    return {{u"file_id"_s, file.id}, {u"meta"_s, 200},
        {u"file_data"_s,
            QJsonObject{{u"file_name"_s, file.name}, {u"file_size"_s, size},
                {u"mime_type"_s, file.mimeType}}}};
}

} // namespace

DemoMediaApi::DemoMediaApi(DemoWorld& world, DemoEnvelope& envelope)
    : m_world(world)
    , m_envelope(envelope)
{
}

// --- Hosts without a token ----------------------------------------------------------------------

std::optional<DemoAnswer> DemoMediaApi::openAnswer(const DemoRequest& request)
{
    static const QStringList hosts{u"i.groupme.com"_s, u"v.groupme.com"_s, u"cdn.groupme.com"_s,
        u"cdn2.groupme.com"_s, u"powerup.groupme.com"_s, u"m.groupme.com"_s};
    const QString host = request.path.section(u'/', 1, 1);
    if (!hosts.contains(host))
        return std::nullopt;
    if (hasToken(request))
        return plain(400, "no tokens here");
    if (request.method != "GET"_L1)
        return emptyAnswer(405);
    return fromCdn(host, request.path.mid(1 + host.size()));
}

DemoAnswer DemoMediaApi::fromCdn(const QString& host, const QString& path)
{
    if (host == "powerup.groupme.com"_L1) {
        if (path == "/powerups"_L1)
            return bare(powerupsJson());
        const auto sheet = powerupSheet(path);
        if (!sheet)
            return emptyAnswer(404);
        return sheet->isEmpty() ? plain(403, "AccessDenied") : bytesAnswer({*sheet, "image/png"});
    }
    if (host == "cdn.groupme.com"_L1) {
        return path == "/assets/reactions.json"_L1
            ? bare(QJsonArray::fromStringList(reactionCodes()))
            : emptyAnswer(404);
    }
    if (host
        == "m.groupme.com"_L1) { // on to another place, another one every time (protocol.md F1)
        DemoAnswer answer{.status = 301, .contentType = {}};
        const QString target
            = u"/cdn2.groupme.com%1?sig=%2"_s.arg(path).arg(m_described++ * 7919 + 104729);
        answer.headers.append({"Location", target.toLatin1()});
        return answer;
    }
    QString address = (host == "cdn2.groupme.com"_L1 ? u"m.groupme.com"_s : host) + path;
    const auto version
        = host == "i.groupme.com"_L1 ? versionIn(address) : DemoMedia::Version::Whole;
    const auto blob = m_world.media().blob(address, version);
    return blob ? bytesAnswer(*blob) : emptyAnswer(404);
}

// --- Services -----------------------------------------------------------------------------------

const DemoRoutes<DemoMediaApi>& DemoMediaApi::routes()
{
#define SKEIN_FILES "/file\\.groupme\\.com/v1/([^/]+)"
    using Api = DemoMediaApi;
    static const DemoRoutes<DemoMediaApi> all{
        {"POST", "/image\\.groupme\\.com/pictures", &Api::uploadPicture},
        {"POST", SKEIN_FILES "/files", &Api::uploadFile},
        {"GET", SKEIN_FILES "/uploadStatus", &Api::uploadStatus},
        {"POST", SKEIN_FILES "/fileData", &Api::fileData},
        {"GET", SKEIN_FILES "/files/([^/]+)", &Api::download},
        {"POST", SKEIN_FILES "/files/([^/]+)", &Api::download},
    };
#undef SKEIN_FILES
    return all;
}

std::optional<DemoAnswer> DemoMediaApi::answer(const DemoRequest& request, const QString& user)
{
    return routes().answer(*this, request, user, [] { return emptyAnswer(405); });
}

DemoAnswer DemoMediaApi::uploadPicture(const Call& call)
{
    const QString type = call.request.header(u"Content-Type");
    const auto head = pictureHead(call.request.body);
    if (!head)
        return m_envelope.failure(400, u"The image could not be read"_s);
    const QByteArray said = type.toLatin1().toLower();
    const bool isTrue = said == "image/" + head->format;
    if (!isTrue && !(said == "image/jpeg" && head->format == "png"))
        return m_envelope.failure(400, u"Content-Type is not that of the image"_s);
    const QString url = m_world.media().addPicture(call.request.body, head->format, head->size);
    return bare(QJsonObject{{u"payload"_s, QJsonObject{{u"url"_s, url}, {u"picture_url"_s, url}}}});
}

bool DemoMediaApi::mayUse(const Call& call) const
{
    return m_world.isIn(call.user, call.captured.at(1));
}

DemoAnswer DemoMediaApi::uploadFile(const Call& call)
{
    const QString name = call.request.parameter(u"name").value_or(QString());
    if (!mayUse(call))
        return emptyAnswer(404);
    if (name.isEmpty() || call.request.body.isEmpty())
        return bare(QJsonObject{{u"error"_s, u"name and content are needed"_s}}, 400);
    if (call.request.body.size() >= largestFile)
        return bare(QJsonObject{{u"error"_s, u"file is too large"_s}}, 413);
    const QString conversation = call.captured.at(1);
    const QString job = m_world.media().beginUpload({.conversation = conversation,
        .name = name,
        .mimeType = call.request.header(u"Content-Type"),
        .bytes = call.request.body});
    const QString status
        = u"https://file.groupme.com/v1/%1/uploadStatus?job=%2"_s.arg(conversation, job);
    return bare(QJsonObject{{u"status_url"_s, status}}, 201);
}

DemoAnswer DemoMediaApi::uploadStatus(const Call& call)
{
    const QString conversation = call.captured.at(1);
    const auto upload = mayUse(call)
        ? m_world.media().upload(conversation, call.request.parameter(u"job").value_or(QString()))
        : std::nullopt;
    if (!upload)
        return emptyAnswer(404);
    if (upload->fileId.isEmpty())
        return bare(QJsonObject{{u"status"_s, u"pending"_s}});
    const bool isDirect = conversation.contains(u'+'); // two words for one thing (protocol.md F2)
    return bare(QJsonObject{
        {u"status"_s, isDirect ? u"completed"_s : u"complete"_s}, {u"file_id"_s, upload->fileId}});
}

DemoAnswer DemoMediaApi::fileData(const Call& call)
{
    const QJsonValue ids = QJsonDocument::fromJson(call.request.body).object().value("file_ids"_L1);
    if (!mayUse(call))
        return emptyAnswer(404);
    if (!ids.isArray())
        return bare(QJsonObject{{u"error"_s, u"file_ids is missing"_s}}, 400);
    QJsonArray rows;
    for (const QJsonValue& id : ids.toArray()) {
        const auto file = m_world.media().file(call.captured.at(1), id.toString());
        if (file)
            rows.append(fileJson(*file, m_described++ % 2 == 1));
        else
            rows.append(QJsonObject{{u"file_id"_s, id}, {u"meta"_s, 404}});
    }
    return bare(rows);
}

DemoAnswer DemoMediaApi::download(const Call& call)
{
    const auto file = mayUse(call) ? m_world.media().file(call.captured.at(1), call.captured.at(2))
                                   : std::nullopt;
    if (!file)
        return emptyAnswer(404);
    if (file->onlyByPost && call.request.method == "GET"_L1)
        return emptyAnswer(405);
    const QByteArray type = file->mimeType.isEmpty() ? QByteArray("application/octet-stream")
                                                     : file->mimeType.toLatin1();
    return bytesAnswer({file->bytes, type});
}

} // namespace skein
