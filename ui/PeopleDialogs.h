// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person does about other people: finding whom to write to, looking somebody up, blocking
// and unblocking. Opens the dialogs, asks what must be asked, carries the answers to the account's
// objects. Main thread.

#include "core/base/Async.h"
#include "core/types/ConversationId.h"
#include "ui/Session.h"

#include <QObject>

namespace skein {

class PersonCard;

/// What a question stands over: the dialog of `window` that led to it, else the window.
[[nodiscard]] QWidget* topOf(QWidget& window);

class PeopleDialogs : public QObject {
    Q_OBJECT
public:
    /// `window` outlives it.
    PeopleDialogs(const Session& session, QWidget& window);

    /// Chooses somebody to write to.
    void startMessage();
    /// `role`: what they are where one met them; may be empty.
    void showCard(const Person& person, const QString& role);
    void write(const Person& person);
    void askToBlock(const Person& person);
    void unblock(const Person& person);
    /// The message request that this chat is.
    void accept(const ConversationId& chat);
    /// The list of who is blocked, kept as it is.
    [[nodiscard]] QWidget* blockedSection(QWidget* parent);
    /// Likewise of who is heard in quiet hours.
    [[nodiscard]] QWidget* heardSection(QWidget* parent);

signals:
    void openRequested(const skein::ConversationId& id);
    /// A sentence about something that was refused.
    void refused(const QString& sentence);

private:
    void report(const Async<std::monostate>& done, const QString& refusal);

    Session m_session;
    QWidget& m_window;
};

} // namespace skein
