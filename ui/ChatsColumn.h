// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How wide the chats are: 200 to 420 pixels, or collapsed to their avatars. Snaps while the edge is
// dragged, and remembers both. Main thread.

#include <QObject>

class QSplitter;

namespace skein {

class ChatListPane;
class Settings;

class ChatsColumn : public QObject {
    Q_OBJECT
public:
    static constexpr int narrowest = 200;
    static constexpr int widest = 420;
    static constexpr int usual = 300;
    static constexpr int snapsBelow = 140; ///< dragged narrower, only the avatars remain

    /// `chats` is the first column of `splitter`, the last one takes what is left; all outlive it.
    /// `between`: how wide a column between them is before it was shown. The sizes at the start
    /// are the owner's matter.
    ChatsColumn(QSplitter& splitter, ChatListPane& chats, Settings& settings, int between = 0);

    /// What the column takes, or will take.
    [[nodiscard]] int width() const;

    /// One column at a time: the chats have the window to themselves and are never collapsed.
    void setAlone(bool alone);
    void toggle();
    void expand();
    /// Remembers width and shape for the next start.
    void keep();

private:
    void edgeMoved();
    void setCollapsed(bool collapsed);
    void apply();
    void applyShape();

    QSplitter& m_splitter;
    ChatListPane& m_chats;
    Settings& m_settings;
    int m_between; ///< of a column that is hidden now: a splitter tells nothing of it
    int m_width = usual; ///< when not collapsed
    bool m_collapsed = false;
    bool m_alone = false;
};

} // namespace skein
