// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/ImageUrl.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr auto squareSuffix = ".preview"_L1;
constexpr int largestSide = 30'000; ///< beyond it an address is wrong or means harm

const QRegularExpression& sizedName()
{
    static const QRegularExpression pattern(
        u"^/([0-9]{1,7})x([0-9]{1,7})\\.([a-z]{2,5})\\.[0-9a-fA-F]{8,64}\\z"_s);
    return pattern;
}

bool isImageHost(const QUrl& url)
{
    return url.host().compare("i.groupme.com"_L1, Qt::CaseInsensitive) == 0;
}

QUrl withSuffix(QUrl url, QLatin1StringView suffix)
{
    url.setPath(url.path() + suffix);
    return url;
}

} // namespace

QSize imageSizeOf(const QUrl& url)
{
    // A copy of our own that waits to be sent is named alike, in some folder.
    const auto match = sizedName().match(url.isLocalFile() ? u'/' + url.fileName() : url.path());
    if (!match.hasMatch())
        return {};
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool isSane
        = !size.isEmpty() && size.width() <= largestSide && size.height() <= largestSide;
    return isSane ? size : QSize();
}

bool isAnimation(const QUrl& url)
{
    const auto match = sizedName().match(url.isLocalFile() ? u'/' + url.fileName() : url.path());
    return match.hasMatch() && match.captured(3) == "gif"_L1;
}

QUrl versionOf(const QUrl& url, ImageVersion version)
{
    // Another path would make one valid that is not.
    if (version == ImageVersion::Original || !url.isValid() || !isImageHost(url) || isAnimation(url)
        || !sizedName().match(url.path()).hasMatch())
        return url;
    return withSuffix(url, version == ImageVersion::Large ? ".large"_L1 : squareSuffix);
}

bool mayLoadAsked(const QUrl& url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

bool mayLoadUnasked(const QUrl& url)
{
    const QString host = url.host().toLower();
    return mayLoadAsked(url) && (host == "groupme.com"_L1 || host.endsWith(".groupme.com"_L1))
        && url.port(443) == 443;
}

QUrl avatarAddress(const QString& told)
{
    QUrl url(told.trimmed(), QUrl::StrictMode);
    if (url.scheme() == "http"_L1)
        url.setScheme(u"https"_s); // old ones
    if (!mayLoadUnasked(url))
        return {};
    const bool hasVersions = isImageHost(url) && sizedName().match(url.path()).hasMatch();
    return hasVersions ? withSuffix(url, squareSuffix) : url;
}

} // namespace skein
