// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/AppContext.h"

#include "app/notify/MakeNotifier.h"
#include "app/tray/Badge.h"
#include "core/platform/MemorySecretStore.h"
#include "core/platform/SystemSecretStore.h"
#include "ui/ChatsPage.h"
#include "ui/media/AvatarPictures.h"
#include "ui/signin/SignInPage.h"

#include <QCryptographicHash>
#include <QDesktopServices>
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

QString revocationsKey(const Profile& profile) { return u"revoke "_s + profile.folder(); }

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

std::shared_ptr<SecretStore> secretsFor(
    const QString& givenToken, const std::shared_ptr<SecretStore>& keychain)
{
    if (!givenToken.isEmpty())
        return std::make_shared<MemorySecretStore>();
    return keychain ? keychain : makeSystemSecretStore();
}

/// None in a build that GroupMe does not know.
std::unique_ptr<LoopbackSignIn> browserFor(
    const Options& options, const Outside& outside, Clock& clock)
{
    if (options.clientId.isEmpty())
        return nullptr;
    return std::make_unique<LoopbackSignIn>(
        LoopbackSignIn::Application{options.clientId, options.server}, outside.callbackPort, clock,
        outside.openUrl ? outside.openUrl : &QDesktopServices::openUrl);
}

constexpr int noticePicture = 96; ///< pixels: sharp where a notification shows it at twice its size

} // namespace

AppContext::AppContext(
    const Options& options, Profile& profile, const QString& token, const Outside& outside)
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
    , m_secrets(secretsFor(token, outside.secrets))
    , m_kept(m_secrets, secretKey(profile), token.isEmpty() ? &m_settings : nullptr)
    , m_tokenCalls(options.server)
    , m_revocations(m_secrets, revocationsKey(profile), token.isEmpty() ? &m_settings : nullptr,
          m_tokenCalls, m_clock)
    , m_browser(browserFor(options, outside, m_clock))
    , m_notifier(makeNotifier(&m_tray, [this](const Notice& notice) { return pictureFor(notice); }))
    , m_signInFolder(profile.folder() + u"/signing-in"_s, 0)
    , m_signInMedia(m_network, m_clock, m_signInFolder, randomFraction)
    , m_presence({m_window, m_tray, m_settings, m_clock, showBadge})
    , m_autostart(m_settings, makeAutostart(startAtLogin(options)))
    , m_networkWatch(m_clock.timer([this] { watchNetwork(); }))
    , m_retry(m_clock.timer([this] { confirmToken(); }))
    , m_slowKeychain(m_clock.timer([this] { saySlowKeychain(); }))
{
    connect(&m_window, &MainWindow::signInPageMade, this,
        [this](SignInPage& page) { new AvatarPictures(m_signInMedia, page); });
    m_window.restoreShape(m_settings);
    connect(&m_window, &MainWindow::signOutRequested, this, &AppContext::signOut);
    connect(&m_window, &MainWindow::signInAgainRequested, this, [this] { askForToken({}); });
    connect(&m_window, &MainWindow::keepTokenRequested, this, &AppContext::keepToken);
    connect(&m_revocations, &Revocations::failed, this, &AppContext::sayRevocationFailed);
    if (m_browser) // it goes on here, not in the browser's window
        connect(m_browser.get(), &BrowserSignIn::tokenCame, &m_window, &MainWindow::comeToFront);
}

AppContext::~AppContext()
{
    m_window.endSession();
    m_session.reset();
}

void AppContext::start()
{
    showExpected(); // before the window comes: the store reads while that is built
    if (!m_session)
        askForToken({}); // until it is known that this needs no asking
    m_presence.start(m_startsHidden);
    m_networkWatch->start(1s); // it loads a plug-in
    m_revocations.resume();
    if (m_givenToken.isEmpty())
        readKeychain();
    else
        confirmToken();
}

void AppContext::showAccount(const Person& person)
{
    endSession();
    m_settings.set(setting::account, person.id.value);
    m_profile.keepPerson(person);
    m_session = std::make_unique<SignedInSession>(
        SignedInSession::Surroundings{m_clock, m_settings, m_api, m_budget, m_uploadApi, *m_power,
            m_network, randomFraction, *m_notifier},
        person, m_origin, m_profile.accountFolder(person.id.value));
    m_window.showSession(m_session->view());
}

Async<QImage> AppContext::pictureFor(const Notice& notice)
{
    const ChatsPage* page = m_window.chatsPage();
    AvatarSource* pictures = page ? AvatarSource::of(*page) : nullptr;
    if (!pictures)
        return later<QImage>(this, std::unexpected(Error{ErrorKind::NotFound, 0, {}, {}}));
    const bool isDirect = notice.conversation.kind == ConversationId::Kind::Direct;
    return pictures->kept({.id = {},
                              .name = {},
                              .picture = notice.picture,
                              .shape = isDirect ? AvatarShape::Round : AvatarShape::RoundedSquare},
        noticePicture);
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
