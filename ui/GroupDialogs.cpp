// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/GroupDialogs.h"

#include "core/base/WhenDone.h"
#include "core/models/ChatListModel.h"
#include "core/models/ListWords.h"
#include "core/sync/GroupActions.h"
#include "core/sync/GroupDetails.h"
#include "ui/ErrorWords.h"
#include "ui/PeopleDialogs.h"
#include "ui/chats/ConversationMenu.h"
#include "ui/composer/PackOffer.h"
#include "ui/people/MemberListModel.h"
#include "ui/people/MembersDialog.h"
#include "ui/theme/Question.h"
#include "ui/topics/LikeIconField.h"
#include "ui/topics/TopicDialog.h"

#include <algorithm>

namespace skein {

using Kind = ConversationId::Kind;

GroupDialogs::GroupDialogs(const Session& session, PeopleDialogs& people, QWidget& window)
    : m_session(session)
    , m_people(people)
    , m_window(window)
{
    connect(&people, &PeopleDialogs::openRequested, this, &GroupDialogs::openRequested);
    connect(&people, &PeopleDialogs::refused, this, &GroupDialogs::refused);
}

void GroupDialogs::unblock(const ConversationId& direct) { m_people.unblock(personIn(direct)); }

Person GroupDialogs::personIn(const ConversationId& direct) const
{
    const Conversation* known = m_session.chats.known(direct);
    return known ? Person{{direct.related}, known->title, known->avatarUrl}
                 : Person{{direct.related}, {}, {}};
}

QString GroupDialogs::nameOf(const ConversationId& id) const
{
    const Conversation* known = m_session.chats.known(id);
    return known ? titleOf(*known) : QString();
}

void GroupDialogs::showMenu(const ConversationId& id, const QPoint& place)
{
    const Conversation* known = m_session.chats.known(id);
    if (!known)
        return;
    m_session.groupDetails.look(id); // what the person is there decides what the next menu offers
    const auto now = QDateTime::fromMSecsSinceEpoch(m_session.clock.now().count());
    auto* menu = new ConversationMenu(*known, m_session.serviceClock.now(), now, &m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connectMenu(*menu, id);
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(place);
}

void GroupDialogs::connectMenu(ConversationMenu& menu, const ConversationId& id)
{
    connect(&menu, &ConversationMenu::muteRequested, this,
        [this, id](std::optional<std::chrono::minutes> duration) {
            report(m_session.groupActions.mute(id, duration),
                tr("\u201c%1\u201d was not muted.").arg(nameOf(id)));
        });
    connect(&menu, &ConversationMenu::unmuteRequested, this, [this, id] {
        report(m_session.groupActions.unmute(id),
            tr("\u201c%1\u201d is still muted.").arg(nameOf(id)));
    });
    connect(&menu, &ConversationMenu::aboutRequested, this, [this, id] { showDetails(id); });
    connect(&menu, &ConversationMenu::blockRequested, &m_people,
        [this, id] { m_people.askToBlock(personIn(id)); });
    connect(&menu, &ConversationMenu::unblockRequested, this, [this, id] { unblock(id); });
    connect(&menu, &ConversationMenu::newTopicRequested, this, [this, id] { createTopic(id); });
    connect(&menu, &ConversationMenu::editRequested, this, [this, id] { editTopic(id); });
    connect(&menu, &ConversationMenu::deleteRequested, this, [this, id] { askToDelete(id); });
    connect(&menu, &ConversationMenu::membersRequested, this, [this, id] { showMembers(id); });
    connect(&menu, &ConversationMenu::leaveRequested, this, [this, id] { askToLeave(id); });
    connect(&menu, &ConversationMenu::removalRequested, this, [this, id] {
        m_session.groupActions.hide(id);
        emit left(id);
    });
}

void GroupDialogs::report(const Done& done, const QString& refusal)
{
    whenDone(this, done, [this, refusal](const Result<std::monostate>& result) {
        if (!result)
            emit refused(refusal + u' ' + errorWords(result.error()));
    });
}

template <class T>
void GroupDialogs::settle(
    const QPointer<TopicDialog>& dialog, const Async<T>& call, std::function<void(const T&)> next)
{
    whenDone(this, call, [this, dialog, next = std::move(next)](const Result<T>& result) {
        const bool isOpen = dialog && dialog->isVisible();
        if (result) {
            if (isOpen)
                dialog->accept();
            return next(*result);
        }
        const QString words = errorWords(result.error());
        if (isOpen)
            dialog->refuse(words);
        else
            emit refused(GroupDialogs::tr("The topic was not saved. %1").arg(words));
    });
}

void GroupDialogs::createTopic(const ConversationId& group)
{
    auto* dialog
        = new TopicDialog(TopicDialog::Purpose::Create, {}, TopicDialog::Kind::Known, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TopicDialog::submitted, this,
        [this, group, dialog = QPointer(dialog)](const TopicDraft& draft) {
            settle<ConversationId>(dialog, m_session.groupActions.createTopic(group, draft),
                [this](const ConversationId& made) { emit openRequested(made); });
        });
    dialog->open();
}

void GroupDialogs::editTopic(const ConversationId& topic)
{
    const Conversation* known = m_session.chats.known(topic);
    if (!known)
        return;
    const TopicDraft draft{.title = known->title,
        .description = known->description,
        .avatarUrl = known->avatarUrl,
        .kind = known->groupKind.value_or(GroupKind::Private),
        .likeIcon = known->likeIcon};
    auto* dialog = new TopicDialog(TopicDialog::Purpose::Edit, draft,
        known->groupKind ? TopicDialog::Kind::Known : TopicDialog::Kind::Unknown, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TopicDialog::submitted, this,
        [this, topic, dialog = QPointer(dialog)](const TopicDraft& changed) {
            settle<std::monostate>(dialog, m_session.groupActions.updateTopic(topic, changed),
                [](const std::monostate&) { });
        });
    offerLikeIcons(*dialog, known->likeIcon);
    dialog->open();
}

void GroupDialogs::offerLikeIcons(TopicDialog& dialog, const std::optional<LikeIcon>& icon)
{
    LikeIconField& field = dialog.likeIcon();
    auto* offer = new PackOffer(
        m_session.emoji, m_session.media, m_session.clock, field.picker(),
        [&field](const QList<PickerPack>& packs) { field.setPacks(packs); }, &dialog);
    connect(&field, &LikeIconField::packUsed, offer, &PackOffer::look);
    connect(&field, &LikeIconField::packsWanted, &m_session.emoji, &EmojiPacks::want);
    m_session.emoji.want();
    if (icon)
        offer->look(icon->packId);
}

void GroupDialogs::askToDelete(const ConversationId& topic)
{
    auto* question
        = new Question({.question = tr("Delete the topic \u201c%1\u201d?").arg(nameOf(topic)),
                           .meaning = tr("It is deleted for everybody, and nobody can bring it "
                                         "back. What you have read stays on this computer."),
                           .agree = tr("Delete"),
                           .decline = tr("Keep")},
            topOf(m_window));
    connect(question, &Question::agreed, this, [this, topic] {
        report(m_session.groupActions.deleteTopic(topic),
            tr("\u201c%1\u201d was not deleted.").arg(nameOf(topic)));
    });
    question->open();
}

void GroupDialogs::askToLeave(const ConversationId& group)
{
    auto* question = new Question({.question = tr("Leave \u201c%1\u201d?").arg(nameOf(group)),
                                      .meaning = tr("You get no more of its messages, nor of its "
                                                    "topics'. What you have read stays on this "
                                                    "computer."),
                                      .agree = tr("Leave"),
                                      .decline = tr("Stay")},
        topOf(m_window));
    connect(question, &Question::agreed, this, [this, group] {
        whenDone(this, m_session.groupActions.leave(group),
            [this, group](const Result<std::monostate>& result) {
                if (result)
                    emit left(group);
                else
                    emit refused(tr("You are still in \u201c%1\u201d. %2")
                            .arg(nameOf(group), errorWords(result.error())));
            });
    });
    question->open();
}

void GroupDialogs::showDetails(const ConversationId& id)
{
    if (id.kind != Kind::Direct)
        return showMembers(id);
    m_people.showCard(personIn(id), {});
}

void GroupDialogs::showMembers(const ConversationId& id)
{
    const ConversationId group = id.parent();
    const Conversation* known = m_session.chats.known(group);
    if (!known)
        return;
    auto* dialog = new MembersDialog(titleOf(*known), m_session.me.id, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectMembers(*dialog, group);
    dialog->open();
    whenDone(dialog, m_session.groupDetails.members(group),
        [this, group, dialog](const Result<QList<Member>>& members) {
            // What is not known has to be asked for, however lately somebody looked.
            if (!members || members->isEmpty())
                return m_session.groupDetails.refresh(group);
            dialog->setMembers(*members);
            m_session.groupDetails.look(group);
        });
}

void GroupDialogs::offerToLeave(MembersDialog& dialog, const ConversationId& group)
{
    const Conversation* known = m_session.chats.known(group);
    // The owner has to hand the group over first (protocol.md D5); who that is comes later.
    dialog.setMayLeave(known && !known->isGone() && known->myRole != GroupRole::Owner
        && known->myRole != GroupRole::Unknown);
}

void GroupDialogs::connectMembers(MembersDialog& dialog, const ConversationId& group)
{
    offerToLeave(dialog, group);
    connect(&m_session.chats, &ChatListModel::knownChanged, &dialog,
        [this, group, &dialog](const ConversationId& changed) {
            if (changed == group)
                offerToLeave(dialog, group);
        });
    GroupDetails& details = m_session.groupDetails;
    connect(&details, &GroupDetails::told, &dialog,
        [this, group, &dialog](const ConversationId& told, const std::optional<Error>& error) {
            if (told != group)
                return;
            dialog.setTrouble(error ? errorWords(*error) : QString());
            fillMembers(&dialog, group);
        });
    connect(&dialog, &MembersDialog::retryRequested, this, [this, group, &dialog] {
        dialog.setTrouble({});
        m_session.groupDetails.refresh(group);
    });
    connect(&dialog, &MembersDialog::chosen, this, [this, group](const Member& member) {
        showPerson(group, {member.user, member.nickname, member.avatarUrl});
    });
    connect(&dialog, &MembersDialog::leaveRequested, this, [this, group] { askToLeave(group); });
    connect(&dialog, &MembersDialog::nicknameChosen, &dialog,
        [this, group, &dialog](const QString& nickname) {
            whenDone(&dialog, m_session.groupActions.setNickname(group, nickname),
                [this, group, &dialog](const Result<std::monostate>& result) {
                    if (!result)
                        return dialog.refuseNickname(errorWords(result.error()));
                    dialog.acceptNickname();
                    fillMembers(&dialog, group);
                });
        });
    connect(this, &GroupDialogs::openRequested, &dialog, &QDialog::accept);
    connect(this, &GroupDialogs::left, &dialog, &QDialog::accept);
}

void GroupDialogs::fillMembers(const QPointer<MembersDialog>& dialog, const ConversationId& group)
{
    whenDone(dialog, m_session.groupDetails.members(group),
        [dialog](const Result<QList<Member>>& members) {
            if (members)
                dialog->setMembers(*members);
        });
}

void GroupDialogs::showPerson(const ConversationId& conversation, const Person& seen)
{
    if (conversation.kind == Kind::Direct)
        return m_people.showCard(seen, {});
    const ConversationId group = conversation.parent();
    whenDone(this, m_session.groupDetails.members(group),
        [this, group, seen](const Result<QList<Member>>& known) {
            const auto members = known.value_or(QList<Member>{});
            const auto found = std::ranges::find(members, seen.id, &Member::user);
            const Person person = found == members.end()
                ? seen
                : Person{seen.id, found->nickname, found->avatarUrl};
            m_people.showCard(person, roleIn(group, seen, members));
        });
}

QString GroupDialogs::roleIn(
    const ConversationId& group, const Person& person, const QList<Member>& members) const
{
    if (members.isEmpty())
        return {}; // nothing is known yet
    const auto found = std::ranges::find(members, person.id, &Member::user);
    if (found == members.end())
        return tr("No longer in %1").arg(nameOf(group));
    if (found->role == GroupRole::Owner)
        return tr("Owner of %1").arg(nameOf(group));
    if (found->role == GroupRole::Admin)
        return tr("Admin of %1").arg(nameOf(group));
    return tr("Member of %1").arg(nameOf(group));
}

} // namespace skein
