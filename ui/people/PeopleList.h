// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the dialogs that list people have in common: how such a list looks, and the bar that says
// that it could not be fetched. Main thread.

#include <QWidget>

class QLabel;
class QListView;

namespace skein {

inline constexpr int peopleMargin = 24; ///< on either side of what stands in these dialogs

/// Rows of one height by MemberDelegate, nothing to edit, scrolled by the pixel.
void dressPeopleList(QListView& list);

class TroubleBar : public QWidget {
    Q_OBJECT
public:
    explicit TroubleBar(QWidget* parent);

    /// Shown while there is a sentence.
    void say(const QString& sentence);
    [[nodiscard]] bool isSaying() const;

signals:
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();

    QLabel* m_sentence;
};

} // namespace skein
