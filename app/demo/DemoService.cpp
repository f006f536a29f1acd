// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoService.h"

#include "app/demo/DemoContentHistory.h"
#include "app/demo/DemoControl.h"
#include "app/demo/DemoGroupHistory.h"
#include "app/demo/DemoHistory.h"
#include "app/demo/DemoHttpServer.h"
#include "app/demo/DemoPeople.h"
#include "app/demo/DemoPortrait.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds heartbeat{500};

/// Made up, 40 characters as today's tokens have; tells nothing about the user.
QString madeUpToken(const QString& user, quint32 seed)
{
    const QString source = u"skein demo %1 %2"_s.arg(user).arg(seed);
    const QByteArray hash = QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex());
}

/// GroupMe sends the time with every answer (protocol.md J6).
QByteArray httpDate(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

qint64 steadyMs()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

DemoOptions completed(DemoOptions options)
{
    if (!options.now)
        options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    return options;
}

/// Most people of the world, one of them put away.
void writeContacts(DemoWorld& world)
{
    const QList<DemoPerson> others = world.others();
    for (qsizetype n = 0; n < others.size(); ++n) {
        if (n % 7 != 6)
            world.setContact(world.me().id, others.at(n).id, n == 3);
    }
}

} // namespace

DemoService::DemoService(DemoOptions options)
    : m_options(completed(std::move(options)))
    , m_world(std::make_unique<DemoWorld>(demoMe(), demoCast(), m_options.now))
    , m_api(std::make_unique<DemoApi>(*m_world, m_options.manners))
    , m_token(tokenFor(m_world->me().id))
{
    addDemoAvatars(m_world->media());
    if (m_options.histories) {
        writeDemoHistory(*m_world, m_options.seed, m_options.longest);
        writeDemoGroups(*m_world, m_options.seed, m_options.longest);
        writeDemoContent(*m_world);
        writeContacts(*m_world);
    }
    if (m_options.people)
        m_people = std::make_unique<DemoPeople>(*m_world, m_options.seed, m_options.now());
}

DemoService::~DemoService() { stop(); }

bool DemoService::start()
{
    if (m_server)
        return true;
    {
        const std::lock_guard lock(m_stopMutex);
        m_stopping = false;
    }
    m_server = DemoHttpServer::make([this](const DemoRequest& request) { return answer(request); });
    if (!m_server || !m_server->listen(m_options.port)) {
        m_server.reset();
        return false;
    }
    if (m_people)
        m_life = std::thread([this] { live(); });
    return true;
}

void DemoService::stop()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_stopping = true;
    }
    m_stopped.notify_all();
    m_server.reset();
    if (m_life.joinable())
        m_life.join();
}

QString DemoService::url() const
{
    return m_server ? u"http://127.0.0.1:%1"_s.arg(m_server->port()) : QString();
}

QString DemoService::token() const { return m_token; }

QString DemoService::tokenFor(const QString& user)
{
    const QString token = madeUpToken(user, m_options.seed);
    m_api->admit(token, user);
    return token;
}

void DemoService::revoke(const QString& token) { m_api->revoke(token); }

QString DemoService::clientId() { return DemoOauth::clientId(); }

/// False when the service is stopped meanwhile.
bool DemoService::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_stopMutex);
    return !m_stopped.wait_for(lock, time, [this] { return m_stopping; });
}

void DemoService::live()
{
    while (pause(heartbeat))
        m_people->tick(m_options.now());
}

DemoAnswer DemoService::answer(const DemoRequest& request)
{
    if (m_options.control && isDemoControl(request))
        return answerDemoControl(*this, request);
    ++m_requests;
    DemoLogEntry entry = DemoLog::entryFor(request, m_options.now());
    const QList<DemoFault> faults = m_faults.take(request);
    std::chrono::milliseconds delay{0};
    for (const DemoFault& fault : faults) {
        if (fault.kind == DemoFault::Kind::Delay || fault.kind == DemoFault::Kind::Swallow)
            delay += fault.delay;
    }
    DemoAnswer answer{.delivery = DemoAnswer::Delivery::Dropped};
    if (!m_out && (delay.count() == 0 || pause(delay))) {
        answer = m_faults.perform(faults, request,
            [this](const DemoRequest& asked) { return m_api->answer(asked, steadyMs()); });
    }
    if (m_out)
        answer.delivery = DemoAnswer::Delivery::Dropped;
    answer.headers.append({"Date", httpDate(m_options.now())});
    entry.status = answer.delivery == DemoAnswer::Delivery::Dropped ? 0 : answer.status;
    m_log.add(entry);
    return answer;
}

} // namespace skein
