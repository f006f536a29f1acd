// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The person's choices: one table of key, type and default over an ini file in the profile.
// Nothing secret. Main thread.

#include "core/types/Conversation.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>

namespace skein {

class Settings : public QObject {
    Q_OBJECT
public:
    /// Keeps everything in `file`, which need not exist yet.
    explicit Settings(const QString& file, QObject* parent = nullptr);

    [[nodiscard]] bool sendReceipts() const; ///< default: true
    void setSendReceipts(bool send);

    /// Pictures that move do so unasked.
    [[nodiscard]] bool playAnimations() const; ///< default: true
    void setPlayAnimations(bool play);

    /// Window and splitter shapes, opaque, as Qt's saveGeometry() and saveState() make them.
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray splitterState() const;
    void setSplitterState(const QByteArray& state);

    /// The chats' column: its width in pixels when it is not collapsed to the avatars.
    [[nodiscard]] int chatsWidth() const; ///< default: 300
    void setChatsWidth(int width);
    [[nodiscard]] bool chatsCollapsed() const; ///< default: false
    void setChatsCollapsed(bool collapsed);

    /// The conversation in front when the program ended: ConversationId::key(), or "".
    [[nodiscard]] QString lastConversation() const;
    void setLastConversation(const QString& key);

    /// The emoji used last, the newest first.
    [[nodiscard]] QStringList recentEmoji() const;
    void setRecentEmoji(const QStringList& emoji);

    /// Who was signed in last, so that Skein can start without the network (protocol.md B1); an
    /// empty id: nobody. The id alone: names are kept with the account's data and go with it.
    [[nodiscard]] Person account() const;
    void setAccount(const Person& person);
    /// Whose token the keychain holds; not account() after a run with a token given for it alone.
    [[nodiscard]] UserId tokenOwner() const;
    void setTokenOwner(const UserId& id);

signals:
    void sendReceiptsChanged(bool send);
    void playAnimationsChanged(bool play);

private:
    QSettings m_store;
};

} // namespace skein
