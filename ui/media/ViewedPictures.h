// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the viewer of pictures needs from outside: one picture large, and its bytes to save. Main
// thread.

#include "core/base/Async.h"
#include "core/types/Ids.h"
#include "ui/thread/content/ContentSource.h"

#include <QDateTime>

namespace skein {

/// One picture of a conversation, as the viewer tells of it.
struct ViewedPicture {
    QUrl url;
    QString sender;
    QDateTime time;
    UserId senderId = {};
    QString senderPicture = {}; ///< its address as it was told

    bool operator==(const ViewedPicture&) const = default;
};

class ViewedPictures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual Picture picture(const QUrl& url) const = 0;
    /// This one is shown now; those beside it may be fetched.
    virtual void want(const QUrl& shown, const QList<QUrl>& beside) = 0;
    /// The person asked for it: a foreign or failed one.
    virtual void load(const QUrl& url) = 0;
    /// The person asked for it: let what stands still move.
    virtual void play(const QUrl& url) = 0;
    /// As it came, to save it.
    [[nodiscard]] virtual Async<QByteArray> bytes(const QUrl& url) = 0;

signals:
    void changed(const QUrl& url); ///< its state or its pixels
};

} // namespace skein
