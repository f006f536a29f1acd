// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ChatsPage.h"

#include "core/models/ChatListModel.h"
#include "core/models/MessageThreadModel.h"
#include "core/models/TopicListModel.h"
#include "core/platform/QuietForOnce.h"
#include "core/sync/Drafts.h"
#include "core/sync/Notifications.h"
#include "core/sync/Outbox.h"
#include "core/sync/Storage.h"
#include "core/sync/SyncEngine.h"
#include "ui/ChatsColumn.h"
#include "ui/ConnectionLine.h"
#include "ui/FrontConversation.h"
#include "ui/GroupDialogs.h"
#include "ui/NoticeBar.h"
#include "ui/PeopleDialogs.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/composer/MessageField.h"
#include "ui/keys/Commands.h"
#include "ui/media/AvatarPictures.h"
#include "ui/notify/ReplyWindow.h"
#include "ui/topics/TopicPane.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace skein {

namespace {

constexpr int narrowestTopics = 160;
constexpr int widestTopics = 320;
constexpr int narrowestThread = 320;

} // namespace

ChatsPage::ChatsPage(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_connectionBar(new NoticeBar(NoticeBar::Closing::ByProgram, this))
    , m_keychainBar(new NoticeBar(NoticeBar::Closing::ByPerson, this))
    , m_storageBar(new NoticeBar(NoticeBar::Closing::ByProgram, this))
    , m_setAsideBar(new NoticeBar(NoticeBar::Closing::ByPerson, this))
    , m_refusalBar(new NoticeBar(NoticeBar::Closing::ByPerson, this))
    , m_quietBar(new NoticeBar(NoticeBar::Closing::ByPerson, this, NoticeBar::Tone::Calm))
    , m_quiet(new QuietForOnce(session.settings, session.clock, this))
    , m_commands(new Commands(session.settings, *this))
    , m_splitter(new QSplitter(this))
    , m_chats(new ChatListPane(session.clock, m_splitter))
    , m_topics(new TopicPane(session.clock, m_splitter))
    , m_thread(new ThreadPane(session.thread, session.clock, m_splitter))
    , m_front(std::make_unique<FrontConversation>(session, *m_chats, *m_topics, *m_thread))
    , m_people(std::make_unique<PeopleDialogs>(session, *this))
    , m_dialogs(std::make_unique<GroupDialogs>(session, *m_people, *this))
    , m_line(new ConnectionLine(session.connection, session.clock, this))
{
    new AvatarPictures(session.media, *this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_connectionBar);
    for (NoticeBar* bar : {m_storageBar, m_setAsideBar, m_keychainBar, m_refusalBar, m_quietBar})
        column->addWidget(bar);
    column->addWidget(m_splitter, 1);
    buildSplitter();
    connectParts();
    connectCommands();
    connectTopics();
    connectDialogs();
    connectNotifications();

    m_chats->setModel(&session.chats);
    m_topics->setModel(&session.topics);
    m_chats->setLoading(!session.chats.isLoaded());
    sayConnection(m_line->words());
    if (session.storage.wasSetAside())
        saySetAside();
    sayStorage();
    sayQuiet();
    m_front->restore();
}

ChatsPage::~ChatsPage()
{
    keepReplies();
    m_session.notifications.setInSight({});
    m_chats->setModel(nullptr);
    m_topics->setModel(nullptr);
}

void ChatsPage::sayTokenNotKept(const QString& reason)
{
    if (reason.isEmpty())
        return m_keychainBar->clear();
    m_keychainBar->say(tr("%1 You are signed in until Skein ends.").arg(reason), tr("Try again"));
}

void ChatsPage::sayTokenAwaited(const QString& sentence)
{
    m_awaitsToken = !sentence.isEmpty();
    if (sentence.isEmpty())
        return m_keychainBar->clear();
    m_keychainBar->say(sentence, tr("Sign in"));
}

void ChatsPage::saySetAside()
{
    m_setAsideBar->say(
        tr("Skein's data on this computer was damaged and has been set aside. Your messages come "
           "back from GroupMe. Your drafts and what waited to be sent were kept as far as they "
           "could be read."));
}

void ChatsPage::sayStorage()
{
    switch (m_session.storage.trouble()) {
    case StorageTrouble::None:
        m_storageBar->clear();
        break;
    case StorageTrouble::Unwritable:
        m_storageBar->say(tr("Skein cannot write to its folder: is the disk full, or the folder "
                             "read-only? Nothing new is shown or sent until it can. What you type "
                             "stays while Skein runs."),
            tr("Try again"));
        break;
    case StorageTrouble::Damaged:
        m_storageBar->say(tr("Skein's data on this computer is damaged. Quit Skein and start it "
                             "again: your messages then come back from GroupMe."));
        break;
    case StorageTrouble::TooNew:
        m_storageBar->say(tr("Skein's data on this computer was made by a newer Skein. This one "
                             "leaves it alone and cannot show it."));
        break;
    }
    sayStatus();
}

void ChatsPage::sayQuiet()
{
    if (m_quiet->isQuiet())
        m_quietBar->say(m_quiet->words(), tr("End"));
    else
        m_quietBar->clear();
}

void ChatsPage::sayStatus()
{
    const bool isWell = m_session.storage.trouble() == StorageTrouble::None;
    m_chats->setUnreadable(!isWell);
    m_chats->setStatus(isWell ? m_line->words().sentence : tr("Not up to date"));
}

bool ChatsPage::wouldLoseText() const
{
    return m_session.storage.trouble() != StorageTrouble::None && !m_session.drafts.areKept();
}

void ChatsPage::buildSplitter()
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setHandleWidth(1);
    m_chatsColumn
        = new ChatsColumn(*m_splitter, *m_chats, m_session.settings, TopicPane::usualWidth);
    if (!m_splitter->restoreState(m_session.settings.value(setting::splitterState)))
        m_splitter->setSizes({m_chatsColumn->width(), TopicPane::usualWidth, 1});
}

void ChatsPage::connectParts()
{
    // The conversation in front heard it first: it was there before these connections.
    connect(m_chats, &ChatListPane::picked, this,
        [this] { showColumn(m_front->hasTopics() ? Column::Topics : Column::Thread); });
    connect(m_chats, &ChatListPane::left, this, &ChatsPage::leaveChats);
    connect(
        m_chats, &ChatListPane::newMessageRequested, m_people.get(), &PeopleDialogs::startMessage);
    connect(m_chats, &ChatListPane::settingsRequested, this, &ChatsPage::showSettings);
    connect(m_thread, &ThreadPane::backRequested, this, &ChatsPage::goBackFromThread);
    connect(&m_session.chats, &ChatListModel::loaded, this, [this] { m_chats->setLoading(false); });
    connect(m_front.get(), &FrontConversation::titleChanged, this, &ChatsPage::titleChanged);
    connect(m_front.get(), &FrontConversation::restored, this, &ChatsPage::focusComposer);
    connect(m_front.get(), &FrontConversation::refused, this,
        [this](const QString& sentence) { m_refusalBar->say(sentence); });
    connect(&m_session.storage, &Storage::troubleChanged, this, &ChatsPage::sayStorage);
    connect(m_storageBar, &NoticeBar::buttonPressed, &m_session.storage, &Storage::tryAgain);
    connect(&m_session.storage, &Storage::setAside, this, &ChatsPage::saySetAside);
    connect(m_quiet, &QuietForOnce::changed, this, &ChatsPage::sayQuiet);
    connect(m_quietBar, &NoticeBar::buttonPressed, this, [this] { m_quiet->setQuiet(false); });
    m_line->setUpdating(!m_session.sync.hasListed());
    connect(&m_session.sync, &SyncEngine::listed, m_line, [this] { m_line->setUpdating(false); });
    connect(m_line, &ConnectionLine::changed, this, &ChatsPage::sayConnection);
    connect(m_connectionBar, &NoticeBar::buttonPressed, this, &ChatsPage::remedy);
    connect(m_keychainBar, &NoticeBar::buttonPressed, this, [this] {
        if (m_awaitsToken)
            emit signInAgainRequested();
        else
            emit keepTokenRequested();
    });
}

void ChatsPage::connectTopics()
{
    connect(m_topics, &TopicPane::picked, this, [this] { showColumn(Column::Thread); });
    connect(m_topics, &TopicPane::left, this, &ChatsPage::focusComposer);
    connect(m_topics, &TopicPane::backRequested, this, &ChatsPage::focusSearch);
    connect(m_front.get(), &FrontConversation::topicsChanged, this, &ChatsPage::arrange);
}

void ChatsPage::connectDialogs()
{
    GroupDialogs* dialogs = m_dialogs.get();
    connect(m_chats, &ChatListPane::menuRequested, dialogs, &GroupDialogs::showMenu);
    connect(m_topics, &TopicPane::menuRequested, dialogs, &GroupDialogs::showMenu);
    connect(m_topics, &TopicPane::newTopicRequested, dialogs,
        [this, dialogs] { dialogs->createTopic(m_front->conversation().parent()); });
    connect(m_thread, &ThreadPane::detailsRequested, dialogs,
        [this, dialogs] { dialogs->showDetails(m_front->conversation()); });
    connect(m_thread, &ThreadPane::barDeedRequested, dialogs,
        [this, dialogs] { dialogs->unblock(m_front->conversation()); });
    connect(m_thread, &ThreadPane::acceptRequested, m_people.get(),
        [this] { m_people->accept(m_front->conversation()); });
    connect(m_front.get(), &FrontConversation::personActivated, dialogs, &GroupDialogs::showPerson);
    connect(dialogs, &GroupDialogs::openRequested, this, [this](const ConversationId& id) {
        m_front->open(id);
        focusComposer();
    });
    connect(dialogs, &GroupDialogs::left, this, &ChatsPage::leaveFront);
    connect(dialogs, &GroupDialogs::refused, this,
        [this](const QString& sentence) { m_refusalBar->say(sentence); });
}

void ChatsPage::connectNotifications()
{
    Notifications* notifications = &m_session.notifications;
    notifications->setInSight([this] { return inSight(); });
    connect(m_front.get(), &FrontConversation::titleChanged, this, &ChatsPage::noteLook);
    connect(notifications, &Notifications::openRequested, this, [this](const ConversationId& id) {
        if (!id.isEmpty()) {
            m_front->open(id);
            focusComposer();
        }
        emit frontRequested();
    });
    connect(notifications, &Notifications::replyWindowRequested, this, &ChatsPage::openReply);
}

void ChatsPage::noteLook()
{
    if (isActiveWindow())
        m_session.notifications.noteLook(m_front->conversation());
}

ConversationId ChatsPage::inSight() const
{
    const bool isLookedAt = isActiveWindow() && m_thread->isVisible() && m_front->isAtEnd();
    return isLookedAt ? m_front->conversation() : ConversationId{};
}

void ChatsPage::openReply(
    const ConversationId& id, const QString& title, const QString& words, const QString& text)
{
    auto* reply = new ReplyWindow(title, words, text);
    connect(this, &QObject::destroyed, reply, &QObject::deleteLater);
    connect(reply, &ReplyWindow::sent, this,
        [this, id](const QString& answer) { m_session.notifications.reply(id, answer); });
    m_replies.insert(reply, id);
    connect(reply, &QDialog::finished, this, [this, reply] { m_replies.remove(reply); });
    connect(reply, &QObject::destroyed, this, [this, reply] { m_replies.remove(reply); });
    reply->show();
    reply->raise();
    reply->activateWindow();
}

/// What was not sent stands in the conversation's field the next time.
void ChatsPage::keepReplies()
{
    for (auto reply = m_replies.cbegin(); reply != m_replies.cend(); ++reply) {
        const QString text = reply.key()->field().toPlainText();
        if (!text.trimmed().isEmpty())
            m_session.drafts.add(reply.value(), text);
    }
    m_replies.clear();
}

void ChatsPage::leaveFront(const ConversationId& gone)
{
    const ConversationId front = m_front->conversation();
    const bool isTopic = gone.kind == ConversationId::Kind::Topic;
    if (isTopic && front == gone) {
        m_front->open(gone.parent());
        focusComposer();
    } else if (!isTopic && front.parent() == gone) {
        m_front->close();
        focusSearch();
    }
}

QString ChatsPage::title() const { return m_front->title(); }

void ChatsPage::sayConnection(const ConnectionWords& words)
{
    using Kind = ConnectionState::Kind;
    const Kind kind = m_session.connection.state().kind;
    sayStatus();
    const bool isWell = kind == Kind::Online || kind == Kind::Connecting;
    m_thread->setTrouble(isWell ? QString() : words.sentence);
    if (words.remedy == ConnectionWords::Remedy::None)
        m_connectionBar->clear();
    else
        m_connectionBar->say(words.sentence, words.button);
}

void ChatsPage::remedy()
{
    switch (m_line->words().remedy) {
    case ConnectionWords::Remedy::None:
        break;
    case ConnectionWords::Remedy::LookAgain:
        m_session.sync.lookNow();
        break;
    case ConnectionWords::Remedy::ResumeSending:
        m_session.outbox.resume();
        break;
    case ConnectionWords::Remedy::SignInAgain:
        emit signInAgainRequested();
        break;
    }
}

void ChatsPage::setAttention(bool isShown, bool isActive)
{
    using Attention = SyncEngine::Attention;
    m_session.sync.setAttention(!isShown ? Attention::Hidden
            : isActive                   ? Attention::Focused
                                         : Attention::Visible);
    m_session.thread.setAttentive(isShown && isActive);
    if (!isShown || !isActive)
        m_front->flush();
    else
        noteLook();
}

void ChatsPage::flush()
{
    m_front->flush();
    m_chatsColumn->keep();
    if (width() >= narrowWidth)
        m_session.settings.set(setting::splitterState, m_splitter->saveState());
}

void ChatsPage::takeKeyboard()
{
    showColumn(Column::Chats);
    m_chats->focusSearch();
    focusComposer();
}

void ChatsPage::focusSearch()
{
    showColumn(Column::Chats);
    m_chatsColumn->expand();
    m_chats->focusSearch();
}

void ChatsPage::focusComposer()
{
    if (m_front->conversation().isEmpty())
        return;
    showColumn(Column::Thread);
    m_thread->focusComposer();
}

void ChatsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChatsPage::showColumn(Column column)
{
    m_column = column;
    arrange();
}

void ChatsPage::showTopics()
{
    if (!m_front->hasTopics())
        return;
    showColumn(Column::Topics);
    m_topics->focusList();
}

void ChatsPage::leaveChats()
{
    if (isNarrow() && m_front->hasTopics())
        showTopics();
    else
        focusComposer();
}

void ChatsPage::goBackFromThread()
{
    if (m_front->hasTopics())
        showTopics();
    else
        focusSearch();
}

void ChatsPage::arrange()
{
    const bool narrow = isNarrow();
    const bool hasTopics = m_front->hasTopics();
    const bool isOnTopics = m_column == Column::Topics && hasTopics;
    const bool isOnChats = m_column == Column::Chats;
    m_topics->setMinimumWidth(narrow ? 0 : narrowestTopics);
    m_topics->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : widestTopics);
    m_thread->setMinimumWidth(narrow ? 0 : narrowestThread);
    m_chats->setVisible(!narrow || isOnChats);
    m_topics->setVisible(hasTopics && (!narrow || isOnTopics));
    m_thread->setVisible(!narrow || (!isOnChats && !isOnTopics));
    m_chatsColumn->setAlone(narrow);
    m_topics->setBackVisible(narrow);
    const QString back = hasTopics ? tr("Back to the topics") : tr("Back to the chats");
    m_thread->setBack(narrow ? back : QString());
}

} // namespace skein
