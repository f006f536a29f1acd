// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of a class's handlers answers a request: a table of methods and paths. Any thread.

#include "app/demo/DemoHttp.h"

#include <QRegularExpression>

#include <initializer_list>
#include <optional>

namespace skein {

/// A request of somebody whose token is good, and what the path's pattern captured, from 1.
struct DemoCall {
    const DemoRequest& request;
    QString user;
    QStringList captured;
};

template <class Api>
class DemoRoutes {
public:
    using Handler = DemoAnswer (Api::*)(const DemoCall&);
    struct Route {
        const char* method;
        const char* pattern; ///< of the whole path
        Handler handler;
    };

    DemoRoutes(std::initializer_list<Route> routes)
    {
        for (const Route& route : routes) {
            m_routes.append({QString::fromLatin1(route.method),
                QRegularExpression(
                    QRegularExpression::anchoredPattern(QString::fromLatin1(route.pattern))),
                route.handler});
        }
    }

    /// What `wrongMethod` gives when the path is known, with other methods only; nothing when it is
    /// not known.
    template <class Otherwise>
    [[nodiscard]] std::optional<DemoAnswer> answer(
        Api& api, const DemoRequest& request, const QString& user, Otherwise wrongMethod) const
    {
        bool isPath = false;
        for (const Compiled& route : m_routes) {
            const auto match = route.pattern.match(request.path);
            if (match.hasMatch() && request.method == route.method)
                return (api.*route.handler)({request, user, match.capturedTexts()});
            isPath = isPath || match.hasMatch();
        }
        return isPath ? std::optional<DemoAnswer>(wrongMethod()) : std::nullopt;
    }

private:
    struct Compiled {
        QString method;
        QRegularExpression pattern;
        Handler handler;
    };
    QList<Compiled> m_routes;
};

} // namespace skein
