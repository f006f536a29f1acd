// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first page: takes an access token, asks SignIn whose it is and signs in with it. The token
// stays in the field until somebody is signed in; it goes nowhere but to SignIn. Main thread.

#include "core/base/Result.h"
#include "core/types/Conversation.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace skein {

class Avatar;
class IconButton;
class SignIn;

class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);

    /// Ready for a token. `notice` is a sentence about why one is asked for, or empty.
    void start(SignIn& signIn, const QString& notice);
    /// Forgets the token, e.g. once somebody is signed in.
    void clear();

    /// Why a token could not be checked and what to do about it, in a sentence.
    [[nodiscard]] static QString refusalFor(const Error& error);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildColumn();
    void submit();
    void accept(const QString& token, const Person& person);
    void setBusy(bool busy, const QString& words = {});
    void refuse(const QString& sentence);
    void toggleEcho();
    void applyTheme();

    QPointer<SignIn> m_signIn;
    QWidget* m_column;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_help;
    QLabel* m_notice;
    QLineEdit* m_token;
    IconButton* m_echo;
    QLabel* m_refusal;
    QPushButton* m_submit;
    Avatar* m_avatar;
    QLabel* m_progress;
    int m_attempt = 0; ///< answers to an earlier attempt are ignored
};

} // namespace skein
