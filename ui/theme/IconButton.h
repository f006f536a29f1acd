// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A quiet button that is only a drawing; its words are its accessible name and its tool tip. Takes
// its colours from the palette each time it paints. Main thread.

#include "ui/theme/Icons.h"

#include <QToolButton>

namespace skein {

class IconButton : public QToolButton {
    Q_OBJECT
public:
    IconButton(Icon icon, const QString& name, QWidget* parent = nullptr);

    void setDrawing(Icon icon, const QString& name);
    [[nodiscard]] QSize sizeHint() const override { return {32, 32}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
};

} // namespace skein
