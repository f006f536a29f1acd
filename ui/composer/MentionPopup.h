// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The people that an "@" in a message field may mean: offers who fits, and remembers whom a chosen
// name meant. Main thread.

#include "core/types/Mentions.h"
#include "ui/composer/WordPopup.h"

namespace skein {

class MentionPopup : public WordPopup {
    Q_OBJECT
public:
    /// `field` outlives it.
    explicit MentionPopup(MessageField& field);

    /// Names are told apart by their words alone: blanks around and between them are made one.
    void setPeople(const QList<Mentionable>& people);
    [[nodiscard]] const QList<Mentionable>& people() const { return m_people; }
    /// Whom the person chose, by name: of several people of one name it is the one meant.
    [[nodiscard]] const QHash<QString, UserId>& picked() const { return m_picked; }
    void forgetPicked();

protected:
    void offer(const QString& typed, QStandardItemModel& rows) const override;
    [[nodiscard]] QString choice(const QModelIndex& row) override;
    [[nodiscard]] QString hint(const QModelIndex& row) const override;

private:
    QList<Mentionable> m_people;
    QHash<QString, UserId> m_picked;
};

} // namespace skein
