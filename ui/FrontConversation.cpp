// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/FrontConversation.h"

#include "core/base/WhenDone.h"
#include "core/models/ChatListModel.h"
#include "core/models/MessageThreadModel.h"
#include "core/platform/Settings.h"
#include "core/sync/Drafts.h"
#include "core/sync/MessageActions.h"
#include "core/sync/Outbox.h"
#include "core/sync/ReadReceipts.h"
#include "core/sync/SyncEngine.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/composer/Composer.h"
#include "ui/theme/Question.h"
#include "ui/thread/ThreadView.h"

#include <QDesktopServices>

namespace skein {

FrontConversation::FrontConversation(const Session& session, ChatListPane& chats, ThreadPane& pane)
    : m_session(session)
    , m_chats(chats)
    , m_pane(pane)
{
    m_pane.composer().setDrafts({
        .load = [&drafts = session.drafts](const ConversationId& id) { return drafts.load(id); },
        .save = [&drafts = session.drafts](
                    const ConversationId& id, const QString& text) { drafts.save(id, text); },
    });
    connect(&m_chats, &ChatListPane::picked, this, &FrontConversation::open);
    connect(&m_pane.composer(), &Composer::sendRequested, this, &FrontConversation::send);
    connect(
        &session.chats, &QAbstractItemModel::dataChanged, this, &FrontConversation::refreshTitle);
    connect(
        &session.chats, &QAbstractItemModel::rowsInserted, this, &FrontConversation::refreshTitle);
    connectThread();
    connectRefusals();
}

void FrontConversation::connectThread()
{
    const ThreadView& view = m_pane.view();
    connect(&view, &ThreadView::seen, this, [this](const MessageId& message) {
        m_session.receipts.shown(m_session.thread.conversation(), message);
    });
    connect(&view, &ThreadView::retryRequested, &m_session.outbox, &Outbox::retry);
    connect(&view, &ThreadView::discardRequested, &m_session.outbox, &Outbox::discard);
    connect(&view, &ThreadView::deleteRequested, this, &FrontConversation::askToDelete);
    connect(&view, &ThreadView::linkActivated, this,
        [](const QUrl& url) { QDesktopServices::openUrl(url); });
}

void FrontConversation::connectRefusals()
{
    connect(&m_session.outbox, &Outbox::refused, this, &FrontConversation::takeBack);
    connect(&m_session.actions, &MessageActions::refused, this,
        [this](const ConversationId&, const MessageId&, const QString& reason) {
            emit refused(tr("The message was not deleted. %1").arg(reason));
        });
}

void FrontConversation::restore()
{
    const auto last = ConversationId::fromKey(m_session.settings.lastConversation());
    const auto openIfKnown = [this, last] {
        if (!m_id.isEmpty() || m_session.chats.rowOf(last) < 0)
            return;
        open(last);
        emit restored();
    };
    if (last.isEmpty())
        return;
    if (m_session.chats.isLoaded())
        openIfKnown();
    else
        connect(&m_session.chats, &ChatListModel::loaded, this, openIfKnown);
}

void FrontConversation::open(const ConversationId& id)
{
    if (id == m_id)
        return;
    flush();
    m_id = id;
    m_title.clear();
    refreshTitle();
    m_pane.setConversation(id, m_title);
    m_chats.mark(id);
    m_session.thread.open(id);
    m_session.sync.setOpen(id);
    m_session.settings.setLastConversation(id.key());
}

void FrontConversation::flush()
{
    m_pane.view().rememberPlace();
    m_session.drafts.flush();
    m_session.receipts.flush();
}

void FrontConversation::send(const QString& text)
{
    const SourceGuid guid = m_session.outbox.send(m_id, text);
    if (guid.isEmpty())
        return; // the composer keeps the text
    m_sent.insert(guid, m_id);
    m_pane.composer().clear();
    m_pane.view().list().goToEnd();
}

void FrontConversation::takeBack(const SourceGuid& guid, const QString& text, const QString& reason)
{
    const ConversationId id = m_sent.take(guid);
    emit refused(tr("%1 It is back where you wrote it.").arg(reason));
    if (id == m_id)
        return m_pane.composer().giveBack(text);
    whenDone(this, m_session.drafts.load(id), [this, id, text](const Result<QString>& draft) {
        const QString since = draft.value_or(QString());
        m_session.drafts.save(id, since.isEmpty() ? text : text + u'\n' + since);
    });
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

void FrontConversation::refreshTitle()
{
    const int row = m_session.chats.rowOf(m_id);
    const QString title
        = row < 0 ? m_title : m_session.chats.index(row).data(Qt::DisplayRole).toString();
    if (title == m_title)
        return;
    m_title = title;
    m_pane.setConversation(m_id, m_title);
    emit titleChanged(m_title);
}

} // namespace skein
