// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The cards of what goes along with a message, above the field: pictures small, files and places by
// name, each with a cross. As tall as they need, up to two rows. Main thread.

#include <QScrollArea>

namespace skein {

class EnclosureCard;
class Enclosures;

class AttachmentStrip : public QScrollArea {
    Q_OBJECT
public:
    static constexpr int mostRows = 2; ///< the others are reached by scrolling
    static constexpr int roomAbove = 8;

    /// `enclosures` outlives it.
    explicit AttachmentStrip(Enclosures& enclosures, QWidget* parent = nullptr);

    /// The keyboard comes to the cards after `widget`, which outlives it.
    void comeAfter(QWidget& widget) { m_before = &widget; }
    [[nodiscard]] QList<EnclosureCard*> cards() const { return m_cards; }

signals:
    /// Esc, or the last card went: the keyboard wants back to the field.
    void fieldRequested();
    /// The cross of one that is being uploaded.
    void cancelRequested(int id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAll();
    [[nodiscard]] EnclosureCard* newCard(int id);
    void place();
    /// How tall the rows of cards are in this width.
    int placeIn(int room);
    void press(int id);
    [[nodiscard]] bool takeKey(EnclosureCard& card, int key);

    Enclosures& m_enclosures;
    QWidget* m_inside;
    QWidget* m_before = nullptr;
    QList<EnclosureCard*> m_cards;
};

} // namespace skein
