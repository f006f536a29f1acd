// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first page: leads to the browser or takes an access token, asks SignIn whose it is and signs
// in with it. What was typed stays in the field until somebody is signed in; a token goes nowhere
// but to SignIn. Main thread.

#include "core/base/Result.h"
#include "core/types/Conversation.h"
#include "core/types/TokenOrigin.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace skein {

class Avatar;
class BrowserPanel;
class IconButton;
class SignIn;
class WhoPanel;

class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);

    /// Ready for a token. `notice` is a sentence about why one is asked for, or empty.
    void start(SignIn& signIn, const QString& notice);
    /// Says it beside whatever the person is doing.
    void setNotice(const QString& notice);
    /// Forgets the token, e.g. once somebody is signed in.
    void clear();

    /// Why a token could not be checked and what to do about it, in a sentence.
    [[nodiscard]] static QString refusalFor(const Error& error);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Step { Choosing, Waiting, Checking, Asking, SigningIn };
    struct Found {
        QString token;
        Person person;
        TokenOrigin origin = TokenOrigin::Pasted;
    };

    void buildPaste();
    void buildColumn();
    void submit();
    void check(const QString& token, TokenOrigin origin);
    void refuseToken(const Error& error, TokenOrigin origin);
    void ask(const Found& found);
    void decline();
    void accept(const Found& found); ///< not m_found: accepting clears the page
    void setStep(Step step, const QString& words = {});
    void refuse(const QString& sentence);
    void takeKeyboard();
    void toggleEcho();
    void applyTheme();

    QPointer<SignIn> m_signIn;
    QWidget* m_column;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_notice;
    BrowserPanel* m_browser;
    WhoPanel* m_who;
    QWidget* m_paste;
    QLabel* m_help;
    QLineEdit* m_token;
    IconButton* m_echo;
    QLabel* m_refusal;
    QPushButton* m_submit;
    Avatar* m_avatar;
    QLabel* m_progress;
    QPushButton* m_back;
    Step m_step = Step::Choosing;
    Found m_found; ///< while it is asked about
    int m_attempt = 0; ///< answers to an earlier attempt are ignored
};

} // namespace skein
