// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChatsPage: what it does when a command is given, and the ways to all of them.

#include "core/models/ChatListModel.h"
#include "core/platform/Settings.h"
#include "ui/ChatsColumn.h"
#include "ui/ChatsPage.h"
#include "ui/FrontConversation.h"
#include "ui/GroupDialogs.h"
#include "ui/SearchSources.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/composer/Composer.h"
#include "ui/keys/Commands.h"
#include "ui/keys/KeysSection.h"
#include "ui/settings/SettingsDialog.h"
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
    connect(m_commands, &Commands::given, this, &ChatsPage::obey);
    connect(m_chats, &ChatListPane::commandsRequested, this, &ChatsPage::showCommands);
    m_chats->setFinder([this](const QStringList& words) {
        const auto open = [this](const ConversationId& id) {
            m_front->open(id);
            showColumn(Column::Thread);
            focusComposer();
        };
        return findTopics(m_session.chats, words, open) + findCommands(*m_commands, words);
    });
}

void ChatsPage::obey(Command command)
{
    switch (command) {
    case Command::WriteMessage:
        return focusComposer();
    case Command::Details:
        return m_dialogs->showDetails(m_front->conversation());
    case Command::Attach:
        return m_thread->composer().openAttach();
    case Command::Emoji:
        return m_thread->composer().openEmoji();
    case Command::ZoomIn:
        return zoom(1);
    case Command::ZoomOut:
        return zoom(-1);
    case Command::ZoomReset:
        return zoom(0);
    case Command::Settings:
        return showSettings();
    case Command::Keys:
        return showKeys();
    case Command::Quit:
        return emit quitRequested();
    default:
        obeyList(command);
    }
}

void ChatsPage::obeyList(Command command)
{
    switch (command) {
    case Command::Search:
        return focusSearch();
    case Command::NextUnread:
        return goToNextUnread();
    case Command::PreviousChat:
        return m_chats->pickPrevious();
    case Command::NextChat:
        return m_chats->pickNext();
    case Command::GoBack:
        m_front->goBack();
        return focusComposer();
    case Command::Topics:
        return showTopics();
    case Command::PreviousTopic:
        return m_topics->pickPrevious();
    case Command::NextTopic:
        return m_topics->pickNext();
    case Command::ChatsColumn:
        return m_chatsColumn->toggle();
    default:
        return;
    }
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
    auto* dialog = new SettingsDialog(m_session.settings, m_session.me, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addSection(
        SettingsPage::Keyboard, tr("Keyboard"), new KeysSection(*m_commands, dialog));
    connect(dialog, &SettingsDialog::signOutRequested, this, &ChatsPage::signOutRequested);
    dialog->open();
    return dialog;
}

void ChatsPage::showSettings() { openSettings(); }

void ChatsPage::showKeys() { openSettings()->showPage(SettingsPage::Keyboard); }

void ChatsPage::showCommands(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Menu"));
    m_commands->fill(*menu);
    menu->popup(place - QPoint(0, menu->sizeHint().height()));
}

} // namespace skein
