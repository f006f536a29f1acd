// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoFaults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutexLocker>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

using Kind = DemoFault::Kind;

namespace {

constexpr std::pair<const char16_t*, Kind> kindNames[] = {
    {u"status", Kind::Status},
    {u"delay", Kind::Delay},
    {u"dropBefore", Kind::DropBefore},
    {u"swallow", Kind::Swallow},
    {u"dropAfter", Kind::DropAfter},
    {u"truncate", Kind::Truncate},
    {u"cutOff", Kind::CutOff},
    {u"stall", Kind::Stall},
    {u"foreign", Kind::Foreign},
    {u"notModified", Kind::NotModified},
    {u"wrongType", Kind::WrongType},
    {u"huge", Kind::Huge},
    {u"deep", Kind::Deep},
    {u"pageSize", Kind::PageSize},
    {u"ignoreCursor", Kind::IgnoreCursor},
    {u"samePage", Kind::SamePage},
    {u"redirect", Kind::Redirect},
    {u"malformedRows", Kind::MalformedRows},
};

constexpr int deepNesting = 10'000;

DemoAnswer statusAnswer(const DemoFault& fault)
{
    DemoAnswer answer{.status = fault.status};
    answer.body = QJsonDocument(
        QJsonObject{{u"meta"_s,
            QJsonObject{{u"code"_s, fault.status}, {u"errors"_s, QJsonArray{u"on purpose"_s}}}}})
                      .toJson(QJsonDocument::Compact);
    if (fault.retryAfter)
        answer.headers.append({"Retry-After", QByteArray::number(*fault.retryAfter)});
    return answer;
}

DemoAnswer foreignAnswer()
{
    return {.status = 200,
        .body = "<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head>"
                "<body><h1>Welcome</h1><p>Please sign in to the network.</p></body></html>",
        .contentType = "text/html; charset=utf-8"};
}

DemoAnswer hugeAnswer(qint64 bytes)
{
    DemoAnswer answer;
    answer.body = "{\"meta\":{\"code\":200},\"response\":[\"";
    const qint64 filling = std::max<qint64>(0, bytes - answer.body.size() - 3);
    answer.body += QByteArray(filling, 'a') + "\"]}";
    return answer;
}

DemoAnswer deepAnswer()
{
    DemoAnswer answer;
    answer.body = "{\"meta\":{\"code\":200},\"response\":" + QByteArray(deepNesting, '[')
        + QByteArray(deepNesting, ']') + "}";
    return answer;
}

QJsonObject nulled(QJsonObject row)
{
    for (auto value = row.begin(); value != row.end(); ++value)
        value.value() = QJsonValue::Null;
    return row;
}

QJsonObject withNumericIds(QJsonObject row)
{
    static const QStringList ids{u"id"_s, u"user_id"_s, u"sender_id"_s, u"recipient_id"_s};
    for (const QString& key : ids) {
        bool numeric = false;
        const qint64 number = row.value(key).toString().toLongLong(&numeric);
        if (numeric)
            row[key] = number;
    }
    return row;
}

/// Every sound row stays, some with ids as numbers; broken ones come between them.
QJsonArray spoiled(const QJsonArray& rows)
{
    QJsonArray mixed;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const qsizetype turn = mixed.size();
        mixed.append(withNumericIds(row));
        if (turn % 8 == 0) {
            mixed.append(nulled(row));
            mixed.append(QJsonValue::Null);
            mixed.append(u"not a row"_s);
            QJsonObject timeless = row;
            timeless.remove("created_at"_L1);
            timeless[u"id"_s] = u""_s;
            mixed.append(timeless);
        }
    }
    return mixed;
}

DemoAnswer malformed(DemoAnswer answer)
{
    QJsonObject envelope = QJsonDocument::fromJson(answer.body).object();
    const QJsonValue response = envelope.value("response"_L1);
    if (response.isArray()) {
        envelope[u"response"_s] = spoiled(response.toArray());
    } else if (response.toObject().contains("direct_messages"_L1)) {
        QJsonObject inner = response.toObject();
        inner[u"direct_messages"_s] = spoiled(inner.value("direct_messages"_L1).toArray());
        envelope[u"response"_s] = inner;
    } else {
        return answer;
    }
    answer.body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    return answer;
}

void dropCursors(DemoRequest& request)
{
    request.dropParameter(u"before_id");
    request.dropParameter(u"since_id");
    request.dropParameter(u"after_id");
    request.dropParameter(u"page");
}

/// Whether the name of a parameter holds `pattern`; an empty one asks for none.
bool carries(const DemoRequest& request, const QString& pattern)
{
    const QRegularExpression name(pattern);
    return pattern.isEmpty() || std::ranges::any_of(request.query, [&](const auto& parameter) {
        return name.match(parameter.first).hasMatch();
    });
}

void limitPage(DemoRequest& request, int size)
{
    for (const auto& [name, fallback] : {std::pair(u"limit"_s, 20), std::pair(u"per_page"_s, 20)}) {
        const int asked = request.parameter(name).value_or(QString::number(fallback)).toInt();
        request.setParameter(name, QString::number(std::min(asked, size)));
    }
}

/// What takes the place of the work, if this fault is one that does.
std::optional<DemoAnswer> insteadOfWork(const DemoFault& fault)
{
    switch (fault.kind) {
    case Kind::Status:
        return fault.afterWork ? std::nullopt : std::optional(statusAnswer(fault));
    case Kind::DropBefore:
    case Kind::Swallow:
        return DemoAnswer{.delivery = DemoAnswer::Delivery::Dropped};
    case Kind::Foreign:
        return foreignAnswer();
    case Kind::NotModified:
        return DemoAnswer{.status = 304, .contentType = {}};
    case Kind::Huge:
        return hugeAnswer(fault.bytes);
    case Kind::Deep:
        return deepAnswer();
    case Kind::Redirect:
        return DemoAnswer{
            .status = 302, .contentType = {}, .headers = {{"Location", fault.target.toUtf8()}}};
    default:
        return std::nullopt;
    }
}

void reshape(DemoRequest& request, const DemoFault& fault)
{
    if (fault.kind == Kind::PageSize)
        limitPage(request, fault.pageSize);
    if (fault.kind == Kind::IgnoreCursor)
        dropCursors(request);
}

DemoAnswer reshaped(DemoAnswer answer, const DemoFault& fault)
{
    switch (fault.kind) {
    case Kind::Status:
        return statusAnswer(fault);
    case Kind::DropAfter:
        answer.delivery = DemoAnswer::Delivery::Dropped;
        return answer;
    case Kind::CutOff:
        answer.delivery = DemoAnswer::Delivery::CutOff;
        return answer;
    case Kind::Stall:
        answer.delivery = DemoAnswer::Delivery::Stalled;
        answer.stall = fault.delay;
        return answer;
    case Kind::Truncate:
        answer.body.truncate(answer.body.size() / 2);
        return answer;
    case Kind::WrongType:
        answer.contentType = "text/plain";
        return answer;
    case Kind::MalformedRows:
        return malformed(std::move(answer));
    default:
        return answer;
    }
}

} // namespace

void DemoFaults::add(const DemoFault& fault)
{
    const QMutexLocker lock(&m_mutex);
    m_rules.push_back({fault, std::mt19937(fault.seed)});
}

void DemoFaults::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_rules.clear();
    m_firsts.clear();
}

int DemoFaults::struck() const
{
    const QList<int> each = strikes();
    return std::accumulate(each.begin(), each.end(), 0);
}

QList<int> DemoFaults::strikes() const
{
    const QMutexLocker lock(&m_mutex);
    QList<int> counts;
    for (const Rule& rule : m_rules)
        counts.append(rule.strikes);
    return counts;
}

bool DemoFaults::hits(Rule& rule, const DemoRequest& request)
{
    const DemoFault& fault = rule.fault;
    if (fault.times == 0 || (!fault.method.isEmpty() && fault.method != request.method))
        return false;
    if (!QRegularExpression(fault.path).match(request.path).hasMatch()
        || !carries(request, fault.parameter))
        return false;
    if (++rule.matches % std::max(1, fault.every) != 0)
        return false;
    return fault.probability >= 1 || std::bernoulli_distribution(fault.probability)(rule.dice);
}

QList<DemoFault> DemoFaults::take(const DemoRequest& request)
{
    const QMutexLocker lock(&m_mutex);
    QList<DemoFault> struck;
    for (Rule& rule : m_rules) {
        if (!hits(rule, request))
            continue;
        if (rule.fault.times > 0)
            --rule.fault.times;
        struck.append(rule.fault);
        ++rule.strikes;
    }
    return struck;
}

DemoAnswer DemoFaults::firstOf(const DemoRequest& request, const DemoAnswer& answer)
{
    const QString key
        = request.method + request.path + request.parameter(u"other_user_id").value_or(QString());
    const QMutexLocker lock(&m_mutex);
    const auto known = m_firsts.constFind(key);
    return known != m_firsts.cend() ? *known : *m_firsts.insert(key, answer);
}

DemoAnswer DemoFaults::perform(const QList<DemoFault>& faults, DemoRequest request,
    const std::function<DemoAnswer(const DemoRequest&)>& work)
{
    for (const DemoFault& fault : faults) {
        if (auto answer = insteadOfWork(fault))
            return *answer;
        reshape(request, fault);
    }
    DemoAnswer answer = work(request);
    for (const DemoFault& fault : faults) {
        answer = fault.kind == Kind::SamePage ? firstOf(request, answer)
                                              : reshaped(std::move(answer), fault);
    }
    return answer;
}

std::expected<DemoFault, QString> DemoFaults::fromJson(const QJsonObject& json)
{
    const QString name = json.value("kind"_L1).toString();
    const auto kind = std::ranges::find_if(
        kindNames, [&](const auto& entry) { return name == QStringView(entry.first); });
    if (kind == std::end(kindNames))
        return std::unexpected(u"no such kind of fault: \"%1\""_s.arg(name));
    DemoFault fault{.kind = kind->second};
    fault.method = json.value("method"_L1).toString();
    fault.path = json.value("path"_L1).toString();
    if (!QRegularExpression(fault.path).isValid())
        return std::unexpected(u"path is not a regular expression"_s);
    fault.parameter = json.value("parameter"_L1).toString();
    if (!QRegularExpression(fault.parameter).isValid())
        return std::unexpected(u"parameter is not a regular expression"_s);
    fault.times = json.value("times"_L1).toInt(fault.times);
    fault.every = json.value("every"_L1).toInt(fault.every);
    fault.probability = json.value("probability"_L1).toDouble(fault.probability);
    fault.seed = static_cast<quint32>(json.value("seed"_L1).toInteger(fault.seed));
    fault.status = json.value("status"_L1).toInt(fault.status);
    if (json.contains("retryAfter"_L1))
        fault.retryAfter = json.value("retryAfter"_L1).toInt();
    fault.afterWork = json.value("afterWork"_L1).toBool();
    fault.delay
        = std::chrono::milliseconds(json.value("delayMs"_L1).toInteger(fault.delay.count()));
    fault.pageSize = json.value("pageSize"_L1).toInt(fault.pageSize);
    fault.bytes = json.value("bytes"_L1).toInteger(fault.bytes);
    fault.target = json.value("target"_L1).toString(fault.target);
    return fault;
}

} // namespace skein
