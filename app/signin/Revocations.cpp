// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signin/Revocations.h"

#include "core/base/WhenDone.h"

#include <utility>

namespace skein {

using namespace std::chrono_literals;

Revocations::Revocations(std::shared_ptr<SecretStore> secrets, const QString& key,
    Settings* settings, TokenCalls& calls, Clock& clock)
    : m_secrets(std::move(secrets))
    , m_key(key)
    , m_settings(settings)
    , m_calls(calls)
    , m_clock(clock)
{
}

void Revocations::revoke(const QString& token)
{
    keep(token); // first: the program may end before GroupMe has answered
    tell(token);
}

void Revocations::resume()
{
    const qint64 until = m_settings ? m_settings->value(setting::revokeUntil) : 0;
    if (until == 0)
        return;
    if (until < m_clock.now() / 1s)
        return forget();
    whenDone(this, m_secrets->read(m_key), [this](const Result<QString>& kept) {
        if (!kept)
            return; // locked: at the next start, perhaps
        for (const QString& token : kept->split(u'\n', Qt::SkipEmptyParts)) {
            if (!m_waiting.contains(token))
                m_waiting.append(token);
        }
        m_isKept = true;
        for (const QString& token : QStringList(m_waiting))
            tell(token);
        if (m_waiting.isEmpty())
            forget();
    });
}

void Revocations::keep(const QString& token)
{
    if (!m_settings)
        return;
    m_waiting.append(token);
    m_isKeeping = true;
    m_settings->set(setting::revokeUntil, qlonglong{(m_clock.now() + patience) / 1s});
    whenDone(this, m_secrets->write(m_key, m_waiting.join(u'\n')),
        [this](const Result<std::monostate>& kept) {
            m_isKeeping = false;
            m_isKept = kept.has_value();
            if (std::exchange(m_owesWord, false))
                emit failed(m_isKept);
        });
}

void Revocations::tell(const QString& token)
{
    whenDone(this, m_calls.revoke(token), [this, token](const Result<std::monostate>& revoked) {
        settle(token, revoked || revoked.error().kind == ErrorKind::Unauthorized);
    });
}

void Revocations::settle(const QString& token, bool isGone)
{
    if (!isGone && m_isKeeping)
        m_owesWord = true;
    else if (!isGone)
        emit failed(m_isKept);
    if (!isGone)
        return;
    if (m_waiting.removeAll(token) == 0)
        return;
    if (m_waiting.isEmpty())
        return forget();
    whenDone(this, m_secrets->write(m_key, m_waiting.join(u'\n')),
        [](const Result<std::monostate>&) { /* telling it twice does no harm */ });
}

void Revocations::forget()
{
    m_settings->set(setting::revokeUntil, qlonglong{0});
    whenDone(this, m_secrets->remove(m_key),
        [](const Result<std::monostate>&) { /* a token that is good for nothing */ });
}

} // namespace skein
