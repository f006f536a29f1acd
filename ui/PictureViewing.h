// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A photo of the conversation in front, large, among the others that are here; older ones are
// fetched when the first is reached. Main thread.

#include "core/types/Message.h"
#include "ui/Session.h"
#include "ui/media/ImageViewer.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace skein {

class StoredPictures;

class PictureViewing : public QObject {
    Q_OBJECT
public:
    explicit PictureViewing(const Session& session, QObject* parent = nullptr);
    ~PictureViewing() override;

    /// Over `window`; `animates`: what moves does so unasked.
    void open(const QUrl& picture, const MessageId& message, QWidget& window, bool animates);

private:
    void lookForOlder();
    [[nodiscard]] QList<ViewedPicture> picturesOf(const Message& message) const;
    [[nodiscard]] bool isChosen(const Message& message, const QUrl& picture) const
    {
        return message.id == m_message && picture == m_picture;
    }

    Session m_session;
    QUrl m_picture; ///< that was chosen, and its message: shown whatever its host
    MessageId m_message;
    ConversationId m_conversation;
    MessageId m_oldest; ///< before which older ones are looked for
    QList<ViewedPicture> m_list;
    std::unique_ptr<StoredPictures> m_pictures; ///< while the viewer is open
    QPointer<ImageViewer> m_viewer;
};

} // namespace skein
