// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One part of a message beside its text: photos, a quotation, a file, a poll, ... Each kind is a
// small unit of this folder, made by the table in ContentKinds.cpp. A part is laid out once for a
// width and is then asked for its size, to paint, what can be done with it, and its words. Its size
// never depends on bytes that are still to come. Immutable; main thread.

#include "core/models/ThreadModel.h"
#include "ui/thread/RowFacts.h"
#include "ui/thread/content/ContentSource.h"

#include <QFont>
#include <QRect>

#include <memory>

class QPainter;

namespace skein {

struct Theme;

/// What can be done with a part of a message.
struct ContentAction {
    enum class Kind {
        OpenPicture, ///< `url`, in the viewer
        LoadPicture, ///< `url`: a foreign or failed one
        PlayPicture, ///< `url`: one that stands still
        OpenLink, ///< `url`, in the browser: a map, a video
        GoToMessage, ///< `id`
        Download, ///< the file `id`
        CancelDownload,
        OpenFile, ///< the downloaded file `id`, after asking
        React, ///< give or take back `id`, an emoji or "pack/index"
    };
    Kind kind = Kind::OpenLink;
    QUrl url{};
    QString id{};

    bool operator==(const ContentAction&) const = default;
};

struct ContentTarget {
    QRect rect; ///< in the part's coordinates
    ContentAction action;
    QString words; ///< for menus, tool tips and screen readers: "Open photo 2 of 3"
};

struct ContentContext {
    int width = 0; ///< the most it may take
    QFont font;
    QFont metaFont;
    Calendar calendar;
    UserId me;
    ConversationId conversation;
    const ContentSource* source = nullptr; ///< null in tests: nothing is known
    Qt::LayoutDirection direction = Qt::LeftToRight; ///< the painter's, too
};

struct ContentLook {
    const Theme& theme;
    const ContentSource* source = nullptr;
    bool isOwn = false;
    std::optional<ContentAction> hovered;
    qreal turn = 0; ///< of what turns while it waits, from 0 to 1
};

class Content {
public:
    virtual ~Content() = default;

    [[nodiscard]] virtual QSize size() const = 0;
    virtual void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const = 0;
    /// It comes nearer to the bubble's edges than words do, and no time stands beside it.
    [[nodiscard]] virtual bool reachesEdges() const { return false; }
    /// In reading order.
    [[nodiscard]] virtual QList<ContentTarget> targets() const { return {}; }
    /// For screen readers: "photo, 640 by 480".
    [[nodiscard]] virtual QString words() const = 0;
    [[nodiscard]] virtual QList<ContentNeed> needs() const { return {}; }
};

using ContentPointer = std::shared_ptr<const Content>;

} // namespace skein
