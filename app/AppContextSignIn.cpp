// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/AppContext.h"
#include "core/base/WhenDone.h"
#include "ui/ChatsPage.h"
#include "ui/signin/SignInPage.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

void AppContext::readKeychain()
{
    // It may take its time, or ask the person: nobody waits for it.
    m_slowKeychain->start(2s);
    whenDone(this, m_kept.read(), [this](const Result<KeptToken::Kept>& kept) {
        m_slowKeychain->stop();
        if (!isSigningIn())
            useKeptToken(kept);
    });
}

bool AppContext::isSigningIn() const
{
    return m_session || m_wasChecked || (m_browser && m_browser->isWaiting());
}

void AppContext::useKeptToken(const Result<KeptToken::Kept>& kept)
{
    if (!kept)
        return m_window.signInPage().setNotice(kept.error().detail);
    if (kept->token.isEmpty()) {
        // Some keychains say "nothing there" when they are locked and nobody unlocks them.
        return m_window.signInPage().setNotice(kept->owner.isEmpty()
                ? QString()
                : tr("The keychain did not give the token that Skein keeps there. Unlock it and "
                     "start Skein again, or sign in again."));
    }
    m_token = kept->token;
    m_origin = kept->origin;
    const Person known = m_profile.person({m_settings.value(setting::account)});
    if (known.id.isEmpty() || kept->owner != known.id)
        return confirmToken(); // another account was shown since, with a token given for one run
    // It was checked when it was kept: what is on disk is shown without waiting for the network.
    m_network.setToken(m_token);
    showAccount(known);
    m_session->start();
}

void AppContext::confirmToken()
{
    m_network.setToken(m_token);
    const int attempt = ++m_attempt;
    whenDone(this, m_api.me(), [this, attempt](const Result<Person>& person) {
        if (attempt != m_attempt || (!m_session && isSigningIn()))
            return;
        if (person)
            return takeConfirmed(*person);
        if (person.error().kind != ErrorKind::Unauthorized)
            return waitForGroupMe();
        askForToken(tr("GroupMe does not know this token (any more)."));
    });
}

void AppContext::takeConfirmed(const Person& person)
{
    if (!m_session || m_session->me().id != person.id)
        showAccount(person);
    m_session->start();
}

void AppContext::waitForGroupMe()
{
    // What is on disk can be read meanwhile; nothing is sent before it is known whose token it is.
    const Person known = m_profile.person({m_settings.value(setting::account)});
    const bool isGiven = m_token == m_givenToken;
    if (!m_session && isGiven && !known.id.isEmpty())
        showAccount(known);
    else if (!m_session)
        m_window.signInPage().setNotice(tr("GroupMe cannot be reached. Skein keeps trying."));
    m_retry->start(5s);
}

Async<Person> AppContext::check(const QString& token)
{
    m_wasChecked = true;
    return m_tokenCalls.owner(token);
}

void AppContext::accept(const QString& token, const Person& person, TokenOrigin origin)
{
    ++m_attempt;
    m_retry->stop();
    m_token = token;
    m_origin = origin;
    endSession();
    m_network.setToken(token);
    showAccount(person);
    m_session->start();
    keepToken();
}

void AppContext::keepToken()
{
    if (!m_session)
        return;
    // The session's: what the keychain says of this token says nothing of the next one.
    whenDone(m_session.get(), m_kept.keep(m_token, m_session->me().id, m_origin),
        [this](const Result<std::monostate>& kept) {
            if (m_window.chatsPage())
                m_window.chatsPage()->sayTokenNotKept(kept ? QString() : kept.error().detail);
        });
}

void AppContext::goBack()
{
    if (m_session)
        m_window.showSession(m_session->view());
}

void AppContext::askForToken(const QString& notice) { m_window.showSignIn(*this, notice); }

void AppContext::endSession()
{
    m_window.endSession();
    m_session.reset();
    m_budget.drop();
}

void AppContext::signOut(bool alsoRevoke)
{
    const QString account = m_settings.value(setting::account);
    const QString token = std::exchange(m_token, {});
    ++m_attempt;
    m_retry->stop();
    endSession(); // closes the store before its files go
    m_network.setToken({});
    m_settings.set(setting::account, QString());
    m_settings.set(setting::lastConversation, QString());
    m_profile.wipeAccount(account);
    askForToken({});
    whenDone(this, m_kept.forget(), [this](const Result<std::monostate>& removed) {
        if (!removed && !m_session) {
            m_window.signInPage().setNotice(
                tr("The token could not be removed from the keychain: %1")
                    .arg(removed.error().detail));
        }
    });
    if (alsoRevoke || m_origin == TokenOrigin::Browser)
        revoke(token);
}

void AppContext::revoke(const QString& token)
{
    if (token.isEmpty())
        return;
    whenDone(this, m_tokenCalls.revoke(token), [this](const Result<std::monostate>& revoked) {
        const bool isGone = revoked || revoked.error().kind == ErrorKind::Unauthorized;
        if (isGone || m_session)
            return;
        m_window.signInPage().setNotice(
            tr("You are signed out here, but GroupMe could not be told. The token stays good "
               "there until you remove Skein from your account's applications or change your "
               "password."));
    });
}

} // namespace skein
