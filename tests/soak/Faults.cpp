// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/soak/Faults.h"

namespace skein::soak {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = DemoFault::Kind;

namespace {

constexpr auto pastTheTimeout = 30s; // Skein waits for 25
// GroupMe remembers a guid for 60 seconds, and the last try leaves within 45 of the first
// (protocol.md J7): nobody can promise anything if one is worked on more than 15 seconds after it
// has left. So work comes late by less than that, or not at all.
constexpr auto lateWork = 5s;

QList<NamedFault> faultsOfSends(const FastClock& clock)
{
    const auto late = clock.onTheWall(pastTheTimeout);
    return {
        {u"drop before"_s, {.kind = Kind::DropBefore, .probability = 0.04}},
        {u"drop after"_s, {.kind = Kind::DropAfter, .probability = 0.05}},
        {u"swallowed past the time-out"_s,
            {.kind = Kind::Swallow, .probability = 0.02, .delay = late}},
        {u"answer past the time-out"_s, {.kind = Kind::Stall, .probability = 0.03, .delay = late}},
        {u"late"_s, {.kind = Kind::Delay, .probability = 0.04, .delay = clock.onTheWall(lateWork)}},
        {u"409"_s, {.probability = 0.03, .status = 409, .afterWork = true}},
        {u"409 without the message"_s, {.probability = 0.01, .status = 409}},
        {u"401"_s, {.probability = 0.01, .status = 401}},
        {u"403"_s, {.probability = 0.01, .status = 403}},
        {u"429"_s, {.probability = 0.01, .status = 429}},
        {u"429, Retry-After"_s, {.probability = 0.01, .status = 429, .retryAfter = 4}},
        {u"420"_s, {.probability = 0.005, .status = 420}},
        {u"500"_s, {.probability = 0.02, .status = 500}},
        {u"502 after"_s, {.probability = 0.02, .status = 502, .afterWork = true}},
        {u"504 after"_s, {.probability = 0.02, .status = 504, .afterWork = true}},
        {u"foreign page"_s, {.kind = Kind::Foreign, .probability = 0.02}},
        {u"half a body"_s, {.kind = Kind::Truncate, .probability = 0.02}},
        {u"cut off"_s, {.kind = Kind::CutOff, .probability = 0.02}},
        {u"wrong type"_s, {.kind = Kind::WrongType, .probability = 0.01}},
    };
}

QList<NamedFault> faultsOfUploads(const FastClock& clock)
{
    const auto late = clock.onTheWall(pastTheTimeout);
    return {
        {u"drop before"_s, {.kind = Kind::DropBefore, .probability = 0.03}},
        {u"drop after"_s, {.kind = Kind::DropAfter, .probability = 0.03}},
        {u"answer past the time-out"_s, {.kind = Kind::Stall, .probability = 0.02, .delay = late}},
        {u"401"_s, {.probability = 0.01, .status = 401}},
        {u"429"_s, {.probability = 0.01, .status = 429}},
        {u"503"_s, {.probability = 0.03, .status = 503}},
        {u"502 after"_s, {.probability = 0.03, .status = 502, .afterWork = true}},
        {u"foreign page"_s, {.kind = Kind::Foreign, .probability = 0.02}},
        {u"half a body"_s, {.kind = Kind::Truncate, .probability = 0.02}},
    };
}

QList<NamedFault> faultsOfReadings(const FastClock& clock)
{
    return {
        {u"drop"_s, {.kind = Kind::DropBefore, .probability = 0.02}},
        {u"answer past the time-out"_s,
            {.kind = Kind::Stall, .probability = 0.004, .delay = clock.onTheWall(pastTheTimeout)}},
        {u"late"_s, {.kind = Kind::Delay, .probability = 0.02, .delay = clock.onTheWall(lateWork)}},
        {u"429"_s, {.probability = 0.003, .status = 429}},
        {u"429, Retry-After"_s, {.probability = 0.003, .status = 429, .retryAfter = 2}},
        {u"503"_s, {.probability = 0.02, .status = 503}},
        {u"foreign page"_s, {.kind = Kind::Foreign, .probability = 0.01}},
        {u"half a body"_s, {.kind = Kind::Truncate, .probability = 0.01}},
        {u"malformed rows"_s, {.kind = Kind::MalformedRows, .probability = 0.02}},
        {u"short pages"_s, {.kind = Kind::PageSize, .probability = 0.03, .pageSize = 5}},
    };
}

} // namespace

QList<NamedFault> stormFaults(quint32 seed, const FastClock& clock)
{
    QList<NamedFault> all;
    for (NamedFault each : faultsOfSends(clock)) {
        each.name.prepend(u"send: "_s);
        each.fault.method = u"POST"_s;
        each.fault.path = u"messages$"_s;
        all.append(each);
    }
    for (NamedFault each : faultsOfUploads(clock)) {
        each.name.prepend(u"upload: "_s);
        each.fault.method = u"POST"_s;
        each.fault.path = u"/(pictures|files)$"_s;
        all.append(each);
    }
    for (NamedFault each : faultsOfReadings(clock)) {
        each.name.prepend(u"reading: "_s);
        each.fault.method = u"GET"_s;
        all.append(each);
    }
    for (NamedFault& each : all) {
        each.fault.times = -1;
        each.fault.seed = seed++;
    }
    return all;
}

} // namespace skein::soak
