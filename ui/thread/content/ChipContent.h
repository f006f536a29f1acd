// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of words in a box of its own: for kinds of attachments that Skein does not know.

#include "ui/thread/content/Content.h"

namespace skein {

class ChipContent final : public Content {
public:
    ChipContent(const Attachment& attachment, const ContentContext& context);

    [[nodiscard]] QSize size() const override { return m_size; }
    void paint(QPainter& painter, const QRect& rect, const ContentLook& look) const override;
    [[nodiscard]] QString words() const override { return m_words; }

private:
    QString m_words;
    QFont m_font;
    QSize m_size;
};

} // namespace skein
