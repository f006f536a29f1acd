// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Group.h"

#include <QUrl>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

TopicDraft::Flaw TopicDraft::flaw() const
{
    if (title.trimmed().isEmpty())
        return Flaw::TitleMissing;
    if (title.trimmed().size() > longestTitle)
        return Flaw::TitleTooLong;
    if (description.trimmed().size() > longestDescription)
        return Flaw::DescriptionTooLong;
    if (!avatarUrl.trimmed().isEmpty() && !isGroupMeImage(avatarUrl.trimmed()))
        return Flaw::PictureNotGroupMe;
    return Flaw::None;
}

bool isGroupMeImage(const QString& url)
{
    // Nothing that an address could be made to look like by other letters.
    const bool isPlain = std::ranges::all_of(url, [](QChar c) { return c > u' ' && c < u'\x7f'; });
    const QUrl read(url, QUrl::StrictMode);
    return isPlain && read.isValid() && read.scheme() == "https"_L1
        && read.host() == "i.groupme.com"_L1 && read.path().size() > 1 && read.userInfo().isEmpty()
        && read.port() < 0;
}

} // namespace skein
