// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The emoji to choose from: Unicode's by category, the ones used last, GroupMe's packs when they
// are known, and a search by name over all. Over an empty table: the packs alone. A popup; the
// keyboard can do all of it. Main thread.

#include "ui/composer/EmojiTable.h"

#include <QFrame>
#include <QPixmap>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStandardItem;
class QStandardItemModel;
class QTabBar;

namespace skein {

/// One of GroupMe's own emoji (protocol.md F4 "Emoji data").
struct PackEmoji {
    int pack = 0; ///< from 1
    int index = 0; ///< from 0
    QString name;
    QPixmap picture; ///< null: the name stands for it
};

struct PickerPack {
    QString name;
    QList<PackEmoji> emoji;
    QPixmap icon = {}; ///< null: its first emoji stands for it, or its name
};

class EmojiPicker : public QFrame {
    Q_OBJECT
public:
    static constexpr int columns = 8;
    static constexpr int mostRecent = 32;

    /// `table` outlives it.
    explicit EmojiPicker(const EmojiTable& table, QWidget* parent = nullptr);

    /// Who looks at them meanwhile stays where they are.
    void setPacks(const QList<PickerPack>& packs);
    /// The last first.
    void setRecent(const QStringList& recent);
    /// Those that the table knows, each once.
    [[nodiscard]] QStringList recent() const;
    /// Remembers that it was used, be it here or elsewhere.
    void noteUsed(const QString& emoji);

    /// Shows itself over `anchor`, at its end, empty of what was sought before.
    void openAt(const QWidget& anchor);

signals:
    void picked(const QString& emoji);
    void packEmojiPicked(int pack, int index, const QString& name);
    void recentChanged(const QStringList& recent);
    void opened();
    /// Its tab is in front: its pictures are looked at.
    void packShown(int pack);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildGrid();
    void buildTabs();
    void showContents();
    void applyTheme();
    [[nodiscard]] bool isPack(int tab) const;
    void showTab(int tab);
    void showFound(const QString& typed);
    void fill(const QList<QStandardItem*>& cells, const QString& title);
    [[nodiscard]] QStandardItem* cellOf(const Emoji& emoji) const;
    [[nodiscard]] static QStandardItem* cellOf(const PackEmoji& emoji);
    void pick(const QModelIndex& cell);
    void sayCurrent(const QModelIndex& cell);
    bool takeSearchKey(int key);
    bool takeGridKey(int key);

    const EmojiTable& m_table;
    QLineEdit* m_search;
    QTabBar* m_tabs;
    QLabel* m_title;
    QListView* m_grid;
    QLabel* m_name;
    QStandardItemModel* m_cells;
    QStringList m_recent; ///< as it was told: the table is not read for it before somebody looks
    QList<PickerPack> m_packs;
};

} // namespace skein
