// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Downloads.h"

#include "core/api/FileDownload.h"
#include "core/base/WhenDone.h"
#include "core/net/Redirects.h"
#include "core/platform/DownloadMark.h"
#include "core/types/FileNames.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

constexpr auto tellEvery = 100ms; ///< of progress
constexpr int mostNames = 1000; ///< that are tried

/// "notes.pdf", then "notes (2).pdf", ...
QString numberedName(const QString& name, int number)
{
    if (number == 1)
        return name;
    const QFileInfo info(name);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(suffix);
}

ErrorKind downloadError(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 405:
    case 410:
        return ErrorKind::NotFound;
    case 420:
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::BadRequest;
    }
}

} // namespace

struct Downloads::Job {
    QString id;
    ConversationId conversation;
    QString name; ///< safe
    QString folder;
    std::shared_ptr<QFile> part;
    Async<HttpReply> request;
    QUrl at;
    int redirects = 0;
    bool posted = false;
    std::chrono::milliseconds told{0};

    /// Nothing of it stays on disk.
    void drop()
    {
        request.cancel();
        if (part)
            part->remove();
    }
};

Downloads::Downloads(HttpTransport& network, Clock& clock, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_folder(folder)
{
}

Downloads::~Downloads()
{
    for (const auto& job : std::as_const(m_running))
        job->drop();
}

FileDownload Downloads::download(const QString& fileId) const
{
    const FileDownload known = m_downloads.value(fileId);
    const bool isGone = known.state == FileDownload::State::Done && !QFile::exists(known.path);
    return isGone ? FileDownload() : known;
}

void Downloads::start(const ConversationId& conversation, const FileFacts& file)
{
    if (file.id.isEmpty() || download(file.id).state == FileDownload::State::Running)
        return;
    auto job = std::make_shared<Job>();
    job->id = file.id;
    job->conversation = conversation;
    job->name = safeFileName(file.name);
    job->folder = m_folder;
    m_downloads[file.id] = {.state = FileDownload::State::Running, .total = file.size};
    m_waiting.append(job);
    emit changed(file.id);
    dispatch();
}

void Downloads::cancel(const QString& fileId)
{
    const auto isIt = [&](const JobPointer& job) { return job->id == fileId; };
    const auto running = std::ranges::find_if(m_running, isIt);
    const auto waiting = std::ranges::find_if(m_waiting, isIt);
    if (running != m_running.end())
        finish(*running, FileDownload::State::None, ErrorKind::Cancelled);
    else if (waiting != m_waiting.end())
        finish(*waiting, FileDownload::State::None, ErrorKind::Cancelled);
}

void Downloads::dispatch()
{
    while (!m_waiting.isEmpty() && m_running.size() < maxRunning) {
        const JobPointer job = m_waiting.takeFirst();
        m_running.append(job);
        if (open(job))
            send(job, endpoints::fileDownload(job->conversation, job->id));
        else
            finish(job, FileDownload::State::Failed, ErrorKind::Storage);
    }
}

/// A new file that says by its name that it is not whole.
bool Downloads::open(const JobPointer& job)
{
    const QDir folder(job->folder);
    if (!folder.mkpath(u"."_s))
        return false;
    for (int number = 1; number <= mostNames; ++number) {
        auto part = std::make_shared<QFile>(
            folder.filePath(numberedName(job->name, number) + u".part"_s));
        if (part->open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            job->part = part;
            return true;
        }
        if (!part->exists())
            return false;
    }
    return false;
}

void Downloads::send(const JobPointer& job, HttpRequest request)
{
    auto progress = std::make_shared<TransferProgress>();
    progress->received = [this, weak = std::weak_ptr(job)](qint64 done, qint64 total) {
        if (const auto alive = weak.lock())
            progressed(alive, done, total);
    };
    request.progress = progress;
    request.sink = job->part;
    job->at = request.url;
    job->request = m_network.send(request);
    whenDone(this, job->request, [this, job](const Result<HttpReply>& reply) {
        if (m_running.contains(job))
            answered(job, reply);
    });
}

void Downloads::progressed(const JobPointer& job, qint64 received, qint64 total)
{
    if (!m_running.contains(job) || job->part->pos() == 0)
        return; // the body of a refusal is no progress
    auto& download = m_downloads[job->id];
    download.received = received;
    if (total > 0)
        download.total = total;
    const auto now = m_clock.monotonic();
    if (job->told != 0ms && now - job->told < tellEvery)
        return;
    job->told = now;
    emit changed(job->id);
}

void Downloads::answered(const JobPointer& job, const Result<HttpReply>& reply)
{
    if (!reply)
        finish(job, FileDownload::State::Failed, reply.error().kind);
    else if (goesOn(job, *reply))
        return;
    else if (reply->status != 200)
        finish(job, FileDownload::State::Failed, downloadError(reply->status));
    else if (!keep(job))
        finish(job, FileDownload::State::Failed, ErrorKind::Storage);
    else
        finish(job, FileDownload::State::Done, {});
}

/// The answer leads to another request: without the token when it is a redirect.
bool Downloads::goesOn(const JobPointer& job, const HttpReply& reply)
{
    const bool isRefused = reply.status == 404 || reply.status == 405;
    if (isRefused && !job->posted && job->redirects == 0) {
        job->posted = true;
        send(job, endpoints::fileDownload(job->conversation, job->id, HttpRequest::Method::Post));
        return true;
    }
    const auto target = redirectTarget(reply, job->at);
    if (!target || job->redirects >= mostRedirects)
        return false;
    ++job->redirects;
    HttpRequest request = endpoints::fileDownload(job->conversation, job->id);
    request.url = *target;
    request.authorized = false;
    send(job, request);
    return true;
}

/// It is whole: now it may have its name, unless another file has it.
bool Downloads::keep(const JobPointer& job)
{
    QFile& part = *job->part;
    const bool isWhole = part.flush();
    part.close();
    if (!isWhole || part.error() != QFileDevice::NoError)
        return false;
    markAsDownloaded(part.fileName());
    const QDir folder(job->folder);
    for (int number = 1; number <= mostNames; ++number) {
        const QString path = folder.filePath(numberedName(job->name, number));
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            continue;
        if (!part.rename(path))
            return false;
        m_downloads[job->id].path = path;
        job->part.reset();
        return true;
    }
    return false;
}

void Downloads::finish(const JobPointer& finished, FileDownload::State state, ErrorKind reason)
{
    // The list's own goes. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const JobPointer job = finished;
    job->drop();
    m_running.removeOne(job);
    m_waiting.removeOne(job);
    auto& download = m_downloads[job->id];
    download.state = state;
    download.reason = reason;
    if (state == FileDownload::State::None)
        m_downloads.remove(job->id);
    else if (state == FileDownload::State::Done)
        download.total = download.received = QFileInfo(download.path).size();
    emit changed(job->id);
    dispatch();
}

} // namespace skein
