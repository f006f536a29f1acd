// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/TextLinks.h"

#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLink = 2048;

struct Prefix {
    QLatin1StringView text;
    QLatin1StringView implied; ///< written before the address to make it complete
};
constexpr std::array prefixes = {
    Prefix{"https://"_L1, ""_L1},
    Prefix{"http://"_L1, ""_L1},
    Prefix{"mailto:"_L1, ""_L1},
    Prefix{"www."_L1, "https://"_L1},
};

bool endsAddress(QChar c)
{
    static constexpr QStringView delimiters = u"<>\"`\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d";
    return c.isSpace() || c.category() == QChar::Other_Control
        || c.category() == QChar::Other_Format || delimiters.contains(c);
}

bool isTrailing(QChar c)
{
    static constexpr QStringView punctuation
        = u".,;:!?'*_~|\u2018\u2019\u2026\u3001\u3002\uff0c\uff01\uff1f\uff09";
    return punctuation.contains(c);
}

/// "(see https://example.org/a_(b))." ends after "(b)".
QStringView withoutTrailing(QStringView address)
{
    const auto isUnbalanced = [&address](QChar open, QChar close) {
        return address.endsWith(close) && address.count(close) > address.count(open);
    };
    while (!address.isEmpty()
        && (isTrailing(address.back()) || isUnbalanced(u'(', u')') || isUnbalanced(u'[', u']')
            || isUnbalanced(u'{', u'}'))) {
        address.chop(1);
    }
    return address;
}

bool isSafe(const QUrl& url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == "mailto"_L1)
        return url.path().indexOf(u'@') > 0;
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

/// `word`: from where a link may begin to the next character that no address contains.
std::optional<TextLink> linkAtBeginOf(QStringView word, qsizetype start)
{
    if (word.size() > longestLink)
        return std::nullopt;
    for (const Prefix& prefix : prefixes) {
        if (!word.startsWith(prefix.text, Qt::CaseInsensitive))
            continue;
        const QStringView address = withoutTrailing(word);
        const QUrl url(prefix.implied + address.toString());
        if (address.size() > prefix.text.size() && isSafe(url))
            return TextLink{start, address.size(), url};
    }
    return std::nullopt;
}

} // namespace

QList<TextLink> findLinks(QStringView text)
{
    QList<TextLink> links;
    qsizetype wordEnd = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].toLower().unicode();
        const bool mayBegin = c == u'h' || c == u'm' || c == u'w';
        if (!mayBegin || (i > 0 && text[i - 1].isLetterOrNumber()))
            continue;
        wordEnd = std::max(wordEnd, i);
        while (wordEnd < text.size() && !endsAddress(text[wordEnd]))
            ++wordEnd;
        if (const auto link = linkAtBeginOf(text.sliced(i, wordEnd - i), i)) {
            links.append(*link);
            i += link->length - 1;
        }
    }
    return links;
}

} // namespace skein
