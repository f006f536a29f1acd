// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/AppContext.h"

#include "app/notify/MakeNotifier.h"
#include "app/tray/Badge.h"
#include "core/base/Logging.h"
#include "core/base/WhenDone.h"
#include "core/platform/KeychainSecretStore.h"
#include "core/platform/MemorySecretStore.h"
#include "ui/ChatsPage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QNetworkInformation>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace skein {

namespace {

double randomFraction() { return QRandomGenerator::global()->generateDouble(); }

/// One token per profile in the keychain of the system's user.
QString secretKey(const Profile& profile) { return u"token "_s + profile.folder(); }

/// A profile of one's own has a start at login of its own.
QString autostartId(const QString& profile)
{
    if (profile.isEmpty())
        return u"skein"_s;
    const QByteArray folder = QDir(profile).absolutePath().toUtf8();
    const auto digest = QCryptographicHash::hash(folder, QCryptographicHash::Sha1).toHex();
    return u"skein-"_s + QString::fromLatin1(digest.first(8));
}

AutostartEntry startAtLogin(const Options& options)
{
    return {.id = autostartId(options.profile),
        .program = QCoreApplication::applicationFilePath(),
        .arguments = argumentsAtLogin(options)};
}

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
    , m_startsHidden(options.hidden)
    , m_token(token)
    , m_settings(profile.settingsFile())
    , m_zoom(m_settings)
    , m_network(options.server)
    , m_budget(m_network, m_clock, randomFraction)
    , m_api(m_budget)
    , m_uploadApi(m_network)
    , m_secrets(secretsFor(token))
    , m_notifier(makeNotifier(&m_tray))
    , m_presence({m_window, m_tray, m_settings, m_clock, showBadge})
    , m_autostart(m_settings, makeAutostart(startAtLogin(options)))
    , m_retry(m_clock.timer([this] { confirmToken(); }))
{
    m_window.restoreShape(m_settings);
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
    m_presence.start(m_startsHidden);
    watchNetwork();
    if (!m_givenToken.isEmpty())
        return confirmToken();
    whenDone(this, m_secrets->read(secretKey(m_profile)),
        [this](const Result<QString>& token) { useKeptToken(token); });
}

void AppContext::confirmToken()
{
    whenDone(this, check(m_token), [this](const Result<Person>& person) {
        if (person)
            return takeConfirmed(*person);
        if (person.error().kind == ErrorKind::Unauthorized)
            return askForToken(tr("GroupMe does not know this token (any more)."));
        waitForGroupMe();
    });
}

void AppContext::takeConfirmed(const Person& person)
{
    if (!m_session || m_session->me().id != person.id)
        showAccount(person, true);
    m_session->start();
}

void AppContext::waitForGroupMe()
{
    // What is on disk can be read meanwhile; nothing is sent before it is known whose token it is.
    const Person known = m_profile.person({m_settings.value(setting::account)});
    const bool isGiven = m_token == m_givenToken;
    if (!m_session && isGiven && !known.id.isEmpty())
        showAccount(known, true);
    else if (!m_session)
        askForToken(tr("GroupMe cannot be reached. Skein keeps trying."));
    m_retry->start(5s);
}

void AppContext::useKeptToken(const Result<QString>& token)
{
    if (!token)
        return askForToken(token.error().detail);
    if (token->isEmpty())
        return askForToken({});
    m_token = *token;
    const Person known = m_profile.person({m_settings.value(setting::account)});
    if (known.id.isEmpty() || m_settings.value(setting::tokenOwner) != known.id.value)
        return confirmToken(); // another account was shown since, with a token given for one run
    // It was checked when it was kept: what is on disk is shown without waiting for the network.
    m_network.setToken(*token);
    showAccount(known, true);
    m_session->start();
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
    m_settings.set(setting::tokenOwner, person.id.value);
    showAccount(person, true);
    m_session->start();
    // A keychain may take its time, or ask the person: nobody waits for it.
    whenDone(this, m_secrets->write(secretKey(m_profile), token),
        [this](const Result<std::monostate>& kept) {
            if (!kept && m_window.chatsPage())
                m_window.chatsPage()->sayTokenNotKept();
        });
}

void AppContext::showAccount(const Person& person, bool tokenIsKept)
{
    m_window.endSession();
    m_session.reset();
    m_settings.set(setting::account, person.id.value);
    m_profile.keepPerson(person);
    m_session = std::make_unique<SignedInSession>(
        SignedInSession::Surroundings{m_clock, m_settings, m_api, m_budget, m_uploadApi, m_power,
            m_network, randomFraction, *m_notifier},
        person, tokenIsKept, m_profile.accountFolder(person.id.value));
    m_window.showSession(m_session->view());
}

void AppContext::askForToken(const QString& notice) { m_window.showSignIn(*this, notice); }

void AppContext::signOut()
{
    const QString account = m_settings.value(setting::account);
    m_window.endSession();
    m_session.reset(); // closes the store before its files go
    m_network.setToken({});
    m_settings.set(setting::account, QString());
    m_settings.set(setting::lastConversation, QString());
    m_profile.wipeAccount(account);
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
