// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of plain text that is cut where it does not fit, whole in its tool tip and to screen
// readers; perhaps with marks after it. Main thread.

#include "ui/theme/Icons.h"

#include <QLabel>

namespace skein {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Small signs right after the text; they are never cut.
    void setMarks(const QList<Icon>& marks);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString fitting() const;
    [[nodiscard]] int roomOfMarks() const;

    QList<Icon> m_marks;
};

} // namespace skein
