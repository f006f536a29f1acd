// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/PackOffer.h"

#include "ui/composer/Composer.h"

#include <QGuiApplication>

#include <algorithm>

namespace skein {

namespace {

constexpr int emojiSide = 28; ///< as high as the picker shows one
constexpr int iconSide = 20; ///< and what stands for a pack
constexpr qint64 sheetMemory = 8 * 1024 * 1024; ///< a sheet goes once it is cut

int wantedPixels(int side = emojiSide) { return qRound(side * qApp->devicePixelRatio()); }

QPixmap cutOut(const QImage& sheet, const QRect& cell)
{
    return sheet.rect().contains(cell) ? QPixmap::fromImage(sheet.copy(cell)) : QPixmap();
}

} // namespace

PackOffer::PackOffer(
    EmojiPacks& packs, MediaCache& media, Clock& clock, Composer& composer, QObject* parent)
    : PackOffer(
          packs, media, clock, composer.emojiPicker(),
          [&composer](const QList<PickerPack>& offered) { composer.setPacks(offered); }, parent)
{
    connect(&composer, &Composer::packUsed, this, &PackOffer::look);
}

PackOffer::PackOffer(EmojiPacks& packs, MediaCache& media, Clock& clock, EmojiPicker& picker,
    Give give, QObject* parent)
    : QObject(parent)
    , m_packs(packs)
    , m_give(std::move(give))
    , m_sheets(media, clock, sheetMemory)
{
    connect(&picker, &EmojiPicker::opened, this, [this] {
        m_isShown = true;
        m_packs.want();
        fetch();
    });
    connect(&picker, &EmojiPicker::closed, this, [this] {
        m_isShown = false;
        fetch();
    });
    connect(&picker, &EmojiPicker::packShown, this, &PackOffer::look);
    connect(&packs, &EmojiPacks::changed, this, [this] {
        const QList<int> looked = m_wanted.keys() + m_pictures.keys();
        m_pictures.clear();
        m_wanted.clear();
        m_icons.clear();
        offer();
        for (const int pack : looked)
            look(pack);
        fetch();
    });
    connect(&m_sheets, &PictureStore::changed, this, &PackOffer::cut);
    if (!packs.packs().isEmpty())
        offer();
}

void PackOffer::look(int pack)
{
    if (m_pictures.contains(pack) || m_wanted.contains(pack))
        return;
    const auto cell = m_packs.cell(pack, 0, wantedPixels());
    m_wanted.insert(pack, cell ? cell->sheet : QUrl());
    if (cell)
        fetch();
    else
        m_packs.want(); // it may be known soon
}

void PackOffer::fetch()
{
    QList<PictureStore::Wish> wishes;
    for (const QUrl& sheet : std::as_const(m_wanted)) {
        if (!sheet.isEmpty())
            wishes.append({sheet, {}, true});
    }
    for (const PackIcon& icon : wantedIcons())
        wishes.append({icon.cell.sheet, {}, true});
    m_sheets.want(wishes);
    cut();
}

/// Those that are not here yet, as long as somebody sees the tabs.
QList<PackOffer::PackIcon> PackOffer::wantedIcons() const
{
    QList<PackIcon> icons;
    for (const EmojiPack& pack : m_packs.packs()) {
        const auto cell = iconOf(pack, wantedPixels(iconSide));
        if (m_isShown && cell && !m_icons.contains(pack.id))
            icons.append({pack.id, *cell});
    }
    return icons;
}

void PackOffer::cut()
{
    const bool hasSheets = cutSheets();
    const bool hasIcons = cutIcons();
    if (!hasSheets && !hasIcons)
        return;
    fetch(); // the cut ones no longer
    offer();
}

bool PackOffer::cutSheets()
{
    bool isNew = false;
    for (const EmojiPack& pack : m_packs.packs()) {
        const Picture sheet = m_sheets.picture(m_wanted.value(pack.id));
        if (!m_wanted.contains(pack.id) || sheet.state != Picture::State::Ready)
            continue;
        m_pictures.insert(pack.id, picturesOf(pack, sheet.image));
        m_wanted.remove(pack.id);
        isNew = true;
    }
    return isNew;
}

bool PackOffer::cutIcons()
{
    bool isNew = false;
    for (const auto& [pack, cell] : wantedIcons()) {
        const Picture sheet = m_sheets.picture(cell.sheet);
        if (sheet.state != Picture::State::Ready)
            continue;
        m_icons.insert(pack, cutOut(sheet.image, cell.rect));
        isNew = true;
    }
    return isNew;
}

QList<QPixmap> PackOffer::picturesOf(const EmojiPack& pack, const QImage& sheet) const
{
    QList<QPixmap> pictures;
    for (int index = 0; index < pack.names.size(); ++index) {
        const auto cell = m_packs.cell(pack.id, index, wantedPixels());
        pictures.append(cell ? cutOut(sheet, cell->rect) : QPixmap());
    }
    return pictures;
}

/// Those without a name can neither be found nor be spoken of.
void PackOffer::offer()
{
    QList<PickerPack> offered;
    for (const EmojiPack& pack : m_packs.packs()) {
        const QList<QPixmap> pictures = m_pictures.value(pack.id);
        PickerPack shown{pack.name, {}, m_icons.value(pack.id)};
        for (int index = 0; index < pack.names.size(); ++index) {
            if (!pack.names.at(index).isEmpty())
                shown.emoji.append({pack.id, index, pack.names.at(index), pictures.value(index)});
        }
        if (!shown.emoji.isEmpty())
            offered.append(shown);
    }
    m_give(offered);
}

} // namespace skein
