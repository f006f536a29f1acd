// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/PictureViewing.h"

#include "core/models/MessageThreadModel.h"
#include "core/sync/OlderPictures.h"
#include "core/types/ImageUrl.h"
#include "ui/media/AvatarPictures.h"
#include "ui/media/StoredPictures.h"

namespace skein {

PictureViewing::PictureViewing(const Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session.olderPictures, &OlderPictures::finished, this,
        [this](OlderPictures::End end, const QList<Message>& found) {
            using End = OlderPictures::End;
            using Older = ImageViewer::Older;
            if (!m_viewer)
                return;
            if (end == End::Found) {
                m_oldest = found.first().id;
                QList<ViewedPicture> older;
                for (const Message& each : found)
                    older += picturesOf(each);
                m_list = older + m_list;
                m_viewer->setPictures(m_list);
            }
            m_viewer->setOlder(end == End::Found ? Older::Unasked
                    : end == End::None           ? Older::None
                    : end == End::Further        ? Older::Further
                                                 : Older::Failed);
        });
}

PictureViewing::~PictureViewing() { delete m_viewer; }

QList<ViewedPicture> PictureViewing::picturesOf(const Message& message) const
{
    QList<ViewedPicture> list;
    for (const Attachment& attachment : message.attachments) {
        const auto* image = std::get_if<ImageAttachment>(&attachment.content);
        if (image && (mayLoadUnasked(image->url) || isChosen(message, image->url)))
            list.append(
                {image->url, message.senderName, QDateTime::fromSecsSinceEpoch(message.createdAt),
                    message.senderId, message.avatarUrl});
    }
    return list;
}

void PictureViewing::open(
    const QUrl& picture, const MessageId& message, QWidget& window, bool animates)
{
    const MessageThreadModel& thread = m_session.thread;
    m_picture = picture;
    m_message = message;
    m_conversation = thread.conversation();
    m_oldest = {};
    m_list.clear();
    qsizetype chosen = -1;
    for (int row = 0; row < thread.count(); ++row) {
        const Message& each = thread.row(row).message;
        if (m_oldest.isEmpty())
            m_oldest = each.id;
        for (const ViewedPicture& shown : picturesOf(each)) {
            if (isChosen(each, shown.url))
                chosen = m_list.size();
            m_list.append(shown);
        }
    }
    if (chosen < 0)
        return;
    delete m_viewer;
    m_pictures = std::make_unique<StoredPictures>(m_session.media, m_session.clock);
    m_pictures->setPlays(animates);
    m_viewer = new ImageViewer(*m_pictures, &window);
    new AvatarPictures(m_session.media, *m_viewer);
    connect(m_viewer, &ImageViewer::reachedOldest, this, &PictureViewing::lookForOlder);
    connect(m_viewer, &ImageViewer::closed, &m_session.olderPictures, &OlderPictures::stop);
    m_viewer->open(m_list, chosen);
}

void PictureViewing::lookForOlder()
{
    if (m_oldest.isEmpty()) // nothing of it has reached the service yet
        return m_viewer->setOlder(ImageViewer::Older::None);
    m_viewer->setOlder(ImageViewer::Older::Loading);
    m_session.olderPictures.look(m_conversation, m_oldest);
}

} // namespace skein
