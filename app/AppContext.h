// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The composition root: the only place that names concrete transports, secret stores, clocks and
// the source of power. Owns them, the window and, while somebody is signed in, that account's
// session. How one signs in and out is in AppContextSignIn.cpp. Main thread.

#include "app/CommandLine.h"
#include "app/Profile.h"
#include "app/RestingCaret.h"
#include "app/SignedInSession.h"
#include "app/platform/AutostartSetting.h"
#include "app/signin/KeptToken.h"
#include "app/signin/LoopbackSignIn.h"
#include "app/signin/Revocations.h"
#include "app/signin/TokenCalls.h"
#include "app/tray/Presence.h"
#include "app/tray/TrayIcon.h"
#include "core/net/NetworkTransport.h"
#include "core/platform/Notifier.h"
#include "core/platform/PowerSource.h"
#include "core/platform/SecretStore.h"
#include "core/sync/MediaCache.h"
#include "ui/MainWindow.h"
#include "ui/signin/SignIn.h"
#include "ui/theme/Zoom.h"

namespace skein {

/// What signing in takes from the system, unless it is given.
struct Outside {
    std::shared_ptr<SecretStore> secrets = nullptr; ///< the keychain
    LoopbackSignIn::OpenUrl openUrl = nullptr; ///< the desktop's browser
    quint16 callbackPort = LoopbackSignIn::registeredPort; ///< 0: any free one
};

class AppContext : public SignIn {
    Q_OBJECT
public:
    /// `token`: for this run only, never stored (SKEIN_TOKEN, --demo); "": from the keychain.
    AppContext(const Options& options, Profile& profile, const QString& token,
        const Outside& outside = {});
    ~AppContext() override;

    /// Shows the window, or hides in the tray, and signs in, if a token is at hand.
    void start();

    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] SignedInSession* session() const { return m_session.get(); }

    [[nodiscard]] Async<Person> check(const QString& token) override;
    void accept(const QString& token, const Person& person, TokenOrigin origin) override;
    [[nodiscard]] LoopbackSignIn* browser() override { return m_browser.get(); }
    [[nodiscard]] bool canGoBack() const override { return m_session != nullptr; }
    void goBack() override;

    /// What is said while the keychain is slow.
    [[nodiscard]] static QString slowKeychainWords();

private:
    void readKeychain();
    /// What is on disk of whose token was given or should be in the keychain: reading it needs no
    /// token. Nothing is sent until that is known.
    void showExpected();
    void stopAwaiting();
    void saySlowKeychain();
    void giveUpKeychain(const QString& notice);
    void confirmToken();
    void takeConfirmed(const Person& person);
    void refuseGiven();
    void waitForGroupMe(const Error& error);
    void useKeptToken(const Result<KeptToken::Kept>& kept);
    /// Whether the person signs in already: what comes late must not overturn that.
    [[nodiscard]] bool isSigningIn() const;
    /// Shows what is on disk; SignedInSession::start() then brings it up to date.
    void showAccount(const Person& person);
    void keepToken();
    void askForToken(const QString& notice);
    /// Ends it with all that is still on its way: nothing of it goes out with another token.
    void endSession();
    void signOut(bool alsoRevoke);
    void sayRevocationFailed(bool waits);
    void watchNetwork();
    /// As far as it is on disk.
    [[nodiscard]] Async<QImage> pictureFor(const Notice& notice);

    Profile& m_profile;
    const QString m_givenToken;
    const bool m_startsHidden;
    QString m_token; ///< the session's, or the one being confirmed
    TokenOrigin m_origin = TokenOrigin::Pasted; ///< of that token
    int m_attempt = 0; ///< an answer to an earlier one overturns nothing
    bool m_awaitsToken = false; ///< it is not known yet whether the session shown may send
    bool m_wasChecked = false; ///< the person gave a token
    SystemClock m_clock;
    Settings m_settings;
    Zoom m_zoom;
    NetworkTransport m_network;
    RateBudget m_budget;
    GroupMeApi m_api;
    UploadApi m_uploadApi; ///< beside the budget: a long upload must not hold what others wait for
    const std::unique_ptr<PowerSource> m_power = makePowerSource();
    const std::shared_ptr<SecretStore> m_secrets;
    KeptToken m_kept;
    TokenCalls m_tokenCalls;
    Revocations m_revocations;
    std::unique_ptr<LoopbackSignIn> m_browser;
    TrayIcon m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<SignedInSession> m_session;
    MediaFolder m_signInFolder; ///< keeps nothing
    MediaCache m_signInMedia; ///< the picture of who is about to sign in
    MainWindow m_window;
    Presence m_presence;
    RestingCaret m_caret{m_clock};
    AutostartSetting m_autostart;
    std::unique_ptr<Timer> m_networkWatch;
    std::unique_ptr<Timer> m_retry;
    std::unique_ptr<Timer> m_slowKeychain;
};

} // namespace skein
