// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/UploadApi.h"

#include "core/api/Envelope.h"
#include "core/base/WhenDone.h"
#include "core/types/ImageUrl.h"

#include <QFutureWatcher>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace skein {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QByteArrayView jpegType = "image/jpeg";
constexpr qint64 slowestPerSecond = 8 * 1024; ///< bytes; slower is given up
constexpr std::chrono::milliseconds longestStall = 45s;

HttpRequest bodyRequest(const QByteArray& url, const QByteArray& bytes, const QByteArray& type,
    const UploadApi::Progress& progress)
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    request.body = bytes;
    request.contentType = type.isEmpty() ? QByteArray("application/octet-stream") : type;
    request.priority = HttpRequest::Priority::Send;
    request.timeout = 60s + std::chrono::seconds{bytes.size() / slowestPerSecond};
    request.stall = longestStall;
    request.maxReplyBytes = 64 * 1024;
    if (progress)
        request.progress = std::make_shared<TransferProgress>(
            TransferProgress{.sent = progress, .received = {}});
    return request;
}

HttpRequest imageRequest(
    const QByteArray& bytes, const QByteArray& type, const UploadApi::Progress& progress)
{
    return bodyRequest("https://image.groupme.com/pictures", bytes, type, progress);
}

QByteArray fileBase(const ConversationId& id)
{
    return "https://file.groupme.com/v1/" + QUrl::toPercentEncoding(id.id);
}

/// A gateway's page says as clearly as JSON that this body will not be taken.
Error sharpened(Error error)
{
    static constexpr std::array refusals{400, 404, 405, 413, 415, 422};
    const bool isRefusal = std::ranges::find(refusals, error.status) != refusals.end();
    if (error.kind == ErrorKind::NotGroupMe && isRefusal)
        error.kind = ErrorKind::BadRequest;
    return error;
}

std::unexpected<Error> uploadMalformed(const HttpReply& reply)
{
    return std::unexpected(Error{ErrorKind::Malformed, reply.status, {}, {}});
}

Result<QUrl> readUploadedImage(const HttpReply& reply, const QJsonValue& value)
{
    const QJsonObject payload = value["payload"_L1].toObject();
    for (const auto& key : {"url"_L1, "picture_url"_L1}) {
        QUrl url(payload[key].toString(), QUrl::StrictMode);
        if (mayLoadUnasked(url))
            return url;
    }
    return uploadMalformed(reply);
}

/// The job that a status URL names. Only that is taken from it, and only if it is the service's.
Result<QString> readUploadJob(const HttpReply& reply, const QJsonValue& value)
{
    const QUrl url(value["status_url"_L1].toString(), QUrl::StrictMode);
    QString job = QUrlQuery(url).queryItemValue(u"job"_s, QUrl::FullyDecoded);
    if (!mayLoadUnasked(url) || job.isEmpty())
        return uploadMalformed(reply);
    return job;
}

Result<FileJob> readFileJob(const HttpReply& reply, const QJsonValue& value)
{
    if (!value.isObject())
        return uploadMalformed(reply);
    const QString status = value["status"_L1].toString();
    if (status != "complete"_L1 && status != "completed"_L1)
        return FileJob{};
    const QJsonValue id = value["file_id"_L1];
    const QString text = id.isDouble() ? QString::number(id.toInteger()) : id.toString();
    if (text.isEmpty())
        return uploadMalformed(reply);
    return FileJob{true, text};
}

template <class T>
using UploadReader = Result<T> (*)(const HttpReply&, const QJsonValue&);

template <class T>
Result<T> opened(const Result<HttpReply>& reply, UploadReader<T> read)
{
    if (!reply)
        return std::unexpected(reply.error());
    // These hosts are not known for true types: what it is shows at its first character.
    HttpReply plain = *reply;
    plain.contentType.clear();
    const auto value = openEnvelope(plain);
    if (!value)
        return std::unexpected(sharpened(value.error()));
    return read(*reply, *value);
}

/// Sends `request` and reads its answer; cancelling the future aborts it. `again` may name another
/// request to be tried after an error.
template <class T>
class UploadExchange final : public QObject {
public:
    using Again = std::function<std::optional<HttpRequest>(const Error&)>;

    UploadExchange(HttpTransport& transport, UploadReader<T> read, Again again, QObject* parent)
        : QObject(parent)
        , m_transport(transport)
        , m_read(read)
        , m_again(std::move(again))
    {
        m_promise.start();
        connect(&m_wanted, &QFutureWatcherBase::canceled, this, [this] { m_sent.cancel(); });
        m_wanted.setFuture(m_promise.future());
        connect(&m_sent, &QFutureWatcherBase::finished, this, &UploadExchange::take);
    }

    [[nodiscard]] Async<T> future() const { return m_promise.future(); }
    void send(const HttpRequest& request) { m_sent.setFuture(m_transport.send(request)); }

private:
    void take()
    {
        if (m_promise.isCanceled() || m_sent.isCanceled())
            return end();
        const auto result = opened<T>(m_sent.result(), m_read);
        const auto next = result || !m_again ? std::nullopt : m_again(result.error());
        if (next) {
            m_again = {};
            return send(*next);
        }
        m_promise.addResult(result);
        end();
    }
    void end()
    {
        m_wanted.disconnect(this);
        deleteLater(); // before the receivers run: they may delete our parent
        auto promise = std::move(m_promise);
        promise.finish();
    }

    HttpTransport& m_transport;
    UploadReader<T> m_read;
    Again m_again;
    QPromise<Result<T>> m_promise;
    QFutureWatcher<Result<T>> m_wanted;
    QFutureWatcher<Result<HttpReply>> m_sent;
};

template <class T>
Async<T> exchangeUpload(HttpTransport& transport, const HttpRequest& request, UploadReader<T> read,
    QObject* parent, typename UploadExchange<T>::Again again = {})
{
    auto* made = new UploadExchange<T>(transport, read, std::move(again), parent);
    const auto future = made->future();
    made->send(request);
    return future;
}

} // namespace

UploadApi::UploadApi(HttpTransport& transport, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
{
}

Async<QUrl> UploadApi::uploadImage(
    const QByteArray& bytes, const QByteArray& mimeType, const Progress& progress)
{
    // Some types were refused under their true name and taken under this one (F1).
    const auto asJpeg = [=](const Error& error) -> std::optional<HttpRequest> {
        static constexpr std::array others{401, 403, 413, 420, 429};
        const bool isAboutType = error.status >= 400 && error.status < 500
            && std::ranges::find(others, error.status) == others.end();
        if (!isAboutType || mimeType == jpegType)
            return std::nullopt;
        return imageRequest(bytes, jpegType.toByteArray(), progress);
    };
    return exchangeUpload<QUrl>(
        m_transport, imageRequest(bytes, mimeType, progress), readUploadedImage, this, asJpeg);
}

Async<QString> UploadApi::uploadFile(const ConversationId& conversation, const QString& name,
    const QByteArray& bytes, const QByteArray& mimeType, const Progress& progress)
{
    const QByteArray url = fileBase(conversation) + "/files?name=" + QUrl::toPercentEncoding(name);
    return exchangeUpload<QString>(
        m_transport, bodyRequest(url, bytes, mimeType, progress), readUploadJob, this);
}

Async<FileJob> UploadApi::fileJob(const ConversationId& conversation, const QString& job)
{
    HttpRequest request;
    request.url = QUrl::fromEncoded(
        fileBase(conversation) + "/uploadStatus?job=" + QUrl::toPercentEncoding(job),
        QUrl::StrictMode);
    request.priority = HttpRequest::Priority::Send;
    request.maxReplyBytes = 64 * 1024;
    return exchangeUpload<FileJob>(m_transport, request, readFileJob, this);
}

bool mayUploadLater(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
    case ErrorKind::Expired:
    case ErrorKind::NotGroupMe:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
        return true;
    default:
        return false;
    }
}

} // namespace skein
