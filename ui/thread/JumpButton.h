// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The round button over the thread's lower right corner that leads to the newest message and says
// how many wait there, or that one was not sent. Main thread.

#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QPixmap>

namespace skein {

class JumpButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit JumpButton(QWidget* parent = nullptr);

    /// `hasFailed`: an own message at the end waits for the person.
    void setWaiting(int unread, bool hasFailed);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Look {
        int unread = 0;
        bool hasFailed = false;
        bool hasFocus = false;
        bool isHovered = false;
        QSize size;
        qreal ratio = 1;
        QFont font;
        qint64 palette = 0;
        bool operator==(const Look&) const = default;
    };

    void draw();
    [[nodiscard]] QRectF circle() const;
    void paintBadge(QPainter& painter, const Theme& theme) const;

    int m_unread = -1;
    bool m_hasFailed = false;
    QPixmap m_drawn;
    Look m_drawnLook;
};

} // namespace skein
