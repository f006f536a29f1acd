// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The line above the message field that says what the message is for: an answer to another, or the
// new words of one's own; with a cross that gives the purpose up. Main thread.

#include "ui/theme/Icons.h"

#include <QImage>
#include <QWidget>

namespace skein {

class ElidedLabel;
class IconButton;

class PurposeBar : public QWidget {
    Q_OBJECT
public:
    explicit PurposeBar(QWidget* parent = nullptr);

    /// `title` above `words`; a null thumbnail takes no room. `cancel` names the cross.
    void present(Icon icon, const QString& title, const QString& words, const QImage& thumbnail,
        const QString& cancel);

    [[nodiscard]] IconButton& cross() const { return *m_cancel; }

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
    [[nodiscard]] QRect thumbnailRect() const;
    void makeRoom();

    ElidedLabel* m_title;
    ElidedLabel* m_words;
    IconButton* m_cancel;
    Icon m_icon = Icon::Reply;
    QImage m_thumbnail;
};

} // namespace skein
