// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Group.h"

#include <QUrl>

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
    const QUrl read(url, QUrl::StrictMode);
    return read.isValid() && read.scheme() == "https"_L1 && read.host() == "i.groupme.com"_L1
        && read.path().size() > 1 && read.userInfo().isEmpty() && read.port() < 0;
}

} // namespace skein
