// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tokens that GroupMe is to be told are no longer good. What could not be told, for want of a
// network, waits in the keychain and is told at the next start, for a week; never in a file. Main
// thread.

#include "app/signin/TokenCalls.h"
#include "core/base/Clock.h"
#include "core/platform/SecretStore.h"
#include "core/platform/Settings.h"

#include <memory>

namespace skein {

class Revocations : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::days patience{7};

    /// Without `settings` nothing waits: for secrets that end with this run.
    Revocations(std::shared_ptr<SecretStore> secrets, const QString& key, Settings* settings,
        TokenCalls& calls, Clock& clock);

    void revoke(const QString& token);
    /// What an earlier run could not tell.
    void resume();

signals:
    /// GroupMe could not be told now; `waits`: the keychain holds it for the next start.
    void failed(bool waits);

private:
    void keep(const QString& token);
    void tell(const QString& token);
    void settle(const QString& token, bool isGone);
    void forget();

    const std::shared_ptr<SecretStore> m_secrets;
    const QString m_key;
    Settings* const m_settings;
    TokenCalls& m_calls;
    const Clock& m_clock;
    QStringList m_waiting; ///< as the keychain has it
    bool m_isKept = false; ///< the keychain took the last of them
    bool m_isKeeping = false; ///< it has not answered yet
    bool m_owesWord = false; ///< failed() comes after that answer
};

} // namespace skein
