// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The menus, dialogs and questions about groups, topics and people: carries what the person decides
// in them to the account's objects, and brings back what GroupMe refuses. Main thread.

#include "core/base/Async.h"
#include "ui/Session.h"

#include <QObject>
#include <QPointer>

#include <variant>

class QPoint;
class QWidget;

namespace skein {

class ConversationMenu;
class MembersDialog;
class PeopleDialogs;
class TopicDialog;

class GroupDialogs : public QObject {
    Q_OBJECT
public:
    /// Dialogs open over `window`, which outlives this as `people` does: theirs are passed on.
    GroupDialogs(const Session& session, PeopleDialogs& people, QWidget& window);

    /// What may be done with the conversation, at `place` of the screen; nothing: no menu.
    void showMenu(const ConversationId& id, const QPoint& place);
    void createTopic(const ConversationId& group);
    void editTopic(const ConversationId& topic);
    void askToDelete(const ConversationId& topic);
    void askToLeave(const ConversationId& group);

    /// The members of a group (of a topic's group), or the person of a direct chat.
    void showDetails(const ConversationId& id);
    void showMembers(const ConversationId& id);
    /// The other one of a direct chat.
    void unblock(const ConversationId& direct);
    /// Who somebody in `conversation` is; `seen` is what the thread knows of them.
    void showPerson(const ConversationId& conversation, const Person& seen);

signals:
    void openRequested(const skein::ConversationId& id);
    /// The person has left this group, or put it or this deleted topic away.
    void left(const skein::ConversationId& conversation);
    /// A sentence about something that was refused.
    void refused(const QString& sentence);

private:
    using Done = Async<std::monostate>;

    void connectMenu(ConversationMenu& menu, const ConversationId& id);
    void offerToLeave(MembersDialog& dialog, const ConversationId& group);
    void connectMembers(MembersDialog& dialog, const ConversationId& group);
    void fillMembers(const QPointer<MembersDialog>& dialog, const ConversationId& group);
    [[nodiscard]] QString roleIn(
        const ConversationId& group, const Person& person, const QList<Member>& members) const;
    template <class T>
    void settle(const QPointer<TopicDialog>& dialog, const Async<T>& call,
        std::function<void(const T&)> next);
    /// Gives the dialog of a topic GroupMe's emoji to choose from.
    void offerLikeIcons(TopicDialog& dialog, const std::optional<LikeIcon>& icon);
    void report(const Done& done, const QString& refusal);
    /// The other one of a direct chat.
    [[nodiscard]] Person personIn(const ConversationId& direct) const;
    [[nodiscard]] QString nameOf(const ConversationId& id) const;

    Session m_session;
    PeopleDialogs& m_people;
    QWidget& m_window;
};

} // namespace skein
