// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChatsPage: what it does when a command is given, and the ways to all of them.

#include "core/models/ChatListModel.h"
#include "core/platform/QuietForOnce.h"
#include "core/sync/SyncStatus.h"
#include "ui/ChatsColumn.h"
#include "ui/ChatsPage.h"
#include "ui/FrontConversation.h"
#include "ui/GroupDialogs.h"
#include "ui/PeopleDialogs.h"
#include "ui/SearchSources.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/composer/Composer.h"
#include "ui/keys/Commands.h"
#include "ui/keys/KeysSection.h"
#include "ui/settings/QuietNowField.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/settings/SyncSection.h"
#include "ui/topics/TopicPane.h"

#include <QMenu>

namespace skein {

void ChatsPage::connectCommands()
{
    const auto sayKeys = [this] {
        m_chats->setSearchKeys(m_commands->keys(Command::Search));
        m_thread->sayKeys(*m_commands);
    };
    sayKeys();
    connect(m_commands, &Commands::keysChanged, this, sayKeys);
    connect(m_commands, &Commands::given, this,
        [deeds = deeds()](Command command) { deeds[command](); });
    connect(m_front.get(), &FrontConversation::titleChanged, this, &ChatsPage::offerCommands);
    connect(m_front.get(), &FrontConversation::topicsChanged, this, &ChatsPage::offerCommands);
    offerCommands();
    connect(m_chats, &ChatListPane::commandsRequested, this, &ChatsPage::showCommands);
    m_chats->setFinder([this](const QStringList& words) {
        const auto open = [this](const ConversationId& id) {
            m_front->open(id);
            showColumn(Column::Thread);
            focusComposer();
        };
        const auto write = [this](const Person& person) { m_people->write(person); };
        return findTopics(m_session.chats, words, open)
            + findPeople(m_session.people, m_session.chats, m_session.me.id, words, write)
            + findCommands(*m_commands, words);
    });
}

QHash<Command, std::function<void()>> ChatsPage::deeds()
{
    return {
        {Command::Search, [this] { focusSearch(); }},
        {Command::NewMessage, [this] { m_people->startMessage(); }},
        {Command::NextUnread, [this] { goToNextUnread(); }},
        {Command::PreviousChat, [this] { m_chats->pickPrevious(); }},
        {Command::NextChat, [this] { m_chats->pickNext(); }},
        {Command::GoBack,
            [this] {
                m_front->goBack();
                focusComposer();
            }},
        {Command::Topics, [this] { showTopics(); }},
        {Command::PreviousTopic, [this] { m_topics->pickPrevious(); }},
        {Command::NextTopic, [this] { m_topics->pickNext(); }},
        {Command::ChatsColumn, [this] { m_chatsColumn->toggle(); }},
        {Command::Details, [this] { m_dialogs->showDetails(m_front->conversation()); }},
        {Command::WriteMessage, [this] { focusComposer(); }},
        {Command::Attach, [this] { m_thread->composer().openAttach(); }},
        {Command::Emoji, [this] { m_thread->composer().openEmoji(); }},
        {Command::ZoomIn, [this] { zoom(1); }},
        {Command::ZoomOut, [this] { zoom(-1); }},
        {Command::ZoomReset, [this] { zoom(0); }},
        {Command::Settings, [this] { showSettings(); }},
        {Command::Blocked, [this] { showBlocked(); }},
        {Command::Quiet, [this] { m_quiet->setQuiet(!m_quiet->isQuiet()); }},
        {Command::Keys, [this] { showKeys(); }},
        {Command::Quit, [this] { emit quitRequested(); }},
    };
}

/// What needs a conversation, or topics, is offered while there are some.
void ChatsPage::offerCommands()
{
    const bool isOpen = !m_front->conversation().isEmpty();
    for (const Command command : {Command::Details, Command::Attach, Command::Emoji})
        m_commands->setAvailable(command, isOpen);
    const bool hasTopics = m_front->hasTopics();
    for (const Command command : {Command::Topics, Command::PreviousTopic, Command::NextTopic})
        m_commands->setAvailable(command, hasTopics);
}

/// The one after the chat in front, in the list's order; from the last one on to the first.
void ChatsPage::goToNextUnread()
{
    const ChatListModel& chats = m_session.chats;
    const ConversationId front = m_front->conversation();
    const int here
        = chats.rowOf(front.kind == ConversationId::Kind::Topic ? front.parent() : front);
    const int rows = chats.rowCount();
    for (int step = 1; step <= rows; ++step) {
        const Conversation& next = chats.row((here + step) % rows);
        if (next.unread == 0 || chats.unreadIn(next.id) == front)
            continue;
        m_front->enter(next.id);
        showColumn(Column::Thread);
        return focusComposer();
    }
}

/// To the next step of the table; 0: to the usual size.
void ChatsPage::zoom(int step)
{
    Settings& settings = m_session.settings;
    const QList<SettingOption>& sizes = settingRow(setting::zoom.name)->options;
    const auto now = std::ranges::find(
        sizes, QString::number(settings.value(setting::zoom)), &SettingOption::value);
    const auto at = std::clamp<qsizetype>(now - sizes.begin() + step, 0, sizes.size() - 1);
    settings.set(setting::zoom, step == 0 ? 100 : sizes[at].value.toInt());
}

SettingsDialog* ChatsPage::openSettings()
{
    auto* dialog
        = new SettingsDialog(m_session.settings, m_session.me, m_session.tokenOrigin, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addSection(
        SettingsPage::Keyboard, tr("Keyboard"), new KeysSection(*m_commands, dialog));
    dialog->addSection(SettingsPage::Sync, tr("Synchronization"),
        new SyncSection(
            [&status = m_session.status] { return status.report(); }, m_session.clock, dialog));
    dialog->addSection(SettingsPage::Notifications, tr("Quiet for a while"),
        new QuietNowField(m_session.settings, m_session.clock, dialog));
    dialog->addSection(
        SettingsPage::Notifications, tr("Heard in quiet hours"), m_people->heardSection(dialog));
    dialog->addSection(
        SettingsPage::Privacy, tr("Blocked people"), m_people->blockedSection(dialog));
    connect(dialog, &SettingsDialog::signOutRequested, this, &ChatsPage::signOutRequested);
    dialog->open();
    return dialog;
}

void ChatsPage::showSettings() { openSettings(); }

void ChatsPage::showKeys() { openSettings()->showPage(SettingsPage::Keyboard); }

void ChatsPage::showBlocked() { openSettings()->showPage(SettingsPage::Privacy); }

void ChatsPage::showCommands(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Menu"));
    m_commands->fill(*menu);
    menu->popup(place - QPoint(0, menu->sizeHint().height()));
}

} // namespace skein
