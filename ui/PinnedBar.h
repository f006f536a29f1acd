// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pinned messages of the conversation in front, one at a time in a line above the thread: a
// click goes to it and shows the next. Hidden without any. Main thread.

#include "core/types/Message.h"

#include <QAbstractButton>

namespace skein {

class PinnedBar : public QAbstractButton {
    Q_OBJECT
public:
    explicit PinnedBar(QWidget* parent = nullptr);

    /// Latest pin first. The one that is shown stays while it is among them.
    void setMessages(const QList<Message>& messages);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const skein::MessageId& message);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose();
    void say();
    [[nodiscard]] QString place() const; ///< "Pinned message 2 of 3"
    [[nodiscard]] QString line() const;

    QList<Message> m_messages;
    qsizetype m_shown = 0;
};

} // namespace skein
