// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One message laid out at a width: the rectangles and text layouts that painting, size,
// hit-testing, tool tips, selection and accessibility all share. Made by layOut(), a pure function;
// holds no colours, so that a change of theme repaints only. Coordinates are the row's own.

#include "core/types/Mentions.h"
#include "ui/thread/EmojiText.h"
#include "ui/thread/RowActions.h"
#include "ui/thread/RowFacts.h"
#include "ui/thread/TextLinks.h"
#include "ui/thread/ThreadGeometry.h"
#include "ui/thread/content/Content.h"

#include <QFont>
#include <QPoint>
#include <QRect>
#include <QTextLayout>

#include <memory>
#include <optional>

namespace skein {

class EmojiGlyphs;

struct LayoutContext {
    int width = 0;
    QFont font;
    Calendar calendar;
    bool showsNames = false; ///< the sender's name above a run (groups)
    UserId me{}; ///< whose mentions and reactions stand out
    ConversationId conversation{};
    const ContentSource* source = nullptr; ///< what is known about files, polls, ...
    EmojiGlyphs* glyphs = nullptr; ///< Unicode's emoji as pictures; none: they are text
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

struct MessageLayout {
    enum class Kind { Bubble, BareEmoji, System };
    enum class Mark { None, Clock, Tick, TwoTicks, Exclamation };
    /// A line of words centred over the row: day, unread line, gap, beginning.
    struct Notice {
        QRect rect; ///< the row's full width; null when there is none
        QString text;
        [[nodiscard]] bool isShown() const { return !rect.isNull(); }
    };
    struct Button {
        RowAction action;
        QRect rect; ///< to hit; the words stand in its middle
        QString text;
    };
    struct Part { ///< what it carries beside the text
        QRect rect;
        ContentPointer content;
        bool isBeneath = false; ///< the bubble
    };
    struct Mentioned {
        UserId user;
        int start = 0; ///< position in the text layout
        int length = 0;
        bool isOfMe = false; ///< by name, or somebody calls everyone
    };
    struct Hit {
        std::optional<QUrl> link;
        std::optional<UserId> person; ///< mentioned there, or the sender by name or avatar
        std::optional<RowAction> button;
        std::optional<ContentAction> content; ///< what a click on the part there does
        bool isOnText = false;
    };

    Kind kind = Kind::Bubble;
    int width = 0;
    RowHeight height;

    ThreadRow::Above above = ThreadRow::Above::Nothing;
    Notice notice;
    Notice day;
    Notice unread;

    QString senderId;
    QString senderName; ///< never empty
    QString senderPicture; ///< its address as it was told; may be empty
    bool hasProfile = false; ///< the sender is somebody else, and a person
    QRect avatar; ///< null: none on this row
    QRect name; ///< null: none
    QRect bubble; ///< for bare emoji and system rows: what the focus frame goes around
    bool isOwn = false;
    bool isMirrored = false; ///< from right to left: own messages stand at the left
    bool hasTail = false;
    bool isDeleted = false;
    bool isFaint = false; ///< on its way out

    QList<Part> parts; ///< from top to bottom
    std::shared_ptr<const QTextLayout> text;
    QRect textRect;
    QString wholeText; ///< of a system row that has no room for it; empty otherwise
    QList<TextLink> links; ///< positions in the text layout
    QList<Mentioned> mentions; ///< in the order of the text; they and the links lie apart
    QList<TextEmoji> emoji; ///< GroupMe's own, and those that are pictures; in the text's order
    QFont emojiFont; ///< of the text that they stand in
    QList<QRectF> emojiRects; ///< of each, in the text layout's coordinates; null: its name stands
    QList<QRectF> grounds; ///< behind mentions of me, in the text layout's coordinates
    QString timeText;
    qint64 createdAt = 0; ///< Unix seconds
    Calendar calendar;
    std::shared_ptr<const QTextLayout> timeLine; ///< the time's words; null: none are shown
    QRect time;
    Mark mark = Mark::None;
    QRect markRect;
    QRect upload; ///< where it shows how far its files are; null: it is not one that waits
    std::shared_ptr<const QTextLayout> reason;
    QRect reasonRect;
    QList<Button> buttons;

    QFont nameFont;
    QFont metaFont;

    [[nodiscard]] QRect rect() const { return {0, 0, width, height.total()}; }
    /// The message without what stands above it.
    [[nodiscard]] QRect body() const { return {0, height.above, width, height.body}; }
    [[nodiscard]] Hit hitTest(const QPoint& point) const;
    [[nodiscard]] QString toolTip(const QPoint& point) const;
    [[nodiscard]] QString exactTime() const { return calendar.exactTime(createdAt); }
    /// The cursor position in the text that is nearest to `point`.
    [[nodiscard]] int positionAt(const QPoint& point) const;
    /// Whom one can look up from here: the sender, then who is mentioned; each once, with the name
    /// that stands there.
    [[nodiscard]] QList<Mentionable> people() const;
    /// What would be there if it could.
    [[nodiscard]] QList<ContentNeed> needs() const;
    /// What can be done with the parts, in the row's coordinates.
    [[nodiscard]] QList<ContentTarget> targets() const;
    /// The parts for screen readers: what the message carries, then what stands beneath it.
    [[nodiscard]] QStringList partWords() const;
    [[nodiscard]] QStringList carriedWords() const;
    [[nodiscard]] QStringList beneathWords() const;
    /// The text between two positions, line breaks as "\n".
    [[nodiscard]] QString textBetween(int from, int to) const;
};

[[nodiscard]] MessageLayout layOut(
    const ThreadRow& row, const RowFacts& facts, const LayoutContext& context);

/// The height that a row is likely to have, without laying it out.
[[nodiscard]] RowHeight estimatedHeight(const ThreadRow& row, const LayoutContext& context);

} // namespace skein
