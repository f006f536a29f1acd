// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/topics/LikeIconField.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skein {

namespace {

constexpr int likePicture = 28;

} // namespace

LikeIconField::LikeIconField(QWidget* parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_name(new QLabel(this))
    , m_choose(new QPushButton(tr("Choose\u2026"), this))
    , m_none(new QPushButton(tr("None"), this))
    , m_picker(new EmojiPicker(m_noTable, this))
{
    m_picture->setFixedSize(likePicture, likePicture);
    m_picture->setScaledContents(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    for (QPushButton* button : {m_choose, m_none})
        button->setAutoDefault(false); // Enter in the dialog's fields saves
    m_none->setAccessibleName(tr("No like icon"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::unit);
    row->addWidget(m_picture);
    row->addWidget(m_name, 1);
    row->addWidget(m_choose);
    row->addWidget(m_none);
    setFocusProxy(m_choose);

    connect(m_choose, &QPushButton::clicked, this, &LikeIconField::choose);
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_choose->setFocus(); // this button goes
        setIcon({});
    });
    connect(m_picker, &EmojiPicker::closed, m_choose, qOverload<>(&QWidget::setFocus));
    connect(m_picker, &EmojiPicker::packEmojiPicked, this, &LikeIconField::take);
    showIcon();
}

QList<QWidget*> LikeIconField::controls() const { return {m_choose, m_none}; }

void LikeIconField::choose()
{
    if (m_packs.isEmpty())
        emit packsWanted();
    else
        m_picker->openAt(*m_choose);
}

void LikeIconField::take(int pack, int index)
{
    m_picker->hide(); // one is all there is to choose
    setIcon(LikeIcon{.packId = pack, .packIndex = index});
    emit packUsed(pack);
}

void LikeIconField::setIcon(const std::optional<LikeIcon>& icon)
{
    if (m_icon == icon)
        return;
    m_icon = icon;
    showIcon();
    emit changed();
}

void LikeIconField::setPacks(const QList<PickerPack>& packs)
{
    m_packs = packs;
    m_picker->setPacks(packs);
    showIcon();
}

PackEmoji LikeIconField::emoji() const
{
    for (const PickerPack& pack : m_packs) {
        for (const PackEmoji& each : pack.emoji) {
            if (m_icon && each.pack == m_icon->packId && each.index == m_icon->packIndex)
                return each;
        }
    }
    return {};
}

void LikeIconField::showIcon()
{
    const PackEmoji chosen = emoji();
    m_picture->setPixmap(chosen.picture);
    m_picture->setVisible(!chosen.picture.isNull());
    m_none->setVisible(m_icon.has_value());
    QString words = chosen.name;
    if (m_packs.isEmpty())
        words = tr("GroupMe's emoji are not loaded. The like icon stays as it is.");
    else if (!m_icon)
        words = tr("The group's heart");
    else if (words.isEmpty())
        words = tr("One of GroupMe's emoji, without a name");
    m_name->setText(words);
    m_choose->setAccessibleName(tr("Choose the like icon"));
    m_choose->setAccessibleDescription(words);
}

} // namespace skein
