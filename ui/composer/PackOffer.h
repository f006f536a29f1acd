// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's own emoji for a picker and for who has it, as a composer: names as soon as the index is
// here, which is asked for when the picker opens, and the packs' icons with it; pictures of a pack
// when it is looked at or one of its emoji is shown. Main thread.

#include "core/sync/EmojiPacks.h"
#include "ui/composer/EmojiPicker.h"
#include "ui/media/PictureStore.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace skein {

class Composer;

class PackOffer final : public QObject {
    Q_OBJECT
public:
    using Give = std::function<void(const QList<PickerPack>&)>;

    /// All outlive it. `give` takes what is to be offered, the picker's among it.
    PackOffer(EmojiPacks& packs, MediaCache& media, Clock& clock, EmojiPicker& picker, Give give,
        QObject* parent = nullptr);
    PackOffer(EmojiPacks& packs, MediaCache& media, Clock& clock, Composer& composer,
        QObject* parent = nullptr);

    /// An emoji of this pack is shown: its pictures are wanted.
    void look(int pack);

private:
    struct PackIcon {
        int pack;
        EmojiCell cell;
    };
    void fetch();
    void cut();
    [[nodiscard]] bool cutSheets();
    [[nodiscard]] bool cutIcons();
    [[nodiscard]] QList<PackIcon> wantedIcons() const;
    void offer();
    [[nodiscard]] QList<QPixmap> picturesOf(const EmojiPack& pack, const QImage& sheet) const;

    EmojiPacks& m_packs;
    Give m_give;
    PictureStore m_sheets;
    QHash<int, QUrl> m_wanted; ///< the sheets of packs that are looked at and not cut yet
    QHash<int, QList<QPixmap>> m_pictures; ///< by pack, in the order of the emoji
    bool m_isShown = false; ///< the picker, whose tabs show the packs' icons
    QHash<int, QPixmap> m_icons; ///< by pack
};

} // namespace skein
