// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sign-in page asks for, and app answers. Main thread.

#include "core/base/Async.h"
#include "core/types/Conversation.h"

#include <QObject>

namespace skein {

class SignIn : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whose token this is (GET /users/me). Nothing is kept yet.
    [[nodiscard]] virtual Async<Person> check(const QString& token) = 0;
    /// Signs in with a token that was checked: keeps it in the keychain and shows the chats.
    virtual void accept(const QString& token, const Person& person) = 0;
};

} // namespace skein
