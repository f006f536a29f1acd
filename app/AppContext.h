// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The composition root: the only place that names concrete transports, secret stores, clocks and
// the source of power. Owns them, the window and, while somebody is signed in, that account's
// session. Main thread.

#include "app/CommandLine.h"
#include "app/Profile.h"
#include "app/SignedInSession.h"
#include "app/platform/AutostartSetting.h"
#include "app/tray/Presence.h"
#include "app/tray/TrayIcon.h"
#include "core/net/NetworkTransport.h"
#include "core/platform/LinuxPowerSource.h"
#include "core/platform/Notifier.h"
#include "core/platform/SecretStore.h"
#include "ui/MainWindow.h"
#include "ui/signin/SignIn.h"
#include "ui/theme/Zoom.h"

namespace skein {

class AppContext : public SignIn {
    Q_OBJECT
public:
    /// `token`: for this run only, never stored (SKEIN_TOKEN, --demo); "": from the keychain.
    AppContext(const Options& options, Profile& profile, const QString& token);
    ~AppContext() override;

    /// Shows the window, or hides in the tray, and signs in, if a token is at hand.
    void start();

    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] SignedInSession* session() const { return m_session.get(); }

    [[nodiscard]] Async<Person> check(const QString& token) override;
    void accept(const QString& token, const Person& person) override;

private:
    void confirmToken();
    void takeConfirmed(const Person& person);
    void waitForGroupMe();
    void useKeptToken(const Result<QString>& token);
    /// Shows what is on disk; SignedInSession::start() then brings it up to date.
    void showAccount(const Person& person, bool tokenIsKept);
    void askForToken(const QString& notice);
    void signOut();
    void watchNetwork();

    Profile& m_profile;
    const QString m_givenToken;
    const bool m_startsHidden;
    QString m_token; ///< the one being confirmed
    SystemClock m_clock;
    Settings m_settings;
    Zoom m_zoom;
    NetworkTransport m_network;
    RateBudget m_budget;
    GroupMeApi m_api;
    UploadApi m_uploadApi; ///< beside the budget: a long upload must not hold what others wait for
    LinuxPowerSource m_power; ///< elsewhere it finds nothing, which is mains
    std::unique_ptr<SecretStore> m_secrets;
    TrayIcon m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<SignedInSession> m_session;
    MainWindow m_window;
    Presence m_presence;
    AutostartSetting m_autostart;
    std::unique_ptr<Timer> m_retry;
};

} // namespace skein
