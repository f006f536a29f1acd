// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The token in the keychain and, beside it in the settings, whose it is and where it came from,
// never the token itself. What the settings say holds for what the keychain holds, also when the
// keychain is slow, refuses, or the program ends meanwhile. Main thread.

#include "core/platform/SecretStore.h"
#include "core/platform/Settings.h"
#include "core/types/Ids.h"
#include "core/types/TokenOrigin.h"

#include <QObject>

#include <memory>

namespace skein {

class KeptToken : public QObject {
    Q_OBJECT
public:
    struct Kept {
        QString token; ///< "": the keychain gave none
        UserId owner; ///< of what it should hold; empty: nothing, or it is not known whose
        TokenOrigin origin = TokenOrigin::Pasted;
    };

    /// Without `settings` nothing is said beside it: for secrets that end with this run.
    KeptToken(std::shared_ptr<SecretStore> secrets, const QString& key, Settings* settings);

    [[nodiscard]] Async<Kept> read();
    /// What read() should give, as far as it is known without the keychain: not the token.
    [[nodiscard]] Kept expected() const;
    [[nodiscard]] Async<std::monostate> keep(
        const QString& token, const UserId& owner, TokenOrigin origin);
    [[nodiscard]] Async<std::monostate> forget();

private:
    void note(const UserId& owner, TokenOrigin origin);

    const std::shared_ptr<SecretStore> m_secrets;
    const QString m_key;
    Settings* const m_settings;
    int m_change = 0; ///< an answer to an earlier one says nothing of what is kept now
};

} // namespace skein
