// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as what the hosts of pictures and files answer: no answer leads to another host, and
// nothing counts as uploaded without an address or an id.

#include "core/api/UploadApi.h"
#include "core/types/ImageUrl.h"
#include "tests/fuzz/Program.h"
#include "tests/fuzz/Promise.h"

#include <QUrlQuery>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

/// Answers everything alike, from the event loop.
class EchoTransport final : public QObject, public HttpTransport {
public:
    explicit EchoTransport(HttpReply reply) : m_reply(std::move(reply)) { }

    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override
    {
        asked.append(request);
        auto promise = std::make_shared<QPromise<Result<HttpReply>>>();
        promise->start();
        QMetaObject::invokeMethod(
            this,
            [this, promise] {
                promise->addResult(m_reply);
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    QList<HttpRequest> asked;

private:
    HttpReply m_reply;
};

template <class T>
Result<T> outcomeOf(const Async<T>& future)
{
    for (int turn = 0; turn < 20 && !future.isFinished(); ++turn)
        QCoreApplication::sendPostedEvents();
    require(future.isFinished() && future.resultCount() == 1);
    return future.result();
}

void checkAsked(const EchoTransport& transport)
{
    for (const HttpRequest& request : transport.asked) {
        const QUrl& url = request.url;
        const bool isFile = url.host() == "file.groupme.com"_L1
            && url.path(QUrl::FullyEncoded).startsWith("/v1/55501/"_L1);
        const bool isPicture = url == QUrl(u"https://image.groupme.com/pictures"_s);
        require(url.scheme() == "https"_L1 && (isFile || isPicture));
    }
}

void check(const HttpReply& reply)
{
    EchoTransport transport(reply);
    UploadApi api(transport);
    const auto group = ConversationId::group(u"55501"_s);
    const bool isGood = reply.status == 200;
    const auto picture = outcomeOf(api.uploadImage("bytes", "image/png"));
    require(!picture || (isGood && mayLoadUnasked(*picture)));
    require(picture || picture.error().status == reply.status);
    const auto job = outcomeOf(api.uploadFile(group, u"tides.pdf"_s, "bytes", "application/pdf"));
    require(!job || (isGood && !job->isEmpty()));
    const auto state = outcomeOf(api.fileJob(group, job ? *job : u"a-job"_s));
    require(!state || (isGood && state->isDone != state->fileId.isEmpty()));
    if (job) {
        const QUrlQuery query(transport.asked.last().url);
        require(query.queryItems().size() == 1);
        require(query.queryItemValue(u"job"_s, QUrl::FullyDecoded) == *job);
    }
    checkAsked(transport);
    require(transport.asked.size() <= 4);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const FuzzProgram program;
    HttpReply reply;
    reply.contentType = "text/html";
    reply.body = bytesOf(data, size);
    for (const int status : {200, 400, 503}) {
        reply.status = status;
        check(reply);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return 0;
}
