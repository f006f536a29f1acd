// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was sent against what the service holds. A message is begun when the order to send it goes
// out, and accepted when the program has said that it is on disk. Accepted ones must arrive once;
// one that was begun when the program was killed may arrive once or not at all. In each
// conversation they arrive in the order in which they were begun, but for those that the person had
// to try again. Pure.

#include <QHash>
#include <QMap>
#include <QStringList>

namespace skein::soak {

struct Verdict {
    int accepted = 0;
    int uncertain = 0; ///< begun, never accepted
    int uncertainArrived = 0; ///< of those
    int lost = 0; ///< accepted, not held
    int doubled = 0; ///< copies beyond the first
    int retried = 0; ///< by the person
    int outOfOrder = 0; ///< held after one that was begun later, and not retried
    int strange = 0; ///< held, but not begun there
    QStringList examples; ///< the first few that are wrong, for people

    /// All is well; that nothing was sent proves nothing.
    [[nodiscard]] bool holds() const
    {
        return accepted > 0 && lost == 0 && doubled == 0 && outOfOrder == 0 && strange == 0;
    }
};

class Ledger {
public:
    /// A new message's text, unlike all others.
    [[nodiscard]] QString begin(const QString& conversation);
    void accept(const QString& text);
    /// The person tries it again: others did not wait for it.
    void retry(const QString& text);
    [[nodiscard]] int accepted() const { return m_accepted; }
    [[nodiscard]] int begun() const { return static_cast<int>(m_entries.size()); }

    /// `held`: by conversation, the own messages that the service holds, oldest first.
    [[nodiscard]] Verdict against(const QMap<QString, QStringList>& held) const;

private:
    struct Entry {
        QString conversation;
        bool accepted = false;
        bool retried = false;
    };
    [[nodiscard]] int numberOf(const QString& text) const;
    void readConversation(const QString& conversation, const QStringList& texts,
        QHash<int, int>& copies, Verdict& verdict) const;

    QList<Entry> m_entries; ///< by number
    int m_accepted = 0;
};

} // namespace skein::soak
