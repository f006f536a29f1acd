// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a search found beside the chats: topics, people, commands. As high as its rows, hidden when
// there are none; each row knows what choosing it does. Main thread.

#include <QListWidget>

#include <functional>

namespace skein {

struct Found {
    QString title; ///< plain text, as the remark
    QString remark;
    std::function<void()> choose;
};

/// What is found for these words, folded as ui/theme/FoldedText folds; the best first.
using Finder = std::function<QList<Found>(const QStringList& words)>;

class FoundList : public QListWidget {
    Q_OBJECT
public:
    static constexpr int mostRows = 8;

    explicit FoundList(QWidget* parent = nullptr);

    void showFound(const QList<Found>& found);
    void choose(int row);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void chosen(); ///< before it is done
    void leftAbove(); ///< Up in the first row

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QList<Found> m_found;
};

} // namespace skein
