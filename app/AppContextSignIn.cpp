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
    const int attempt = m_attempt;
    whenDone(this, m_kept.read(), [this, attempt](const Result<KeptToken::Kept>& kept) {
        m_slowKeychain->stop();
        if (attempt == m_attempt && (m_awaitsToken || !isSigningIn()))
            useKeptToken(kept);
    });
}

void AppContext::showExpected()
{
    const KeptToken::Kept expected = m_kept.expected();
    const Person known = m_profile.person({m_settings.value(setting::account)});
    if (known.id.isEmpty() || (m_givenToken.isEmpty() && expected.owner != known.id))
        return;
    m_origin = expected.origin;
    m_awaitsToken = true;
    m_budget.setHeld(true);
    showAccount(known);
}

void AppContext::stopAwaiting()
{
    m_awaitsToken = false;
    m_budget.setHeld(false);
    if (m_window.chatsPage())
        m_window.chatsPage()->sayTokenAwaited({});
}

QString AppContext::slowKeychainWords()
{
    return tr("This computer's keychain has not answered yet: nothing new comes and nothing is "
              "sent. If it asks you for a password, Skein goes on after that.");
}

void AppContext::saySlowKeychain()
{
    if (m_window.chatsPage())
        return m_window.chatsPage()->sayTokenAwaited(slowKeychainWords());
    m_window.signInPage().setNotice(
        tr("This computer's keychain has not answered yet. If it asks you for a password, Skein "
           "goes on after that. You can also sign in here."));
}

void AppContext::giveUpKeychain(const QString& notice)
{
    const bool isShown = m_awaitsToken && m_window.chatsPage();
    if (m_awaitsToken)
        endSession();
    stopAwaiting();
    if (isShown)
        askForToken(notice);
    else
        m_window.signInPage().setNotice(notice);
}

bool AppContext::isSigningIn() const
{
    return m_session || m_wasChecked || (m_browser && m_browser->isWaiting());
}

void AppContext::useKeptToken(const Result<KeptToken::Kept>& kept)
{
    if (!kept)
        return giveUpKeychain(kept.error().detail);
    if (kept->token.isEmpty()) {
        // Some keychains say "nothing there" when they are locked and nobody unlocks them.
        return giveUpKeychain(kept->owner.isEmpty()
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
    if (!m_awaitsToken)
        showAccount(known);
    else if (!m_window.chatsPage() && !m_wasChecked && !(m_browser && m_browser->isWaiting()))
        goBack();
    stopAwaiting();
    m_session->start();
}

void AppContext::confirmToken()
{
    m_network.setToken(m_token);
    const int attempt = ++m_attempt;
    const auto owner = m_tokenCalls.owner(m_token); // the session's own calls are held meanwhile
    whenDone(this, owner, [this, attempt](const Result<Person>& person) {
        if (attempt != m_attempt || (!m_session && isSigningIn()))
            return;
        if (person)
            takeConfirmed(*person);
        else if (person.error().kind == ErrorKind::Unauthorized)
            refuseGiven();
        else
            waitForGroupMe(person.error());
    });
}

void AppContext::takeConfirmed(const Person& person)
{
    if (!m_session || m_session->me().id != person.id)
        showAccount(person);
    stopAwaiting();
    m_session->start();
}

void AppContext::refuseGiven()
{
    if (m_awaitsToken)
        endSession();
    stopAwaiting();
    askForToken(tr("GroupMe does not know this token (any more)."));
}

void AppContext::waitForGroupMe(const Error& error)
{
    if (m_session)
        m_session->view().connection.report(error);
    else
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
    stopAwaiting();
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
    stopAwaiting();
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
    if (!token.isEmpty() && (alsoRevoke || m_origin == TokenOrigin::Browser))
        m_revocations.revoke(token);
}

void AppContext::sayRevocationFailed(bool waits)
{
    if (m_session)
        return;
    m_window.signInPage().setNotice(waits
            ? tr("You are signed out here, but GroupMe could not be told. Skein tells it when it "
                 "starts the next time; until then the keychain holds the token.")
            : tr("You are signed out here, but GroupMe could not be told. The token stays good "
                 "there until you remove Skein from your account's applications or change your "
                 "password."));
}

} // namespace skein
