// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signin/KeptToken.h"

#include "core/base/WhenDone.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace skein {

namespace {
const QString fromBrowser = u"browser"_s;
}

KeptToken::KeptToken(std::shared_ptr<SecretStore> secrets, const QString& key, Settings* settings)
    : m_secrets(std::move(secrets))
    , m_key(key)
    , m_settings(settings)
{
}

Async<KeptToken::Kept> KeptToken::read()
{
    return andThen(this, m_secrets->read(m_key), [this](const QString& token) {
        Kept kept = expected();
        kept.token = token;
        return later<Kept>(this, kept);
    });
}

KeptToken::Kept KeptToken::expected() const
{
    Kept kept;
    if (!m_settings)
        return kept;
    kept.owner = {m_settings->value(setting::tokenOwner)};
    if (m_settings->value(setting::tokenOrigin) == fromBrowser)
        kept.origin = TokenOrigin::Browser;
    return kept;
}

Async<std::monostate> KeptToken::keep(const QString& token, const UserId& owner, TokenOrigin origin)
{
    note({}, TokenOrigin::Pasted); // until it is known that the keychain took it
    const int change = ++m_change;
    return andThen(this, m_secrets->write(m_key, token), [=, this](const std::monostate& done) {
        if (change == m_change)
            note(owner, origin);
        return later<std::monostate>(this, done);
    });
}

Async<std::monostate> KeptToken::forget()
{
    note({}, TokenOrigin::Pasted);
    ++m_change;
    return m_secrets->remove(m_key);
}

void KeptToken::note(const UserId& owner, TokenOrigin origin)
{
    if (!m_settings)
        return;
    m_settings->set(setting::tokenOwner, owner.value);
    m_settings->set(setting::tokenOrigin, origin == TokenOrigin::Browser ? fromBrowser : QString());
}

} // namespace skein
