// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeService.h"

#include "core/types/ConversationId.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

QString pairOf(const QString& person)
{
    return ConversationId::direct({FakeService::me}, {person}).id;
}

QString placeOf(HttpRequest::Method method, const QString& path)
{
    return QString::number(static_cast<int>(method)) + path;
}

QUrlQuery queryOf(const HttpRequest& request) { return QUrlQuery(request.url); }

} // namespace

void FakeService::serve(FakeTransport& network)
{
    const auto on = [&](Method method, const QString& place,
                        Answer (FakeService::*work)(const HttpRequest&)) {
        network.handle(method, place, [this, work](const HttpRequest& request) {
            return answer(
                request, [this, work](const HttpRequest& asked) { return (this->*work)(asked); });
        });
    };
    on(Method::Get, u"/v3/chats"_s, &FakeService::chats);
    on(Method::Get, u"/v3/direct_messages"_s, &FakeService::messages);
    on(Method::Post, u"/v3/direct_messages"_s, &FakeService::create);
    on(Method::Post, u"/read_receipts"_s, &FakeService::receipt);
    on(Method::Get, u"/v4/read_receipts"_s, &FakeService::readPositions);
    on(Method::Get, u"/v3/pinned/direct_messages"_s, &FakeService::noPins);
    on(Method::Get, u"/v3/blocks"_s, &FakeService::listBlocks);
    on(Method::Get, u"/v3/blocks/between"_s, &FakeService::blockBetween);
    on(Method::Post, u"/v3/blocks"_s, &FakeService::block);
    on(Method::Delete, u"/v3/blocks"_s, &FakeService::unblock);
    on(Method::Post, u"/v3/blocks/delete"_s, &FakeService::unblock);
    on(Method::Get, u"/v4/relationships"_s, &FakeService::listContacts);
    if (answersGroups)
        on(Method::Get, u"/v3/groups"_s, &FakeService::noGroups);
    if (alsoServes)
        alsoServes(network);
}

milliseconds FakeService::now() const { return 1'760'000'000s + m_clock.monotonic(); }

QString FakeService::append(
    const QString& person, const QString& sender, const QString& text, const QString& guid)
{
    const QString id
        = QString::number(qint64{now() / 1s}) + QString::number(++m_serial).rightJustified(8, u'0');
    m_histories[person].append({id, guid, sender, text, now()});
    return id;
}

QString FakeService::receive(const QString& person, const QString& text)
{
    return append(person, person, text, u"theirs-%1"_s.arg(m_serial));
}

void FakeService::receiveMany(const QString& person, int count)
{
    for (int n = 0; n < count; ++n)
        receive(person, u"line %1"_s.arg(m_histories[person].size()));
}

QString FakeService::writeElsewhere(const QString& person, const QString& text)
{
    return append(person, me, text, u"elsewhere-%1"_s.arg(m_serial));
}

QString FakeService::sayIn(
    const QString& place, const QString& sender, const QString& text, const QString& guid)
{
    m_places.insert(place);
    return append(place, sender, text, guid.isEmpty() ? u"said-%1"_s.arg(m_serial) : guid);
}

QString FakeService::announceIn(const QString& place, const QString& text, const QJsonObject& event)
{
    const QString id = sayIn(place, u"system"_s, text);
    m_histories[place].last().event = event;
    return id;
}

void FakeService::like(const QString& place, const QString& id, const QString& user)
{
    for (Line& line : m_histories[place]) {
        if (line.id == id)
            line.likedBy.append(user);
    }
}

void FakeService::attach(const QString& person, const QString& id, const QJsonArray& attachments)
{
    for (Line& line : m_histories[person]) {
        if (line.id == id)
            line.attachments = attachments;
    }
}

void FakeService::remove(const QString& person, const QString& id)
{
    m_histories[person].removeIf([&](const Line& line) { return line.id == id; });
}

void FakeService::putBack(const QString& person, const Line& line)
{
    auto& lines = m_histories[person];
    lines.insert(std::ranges::upper_bound(lines, line.at, {}, &Line::at), line);
}

QStringList FakeService::texts(const QString& person) const
{
    QStringList all;
    for (const Line& line : m_histories.value(person))
        all.append(line.text);
    return all;
}

void FakeService::failNext(Method method, const QString& place, const Fault& next)
{
    m_faults[placeOf(method, place)].append(next);
}

FakeService::Answer FakeService::answer(
    const HttpRequest& request, const std::function<Answer(const HttpRequest&)>& work)
{
    if (arrived)
        arrived(request);
    if (offline)
        return FakeTransport::noAnswer(ErrorKind::Unreachable);
    auto& queued = m_faults[placeOf(request.method, request.url.path())];
    Fault met;
    if (!queued.isEmpty())
        met = queued.takeFirst();
    else if (fault)
        met = fault(request);
    if (met.when == Fault::BeforeTheWork)
        return met.answer;
    const Answer good = work(request);
    return met.when == Fault::AfterTheWork ? met.answer : good;
}

QList<FakeService::Line> FakeService::visible(const QString& person, milliseconds lag) const
{
    QList<Line> lines = m_histories.value(person);
    lines.removeIf([&](const Line& line) { return lag > 0ms && line.at + lag > now(); });
    return lines;
}

QJsonObject FakeService::json(const QString& person, const Line& line) const
{
    return {{u"id"_s, line.id}, {u"source_guid"_s, line.guid},
        {u"conversation_id"_s, pairOf(person)}, {u"created_at"_s, qint64{line.at / 1s}},
        {u"sender_id"_s, line.sender}, {u"user_id"_s, line.sender}, {u"sender_type"_s, u"user"_s},
        {u"recipient_id"_s, line.sender == me ? person : me}, {u"name"_s, u"Somebody"_s},
        {u"text"_s, line.text}, {u"attachments"_s, line.attachments},
        {u"favorited_by"_s, line.likedBy}};
}

FakeService::Answer FakeService::noPins(const HttpRequest&) { return FakeTransport::raw(404, {}); }

FakeService::Answer FakeService::chats(const HttpRequest& request)
{
    struct Row {
        qint64 updated;
        QString person;
        std::optional<Line> last;
    };
    QList<Row> rows;
    for (auto it = m_histories.cbegin(); it != m_histories.cend(); ++it) {
        if (m_places.contains(it.key()))
            continue;
        const auto lines = visible(it.key(), listLag);
        if (lines.isEmpty())
            rows.append({0, it.key(), std::nullopt});
        else
            rows.append({lines.last().at.count(), it.key(), lines.last()});
    }
    std::ranges::stable_sort(rows, std::greater(), &Row::updated);
    const auto query = queryOf(request);
    const int length = query.queryItemValue(u"per_page"_s).toInt();
    const int number = repeatsList ? 1 : query.queryItemValue(u"page"_s).toInt();
    QJsonArray answered;
    for (const Row& row : rows.mid((number - 1) * length, length))
        answered.append(QJsonObject{{u"created_at"_s, 1'750'000'000},
            {u"updated_at"_s, std::max<qint64>(row.updated / 1000, 1'750'000'000)},
            {u"other_user"_s,
                QJsonObject{{u"id"_s, row.person}, {u"name"_s, u"Person "_s + row.person}}},
            {u"last_message"_s,
                row.last ? QJsonValue(json(row.person, *row.last)) : QJsonValue()}});
    return FakeTransport::json(answered);
}

QList<FakeService::Line> FakeService::page(const QString& person, const QUrlQuery& query)
{
    QList<Line> lines = visible(person, readLag);
    int length = query.queryItemValue(u"limit"_s).toInt();
    if (pageSize > 0)
        length = std::min(length, pageSize);
    if (pageLength)
        length = std::min(length, pageLength());
    const auto cursor = [&](const QString& name) {
        return ignoresCursors ? QString() : query.queryItemValue(name);
    };
    const auto newestFirst = [&] {
        lines = lines.mid(std::max<qsizetype>(lines.size() - length, 0));
        std::ranges::reverse(lines);
        return lines;
    };
    if (const QString id = cursor(u"since_id"_s); !id.isEmpty())
        lines.removeIf([&](const Line& line) { return line.id <= id; });
    if (const QString id = cursor(u"before_id"_s); !id.isEmpty()) {
        lines.removeIf([&](const Line& line) { return line.id >= id; });
        if (!repeatsBefore)
            return newestFirst();
        if (m_repeated.isEmpty())
            m_repeated = newestFirst();
        return m_repeated;
    }
    const QString id = cursor(u"after_id"_s);
    if (id.isEmpty() || after == After::AsIfUnknown)
        return newestFirst();
    lines.removeIf([&](const Line& line) { return after == After::Empty || line.id <= id; });
    lines = lines.mid(0, length);
    if (after == After::NewestFirst)
        std::ranges::reverse(lines);
    return lines;
}

FakeService::Answer FakeService::messages(const HttpRequest& request)
{
    const auto query = queryOf(request);
    const QString person = query.queryItemValue(u"other_user_id"_s);
    const auto lines = page(person, query);
    if (lines.isEmpty())
        return FakeTransport::raw(304, {});
    QJsonArray rows;
    for (const Line& line : lines)
        rows.append(json(person, line));
    QJsonObject answered{{u"count"_s, 81'602}, {u"direct_messages"_s, rows}};
    if (receipts.contains(person))
        answered[u"read_receipt"_s] = receipts.value(person);
    return FakeTransport::json(answered);
}

bool FakeService::accepts(const QString& guid)
{
    if (m_guids.contains(guid) && now() - m_guids.value(guid) < 60s)
        return false;
    m_guids[guid] = now();
    return true;
}

FakeService::Answer FakeService::noGroups(const HttpRequest&)
{
    return FakeTransport::json(QJsonArray());
}

FakeService::Answer FakeService::create(const HttpRequest& request)
{
    const auto wanted = QJsonDocument::fromJson(request.body)[u"direct_message"_s].toObject();
    const QString guid = wanted[u"source_guid"_s].toString();
    const QString person = wanted[u"recipient_id"_s].toString();
    if (!accepts(guid))
        return FakeTransport::failure(409);
    append(person, me, wanted[u"text"_s].toString(), guid);
    m_histories[person].last().attachments = wanted[u"attachments"_s].toArray();
    QJsonObject created = json(person, m_histories.value(person).last());
    for (const auto& absent : {u"conversation_id"_s, u"sender_id"_s, u"sender_type"_s})
        created.remove(absent);
    return FakeTransport::json(QJsonObject{{answerKey, created}}, 201);
}

FakeService::Answer FakeService::receipt(const HttpRequest& request)
{
    QJsonObject told = QJsonDocument::fromJson(request.body)[u"read_receipt"_s].toObject();
    told[u"id"_s] = u""_s;
    told[u"user_id"_s] = me;
    told[u"read_at"_s] = 1'760'000'000;
    if (receiptHead)
        told[u"message_id"_s] = receiptHead(told[u"message_id"_s].toString());
    return FakeTransport::raw(200, QJsonDocument(QJsonObject{{u"read_receipt"_s, told}}).toJson());
}

FakeService::Answer FakeService::readPositions(const HttpRequest&)
{
    QJsonArray rows;
    for (auto it = positions.cbegin(); it != positions.cend(); ++it)
        rows.append(
            QJsonObject{{u"conversation_id"_s, it.key()}, {u"last_read_message_id"_s, it.value()}});
    return FakeTransport::json(QJsonObject{{u"receipts"_s, rows}});
}

// --- People -------------------------------------------------------------------------------------

FakeService::Answer FakeService::listBlocks(const HttpRequest&)
{
    QJsonArray rows;
    for (const QString& user : blocked)
        rows.append(QJsonObject{{u"user_id"_s, me}, {u"blocked_user_id"_s, user}});
    return FakeTransport::json(QJsonObject{{u"blocks"_s, rows}});
}

FakeService::Answer FakeService::blockBetween(const HttpRequest& request)
{
    const QString other = queryOf(request).queryItemValue(u"otherUser"_s);
    return FakeTransport::json(
        QJsonObject{{u"between"_s, blocked.contains(other) || blockers.contains(other)}});
}

FakeService::Answer FakeService::block(const HttpRequest& request)
{
    const QString other = queryOf(request).queryItemValue(u"otherUser"_s);
    blocked.append(other);
    const QJsonObject row{{u"user_id"_s, me}, {u"blocked_user_id"_s, other}};
    return FakeTransport::json(QJsonObject{{u"block"_s, row}}, 201);
}

FakeService::Answer FakeService::unblock(const HttpRequest& request)
{
    if (request.method == Method::Delete && refusesDelete)
        return FakeTransport::failure(405);
    blocked.removeAll(queryOf(request).queryItemValue(u"otherUser"_s));
    return FakeTransport::raw(200, {});
}

FakeService::Answer FakeService::listContacts(const HttpRequest& request)
{
    QJsonArray rows;
    if (queryOf(request).hasQueryItem(u"since"_s))
        return FakeTransport::json(rows);
    for (auto each = contacts.cbegin(); each != contacts.cend(); ++each)
        rows.append(QJsonObject{{u"user_id"_s, each.key()}, {u"name"_s, each.value()},
            {u"created_at_iso8601"_s, u"2026-01-01T00:00:00Z"_s}});
    return FakeTransport::json(rows);
}

} // namespace skein
