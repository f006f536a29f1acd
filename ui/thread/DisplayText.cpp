// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/DisplayText.h"

#include <algorithm>
#include <utility>

namespace skein {

namespace {

constexpr int mostMarks = 8;

bool isLineBreak(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

bool isDropped(char32_t c)
{
    const bool isControl = (c < 0x20 && c != U'\t') || (c >= 0x7f && c < 0xa0);
    const bool isBidi = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
    return isControl || isBidi || c == 0xfeff;
}

bool isMark(char32_t c)
{
    if (c < 0x300) // most text, which is not worth looking up
        return false;
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Mark_SpacingCombining;
}

class Neutraliser {
public:
    explicit Neutraliser(TextLimits limits) : m_limits(limits) { }

    [[nodiscard]] bool isFull() const
    {
        return m_text.size() >= m_limits.units || m_lines >= m_limits.lines
            || m_emoji >= m_limits.emoji;
    }

    [[nodiscard]] qsizetype size() const { return m_text.size(); }

    void append(char32_t c)
    {
        const bool followsReturn = std::exchange(m_followsReturn, c == U'\r');
        if (isLineBreak(c)) {
            if (followsReturn && c == U'\n')
                return;
            m_text += QChar(QChar::LineSeparator);
            ++m_lines;
        } else if (!isDropped(c)) {
            m_marks = isMark(c) ? m_marks + 1 : 0;
            m_emoji += isEmojiSign(c);
            if (m_marks <= mostMarks)
                m_text += QChar::fromUcs4(c == 0xfffc ? 0xfffd : c);
        }
    }

    [[nodiscard]] QString take()
    {
        while (!m_text.isEmpty() && m_text.back().isSpace())
            m_text.chop(1);
        return std::move(m_text);
    }

private:
    TextLimits m_limits;
    QString m_text;
    int m_lines = 0;
    int m_marks = 0;
    int m_emoji = 0;
    bool m_followsReturn = false;
};

} // namespace

DisplayText displayText(QStringView raw, TextLimits limits, const QList<TextSpan>& spans)
{
    QList<qsizetype> edges; // of the spans: in the raw text, then in the shown one
    for (const TextSpan& span : spans)
        edges << span.start << span.start + span.length;
    Neutraliser neutraliser(limits);
    qsizetype edge = 0;
    qsizetype i = 0;
    while (i < raw.size() && !neutraliser.isFull()) {
        while (edge < edges.size() && edges[edge] <= i)
            edges[edge++] = neutraliser.size();
        neutraliser.append(nextCodePoint(raw, i));
    }
    const bool isCut = !raw.sliced(i).trimmed().isEmpty();
    DisplayText shown{neutraliser.take(), isCut, {}};
    for (; edge < edges.size(); ++edge)
        edges[edge] = shown.text.size();
    for (qsizetype at = 0; at < edges.size(); at += 2) {
        const qsizetype start = std::min(edges[at], shown.text.size());
        shown.spans.append({start, std::min(edges[at + 1], shown.text.size()) - start});
    }
    return shown;
}

} // namespace skein
