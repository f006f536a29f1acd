// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of pills of which one is chosen: which chats the list shows. One stop for Tab; the arrow
// keys move among them. Main thread.

#include "ui/chats/ChatFilter.h"

#include <QRadioButton>

class QButtonGroup;

namespace skein {

/// One pill. Takes its colours from the palette each time it paints.
class FilterChip : public QRadioButton {
    Q_OBJECT
public:
    explicit FilterChip(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& place) const override;

private:
    [[nodiscard]] QSize around(int padding) const;
};

class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(QWidget* parent = nullptr);

    [[nodiscard]] ChatFilter::Kind kind() const;
    void choose(ChatFilter::Kind kind);

signals:
    void chosen(skein::ChatFilter::Kind kind);

private:
    void add(ChatFilter::Kind kind, const QString& name);

    QButtonGroup* m_group;
};

} // namespace skein
