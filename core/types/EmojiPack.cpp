// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/EmojiPack.h"

#include "core/types/ImageUrl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int largestCell = 1024;
constexpr int mostEmoji = 2000; ///< in a pack
constexpr qsizetype mostPacks = 500;

int sheetNumber(const QJsonValue& value)
{
    return value.isString() ? value.toString().toInt() : value.toInt();
}

/// Only where GroupMe keeps them: nobody asked for any other host.
QUrl sheetUrl(const QJsonValue& value)
{
    QUrl url(value.toString(), QUrl::StrictMode);
    if (url.scheme() == "http"_L1)
        url.setScheme(u"https"_s);
    const bool isKept = mayLoadUnasked(url)
        || (mayLoadAsked(url) && url.host() == "powerups.s3.amazonaws.com"_L1
            && url.port(443) == 443);
    return isKept ? url : QUrl();
}

void addSheets(QList<EmojiSheet>& sheets, const QJsonValue& list)
{
    const QJsonArray array = list.isObject() ? QJsonArray{list} : list.toArray();
    for (const QJsonValue& each : array) {
        const EmojiSheet sheet{
            sheetUrl(each[u"image_url"_s]), {sheetNumber(each[u"x"_s]), sheetNumber(each[u"y"_s])}};
        const bool isSane = !sheet.cell.isEmpty() && sheet.cell.width() <= largestCell
            && sheet.cell.height() <= largestCell;
        if (!sheet.url.isEmpty() && isSane && !sheets.contains(sheet))
            sheets.append(sheet);
    }
}

QString bareName(const QJsonValue& value)
{
    QString name = value.toString().simplified();
    name.remove(u':');
    return name.left(60);
}

/// Of these, which are not none, the smallest that need not be stretched, or the largest.
const EmojiSheet& sheetFor(const QList<EmojiSheet>& sheets, int pixels)
{
    const auto large = std::ranges::find_if(
        sheets, [pixels](const EmojiSheet& each) { return each.cell.height() >= pixels; });
    return large == sheets.end() ? sheets.last() : *large;
}

std::optional<EmojiPack> readPack(const QJsonValue& powerup)
{
    const QJsonValue meta = powerup[u"meta"_s];
    EmojiPack pack;
    pack.id = sheetNumber(meta[u"pack_id"_s]);
    pack.name = powerup[u"name"_s].toString().simplified();
    const QJsonArray names = meta[u"transliterations"_s].toArray();
    for (const QJsonValue& each : names) {
        if (pack.names.size() < mostEmoji)
            pack.names.append(bareName(each));
    }
    addSheets(pack.sheets, meta[u"inline"_s]);
    addSheets(pack.sheets, meta[u"keyboard"_s]);
    addSheets(pack.icons, meta[u"icon"_s]);
    for (QList<EmojiSheet>* sheets : {&pack.sheets, &pack.icons})
        std::ranges::stable_sort(*sheets, {}, [](const auto& each) { return each.cell.height(); });
    const bool isUsable = pack.id > 0 && (!pack.names.isEmpty() || !pack.sheets.isEmpty());
    return isUsable ? std::optional(pack) : std::nullopt;
}

} // namespace

std::optional<QList<EmojiPack>> readEmojiPacks(const QByteArray& json)
{
    const QJsonValue powerups = QJsonDocument::fromJson(json).object().value(u"powerups"_s);
    if (!powerups.isArray())
        return std::nullopt;
    QList<EmojiPack> packs;
    const QJsonArray rows = powerups.toArray();
    for (const QJsonValue& row : rows) {
        const auto pack = readPack(row);
        const bool isNew
            = pack && std::ranges::find(packs, pack->id, &EmojiPack::id) == packs.end();
        if (isNew && packs.size() < mostPacks)
            packs.append(*pack);
    }
    return packs;
}

std::optional<EmojiCell> cellOf(const EmojiPack& pack, int index, int pixels)
{
    if (index < 0 || index >= mostEmoji || pack.sheets.isEmpty()
        || (!pack.names.isEmpty() && index >= pack.names.size()))
        return std::nullopt;
    const EmojiSheet& sheet = sheetFor(pack.sheets, pixels);
    return EmojiCell{sheet.url, QRect(QPoint(0, index * sheet.cell.height()), sheet.cell)};
}

std::optional<EmojiCell> iconOf(const EmojiPack& pack, int pixels)
{
    if (pack.icons.isEmpty())
        return std::nullopt;
    const EmojiSheet& sheet = sheetFor(pack.icons, pixels);
    return EmojiCell{sheet.url, QRect({}, sheet.cell)};
}

} // namespace skein
