// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/FrontConversation.h"

#include "core/base/WhenDone.h"
#include "core/models/ChatListModel.h"
#include "core/models/ListWords.h"
#include "core/models/MessageThreadModel.h"
#include "core/models/TopicListModel.h"
#include "core/platform/Settings.h"
#include "core/sync/Blocks.h"
#include "core/sync/Drafts.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/MessageActions.h"
#include "core/sync/Outbox.h"
#include "core/sync/PinnedMessages.h"
#include "core/sync/ReadReceipts.h"
#include "core/sync/SyncEngine.h"
#include "ui/ComposerActions.h"
#include "ui/ContentActions.h"
#include "ui/PinnedBar.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/composer/Composer.h"
#include "ui/composer/PackOffer.h"
#include "ui/theme/Question.h"
#include "ui/thread/MessageList.h"
#include "ui/thread/ThreadView.h"
#include "ui/topics/TopicPane.h"

#include <QDesktopServices>

namespace skein {

using Kind = ConversationId::Kind;

FrontConversation::FrontConversation(
    const Session& session, ChatListPane& chats, TopicPane& topics, ThreadPane& pane)
    : m_session(session)
    , m_chats(chats)
    , m_topics(topics)
    , m_pane(pane)
    , m_contents(std::make_unique<ContentActions>(session, pane))
    , m_composing(std::make_unique<ComposerActions>(session, pane))
    , m_packs(
          std::make_unique<PackOffer>(session.emoji, session.media, session.clock, pane.composer()))
{
    m_pane.view().setMe(session.me.id);
    connectLists();
    connectThread();
    connectMessages();
    connectRefusals();
}

FrontConversation::~FrontConversation() = default;

void FrontConversation::connectLists()
{
    connect(&m_chats, &ChatListPane::picked, this, &FrontConversation::enter);
    connect(&m_topics, &TopicPane::picked, this, &FrontConversation::open);
    const ChatListModel& chats = m_session.chats;
    connect(&chats, &ChatListModel::loaded, this, &FrontConversation::refresh);
    connect(&chats, &ChatListModel::knownChanged, this, [this](const ConversationId& id) {
        if (id != m_id && id != m_id.parent())
            return;
        refresh();
        emit topicsChanged();
    });
    const TopicListModel& topics = m_session.topics;
    // A mute may end without that anything else happens.
    connect(&topics, &QAbstractItemModel::dataChanged, this, &FrontConversation::refresh);
    connect(&chats, &QAbstractItemModel::dataChanged, this, &FrontConversation::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&topics, signal, this, &FrontConversation::topicsChanged);
    connect(&topics, &QAbstractItemModel::modelReset, this, &FrontConversation::topicsChanged);
    connect(&topics, &TopicListModel::topicGone, this, &FrontConversation::leaveTopic);
    connect(
        &m_session.groupDetails, &GroupDetails::told, this, [this](const ConversationId& group) {
            if (group == m_id.parent())
                tellPeople();
        });
}

void FrontConversation::connectThread()
{
    const ThreadView& view = m_pane.view();
    connect(&view, &ThreadView::seen, this, [this](const MessageId& message) {
        m_session.receipts.shown(m_session.thread.conversation(), message);
    });
    connect(&view, &ThreadView::retryRequested, &m_session.outbox, &Outbox::retry);
    connect(&view, &ThreadView::discardRequested, &m_session.outbox, &Outbox::discard);
    connect(&view, &ThreadView::personActivated, this,
        [this](const UserId& user) { emit personActivated(m_id, personOf(user)); });
    connect(&view, &ThreadView::deleteRequested, this, &FrontConversation::askToDelete);
    connect(&view, &ThreadView::linkActivated, this,
        [](const QUrl& url) { QDesktopServices::openUrl(url); });
}

/// What the person does to messages that are there.
void FrontConversation::connectMessages()
{
    const ThreadView& view = m_pane.view();
    view.list().setEditRule([this](const Message& message) {
        const Conversation* known = m_session.chats.known(m_id);
        return known && mayEdit(*known, message, m_session.me.id, m_session.serviceClock.now());
    });
    connect(&view, &ThreadView::pinRequested, this, [this](const MessageId& message, bool pin) {
        if (pin)
            m_session.actions.pin(m_id, message);
        else
            m_session.actions.unpin(m_id, message);
    });
    connect(&m_session.pinned, &PinnedMessages::changed, this, [this](const ConversationId& id) {
        if (id == m_id)
            m_pane.pinned().setMessages(m_session.pinned.messages());
    });
}

void FrontConversation::connectRefusals()
{
    connect(m_contents.get(), &ContentActions::refused, this, &FrontConversation::refused);
    connect(m_composing.get(), &ComposerActions::refused, this, &FrontConversation::refused);
    connect(&m_session.actions, &MessageActions::refused, this,
        [this](const ConversationId&, const MessageId&, const QString& reason) {
            emit refused(reason);
        });
}

void FrontConversation::restore()
{
    const auto last = ConversationId::fromKey(m_session.settings.value(setting::lastConversation));
    const auto openIfKnown = [this, last] {
        const Conversation* known = m_session.chats.known(last);
        const bool isGoneTopic = last.kind == Kind::Topic && (!known || known->isGone());
        const ConversationId id = isGoneTopic ? last.parent() : last;
        const ConversationId row = id.kind == Kind::Topic ? id.parent() : id;
        if (!m_id.isEmpty())
            return;
        if (m_session.chats.rowOf(row) < 0) {
            m_restoring = {};
            return m_session.thread.close();
        }
        open(id);
        emit restored();
    };
    if (last.isEmpty())
        return;
    if (m_session.chats.isLoaded())
        return openIfKnown();
    connect(&m_session.chats, &ChatListModel::loaded, this, openIfKnown);
    m_restoring = last;
    m_session.thread.open(last); // read right behind the list, so that both are painted at once
}

void FrontConversation::enter(const ConversationId& id)
{
    if (id.kind != Kind::Group)
        return open(id);
    if (id == m_id.parent())
        return; // it is there already, perhaps in a topic
    const Conversation* main = m_session.chats.known(id);
    const bool isUnreadHere
        = main && main->unread > 0 && !isMutedAt(main->mutedUntil, m_session.serviceClock.now());
    const ConversationId unread = isUnreadHere ? id : m_session.chats.unreadIn(id);
    open(unread.isEmpty() ? id : unread);
}

void FrontConversation::open(const ConversationId& id)
{
    if (id == m_id)
        return;
    flush();
    if (!m_id.isEmpty())
        m_before = m_id;
    m_id = id;
    m_isShut = false;
    m_heading = {};
    const ConversationId group = id.parent();
    m_session.topics.setGroup(group);
    refresh();
    m_pane.setConversation(id, m_heading);
    m_chats.mark(group.isEmpty() ? id : group);
    m_topics.mark(id);
    if (id.isEmpty())
        m_session.thread.close();
    else if (m_restoring != id)
        m_session.thread.open(id);
    m_restoring = {};
    m_session.sync.setOpen(id);
    m_session.pinned.setOpen(id);
    m_pane.pinned().setMessages(m_session.pinned.messages());
    m_session.settings.set(setting::lastConversation, id.isEmpty() ? QString() : id.key());
    m_session.groupDetails.look(id);
    tellPeople();
    askForBlock();
    emit titleChanged(title());
    emit topicsChanged();
}

bool FrontConversation::isAtEnd() const { return m_pane.view().list().isAtEnd(); }

void FrontConversation::goBack()
{
    const ConversationId before = m_before; // open() keeps another one there
    const Conversation* known = m_session.chats.known(before);
    if (known && known->membership != Membership::Left)
        open(before);
}

bool FrontConversation::hasTopics() const
{
    const ConversationId group = m_id.parent();
    if (group.isEmpty())
        return false;
    const Conversation* known = m_session.chats.known(group);
    // The main chat is a row of its own; deleted topics stay readable.
    const bool hasRows = m_session.topics.group() == group && m_session.topics.rowCount() > 1;
    return hasRows || m_id.kind == Kind::Topic || (known && known->hasTopics());
}

void FrontConversation::leaveTopic(const ConversationId& topic)
{
    if (topic != m_id)
        return;
    const Conversation* known = m_session.chats.known(topic);
    const QString title = known ? titleOf(*known) : QString();
    open(topic.parent());
    emit refused(
        tr("The topic \u201c%1\u201d was deleted. Its messages stay readable.").arg(title));
}

void FrontConversation::flush()
{
    m_pane.view().rememberPlace();
    m_session.drafts.flush();
    m_session.receipts.flush();
}

void FrontConversation::askToDelete(const MessageId& message)
{
    auto* question = new Question({.question = tr("Delete this message for everybody?"),
                                      .meaning = tr("This cannot be undone."),
                                      .agree = tr("Delete"),
                                      .decline = tr("Keep")},
        &m_pane);
    connect(question, &Question::agreed, this,
        [this, message, id = m_id] { m_session.actions.remove(id, message); });
    question->open();
}

void FrontConversation::refresh()
{
    const Conversation* known = m_session.chats.known(m_id);
    const Conversation* group = m_session.chats.known(m_id.parent());
    m_topics.setGroup(group ? titleOf(*group) : QString(), group && group->isManaged());
    ConversationHeading heading = known
        ? headingOf(*known, known == group ? nullptr : group, m_session.serviceClock.now())
        : m_heading;
    if (m_isShut && heading.bar.isEmpty())
        heading.bar = tr("GroupMe does not let you write to %1.").arg(heading.title);
    if (heading == m_heading)
        return;
    m_heading = heading;
    m_pane.setConversation(m_id, m_heading);
    emit titleChanged(title());
}

/// Before the first message to somebody: it would only be refused, or never be read.
void FrontConversation::askForBlock()
{
    const Conversation* known = m_session.chats.known(m_id);
    const bool isNew = m_id.kind == Kind::Direct && (!known || known->newestId.isEmpty());
    if (m_id.isEmpty() || !isNew || m_session.blocks.isBlocked({m_id.related}))
        return;
    whenDone(this, m_session.blocks.between({m_id.related}),
        [this, id = m_id](const Result<bool>& between) {
            // Who cannot be asked decides when the message comes.
            if (id != m_id || !between.value_or(false))
                return;
            m_isShut = true;
            refresh();
        });
}

void FrontConversation::tellPeople()
{
    const auto members = m_session.groupDetails.members(m_id);
    whenDone(this, members, [this, id = m_id](const Result<QList<Member>>& found) {
        if (id != m_id)
            return;
        const Conversation* group = m_session.chats.known(m_id.parent());
        QList<Mentionable> people;
        QHash<UserId, QString> names;
        for (const Member& member : found.value_or(QList<Member>{})) {
            names.insert(member.user, member.nickname);
            if (member.user != m_session.me.id)
                people.append({member.user, member.nickname, member.avatarUrl});
        }
        // The service's word, in every language (protocol.md F4).
        if (group && group->isManaged())
            people.append({everyoneId(), QStringLiteral("everyone"), {}});
        m_pane.composer().setPeople(people);
        m_contents->setNames(names);
    });
}

Person FrontConversation::personOf(const UserId& id) const
{
    const MessageThreadModel& thread = m_session.thread;
    for (int row = thread.count() - 1; row >= 0; --row) {
        const Message& message = thread.row(row).message;
        if (message.senderId == id)
            return {id, message.senderName, message.avatarUrl};
    }
    return {id, {}, {}};
}

} // namespace skein
