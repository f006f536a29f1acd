// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lets files and pictures be dropped on a widget and all that is in it, and says so while they are
// dragged over it. Main thread.

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

class QDropEvent;
class QMimeData;

namespace skein {

class DropArea : public QObject {
    Q_OBJECT
public:
    using Predicate = std::function<bool(const QMimeData&)>;

    /// `takes` says whether something may be dropped now. Dies with `area`.
    DropArea(QWidget& area, Predicate takes);
    ~DropArea() override;

    /// What is shown while something is dragged.
    [[nodiscard]] QWidget* hint() const { return m_hint; }

signals:
    void dropped(const QMimeData& data);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool invite(QDropEvent& event);

    QWidget& m_area;
    Predicate m_takes;
    QPointer<QWidget> m_hint;
};

} // namespace skein
