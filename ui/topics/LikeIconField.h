// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The like icon of a topic, by picture and name: one of GroupMe's own emoji, or none. Knows only
// the packs that it is given; without them it keeps the icon as it is. Main thread.

#include "core/types/Group.h"
#include "ui/composer/EmojiPicker.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace skein {

class LikeIconField : public QWidget {
    Q_OBJECT
public:
    explicit LikeIconField(QWidget* parent = nullptr);

    void setIcon(const std::optional<LikeIcon>& icon);
    [[nodiscard]] const std::optional<LikeIcon>& icon() const { return m_icon; }
    void setPacks(const QList<PickerPack>& packs);

    [[nodiscard]] EmojiPicker& picker() const { return *m_picker; }
    /// Of the chosen one; it comes some time after its name.
    [[nodiscard]] bool hasPicture() const { return !emoji().picture.isNull(); }
    /// In the order of the eye.
    [[nodiscard]] QList<QWidget*> controls() const;

signals:
    void changed();
    /// An emoji of this pack is shown now.
    void packUsed(int pack);
    /// There is nothing to choose from yet.
    void packsWanted();

private:
    void choose();
    void take(int pack, int index);
    void showIcon();
    [[nodiscard]] PackEmoji emoji() const;

    const EmojiTable m_noTable; ///< an icon is never one of Unicode's (protocol.md E4)
    QLabel* m_picture;
    QLabel* m_name;
    QPushButton* m_choose;
    QPushButton* m_none;
    EmojiPicker* m_picker;
    QList<PickerPack> m_packs;
    std::optional<LikeIcon> m_icon;
};

} // namespace skein
