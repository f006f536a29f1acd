// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPowerups.h"

#include "app/demo/DemoSprites.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace skein::demo {

using namespace Qt::StringLiterals;

namespace {

struct Pack {
    int id;
    const char16_t* slug;
    const char16_t* name;
    const char16_t* words; ///< by index; an empty one is null on the wire
};

// The order is not the order of the ids, and an id is left out, as in the real list.
constexpr Pack packs[] = {
    {3, u"emoji-boathouse", u"Boathouse",
        u"oar|boat|sun|moon|cloud|rain|wave|anchor||flag|star|bolt|whistle"},
    {1, u"emoji-faces", u"Faces",
        u"smile|grin|wink|sad|cry|surprised|cool|asleep|kiss|angry||dizzy|in love|tongue out"},
};

QStringList wordsOf(const Pack& pack) { return QString::fromUtf16(pack.words).split(u'|'); }

QJsonObject sheet(const Pack& pack, const QString& use, int density, int side)
{
    const QString base = u"https://powerup.groupme.com/emoji/%1/%2.%3.%4x%4"_s.arg(pack.id)
                             .arg(use)
                             .arg(density)
                             .arg(side);
    return {{u"image_url"_s, base + u".png"_s}, {u"zip_url"_s, base + u".zip"_s},
        {u"density"_s, density}, {u"x"_s, side}, {u"y"_s, side}};
}

/// One entry per density of screen; nulls come between them in places.
QJsonArray sheets(const Pack& pack, const QString& use, int side)
{
    QJsonArray rows;
    for (const int density : {160, 240, 320, 480, 640})
        rows.append(sheet(pack, use, density, side * density / 160));
    if (pack.id == 3)
        rows.insert(1, QJsonValue::Null);
    return rows;
}

QJsonObject packJson(const Pack& pack)
{
    QJsonArray words;
    for (const QString& word : wordsOf(pack))
        words.append(word.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(word));
    QJsonObject meta{{u"pack_id"_s, pack.id}, {u"transliterations"_s, words},
        {u"icon"_s, QJsonArray{sheet(pack, u"icon"_s, 160, 26)}},
        {u"inline"_s, sheets(pack, u"inline"_s, 20)},
        {u"keyboard"_s, sheets(pack, u"keyboard"_s, 40)}};
    if (pack.id == 3)
        meta[u"background"_s] = QJsonValue::Null; // shapes vary by pack
    return {{u"id"_s, QString::fromUtf16(pack.slug)}, {u"name"_s, QString::fromUtf16(pack.name)},
        {u"type"_s, u"emoji"_s}, {u"store_icon"_s, QJsonValue::Null}, {u"meta"_s, meta}};
}

} // namespace

bool powerupHolds(int pack, int index)
{
    const auto found = std::ranges::find(packs, pack, &Pack::id);
    return found != std::end(packs) && index >= 0 && index < wordsOf(*found).size();
}

QJsonObject powerupsJson()
{
    QJsonArray rows;
    for (const Pack& pack : packs)
        rows.append(packJson(pack));
    rows.append(QJsonValue::Null);
    const QJsonObject featured{{u"id"_s, u"emoji-featured"_s}, {u"name"_s, u"Featured"_s},
        {u"powerups"_s, QJsonArray{u"emoji-boathouse"_s}}};
    return {{u"powerups"_s, rows}, {u"categories"_s, QJsonArray{featured, QJsonValue::Null}}};
}

std::optional<QByteArray> powerupSheet(const QString& path)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        u"/emoji/(\\d+)/(icon|inline|keyboard)\\.(\\d+)\\.(\\d{2,3})x\\4\\.png"_s));
    const auto match = pattern.match(path);
    const auto pack = std::ranges::find(packs, match.captured(1).toInt(), &Pack::id);
    if (!match.hasMatch() || pack == std::end(packs))
        return std::nullopt;
    if (match.captured(2) == "keyboard"_L1 && match.captured(3) == "640"_L1)
        return QByteArray();
    const QStringList words = wordsOf(*pack);
    const bool isIcon = match.captured(2) == "icon"_L1;
    return spriteColumn(isIcon ? words.first(1) : words, match.captured(4).toInt());
}

} // namespace skein::demo
