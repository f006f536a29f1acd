// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: the sign-in page, or the chats of who is signed in. Follows the system's palette and
// remembers its shape. Owns no session; app shows one and ends it, and says whether closing only
// hides. Main thread.

#include "core/types/UnreadTotals.h"
#include "ui/Session.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace skein {

class ChatsPage;
class SignIn;
class SignInPage;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// `notice` says why the page is here, or is empty. Ends the session that is shown.
    void showSignIn(SignIn& signIn, const QString& notice);
    /// What `session` refers to outlives this until endSession().
    void showSession(const Session& session);
    /// Lets go of the session: nothing of it is touched afterwards.
    void endSession();
    /// As it was when the program ended, wherever the screens are now.
    void restoreShape(const Settings& settings);
    /// Shows the window to the person, e.g. because Skein was started again.
    void comeToFront();
    /// Closing hides instead while somebody is signed in and this is true. Asked when needed.
    void setMayHide(std::function<bool()> mayHide) { m_mayHide = std::move(mayHide); }
    /// Leaves the screen; the program goes on.
    void stepAside();
    /// Ends the program, unless the person then stays because text would be lost.
    void quit();
    /// Keeps what is to be kept, should the program end now.
    void keep();

    /// Made when it is needed: most starts show the chats at once.
    [[nodiscard]] SignInPage& signInPage();
    /// Null while nobody is signed in.
    [[nodiscard]] ChatsPage* chatsPage() const { return m_chatsPage; }

signals:
    void signInPageMade(skein::SignInPage& page);
    /// The person has agreed to lose what is kept here.
    void signOutRequested(bool alsoRevoke);
    /// The keychain is to be asked once more.
    void keepTokenRequested();
    /// The token is no longer good; what is kept here stays.
    void signInAgainRequested();
    /// It was on the screen and is hidden now.
    void steppedAside();
    void unreadChanged(const skein::UnreadTotals& totals);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyTheme();
    void showTitle();
    void showUnread(const UnreadTotals& totals);
    void noteAttention();
    void askBeforeLosingText();

    QStackedWidget* m_pages;
    SignInPage* m_signInPage = nullptr;
    ChatsPage* m_chatsPage = nullptr;
    Settings* m_settings = nullptr; ///< the session's
    UnreadTotals m_unread;
    std::function<bool()> m_mayHide;
    bool m_hasShape = false;
    bool m_mayLoseText = false; ///< the person has said so
    bool m_isQuitting = false;
};

} // namespace skein
