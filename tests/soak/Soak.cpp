// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Soak.h"

#include "core/store/AccountStore.h"

#include <QCoreApplication>

#include <sys/resource.h>

namespace skein::soak {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto visit = 60s; // in which the person looks around twice
constexpr auto calmLimit = 120s; // on the wall, without one more message that arrives
constexpr auto rest = 130s; // past the guid memory, twice
constexpr auto endLimit = 30s; // on the wall, for a life to end by itself

double processorSeconds(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

} // namespace

Soak::Soak(const SoakOptions& options)
    : m_options(options)
    , m_epoch(SystemClock().now())
    , m_service(options.seed, options.speed, m_epoch)
    , m_conversations(m_service.conversations())
    , m_deaths(options.seed)
    , m_sends(options.seed + 1)
    , m_others(options.seed + 2)
    , m_weather(options.seed + 3)
{
    m_life.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_life, &QProcess::readyReadStandardOutput, this, &Soak::readReports);
    connect(&m_life, &QProcess::finished, this, &Soak::lifeEnded);
    connect(&m_life, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fall(u"the program could not be started"_s);
    });
    prepareTimers();
}

Soak::~Soak()
{
    m_life.disconnect(this);
    m_life.kill();
    m_life.waitForFinished();
}

void Soak::prepareTimers()
{
    for (QTimer* timer : {&m_killTimer, &m_sendTimer, &m_speakTimer, &m_outageTimer, &m_limit})
        timer->setSingleShot(true);
    connect(&m_killTimer, &QTimer::timeout, this, &Soak::kill);
    connect(&m_sendTimer, &QTimer::timeout, this, &Soak::send);
    connect(&m_speakTimer, &QTimer::timeout, this, &Soak::speak);
    connect(&m_outageTimer, &QTimer::timeout, this, &Soak::turnOutage);
    connect(&m_limit, &QTimer::timeout, this, [this] { fall(u"it took too long"_s); });
}

bool Soak::start()
{
    if (!m_folder.isValid() || !m_service.start())
        return false;
    m_duration.start();
    m_limit.start(m_options.limit);
    live();
    send();
    speak();
    m_outageTimer.start(drawn(m_weather, 30s, 90s));
    return true;
}

void Soak::live()
{
    if (m_phase == Phase::Ended)
        return;
    m_isReady = false;
    m_isKilled = false;
    m_unread.clear();
    ++m_lives;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SKEIN_TOKEN"_s, m_service.token());
    m_life.setProcessEnvironment(environment);
    m_life.start(QCoreApplication::applicationFilePath(),
        {u"life"_s, m_folder.path(), m_service.url(), m_service.me().id,
            QString::number(m_options.speed), QString::number(m_epoch.count()),
            QString::number(m_options.seed + static_cast<quint32>(m_lives))});
    openOne();
    if (m_phase == Phase::Storm && m_kills < m_options.kills)
        m_killTimer.start(lifespan());
}

int Soak::lifespan()
{
    const int kind = m_deaths.bounded(10);
    if (kind < 2)
        return m_deaths.bounded(300); // it has hardly begun
    return kind < 8 ? m_deaths.bounded(300, 2500) : m_deaths.bounded(2500, 6000);
}

int Soak::drawn(QRandomGenerator& dice, std::chrono::seconds from, std::chrono::seconds to) const
{
    const FastClock& clock = m_service.clock();
    return dice.bounded(static_cast<int>(clock.onTheWall(from).count()),
        static_cast<int>(clock.onTheWall(to).count()));
}

/// Mostly short, sometimes longer than the service remembers any guid.
int Soak::deathspan()
{
    return m_deaths.bounded(5) == 0 ? drawn(m_deaths, 40s, 130s) : m_deaths.bounded(150);
}

void Soak::kill()
{
    ++m_kills;
    m_isKilled = true;
    if (!m_isReady)
        ++m_killedEarly;
    m_life.kill();
}

void Soak::lifeEnded()
{
    readReports();
    m_isReady = false;
    if (m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Rest && m_life.exitStatus() == QProcess::NormalExit
        && m_life.exitCode() == 0)
        return conclude();
    if (!m_isKilled)
        return fall(u"a life ended by itself, with %1"_s.arg(m_life.exitCode()));
    QTimer::singleShot(deathspan(), this, [this] {
        lookWhetherStormIsOver();
        live();
    });
}

void Soak::readReports()
{
    m_unread += m_life.readAllStandardOutput();
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_unread.first(end));
        m_unread.remove(0, end + 1);
        if (line == "ready"_L1)
            m_isReady = true;
        else if (line.startsWith("accepted "_L1))
            m_ledger.accept(line.section(u' ', 1));
        else if (line.startsWith("retried "_L1))
            m_ledger.retry(line.section(u' ', 1));
    }
    if (m_life.state() == QProcess::Running)
        lookWhetherStormIsOver();
}

void Soak::order(const QString& line) { m_life.write(line.toUtf8() + '\n'); }

const QString& Soak::anyConversation()
{
    return m_conversations.at(m_sends.bounded(m_conversations.size()));
}

void Soak::openOne() { order(u"open %1"_s.arg(anyConversation())); }

/// So that messages and kills come to their end together; without kills some four a second.
int Soak::sendPause()
{
    const int left = std::max(0, m_options.messages - m_ledger.accepted());
    const int mean
        = m_options.kills == 0 ? 600 : 2500 * (m_options.kills - m_kills + 1) / (left + 1);
    return m_sends.bounded(2 * std::clamp(mean, 10, 2000));
}

void Soak::send()
{
    if (m_phase != Phase::Storm)
        return;
    if (m_isReady && m_ledger.accepted() < m_options.messages) {
        const QString key = anyConversation();
        for (int burst = m_sends.bounded(4); burst >= 0; --burst)
            order(u"send %1 %2"_s.arg(key, m_ledger.begin(key)));
        if (m_sends.bounded(5) == 0)
            openOne();
    }
    m_sendTimer.start(sendPause());
}

void Soak::speak()
{
    if (m_phase != Phase::Storm)
        return;
    m_service.speak(m_others);
    m_speakTimer.start(m_others.bounded(1200));
}

void Soak::turnOutage()
{
    if (m_phase != Phase::Storm)
        return;
    m_isOut = !m_isOut;
    m_service.setOut(m_isOut);
    m_outageTimer.start(m_isOut ? drawn(m_weather, 5s, 100s) : drawn(m_weather, 60s, 240s));
}

void Soak::lookWhetherStormIsOver()
{
    if (m_phase == Phase::Storm && m_kills >= m_options.kills
        && m_ledger.accepted() >= m_options.messages)
        beginCalm();
}

void Soak::beginCalm()
{
    m_phase = Phase::Calm;
    m_service.endStorm();
    m_missing = m_ledger.begun();
    connect(&m_lookTimer, &QTimer::timeout, this, &Soak::lookWhetherAllArrived);
    m_lookTimer.start(200);
    connect(&m_visitTimer, &QTimer::timeout, this, &Soak::visitNext);
    m_visitTimer.start(m_service.clock().onTheWall(visit));
    m_limit.start(calmLimit);
}

/// What failed waits until the person comes by and tries it again.
void Soak::visitNext()
{
    if (m_phase == Phase::Calm)
        order(u"open %1"_s.arg(m_conversations.at(m_visited++ % m_conversations.size())));
}

void Soak::lookWhetherAllArrived()
{
    const int missing = m_ledger.against(m_service.held()).lost;
    if (missing < std::exchange(m_missing, missing))
        m_limit.start(calmLimit);
    if (missing > 0)
        return;
    m_lookTimer.stop();
    QTimer::singleShot(m_service.clock().onTheWall(rest), this, &Soak::endLastLife);
}

void Soak::endLastLife()
{
    if (m_phase != Phase::Calm)
        return;
    m_phase = Phase::Rest;
    m_limit.start(endLimit);
    order(u"end"_s);
}

/// What the last life has left on disk.
void Soak::readStore()
{
    struct Contents {
        qsizetype left = 0;
        QMap<QString, QStringList> shown;
    };
    ChangeFeed feed;
    AccountStore store(m_folder.filePath(u"skein.sqlite"_s), {m_service.me().id}, feed);
    auto reading = store.read([me = store.me(), keys = m_conversations](Stores& stores) {
        Contents contents{stores.outbox.all().size(), {}};
        for (const QString& key : keys) {
            const auto all
                = stores.messages.slice(ConversationId::fromKey(key), {{}, u"~"_s, 0, 0}).messages;
            for (const Message& message : all) {
                if (message.senderId == me)
                    contents.shown[key].append(message.text);
            }
        }
        return contents;
    });
    reading.waitForFinished();
    if (const auto contents = reading.result()) {
        m_left = contents->left;
        m_shown = contents->shown;
    }
}

void Soak::keepEvidence()
{
    m_folder.setAutoRemove(false);
    QFile log(m_folder.filePath(u"service.json"_s));
    if (log.open(QIODevice::WriteOnly))
        log.write(m_service.evidence());
    m_falls.append(u"all of it is kept in %1"_s.arg(m_folder.path()));
}

void Soak::fall(const QString& reason)
{
    m_falls.append(reason);
    if (m_phase == Phase::Storm)
        m_service.endStorm();
    conclude();
}

void Soak::conclude()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    for (QTimer* timer : {&m_killTimer, &m_sendTimer, &m_speakTimer, &m_outageTimer, &m_lookTimer,
             &m_visitTimer, &m_limit})
        timer->stop();
    m_life.kill();
    m_life.waitForFinished();
    readStore();
    const auto held = m_service.held();
    m_verdict = m_ledger.against(held);
    if (m_shown != held)
        m_falls.append(u"Skein shows own messages otherwise than the service"_s);
    m_took = m_duration.elapsed();
    if (!holds())
        keepEvidence();
    emit finished();
}

bool Soak::holds() const
{
    return m_verdict.holds() && m_left == 0 && m_falls.isEmpty() && m_kills >= m_options.kills;
}

QString Soak::report() const
{
    QStringList lines{u"seed %1, clock %2 times as fast: %3 min of it passed"_s.arg(m_options.seed)
                          .arg(m_options.speed)
                          .arg(m_took * m_options.speed / 60'000),
        u"accepted %1; begun when killed %2, of which arrived %3"_s.arg(m_verdict.accepted)
            .arg(m_verdict.uncertain)
            .arg(m_verdict.uncertainArrived),
        u"tried again by the person %1"_s.arg(m_verdict.retried),
        u"conversations %1, messages by others %2"_s.arg(m_conversations.size())
            .arg(m_service.heldByOthers()),
        u"kills %1, before ready %2; lives %3"_s.arg(m_kills).arg(m_killedEarly).arg(m_lives),
        u"requests %1, outages %2, faults struck %3"_s.arg(m_service.requests())
            .arg(m_service.outages())
            .arg(m_service.struck())};
    for (const QString& strike : m_service.strikes())
        lines.append(u"    "_s + strike);
    lines.append(
        u"took %1 s, processor %2 s here, %3 s in the lives"_s.arg(double(m_took) / 1000, 0, 'f', 0)
            .arg(processorSeconds(RUSAGE_SELF), 0, 'f', 0)
            .arg(processorSeconds(RUSAGE_CHILDREN), 0, 'f', 0));
    lines.append(u"longest stall of this process %1 ms, which was %2 s on the clock"_s
            .arg(m_stalls.longest())
            .arg(double(m_stalls.longest() * m_options.speed) / 1000, 0, 'f', 1));
    lines += m_verdict.examples + m_falls;
    lines.append(u"lost %1, doubled %2, out of order %3, strange %4, left in the outbox %5: %6"_s
            .arg(m_verdict.lost)
            .arg(m_verdict.doubled)
            .arg(m_verdict.outOfOrder)
            .arg(m_verdict.strange)
            .arg(m_left)
            .arg(holds() ? u"holds"_s : u"BROKEN"_s));
    return lines.join(u'\n') + u'\n';
}

} // namespace skein::soak
