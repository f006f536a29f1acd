// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any text of a message on its way to the screen: what is drawn of it, what may be clicked, where
// its emoji stand.

#include "tests/fuzz/Promise.h"
#include "ui/thread/DisplayText.h"
#include "ui/thread/TextLinks.h"

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

template <class Spans>
void checkPlaces(const Spans& spans, QStringView text)
{
    qsizetype free = 0;
    for (const auto& span : spans) {
        require(span.start >= free && span.length > 0 && span.length <= text.size() - span.start);
        free = span.start + span.length;
    }
}

void checkLinks(QStringView text)
{
    const QList<TextLink> links = findLinks(text);
    checkPlaces(links, text);
    for (const TextLink& link : links) {
        const QString scheme = link.url.scheme();
        const bool isMail = scheme == "mailto"_L1;
        require(link.url.isValid() && (isMail || scheme == "http"_L1 || scheme == "https"_L1));
        require(isMail || (!link.url.host().isEmpty() && link.url.userInfo().isEmpty()));
        const QStringView words = text.sliced(link.start, link.length);
        require(std::ranges::none_of(words, [](QChar c) { return c.isSpace() || c.isNull(); }));
    }
}

bool isTreacherous(QChar c)
{
    const char16_t u = c.unicode();
    const bool isControl = (u < 0x20 && u != u'\t') || (u >= 0x7f && u < 0xa0);
    return isControl || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x206f) || u == 0xfeff
        || u == 0xfffc || u == 0x2029;
}

void checkShown(QStringView raw, TextLimits limits)
{
    const DisplayText shown = displayText(raw, limits);
    require(shown.text.isValidUtf16() && shown.text.size() <= limits.units + 1);
    require(shown.text.count(QChar(QChar::LineSeparator)) <= limits.lines);
    require(std::ranges::none_of(shown.text, isTreacherous));
    require(shown.text.isEmpty() || !shown.text.back().isSpace());
    require(displayText(shown.text, limits).text == shown.text);
    checkLinks(shown.text);
    checkPlaces(emojiSpans(shown.text), shown.text);
    if (isEmojiOnly(shown.text))
        require(!emojiSpans(shown.text).isEmpty() || shown.text.size() < 10);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const QString words = QString::fromUtf8(bytes);
    checkLinks(words);
    checkShown(words, shortLimits);
    checkShown(words, {20, 2});
    const QStringView units(
        reinterpret_cast<const QChar*>(bytes.constData()), bytes.size() / qsizetype(sizeof(QChar)));
    checkLinks(units);
    checkShown(units, fullLimits);
    return 0;
}
