// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signing in on GroupMe's own page in the system's browser: what the sign-in page asks for, and app
// does. A token that comes may be anybody's. Main thread.

#include "core/base/Result.h"

#include <QObject>
#include <QUrl>

namespace skein {

class BrowserSignIn : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct Wait {
        QUrl address; ///< of the page to sign in at
        bool isOpened = true; ///< false: there is no browser, the person has to open it
    };
    /// Opens the browser and waits for what comes back. Error: `detail` says why not, for people.
    [[nodiscard]] virtual Result<Wait> start() = 0;
    virtual void cancel() = 0;

signals:
    /// The wait is over.
    void tokenCame(const QString& token);
    /// GroupMe sent the browser back without a token; the wait goes on.
    void cameWithoutToken();
    /// Nothing came for too long; the wait is over.
    void timedOut();
};

} // namespace skein
