// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing that goes along with a message, as a card: to press it is to take it out, or to cancel
// its upload; the mouse does so at its cross alone. Main thread.

#include "ui/composer/Enclosures.h"

#include <QAbstractButton>

namespace skein {

class EnclosureCard : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int side = 72;

    explicit EnclosureCard(int id, QWidget* parent);

    [[nodiscard]] int id() const { return m_enclosure.id; }
    /// `number` of `count` of its kind, for screen readers.
    void present(const Enclosure& enclosure, int number, int count);
    [[nodiscard]] QSize sizeHint() const override;
    /// Where the mouse presses it.
    [[nodiscard]] QRect cross() const;

protected:
    [[nodiscard]] bool hitButton(const QPoint& position) const override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void paintPhoto(QPainter& painter) const;
    void paintWords(QPainter& painter) const;
    void paintCross(QPainter& painter) const;
    [[nodiscard]] QString detail() const;

    Enclosure m_enclosure;
};

} // namespace skein
