// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/AppContext.h"

#include "core/base/Logging.h"
#include "core/base/WhenDone.h"
#include "core/platform/KeychainSecretStore.h"
#include "core/platform/MemorySecretStore.h"

#include <QNetworkInformation>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

double randomFraction() { return QRandomGenerator::global()->generateDouble(); }

/// One token per profile in the keychain of the system's user.
QString secretKey(const Profile& profile) { return u"token "_s + profile.folder(); }

std::unique_ptr<SecretStore> secretsFor(const QString& givenToken)
{
    if (givenToken.isEmpty())
        return std::make_unique<KeychainSecretStore>();
    return std::make_unique<MemorySecretStore>();
}

} // namespace

AppContext::AppContext(const Options& options, Profile& profile, const QString& token)
    : m_profile(profile)
    , m_givenToken(token)
    , m_settings(profile.settingsFile())
    , m_network(options.server)
    , m_budget(m_network, m_clock, randomFraction)
    , m_api(m_budget)
    , m_secrets(secretsFor(token))
    , m_retry(m_clock.timer([this] { useGivenToken(); }))
{
    connect(&m_window, &MainWindow::signOutRequested, this, &AppContext::signOut);
    connect(&m_window, &MainWindow::signInAgainRequested, this, [this] { askForToken({}); });
}

AppContext::~AppContext()
{
    m_window.endSession();
    m_session.reset();
}

void AppContext::start()
{
    m_window.show();
    watchNetwork();
    if (!m_givenToken.isEmpty())
        return useGivenToken();
    whenDone(this, m_secrets->read(secretKey(m_profile)),
        [this](const Result<QString>& token) { useKeptToken(token); });
}

void AppContext::useGivenToken()
{
    // Whose it is must be known before any data is touched: it may be anybody's.
    whenDone(this, check(m_givenToken), [this](const Result<Person>& person) {
        if (person)
            return startSession(*person, true);
        if (person.error().kind == ErrorKind::Unauthorized)
            return askForToken(tr("GroupMe does not know the token that was given."));
        askForToken(tr("GroupMe cannot be reached. Skein keeps trying."));
        m_retry->start(5s);
    });
}

void AppContext::useKeptToken(const Result<QString>& token)
{
    if (!token)
        return askForToken(token.error().detail);
    const Person known = m_settings.account();
    if (token->isEmpty() || known.id.isEmpty())
        return askForToken({});
    // It was checked when it was kept: what is on disk is shown without waiting for the network.
    m_network.setToken(*token);
    startSession(known, true);
}

Async<Person> AppContext::check(const QString& token)
{
    m_network.setToken(token);
    return m_api.me();
}

void AppContext::accept(const QString& token, const Person& person)
{
    m_retry->stop();
    m_network.setToken(token);
    whenDone(this, m_secrets->write(secretKey(m_profile), token),
        [this, person](
            const Result<std::monostate>& kept) { startSession(person, kept.has_value()); });
}

void AppContext::startSession(const Person& person, bool tokenIsKept)
{
    m_window.endSession();
    m_session.reset();
    m_settings.setAccount(person);
    m_session = std::make_unique<SignedInSession>(
        SignedInSession::Surroundings{m_clock, m_settings, m_api, m_budget, randomFraction}, person,
        tokenIsKept, m_profile.accountFolder(person.id.value));
    m_window.showSession(m_session->view());
    m_session->start();
}

void AppContext::askForToken(const QString& notice) { m_window.showSignIn(*this, notice); }

void AppContext::signOut()
{
    const Person person = m_settings.account();
    m_window.endSession();
    m_session.reset(); // closes the store before its files go
    m_network.setToken({});
    m_settings.setAccount({});
    m_settings.setLastConversation({});
    m_profile.wipeAccount(person.id.value);
    whenDone(this, m_secrets->remove(secretKey(m_profile)),
        [this](const Result<std::monostate>& removed) {
            askForToken(removed ? QString()
                                : tr("The token could not be removed from the keychain: %1")
                                      .arg(removed.error().detail));
        });
}

void AppContext::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
        [this](QNetworkInformation::Reachability reachability) {
            if (m_session && reachability == QNetworkInformation::Reachability::Online)
                m_session->view().sync.lookNow();
        });
}

} // namespace skein
