// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the composer hands over when the person sends: the words, what goes along ready for the
// wire, and the files that are still to be uploaded. Plain data.

#include "core/types/Ids.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QMetaType>
#include <QSize>

namespace skein {

struct ComposedFile {
    enum Kind { Image, File };

    Kind kind = Image;
    QString path; ///< where the bytes are; empty: they are in `bytes`
    QByteArray bytes; ///< as they are to be uploaded, of every image
    QString name;
    QByteArray mimeType;
    QSize pixels; ///< of an image
    qint64 size = 0; ///< bytes

    bool operator==(const ComposedFile&) const = default;
};

struct ComposedMessage {
    QString text; ///< trimmed; blank only with something beside it
    QJsonArray attachments; ///< as they go over the wire: mentions, emoji, a place, a reply
    QList<ComposedFile> files; ///< in their order
    MessageId replyTo; ///< also among the attachments
    MessageId editing; ///< the own message whose text this becomes

    bool operator==(const ComposedMessage&) const = default;
};

} // namespace skein

Q_DECLARE_METATYPE(skein::ComposedMessage)
