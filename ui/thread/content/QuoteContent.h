// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a reply answers, in two lines above its text; a click goes there.

#include "ui/thread/content/Content.h"

namespace skein {

class QuoteContent final : public Content {
public:
    QuoteContent(const Quote& quote, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] QList<ContentTarget> targets() const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] QList<ContentNeed> needs() const override;

private:
    [[nodiscard]] bool isKnown() const
    {
        return m_quote.state == Quote::State::Known && !m_quote.isHidden;
    }

    Quote m_quote;
    QString m_name; ///< empty: nobody is known
    QString m_line;
    bool m_isOfMe = false;
    QUrl m_picture; ///< empty: none
    QFont m_nameFont;
    QFont m_lineFont;
    QSize m_size;
};

} // namespace skein
