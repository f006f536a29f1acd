// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mark, a title and lines of small words: the shape that files, places, events, voice messages
// and unknown things share. Knows nothing of what it shows.

#include "ui/theme/Icons.h"
#include "ui/thread/content/Content.h"

namespace skein {

struct Card {
    Icon icon = Icon::Unknown;
    QString title;
    QStringList lines{}; ///< each one line, cut where it does not fit
    QString words{}; ///< for screen readers; empty: title and lines
    std::optional<ContentAction> action{}; ///< of the whole card
    QString actionWords{};
    std::optional<qreal> progress{}; ///< a ring around the mark, 0 to 1; less than 0: it turns
    QList<ContentNeed> needs{};
};

class CardContent final : public Content {
public:
    CardContent(Card card, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] QList<ContentTarget> targets() const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override { return m_card.needs; }

private:
    void paintMark(QPainter& painter, const QRect& rect, const ContentLook& look) const;

    Card m_card;
    QFont m_titleFont;
    QFont m_lineFont;
    QSize m_size;
};

} // namespace skein
