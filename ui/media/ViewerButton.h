// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A light sign on the viewer's dark ground: what it does is its accessible name and, with its key,
// its tool tip. Main thread.

#include <QKeySequence>
#include <QToolButton>

namespace skein {

class ViewerButton final : public QToolButton {
    Q_OBJECT
public:
    enum class Sign { Close, ZoomIn, ZoomOut, Rotate, Save, Copy, Previous, Next };

    ViewerButton(Sign sign, const QString& name, const QKeySequence& key, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isWide() const { return m_sign == Sign::Previous || m_sign == Sign::Next; }

    Sign m_sign;
};

} // namespace skein
