// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sign-in page asks for, and app answers. Main thread.

#include "core/base/Async.h"
#include "core/types/Conversation.h"
#include "core/types/TokenOrigin.h"

#include <QObject>

namespace skein {

class BrowserSignIn;

class SignIn : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whose token this is (GET /users/me). Nothing is kept yet.
    [[nodiscard]] virtual Async<Person> check(const QString& token) = 0;
    /// Signs in with a token that was checked: keeps it in the keychain and shows the chats.
    virtual void accept(const QString& token, const Person& person, TokenOrigin origin) = 0;
    /// Null: this build offers pasting only.
    [[nodiscard]] virtual BrowserSignIn* browser() = 0;
    /// Somebody's chats are still here, to be read without signing in again.
    [[nodiscard]] virtual bool canGoBack() const = 0;
    virtual void goBack() = 0;
};

} // namespace skein
