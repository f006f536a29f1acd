// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What messages carry, in the window: gives the thread its pictures and facts, and does what the
// person chooses among them - see large, load, download, open, react. Main thread.

#include "ui/PictureViewing.h"
#include "ui/Session.h"
#include "ui/media/MediaSource.h"

namespace skein {

class ThreadPane;
struct ContentAction;

class ContentActions : public QObject {
    Q_OBJECT
public:
    /// `pane` outlives it.
    ContentActions(const Session& session, ThreadPane& pane);
    ~ContentActions() override;

    /// How people are called in the conversation in front, as far as its members are known.
    void setNames(const QHash<UserId, QString>& names) { m_names = names; }
    [[nodiscard]] ContentSource& source() { return m_source; }

signals:
    /// A sentence about something that could not be done.
    void refused(const QString& sentence);

private:
    [[nodiscard]] MediaSource::Details details();
    [[nodiscard]] bool mayAnimate() const;
    void act(const ContentAction& action, const MessageId& message);
    void download(const QString& file);
    void downloadWanted(const QString& file);
    void askToOpen(const QString& file);
    void react(const QString& kind, const MessageId& message);
    [[nodiscard]] QString nameOf(const UserId& user) const;
    [[nodiscard]] std::optional<Message> find(const MessageId& message) const;

    Session m_session;
    ThreadPane& m_pane;
    QHash<UserId, QString> m_names;
    QHash<QString, ConversationId>
        m_wanted; ///< files that wait for their names, and where they are
    PictureStore m_pictures;
    MediaSource m_source;
    PictureViewing m_viewing;
};

} // namespace skein
