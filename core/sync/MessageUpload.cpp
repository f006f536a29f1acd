// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MessageUpload.h"

#include "core/base/WhenDone.h"

#include <QPointer>

#include <algorithm>

namespace skein {

int percentOf(const UploadProgress& progress)
{
    if (progress.count <= 0)
        return 0;
    const qint64 total = std::max<qint64>(progress.total, 1);
    const qint64 done = std::clamp<qint64>(progress.done, 0, total);
    const double files = double(progress.index) + double(done) / double(total);
    return std::clamp(static_cast<int>(100 * files / double(progress.count)), 0, 100);
}

MessageUpload::MessageUpload(UploadApi& api, AccountStore& store, StagedFiles& staged, Clock& clock,
    OutboxRow row, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_staged(staged)
    , m_row(std::move(row))
    , m_timer(clock.timer([this] { ask(); }))
{
    m_progress.count = m_row.files.size();
}

MessageUpload::~MessageUpload()
{
    if (m_abort)
        m_abort();
}

template <class T, class F>
void MessageUpload::await(const Async<T>& step, F next)
{
    m_abort = [step = Async<T>(step)]() mutable { step.cancel(); };
    whenDone(this, step, [this, next = std::move(next)](const Result<T>& result) mutable {
        m_abort = {};
        next(result);
    });
}

void MessageUpload::run() { next(); }

void MessageUpload::next()
{
    const auto waiting = std::ranges::find_if_not(m_row.files, &OutboxFile::isUp);
    if (waiting == m_row.files.end())
        return finish(std::nullopt);
    m_index = waiting - m_row.files.begin();
    m_asked = 0;
    show(0, file().size);
    if (!waiting->job.isEmpty())
        return ask();
    whenDone(this, m_staged.read(file().staged), [this](const Result<QByteArray>& bytes) {
        if (bytes)
            send(*bytes);
        else
            refuse(bytes.error());
    });
}

void MessageUpload::send(const QByteArray& bytes)
{
    // The last bytes may be told of while we are being destroyed.
    const auto progress = [self = QPointer(this)](qint64 done, qint64 total) {
        if (self)
            self->show(done, total);
    };
    if (file().kind == OutgoingFile::Kind::Image)
        await(m_api.uploadImage(bytes, file().mimeType, progress), [this](const Result<QUrl>& url) {
            url ? note({}, url->toString(QUrl::FullyEncoded)) : refuse(url.error());
        });
    else
        await(m_api.uploadFile(m_row.conversation, file().name, bytes, file().mimeType, progress),
            [this](const Result<QString>& job) { job ? note(*job, {}) : refuse(job.error()); });
}

void MessageUpload::ask()
{
    show(file().size, file().size);
    await(m_api.fileJob(m_row.conversation, m_row.files.at(m_index).job),
        [this](const Result<FileJob>& job) { asked(job); });
}

void MessageUpload::asked(const Result<FileJob>& job)
{
    if (!job)
        return refuse(job.error());
    if (job->isDone)
        return note({}, job->fileId);
    if (++m_asked < askTimes)
        return m_timer->start(askEvery);
    refuse({ErrorKind::BadRequest, 0,
        tr("GroupMe did not finish taking in \u201c%1\u201d.").arg(file().name), {}});
}

void MessageUpload::note(const QString& job, const QString& result)
{
    OutboxFile& here = m_row.files[m_index];
    here.job = job;
    here.result = result;
    const auto write = m_store.write(
        [guid = m_row.guid, index = m_index, job, result](Stores& stores, Changes&) {
            stores.outbox.noteUpload(guid, index, job, result);
            return true;
        });
    whenDone(this, write, [this](const Result<bool>& written) {
        if (written)
            next();
        else
            finish(written.error());
    });
}

void MessageUpload::refuse(const Error& error)
{
    if (mayUploadLater(error) || error.kind == ErrorKind::Unauthorized)
        return finish(error);
    Error told = error;
    told.detail = wordsFor(error);
    if (m_row.files.at(m_index).job.isEmpty())
        return finish(told);
    // A job that came to nothing: tried again, the file goes up anew.
    const auto write
        = m_store.write([guid = m_row.guid, index = m_index](Stores& stores, Changes&) {
              stores.outbox.noteUpload(guid, index, {}, {});
              return true;
          });
    whenDone(this, write, [this, told](const Result<bool>&) { finish(told); });
}

QString MessageUpload::wordsFor(const Error& error) const
{
    if (error.status == 413)
        return tr("GroupMe finds \u201c%1\u201d too large.").arg(file().name);
    if (error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge)
        return tr("GroupMe did not say where it put \u201c%1\u201d.").arg(file().name);
    if (error.status == 0 && !error.detail.isEmpty())
        return error.detail; // our own words
    if (!error.detail.isEmpty())
        return tr("GroupMe did not accept \u201c%1\u201d: %2").arg(file().name, error.detail);
    return tr("GroupMe did not accept \u201c%1\u201d.").arg(file().name);
}

void MessageUpload::show(qint64 done, qint64 total)
{
    const UploadProgress now{m_index, m_row.files.size(), done, total > 0 ? total : file().size};
    if (std::exchange(m_progress, now) != now)
        emit progressed();
}

void MessageUpload::finish(const std::optional<Error>& error)
{
    deleteLater();
    emit finished(error);
}

} // namespace skein
