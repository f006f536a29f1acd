// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Notifications.h"

#include "core/base/WhenDone.h"
#include "core/types/Reactions.h"

#include <QTimeZone>

#include <algorithm>

namespace skein {

using namespace std::chrono_literals;

namespace {

void add(NewsCount& count, const Arrival& item)
{
    ++(item.facts.kind == NewsKind::Reaction ? count.reactions : count.messages);
}

/// A computer that slept, or whose clock was set, finds the end of quiet hours within this time.
constexpr std::chrono::milliseconds longestWait = 10min;

} // namespace

Notifications::Notifications(const Around& around, QObject* parent)
    : QObject(parent)
    , m_around(around)
    , m_privacy(around.choices().privacy)
    , m_quietEnd(around.clock.timer([this] { waitForQuietEnd(); }))
{
    connect(&around.news, &News::found, this, &Notifications::tell);
    connect(&around.feed, &ChangeFeed::published, this, &Notifications::checkRead);
    connectNotifier();
    waitForQuietEnd();
}

Notifications::~Notifications() { m_around.notifier.withdrawAll(); }

void Notifications::connectNotifier()
{
    Notifier* notifier = &m_around.notifier;
    connect(notifier, &Notifier::activated, this, [this](const ConversationId& id) {
        withdraw(id);
        emit openRequested(id);
    });
    connect(notifier, &Notifier::markReadRequested, this, [this](const ConversationId& id) {
        m_around.receipts.shown(id, m_shown.value(id).message);
        withdraw(id);
    });
    connect(notifier, &Notifier::likeRequested, this, [this](const ConversationId& id) {
        if (const MessageId message = m_shown.value(id).message; !message.isEmpty())
            m_around.actions.react(id, message, {.code = allowedReactions().first()});
        withdraw(id);
    });
    connect(notifier, &Notifier::dismissed, this, [this](const ConversationId& id) {
        m_shown.remove(id);
        if (id.isEmpty())
            m_summary.clear();
    });
    connect(notifier, &Notifier::replied, this, &Notifications::reply);
    connect(notifier, &Notifier::replyRequested, this,
        [this](const ConversationId& id) { askForReply(id, {}); });
}

void Notifications::reply(const ConversationId& conversation, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    if (m_around.outbox.send(conversation, text).isEmpty())
        return askForReply(conversation, text); // too long: it is the person's to shorten
    withdraw(conversation);
}

void Notifications::askForReply(const ConversationId& conversation, const QString& text)
{
    const Notice notice = m_shown.value(conversation).notice;
    emit replyWindowRequested(conversation, notice.title, notice.body, text);
}

void Notifications::noteLook(const ConversationId& conversation)
{
    if (!conversation.isEmpty())
        withdraw(conversation);
}

void Notifications::noteChoices()
{
    const NotificationChoices choices = m_around.choices();
    if (!choices.show || choices.privacy != m_privacy)
        withdrawAll();
    m_privacy = choices.privacy;
    waitForQuietEnd();
}

void Notifications::noteBlocks()
{
    for (const ConversationId& id : m_shown.keys()) {
        if (m_around.isBlocked(m_shown.value(id).sender))
            withdraw(id);
    }
}

void Notifications::tell(const QList<Arrivals>& all, bool isMore)
{
    const NotificationChoices choices = m_around.choices();
    QList<Arrivals> told;
    QList<NewsCount> later;
    for (Arrivals place : all) {
        const QList<Arrival> items = std::exchange(place.items, {});
        NewsCount waiting{.place = place.place};
        for (const Arrival& item : items) {
            const Verdict verdict = judge(item, place.place.id, choices);
            if (verdict == Verdict::Notify)
                place.items.append(item);
            else if (verdict == Verdict::Later)
                add(waiting, item);
        }
        if (waiting.messages + waiting.reactions > 0)
            later.append(waiting);
        if (!place.items.isEmpty())
            told.append(place);
    }
    putOff(later);
    m_isStorm |= told.size() > atOnce;
    if (m_isStorm && !told.isEmpty())
        summarise(told);
    if (!m_isStorm) {
        // The latest comes last: it is the one on top.
        std::for_each(told.crbegin(), told.crend(), [this](const Arrivals& place) { show(place); });
    }
    m_isStorm &= isMore;
}

Verdict Notifications::judge(
    const Arrival& item, const ConversationId& place, const NotificationChoices& choices) const
{
    NewsFacts facts = item.facts;
    facts.isInSight = m_inSight && m_inSight() == place;
    facts.senderIsBlocked = m_around.isBlocked(item.sender);
    facts.senderIsChosen = choices.quietPeople.contains(item.sender);
    facts.isQuiet = quietUntil(choices) != 0;
    return verdictOn(facts, choices);
}

void Notifications::show(const Arrivals& place)
{
    Shown& shown = m_shown[place.place.id];
    const Arrival& newest = place.items.last();
    shown.count += static_cast<int>(place.items.size());
    shown.message = newest.message.id;
    shown.sender = newest.sender;
    for (const Arrival& item : place.items) {
        if (item.facts.kind == NewsKind::Reaction)
            continue;
        shown.tellsMessages = true;
        shown.position = std::max(shown.position, positionOf(item.message));
    }
    if (shown.tellsMessages) // some may have been read meanwhile
        shown.count = std::min(shown.count, std::max(place.place.unread, 1));
    shown.notice = noticeOf(place, newest, shown.count, m_around.choices().privacy);
    m_around.notifier.show(shown.notice);
}

void Notifications::summarise(const QList<Arrivals>& places)
{
    for (const Arrivals& each : places) {
        NewsCount& counted = m_summary[each.place.id];
        counted.place = each.place;
        for (const Arrival& item : each.items)
            add(counted, item);
    }
    QList<NewsCount> counts = m_summary.values();
    std::ranges::sort(counts, std::ranges::greater{},
        [](const NewsCount& each) { return each.place.lastActivity; });
    m_around.notifier.show(summaryNotice(counts, m_around.choices().privacy));
}

void Notifications::putOff(const QList<NewsCount>& news)
{
    if (news.isEmpty())
        return;
    const auto write = m_around.store.write([news](Stores& stores, Changes&) {
        for (const NewsCount& each : news)
            stores.news.putOff(each.place.id, each.messages, each.reactions);
        return true;
    });
    whenDone(this, write, [this](const Result<bool>&) { waitForQuietEnd(); });
}

void Notifications::checkRead(const Changes& changes)
{
    QHash<ConversationId, QString> positions;
    for (const ConversationId& id : changes.conversations + changes.threads) {
        const Shown shown = m_shown.value(id);
        if (shown.tellsMessages || m_summary.value(id).messages > 0)
            positions.insert(id, shown.position);
    }
    if (positions.isEmpty())
        return;
    const auto read = m_around.store.read([positions](Stores& stores) {
        QList<ConversationId> over;
        for (auto each = positions.cbegin(); each != positions.cend(); ++each) {
            const auto place = stores.conversations.one(each.key());
            if (!place || place->unread == 0
                || (!each->isEmpty() && stores.conversations.heads(each.key()).read >= *each))
                over.append(each.key());
        }
        return over;
    });
    whenDone(this, read, [this](const Result<QList<ConversationId>>& over) {
        for (const ConversationId& id : over.value_or(QList<ConversationId>{}))
            withdraw(id);
    });
}

void Notifications::withdraw(const ConversationId& conversation)
{
    if (m_shown.remove(conversation) > 0)
        m_around.notifier.withdraw(conversation);
    const bool isSummary = conversation.isEmpty();
    const bool isLast = m_summary.remove(conversation) > 0 && m_summary.isEmpty();
    if (!isSummary && !isLast)
        return;
    m_summary.clear();
    m_around.notifier.withdraw({});
}

void Notifications::withdrawAll()
{
    m_shown.clear();
    m_summary.clear();
    m_around.notifier.withdrawAll();
}

qint64 Notifications::quietUntil(const NotificationChoices& choices) const
{
    const qint64 now = m_around.clock.now() / 1s;
    const qint64 once = choices.quietUntil > now ? choices.quietUntil : now;
    const QTimeZone zone = localTime(m_around.clock).timeZone();
    const qint64 further = choices.quietHours.quietUntil(once, zone);
    const qint64 end = std::max(once, further);
    return end > now ? end : 0;
}

void Notifications::waitForQuietEnd()
{
    const qint64 end = quietUntil(m_around.choices());
    if (end == 0)
        return showDigest();
    const auto wait = std::chrono::seconds(end) - m_around.clock.now();
    m_quietEnd->start(std::clamp<std::chrono::milliseconds>(wait, 1s, longestWait));
}

void Notifications::showDigest()
{
    const auto taken
        = m_around.store.write([](Stores& stores, Changes&) { return stores.news.takePutOff(); });
    whenDone(this, taken, [this](const Result<QList<NewsStore::PutOff>>& all) {
        const NotificationChoices choices = m_around.choices();
        if (!all || all->isEmpty() || !choices.show)
            return;
        QList<NewsCount> counts;
        for (const NewsStore::PutOff& each : *all)
            counts.append({each.place, each.messages, each.reactions});
        const Notice notice = digestNotice(counts, choices.privacy);
        if (!notice.conversation.isEmpty()) {
            m_shown[notice.conversation] = {.notice = notice,
                .count = counts.first().messages + counts.first().reactions,
                .message = {},
                .sender = {},
                .tellsMessages = counts.first().messages > 0,
                .position = {}};
        } else {
            for (const NewsCount& each : std::as_const(counts))
                m_summary.insert(each.place.id, each);
        }
        m_around.notifier.show(notice);
    });
}

} // namespace skein
