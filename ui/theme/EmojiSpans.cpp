// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/EmojiSpans.h"

#include <algorithm>
#include <array>
#include <utility>

namespace skein {

namespace {

bool isRegional(char32_t c) { return c >= 0x1f1e6 && c <= 0x1f1ff; }

/// Drawn as an emoji by default.
bool isPictograph(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 37> ranges = {{{0x231a, 0x231b},
        {0x23e9, 0x23ec}, {0x23f0, 0x23f0}, {0x23f3, 0x23f3}, {0x25fd, 0x25fe}, {0x2614, 0x2615},
        {0x2648, 0x2653}, {0x267f, 0x267f}, {0x2693, 0x2693}, {0x26a1, 0x26a1}, {0x26aa, 0x26ab},
        {0x26bd, 0x26be}, {0x26c4, 0x26c5}, {0x26ce, 0x26ce}, {0x26d4, 0x26d4}, {0x26ea, 0x26ea},
        {0x26f2, 0x26f3}, {0x26f5, 0x26f5}, {0x26fa, 0x26fa}, {0x26fd, 0x26fd}, {0x2705, 0x2705},
        {0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274c}, {0x274e, 0x274e}, {0x2753, 0x2755},
        {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27b0, 0x27b0}, {0x27bf, 0x27bf}, {0x2b1b, 0x2b1c},
        {0x2b50, 0x2b50}, {0x2b55, 0x2b55}, {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf},
        {0x1f18e, 0x1f19a}, {0x1f201, 0x1faff}}};
    return c >= ranges.front().first
        && std::any_of(ranges.begin(), ranges.end(),
            [c](const auto& range) { return c >= range.first && c <= range.second; });
}

/// Drawn as an emoji when U+FE0F follows.
bool maybePictograph(char32_t c)
{
    return (c >= 0x203c && c <= 0x3299 && QChar::category(c) >= QChar::Symbol_Math) || c == 0xa9
        || c == 0xae || c == 0x203c || c == 0x2049 || c == 0x2139 || c == 0x3030 || c == 0x303d
        || c == 0x1f170 || c == 0x1f171 || c == 0x1f17e || c == 0x1f17f;
}

bool isExtender(char32_t c)
{
    const bool isSkinTone = c >= 0x1f3fb && c <= 0x1f3ff;
    const bool isTag = c >= 0xe0020 && c <= 0xe007f;
    return c == 0xfe0f || c == 0x20e3 || isSkinTone || isTag;
}

/// Moves `i` behind one emoji (with its joined parts), or answers false.
bool takeEmoji(const QList<char32_t>& points, qsizetype& i)
{
    const auto at = [&points](qsizetype k) { return k < points.size() ? points[k] : U'\0'; };
    const char32_t first = at(i);
    if (isRegional(first)) {
        i += 2;
        return isRegional(at(i - 1));
    }
    const bool isKeycap = (first == U'#' || first == U'*' || (first >= U'0' && first <= U'9'))
        && (at(i + 1) == 0x20e3 || at(i + 2) == 0x20e3);
    if (!isKeycap && !isPictograph(first) && !(maybePictograph(first) && at(i + 1) == 0xfe0f))
        return false;
    ++i;
    while (isExtender(at(i)))
        ++i;
    if (at(i) != 0x200d)
        return true;
    ++i; // a zero-width joiner: the next one belongs to this one
    if (maybePictograph(at(i)) && at(i + 1) != 0xfe0f) { // some write the gender sign bare
        ++i;
        return true;
    }
    return takeEmoji(points, i);
}

} // namespace

char32_t nextCodePoint(QStringView text, qsizetype& i)
{
    const QChar c = text[i++];
    if (c.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[i++]);
    return c.isSurrogate() ? U'\ufffd' : char32_t(c.unicode());
}

static QList<char32_t> pointsOf(QStringView text)
{
    QList<char32_t> points;
    for (qsizetype i = 0; i < text.size();)
        points.append(nextCodePoint(text, i));
    return points;
}

bool isEmojiSign(char32_t c) { return isPictograph(c) || isRegional(c); }

QList<TextSpan> eachEmoji(QStringView text)
{
    constexpr char16_t firstSymbol = 0x203c; // keycaps and the like have one too, further on
    QList<TextSpan> spans;
    if (std::ranges::none_of(text, [](QChar c) { return c.unicode() >= firstSymbol; }))
        return spans;
    const QList<char32_t> points = pointsOf(text);
    qsizetype unit = 0;
    for (qsizetype i = 0; i < points.size();) {
        const qsizetype begin = i;
        qsizetype end = i;
        const bool isEmoji = takeEmoji(points, end) && end <= points.size();
        i = isEmoji ? end : begin + 1;
        qsizetype length = 0;
        for (qsizetype k = begin; k < i; ++k)
            length += QChar::requiresSurrogates(points[k]) ? 2 : 1;
        if (isEmoji)
            spans.append({unit, length});
        unit += length;
    }
    return spans;
}

QList<TextSpan> emojiSpans(QStringView text)
{
    QList<TextSpan> spans;
    for (const TextSpan& each : eachEmoji(text)) {
        if (!spans.isEmpty() && spans.last().start + spans.last().length == each.start)
            spans.last().length += each.length;
        else
            spans.append(each);
    }
    return spans;
}

bool isEmojiOnly(QStringView text)
{
    constexpr qsizetype longest = 120; // three families of four, skin tones and all
    if (text.isEmpty() || text.size() > longest)
        return false;
    const QList<char32_t> points = pointsOf(text);
    int count = 0;
    for (qsizetype i = 0; i < points.size();) {
        if (points[i] == U' ') {
            ++i;
            continue;
        }
        if (!takeEmoji(points, i) || ++count > 3)
            return false;
    }
    return count > 0;
}

} // namespace skein
