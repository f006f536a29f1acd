// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a word that begins with a sign ("@", ":") may become, above the caret of a message field:
// finds the word being written, shows what its heirs offer, and writes the choice. The keyboard
// stays in the field. Main thread.

#include <QListView>
#include <QPointer>

#include <optional>

class QStandardItemModel;

namespace skein {

class MessageField;

class WordPopup : public QListView {
    Q_OBJECT
public:
    static constexpr int mostRows = 8; ///< the others are reached by going on

    /// Hides; the next letter of a word may bring it back.
    void dismiss();

protected:
    /// `field` outlives it. Lives in the field's window, to have room there.
    WordPopup(MessageField& field, QChar sign);

    /// Puts a row into `rows` for each thing that `typed`, what follows the sign, may become.
    virtual void offer(const QString& typed, QStandardItemModel& rows) const = 0;
    /// What is written in place of sign and word; a blank follows.
    [[nodiscard]] virtual QString choice(const QModelIndex& row) = 0;
    /// What a screen reader says of the row that Enter would take.
    [[nodiscard]] virtual QString hint(const QModelIndex& row) const = 0;
    /// What it offers has changed.
    void refresh();

    bool eventFilter(QObject* watched, QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Word {
        int at = 0; ///< the place of its sign in the text
        QString typed; ///< what stands between the sign and the caret
    };

    [[nodiscard]] std::optional<Word> wordAtCaret() const;
    void followText();
    void offerFor(const Word& word);
    void place(const Word& word);
    bool take(const QKeyEvent& key);
    void step(int rows);
    void choose(const QModelIndex& index);

    MessageField& m_field;
    QChar m_sign;
    QStandardItemModel* m_offered;
    QPointer<QWidget> m_window; ///< the one it stands in
    std::optional<int> m_refusedAt; ///< the sign that Esc was pressed at
    bool m_choosing = false; ///< the text changes, but nobody typed
};

} // namespace skein
