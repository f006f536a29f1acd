// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The people that an "@" in a message field may mean, above the caret: finds the word being
// written, offers who fits, writes the chosen name and remembers whom it meant. The keyboard stays
// in the field. Main thread.

#include "core/types/Mentions.h"

#include <QListView>
#include <QPointer>

#include <optional>

class QStandardItemModel;

namespace skein {

class MessageField;

class MentionPopup : public QListView {
    Q_OBJECT
public:
    static constexpr int mostRows = 8; ///< the others are reached by going on

    /// `field` outlives it. Lives in the field's window, to have room there.
    explicit MentionPopup(MessageField& field);

    /// Names are told apart by their words alone: blanks around and between them are made one.
    void setPeople(const QList<Mentionable>& people);
    [[nodiscard]] const QList<Mentionable>& people() const { return m_people; }
    /// Whom the person chose, by name: of several people of one name it is the one meant.
    [[nodiscard]] const QHash<QString, UserId>& picked() const { return m_picked; }
    void forgetPicked();
    /// Hides; the next letter of a word may bring it back.
    void dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Word {
        int at = 0; ///< the place of its "@" in the text
        QString typed; ///< what stands between the "@" and the caret
    };

    [[nodiscard]] std::optional<Word> wordAtCaret() const;
    void followText();
    void followCaret();
    void offer(const Word& word);
    void place(const Word& word);
    bool take(const QKeyEvent& key);
    void step(int rows);
    void choose(const QModelIndex& index);

    MessageField& m_field;
    QStandardItemModel* m_offered;
    QPointer<QWidget> m_window; ///< the one it stands in
    QList<Mentionable> m_people;
    QHash<QString, UserId> m_picked;
    std::optional<int> m_refusedAt; ///< the "@" that Esc was pressed at
    bool m_choosing = false; ///< the text changes, but nobody typed
};

} // namespace skein
