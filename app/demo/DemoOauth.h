// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's sign-in pages for one registered application (protocol.md H1): a page on which one
// chooses who one is, for there are no passwords, and the way back with a token. Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoTypes.h"

#include <QMutex>

#include <functional>

namespace skein {

class DemoOauth {
public:
    /// `admit`: makes a new token for a user.
    using Admit = std::function<QString(const QString& user)>;

    DemoOauth(QList<DemoPerson> people, Admit admit);

    [[nodiscard]] static QString clientId() { return QStringLiteral("skein-demo"); }
    /// Where the browser is sent back to, as it was registered.
    void setCallback(const QString& url);

    /// Nothing for other hosts' requests.
    [[nodiscard]] std::optional<DemoAnswer> answer(const DemoRequest& request);

private:
    [[nodiscard]] DemoAnswer page() const;
    [[nodiscard]] DemoAnswer decide(const QByteArray& form);

    const QList<DemoPerson> m_people;
    const Admit m_admit;
    QMutex m_mutex;
    QString m_callback;
};

} // namespace skein
