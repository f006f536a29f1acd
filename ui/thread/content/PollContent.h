// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A poll as it stands: its question, its options with their shares, and whether it is over. Read
// only.

#include "ui/thread/content/Content.h"

namespace skein {

class PollContent final : public Content {
public:
    PollContent(const Attachment& attachment, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override { return m_needs; }

private:
    struct Line {
        QString title;
        QString votes;
        qreal share = 0;
        bool isMine = false;
    };

    void lay(const Poll& poll, const Calendar& calendar);
    void paintLine(
        QPainter& painter, const QRect& rect, const Line& line, const ContentLook& look) const;

    QList<ContentNeed> m_needs;
    QString m_subject;
    QString m_state;
    QList<Line> m_lines;
    QFont m_titleFont;
    QFont m_font;
    QFont m_metaFont;
    QSize m_size;
};

} // namespace skein
