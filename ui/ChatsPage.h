// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window's content while somebody is signed in: notices, the chats, the topics of the group in
// front, the conversation in front. One column at a time when it is narrow. Lives as long as the
// session. Main thread.

#include "ui/Session.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QSplitter;

namespace skein {

class ChatListPane;
class ChatsColumn;
class Commands;
class ConnectionLine;
class FrontConversation;
class GroupDialogs;
class NoticeBar;
class PeopleDialogs;
class QuietForOnce;
class ReplyWindow;
class SettingsDialog;
class ThreadPane;
class TopicPane;
enum class Command;
struct ConnectionWords;

class ChatsPage : public QWidget {
    Q_OBJECT
public:
    static constexpr int narrowWidth = 720;

    explicit ChatsPage(const Session& session, QWidget* parent = nullptr);
    ~ChatsPage() override;

    /// The title of the conversation in front; empty without one.
    [[nodiscard]] QString title() const;
    void setAttention(bool isShown, bool isActive);
    /// Keeps what is to be kept: shapes, drafts, receipts, the reader's place.
    void flush();

    /// There is typed text that this computer does not take: closing would lose it.
    [[nodiscard]] bool wouldLoseText() const;

    /// Signed in for this run only: the keychain did not take the token, for this `reason`. Empty:
    /// it has it by now.
    void sayTokenNotKept(const QString& reason);
    /// The keychain is slow: until it has answered there is no token. Empty: it has.
    void sayTokenAwaited(const QString& sentence);

    /// The keyboard goes to where one begins: the message field, or the chats.
    void takeKeyboard();
    void showSettings();
    void focusSearch();
    void focusComposer();
    /// All that can be done, as a menu at `place` of the screen.
    void showCommands(const QPoint& place);

signals:
    void quitRequested();
    void titleChanged(const QString& title);
    void signOutRequested(bool alsoRevoke);
    void keepTokenRequested();
    void signInAgainRequested();
    /// What the person asked for from outside is open here.
    void frontRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Column { Chats, Topics, Thread };

    void buildSplitter();
    void connectCommands();
    [[nodiscard]] QHash<Command, std::function<void()>> deeds();
    void offerCommands();
    void goToNextUnread();
    void zoom(int step);
    void showKeys();
    void showBlocked();
    SettingsDialog* openSettings();
    void connectParts();
    void saySetAside();
    void sayStorage();
    void sayQuiet();
    void sayStatus();
    void connectTopics();
    void connectDialogs();
    void connectNotifications();
    void noteLook();
    /// Where what arrives appears before the person's eyes; empty: nowhere.
    [[nodiscard]] ConversationId inSight() const;
    void keepReplies();
    void openReply(
        const ConversationId& id, const QString& title, const QString& words, const QString& text);
    void sayConnection(const ConnectionWords& words);
    void remedy();
    [[nodiscard]] bool isNarrow() const { return width() < narrowWidth; }
    void showColumn(Column column);
    void showTopics();
    void leaveChats();
    void leaveFront(const ConversationId& gone);
    void goBackFromThread();
    void arrange();

    Session m_session;
    NoticeBar* m_connectionBar;
    NoticeBar* m_keychainBar;
    NoticeBar* m_storageBar;
    NoticeBar* m_setAsideBar;
    NoticeBar* m_refusalBar;
    NoticeBar* m_quietBar;
    QuietForOnce* m_quiet;
    Commands* m_commands;
    QSplitter* m_splitter;
    ChatListPane* m_chats;
    TopicPane* m_topics;
    ChatsColumn* m_chatsColumn = nullptr;
    ThreadPane* m_thread;
    std::unique_ptr<FrontConversation> m_front;
    std::unique_ptr<PeopleDialogs> m_people;
    std::unique_ptr<GroupDialogs> m_dialogs;
    ConnectionLine* m_line;
    Column m_column = Column::Chats;
    bool m_awaitsToken = false;
    QHash<ReplyWindow*, ConversationId> m_replies; ///< that are being written
};

} // namespace skein
