// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Builds one MessageLayout from top to bottom; layOut() is its only user. Pure.

#include "ui/thread/DisplayText.h"
#include "ui/thread/MessageLayout.h"
#include "ui/thread/TextFlow.h"
#include "ui/thread/content/ContentKinds.h"

#include <QFontMetricsF>

namespace skein {

inline constexpr int partGap = 4; ///< between parts, and a part and the text

/// The links of a shown text; `isCut`: its end is not its end.
[[nodiscard]] QList<TextLink> linksOf(const QString& text, bool isCut);

class MessageLayoutBuilder {
public:
    MessageLayoutBuilder(const ThreadRow& row, const RowFacts& facts, const LayoutContext& context);
    [[nodiscard]] MessageLayout build();

private:
    void placeAbove();
    void placeNotice(MessageLayout::Notice& notice, const QString& text, int before, int after);
    void placeSystem();
    void placeMessage();
    void chooseContent();
    void chooseText();
    void pictureEmoji();
    void moveBehind(qsizetype position, qsizetype by);
    void chooseParts();
    void addMention(const UserId& user, const TextSpan& span);
    void placeUpload();
    void placeName();
    void placeParts();
    void placePart(const ContentPointer& part);
    void placeBeneath();
    void placeText();
    void placeShowOnce();
    void placeShowAll();
    void placeTime();
    void placeAvatar();
    void placeMark();
    void placeFailure();
    void alignOwn();
    void mirror();
    void addButton(RowAction action, const QPoint& topLeft);

    [[nodiscard]] bool isClaimed(const TextSpan& span) const;
    [[nodiscard]] TextFormats textFormats() const;
    [[nodiscard]] int margin() const;
    [[nodiscard]] int availableWidth() const;
    [[nodiscard]] int left() const; ///< of the content, before own messages go to the right
    [[nodiscard]] QSize buttonSize(RowAction action) const;

    const ThreadRow& m_row;
    const RowFacts& m_facts;
    const LayoutContext& m_context;
    QFontMetricsF m_metrics;
    QFontMetricsF m_metaMetrics;
    MessageLayout m_layout;
    QString m_text;
    QFont m_textFont;
    bool m_isCut = false;
    QList<PlacedContent> m_parts;
    int m_padX = 0; ///< inside the bubble
    int m_padY = 0;
    int m_maxText = 0;
    int m_contentWidth = 0;
    int m_lastLineWidth = 0; ///< right of it the time may stand
    int m_baseline = 0; ///< of the last line
    int m_y = 0;
};

} // namespace skein
