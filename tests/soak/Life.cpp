// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Life.h"

#include "core/base/WhenDone.h"

#include <QCoreApplication>

#include <unistd.h>

namespace skein::soak {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds personsPause{20};

/// In one piece, so that who is killed has told a line or not told it.
void report(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) < 0)
        QCoreApplication::exit(1); // nobody listens any more
}

SignedInSession::Surroundings surroundings(Clock& clock, Settings& settings, GroupMeApi& api,
    RateBudget& budget, UploadApi& uploads, const PowerSource& power, HttpTransport& network,
    QRandomGenerator& dice, Notifier& notifier)
{
    return {clock, settings, api, budget, uploads, power, network,
        [&dice] { return dice.generateDouble(); }, notifier};
}

} // namespace

Life::Life(const LifeOptions& options)
    : m_clock(options.speed, options.epoch)
    , m_dice(options.seed)
    , m_network(options.server)
    , m_transport(m_network, m_clock)
    , m_settings(options.folder + u"/settings.ini"_s)
    , m_budget(m_transport, m_clock, [this] { return m_dice.generateDouble(); })
    , m_api(m_budget)
    , m_uploadApi(m_transport)
    , m_session(surroundings(m_clock, m_settings, m_api, m_budget, m_uploadApi, m_power,
                    m_transport, m_dice, m_notifier),
          options.me, TokenOrigin::Pasted, options.folder)
    , m_orders(STDIN_FILENO, QSocketNotifier::Read)
    , m_person(m_clock.timer([this] { lookAround(); }))
{
    m_network.setToken(options.token);
    connect(&m_orders, &QSocketNotifier::activated, this, &Life::readOrders);
    connect(&m_session.view().outbox, &Outbox::refused, this,
        [this](const ConversationId&, const OutgoingContent& content) {
            m_refused.insert(content.text);
        });
}

void Life::start()
{
    m_session.view().sync.setAttention(SyncEngine::Attention::Focused);
    m_session.start();
    m_person->start(personsPause);
    report(u"ready"_s);
}

void Life::readOrders()
{
    char bytes[4096];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof(bytes));
    if (count <= 0)
        return QCoreApplication::exit(0);
    m_unread.append(bytes, count);
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        obey(QString::fromUtf8(m_unread.first(end)));
        m_unread.remove(0, end + 1);
    }
}

void Life::obey(const QString& order)
{
    const QString verb = order.section(u' ', 0, 0);
    const auto conversation = ConversationId::fromKey(order.section(u' ', 1, 1));
    if (verb == "open"_L1) {
        m_session.view().thread.open(conversation);
        m_session.view().sync.setOpen(conversation);
    } else if (verb == "send"_L1) {
        m_sendings.enqueue({conversation, order.section(u' ', 2)});
        if (m_sendings.size() == 1)
            sendNext();
    } else {
        QCoreApplication::exit(0);
    }
}

void Life::sendNext()
{
    if (!m_sendings.isEmpty())
        stage(enclosuresOf(m_sendings.head().text), {});
}

void Life::stage(QList<Enclosure> left, QList<OutgoingFile> staged)
{
    if (left.isEmpty())
        return send(staged);
    const Enclosure next = left.takeFirst();
    whenDone(this, m_session.view().staged.keep(next.facts, next.bytes),
        [this, left, staged](const Result<OutgoingFile>& kept) mutable {
            if (!kept)
                QCoreApplication::exit(1); // the disk of a soak takes everything
            else
                stage(left, staged << *kept);
        });
}

void Life::send(const QList<OutgoingFile>& files)
{
    const Sending now = m_sendings.dequeue();
    const OutgoingContent content{now.text, {}, files};
    if (m_session.view().outbox.send(now.conversation, content).isEmpty())
        m_refused.insert(now.text);
    // The store works in order: when it answers this, it has written the message or refused it.
    whenDone(this, m_session.view().drafts.load(now.conversation),
        [this, text = now.text](const Result<MessageDraft>& draft) {
            const bool isKept = draft && !m_refused.contains(text);
            report((isKept ? u"accepted "_s : u"refused "_s) + text);
        });
    sendNext();
}

void Life::lookAround()
{
    const Session session = m_session.view();
    for (int at = 0; at < session.thread.count(); ++at) {
        const ThreadRow row = session.thread.row(at);
        if (row.delivery != ThreadRow::Delivery::Failed
            && row.delivery != ThreadRow::Delivery::Unconfirmed)
            continue;
        report(u"retried "_s + row.message.text);
        session.outbox.retry(row.message.guid);
    }
    if (session.outbox.isPaused())
        session.outbox.resume();
    session.thread.openAtEnd(); // where what waits stands; opened where the last life left it
    m_person->start(personsPause);
}

} // namespace skein::soak
