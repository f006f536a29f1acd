// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/EmojiPicker.h"

#include "ui/composer/EmojiGrid.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyle>

#include <algorithm>
#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int pickerMargin = 8;
constexpr int visibleEmojiRows = 7;
constexpr int mostFound = 200;

/// As a tab, one stands for all of its category.
struct CategorySign {
    const char* name; ///< as in emoji.txt
    QStringView sign;
};

constexpr std::array categorySigns{
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Smileys & Emotion"), u"\U0001F600"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "People & Body"), u"\U0001F44B"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Animals & Nature"), u"\U0001F43B"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Food & Drink"), u"\U0001F354"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Travel & Places"), u"\U0001F697"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Activities"), u"\u26bd"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Objects"), u"\U0001F4A1"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Symbols"), u"\U0001F523"},
    CategorySign{QT_TRANSLATE_NOOP("skein::EmojiPicker", "Flags"), u"\U0001F3C1"}};

QString signOf(const EmojiCategory& category)
{
    const auto found = std::ranges::find_if(categorySigns,
        [&](const CategorySign& each) { return category.name == QLatin1StringView(each.name); });
    return found == categorySigns.end() ? category.emoji.value(0).text : found->sign.toString();
}

QString wordsOf(const EmojiCategory& category)
{
    return EmojiPicker::tr(category.name.toUtf8().constData());
}

QIcon signOf(const PickerPack& pack)
{
    return {pack.icon.isNull() ? pack.emoji.value(0).picture : pack.icon};
}

} // namespace

EmojiPicker::EmojiPicker(const EmojiTable& table, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_table(table)
    , m_search(new QLineEdit(this))
    , m_tabs(new EmojiTabs(this))
    , m_title(new QLabel(this))
    , m_grid(new QListView(this))
    , m_name(new ElidedLabel(this))
    , m_cells(new QStandardItemModel(this))
{
    setAccessibleName(tr("Emoji"));
    setAttribute(Qt::WA_WindowPropagation); // a window of its own, in the colours of its parent
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setTextMargins(metrics::unit, 0, metrics::unit, 0);
    m_tabs->setAccessibleName(tr("Categories"));
    m_title->setTextFormat(Qt::PlainText);
    buildGrid();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(pickerMargin, pickerMargin, pickerMargin, pickerMargin);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_tabs);
    column->addWidget(m_title);
    column->addWidget(m_grid);
    column->addWidget(m_name);
    column->setSizeConstraint(QLayout::SetFixedSize);

    m_search->installEventFilter(this);
    m_grid->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::showFound);
    connect(m_tabs, &QTabBar::currentChanged, this, &EmojiPicker::showTab);
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::pick);
    connect(m_grid, &QListView::entered, this, &EmojiPicker::sayCurrent);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &EmojiPicker::sayCurrent);
}

void EmojiPicker::buildGrid()
{
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setModel(m_cells);
    m_grid->setItemDelegate(new EmojiCellDelegate(m_grid));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_grid->setFrameShape(NoFrame);
    m_grid->setMouseTracking(true);
    m_grid->setGridSize({EmojiCellDelegate::side, EmojiCellDelegate::side});
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_grid->setFixedSize(
        columns * EmojiCellDelegate::side + bar + 2, visibleEmojiRows * EmojiCellDelegate::side);
    m_tabs->setFixedSize(m_grid->width(), EmojiTabs::barHeight);
}

void EmojiPicker::buildTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    const auto add = [this](const QIcon& icon, const QString& sign, const QString& name) {
        const int tab = m_tabs->addTab(icon, sign);
        m_tabs->setTabToolTip(tab, name);
        m_tabs->setAccessibleTabName(tab, name);
    };
    add({}, u"\U0001F558"_s, tr("Used last"));
    for (const EmojiCategory& category : m_table.categories())
        add({}, signOf(category), wordsOf(category));
    for (const PickerPack& pack : std::as_const(m_packs))
        add(signOf(pack), pack.name.left(2), pack.name);
    m_tabs->setTabVisible(0, !m_table.categories().isEmpty());
    m_tabs->setCurrentIndex(recent().isEmpty() ? 1 : 0);
}

void EmojiPicker::setPacks(const QList<PickerPack>& packs)
{
    m_packs = packs;
    if (m_tabs->count() == 0)
        return;
    const int tab = m_tabs->currentIndex();
    const QString title = m_tabs->tabToolTip(tab);
    buildTabs();
    if (m_tabs->tabToolTip(tab) != title || !m_tabs->isTabVisible(tab))
        return showContents();
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(tab);
    }
    // New cells are said to have the focus: who types a name would hear of the first of them.
    if (m_search->text().isEmpty() && !isPack(tab))
        return;
    const int cell = m_grid->currentIndex().row();
    const int scrolled = m_grid->verticalScrollBar()->value();
    showContents();
    if (const QModelIndex before = m_cells->index(cell, 0); before.isValid())
        m_grid->setCurrentIndex(before);
    m_grid->verticalScrollBar()->setValue(scrolled);
}

/// What was sought, else the tab in front.
void EmojiPicker::showContents()
{
    if (m_search->text().isEmpty())
        showTab(m_tabs->currentIndex());
    else
        showFound(m_search->text());
}

bool EmojiPicker::isPack(int tab) const { return tab > m_table.categories().size(); }

void EmojiPicker::setRecent(const QStringList& recent)
{
    m_recent = recent;
    if (m_tabs->currentIndex() == 0)
        showTab(0);
}

QStringList EmojiPicker::recent() const
{
    QStringList known;
    for (const QString& emoji : m_recent) {
        if (!m_table.nameOf(emoji).isEmpty() && !known.contains(emoji))
            known.append(emoji);
    }
    return known.mid(0, mostRecent);
}

void EmojiPicker::noteUsed(const QString& emoji)
{
    QStringList used = recent();
    if (used.value(0) == emoji || m_table.nameOf(emoji).isEmpty())
        return;
    used.removeAll(emoji);
    used.prepend(emoji);
    m_recent = used.mid(0, mostRecent);
    emit recentChanged(m_recent);
}

QStandardItem* EmojiPicker::cellOf(const Emoji& emoji) const
{
    auto* cell = new QStandardItem(emoji.name);
    cell->setData(emoji.text, EmojiTextRole);
    cell->setToolTip(emoji.name);
    return cell;
}

QStandardItem* EmojiPicker::cellOf(const PackEmoji& emoji)
{
    auto* cell = new QStandardItem(emoji.name);
    cell->setData(emoji.pack, PackRole);
    cell->setData(emoji.index, PackIndexRole);
    cell->setData(emoji.picture, PackPictureRole);
    cell->setToolTip(emoji.name);
    return cell;
}

void EmojiPicker::showTab(int tab)
{
    const auto& categories = m_table.categories();
    QList<QStandardItem*> cells;
    if (tab == 0) {
        for (const QString& emoji : recent())
            cells.append(cellOf(Emoji{emoji, m_table.nameOf(emoji)}));
    } else if (tab <= categories.size()) {
        for (const Emoji& emoji : categories.at(tab - 1).emoji)
            cells.append(cellOf(emoji));
    } else {
        for (const PackEmoji& emoji : m_packs.value(tab - 1 - categories.size()).emoji)
            cells.append(cellOf(emoji));
    }
    fill(cells, m_tabs->tabToolTip(tab));
    if (const int pack = m_packs.value(tab - 1 - categories.size()).emoji.value(0).pack)
        emit packShown(pack);
}

void EmojiPicker::showFound(const QString& typed)
{
    const QString sought = folded(typed.simplified());
    if (sought.isEmpty())
        return showTab(m_tabs->currentIndex());
    QList<QStandardItem*> cells;
    for (const Emoji& emoji : m_table.search(sought, mostFound))
        cells.append(cellOf(emoji));
    for (const PickerPack& pack : std::as_const(m_packs)) {
        for (const PackEmoji& emoji : pack.emoji) {
            if (folded(emoji.name).startsWith(sought))
                cells.append(cellOf(emoji));
        }
    }
    fill(cells, cells.isEmpty() ? tr("No emoji has a name like that.") : tr("Found"));
}

void EmojiPicker::fill(const QList<QStandardItem*>& cells, const QString& title)
{
    m_cells->clear();
    m_cells->setColumnCount(1);
    m_cells->invisibleRootItem()->appendRows(cells);
    m_title->setText(title);
    m_grid->scrollToTop();
    m_grid->setCurrentIndex(m_cells->index(0, 0));
    sayCurrent(m_grid->currentIndex());
}

void EmojiPicker::sayCurrent(const QModelIndex& cell) { m_name->setText(cell.data().toString()); }

void EmojiPicker::pick(const QModelIndex& cell)
{
    if (!cell.isValid())
        return;
    const QString emoji = cell.data(EmojiTextRole).toString();
    if (emoji.isEmpty()) {
        emit packEmojiPicked(
            cell.data(PackRole).toInt(), cell.data(PackIndexRole).toInt(), cell.data().toString());
        return;
    }
    emit picked(emoji);
    noteUsed(emoji);
}

void EmojiPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QFrame::changeEvent(event);
}

void EmojiPicker::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_title->setFont(scaledFont(font(), 0.85, QFont::DemiBold));
    m_title->setPalette(inked(palette(), theme.meta));
    m_name->setFont(scaledFont(font(), 0.85));
    m_name->setPalette(inked(palette(), theme.meta));
}

void EmojiPicker::openAt(const QWidget& anchor)
{
    applyTheme();
    m_search->clear();
    if (m_tabs->count() == 0)
        buildTabs();
    showTab(m_tabs->currentIndex());

    const QSize size = sizeHint();
    const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width(), 0));
    QRect place(corner - QPoint(size.width(), size.height() + metrics::unit), size);
    const QRect room = anchor.screen()->availableGeometry();
    place.moveLeft(
        std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - size.width())));
    place.moveTop(std::max(place.top(), room.top()));
    move(place.topLeft());
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    emit opened();
}

bool EmojiPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_search ? takeSearchKey(key) : takeGridKey(key))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool EmojiPicker::takeSearchKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_grid->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cells->rowCount() == 0)
            return true;
        pick(m_grid->currentIndex());
        hide();
        return true;
    default:
        return false;
    }
}

bool EmojiPicker::takeGridKey(int key)
{
    const int row = m_grid->currentIndex().row();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_grid->currentIndex());
        hide();
        return true;
    case Qt::Key_Space:
        pick(m_grid->currentIndex()); // and stays, for more
        return true;
    case Qt::Key_Up:
        if (row >= columns)
            return false;
        m_search->setFocus(Qt::BacktabFocusReason);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        // Goes on in the next row, as reading does.
        const bool isForth = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        const QModelIndex next = m_cells->index(row + (isForth ? 1 : -1), 0);
        if (next.isValid())
            m_grid->setCurrentIndex(next);
        return true;
    }
    default:
        return false;
    }
}

void EmojiPicker::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    emit closed();
}

void EmojiPicker::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.setPen(theme.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace skein
