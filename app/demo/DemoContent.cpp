// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoContent.h"

#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPowerups.h"
#include "app/demo/DemoRequests.h"
#include "app/demo/DemoWorld.h"

#include <algorithm>
#include <cmath>

namespace skein::demo {

using namespace Qt::StringLiterals;

namespace {

/// Coordinates travel as text.
bool isCoordinate(const QJsonValue& value, double most)
{
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    return isNumber && std::isfinite(number) && std::abs(number) <= most;
}

bool isCharmap(const QJsonValue& charmap)
{
    const QJsonArray entries = charmap.toArray();
    return !entries.isEmpty()
        && std::all_of(entries.begin(), entries.end(), [](const QJsonValue& each) {
               return each.toArray().size() == 2
                   && powerupHolds(each[0].toInt(-1), each[1].toInt(-1));
           });
}

QString flawInMentions(const QJsonValue& attachment)
{
    const bool sound = attachment["user_ids"_L1].isArray() && attachment["loci"_L1].isArray()
        && attachment["user_ids"_L1].toArray().size() == attachment["loci"_L1].toArray().size();
    return sound ? QString() : u"mentions need user_ids and as many loci"_s;
}

QString flawInOne(const QJsonValue& attachment, const QString& conversation, const DemoWorld& world)
{
    const QString type = attachment["type"_L1].toString();
    const auto text = [&](QLatin1StringView key) { return attachment[key].toString(); };
    if (type == "image"_L1 && !world.media().hasPicture(text("url"_L1)))
        return u"url must be an image of the image service"_s;
    if (type == "video"_L1 && !text("url"_L1).startsWith("https://v.groupme.com/"_L1))
        return u"url must be a video of the video service"_s;
    if (type == "file"_L1 && !world.media().file(conversation, text("file_id"_L1)))
        return u"file_id is not a file of this conversation"_s;
    if (type == "location"_L1
        && (!isCoordinate(attachment["lat"_L1], 90) || !isCoordinate(attachment["lng"_L1], 180)))
        return u"lat and lng must be coordinates"_s;
    if (type == "reply"_L1 && !isId(text("reply_id"_L1)))
        return u"reply_id is missing"_s;
    if (type == "emoji"_L1
        && (text("placeholder"_L1).isEmpty() || !isCharmap(attachment["charmap"_L1])))
        return u"emoji need a placeholder and a charmap"_s;
    if (type == "mentions"_L1)
        return flawInMentions(attachment);
    return {}; // what the service does not know it passes on
}

} // namespace

QString flawIn(const QJsonArray& attachments, const QJsonArray& known, const QString& conversation,
    const DemoWorld& world)
{
    for (const QJsonValue& each : attachments) {
        if (known.contains(each))
            continue;
        if (const QString flaw = flawInOne(each, conversation, world); !flaw.isEmpty())
            return flaw;
    }
    return {};
}

} // namespace skein::demo
