// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everybody's reactions to a message as a row of chips beneath it: what, how many, and whether
// one's own is among them. A click gives the same, or takes one's own back.

#include "core/types/Reactions.h"
#include "ui/thread/content/Content.h"

#include <QTextLayout>

namespace skein {

class ReactionContent final : public Content {
public:
    ReactionContent(const ThreadRow& row, const ContentContext& context);

    [[nodiscard]] bool isEmpty() const { return m_chips.isEmpty(); }
    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] QList<ContentTarget> targets() const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override;

private:
    struct Chip {
        ReactionKind kind;
        std::shared_ptr<const QTextLayout> text;
        QRect rect;
        QPoint origin; ///< of the text in the chip
        QString names;
        bool isMine = false;
    };

    void add(const Reaction& reaction, const ContentContext& context);
    void arrange(int width);

    QList<Chip> m_chips;
    int m_count = 0;
    bool m_mayReact = false;
    QSize m_size;
};

/// How an action names a reaction: the emoji, or "pack/index".
[[nodiscard]] QString idOf(const ReactionKind& kind);
[[nodiscard]] ReactionKind reactionKindOf(const QString& id);

} // namespace skein
