// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes wrong on purpose: rules that tests switch on, matched against each request. Decides
// and reshapes answers only; waiting and closing connections are DemoService's. Any thread.

#include "app/demo/DemoHttp.h"

#include <QJsonObject>
#include <QMutex>

#include <chrono>
#include <expected>
#include <functional>
#include <random>
#include <vector>

namespace skein {

struct DemoFault {
    enum class Kind {
        Status, ///< `status` with an error envelope, perhaps with Retry-After
        Delay, ///< `delay` before the work; combines with every other kind
        DropBefore, ///< connection closed without an answer, nothing done
        Swallow, ///< nothing done; closed without an answer after `delay`
        DropAfter, ///< the work is done, then the connection closes without an answer
        Truncate, ///< valid HTTP, half of the JSON
        CutOff, ///< the connection closes in the middle of the body
        Stall, ///< half of the body, then nothing for `delay`, then the rest
        Foreign, ///< HTTP 200, a captive portal's HTML
        NotModified, ///< 304, empty
        WrongType, ///< right body, Content-Type text/plain
        Huge, ///< `bytes` of valid JSON
        Deep, ///< arrays nested 10,000 deep
        PageSize, ///< never more than `pageSize` rows, whatever was asked
        IgnoreCursor, ///< the newest page, whatever was asked
        SamePage, ///< the first answer again and again
        Redirect, ///< 302 to `target`
        MalformedRows, ///< rows of nulls, without created_at, with ids as JSON numbers
    };
    Kind kind = Kind::Status;
    QString method = {}; ///< empty: any
    QString path = {}; ///< regular expression found in the path; empty: any
    QString parameter = {}; ///< the same, found in the name of a parameter of the query
    int times = 1; ///< how often it strikes; negative: for ever
    int every = 1; ///< strikes at every nth matching request
    double probability = 1; ///< of striking at a match, from `seed`
    quint32 seed = 1;
    int status = 500;
    std::optional<int> retryAfter = std::nullopt; ///< seconds, with Kind::Status
    bool afterWork = false; ///< Kind::Status: the work is done all the same
    std::chrono::milliseconds delay{1000};
    int pageSize = 7;
    qint64 bytes = 50 * 1024 * 1024;
    QString target = QStringLiteral("http://localhost:9/elsewhere");
};

class DemoFaults {
public:
    /// Adds a rule; rules are asked in the order in which they came.
    void add(const DemoFault& fault);
    void clear();
    /// How often rules have struck since the last clear().
    [[nodiscard]] int struck() const;
    /// The same for each rule, in the order in which they came.
    [[nodiscard]] QList<int> strikes() const;
    /// A rule from JSON: {"kind": "status", "status": 503, "times": -1, "delayMs": 200, ...}.
    [[nodiscard]] static std::expected<DemoFault, QString> fromJson(const QJsonObject& json);

    /// The rules that strike this request. Uses up their `times`.
    [[nodiscard]] QList<DemoFault> take(const DemoRequest& request);
    /// Answers `request` through `work` as the faults would have it (all but Delay).
    [[nodiscard]] DemoAnswer perform(const QList<DemoFault>& faults, DemoRequest request,
        const std::function<DemoAnswer(const DemoRequest&)>& work);

private:
    struct Rule {
        DemoFault fault;
        std::mt19937 dice;
        int matches = 0;
        int strikes = 0;
    };
    [[nodiscard]] static bool hits(Rule& rule, const DemoRequest& request);
    [[nodiscard]] DemoAnswer firstOf(const DemoRequest& request, const DemoAnswer& answer);

    mutable QMutex m_mutex;
    std::vector<Rule> m_rules;
    QHash<QString, DemoAnswer> m_firsts; ///< for SamePage
};

} // namespace skein
