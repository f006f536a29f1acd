// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pictures of a conversation, one at a time, large, over the whole window: light signs on a
// dark ground, and all of it by keyboard. While it is open no key reaches the window beneath.
// Deletes itself when it is closed. Main thread.

#include "ui/media/ViewedPictures.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QWidget>

#include <functional>

namespace skein {

class Avatar;
class PictureCanvas;
class ViewerButton;

class ImageViewer final : public QWidget {
    Q_OBJECT
public:
    /// Asks where to save; "" for nowhere. Tests answer themselves.
    using AskPath = std::function<QString(QWidget* parent, const QString& suggested)>;

    /// Over `window`, whose focus it takes and gives back.
    ImageViewer(ViewedPictures& pictures, QWidget* window, AskPath askPath = {});
    ~ImageViewer() override;

    /// From old to new; `index` is shown first.
    void open(const QList<ViewedPicture>& list, qsizetype index);
    /// More became known, at whatever end: the one that is shown stays.
    void setPictures(const QList<ViewedPicture>& list);
    [[nodiscard]] qsizetype index() const { return m_index; }
    /// What is known of photos before the first of the list.
    enum class Older { Unasked, Loading, None, Further /*none yet, there is more*/, Failed };
    void setOlder(Older older);

    void previous() { goTo(m_index - 1); }
    void next() { goTo(m_index + 1); }
    void play(); ///< if it stands still and would move
    void save();
    void copy();
    void leave();

signals:
    /// There is nothing before the one that is shown now: older ones may be fetched, and setOlder()
    /// says how that goes.
    void reachedOldest();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< stays here

private:
    void build();
    QWidget* buildTop();
    QWidget* buildTrouble();
    void place();
    void goTo(qsizetype index);
    void askForOlder();
    void tellOlder();
    void refresh();
    void tellWhat(const Picture& picture);
    void tellTrouble(const Picture& picture);
    void say(const QString& words);
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] bool perform(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool goes(int key, bool shift);
    [[nodiscard]] bool changesView(int key);
    [[nodiscard]] ViewedPicture shown() const { return m_list.value(m_index); }
    [[nodiscard]] QString suggestedName() const;

    ViewedPictures& m_pictures;
    AskPath m_askPath;
    QPointer<QWidget> m_focusBefore;
    QThreadPool m_writer;
    QList<ViewedPicture> m_list;
    qsizetype m_index = -1;
    QUrl m_painted; ///< what the canvas shows
    Older m_older = Older::Unasked;

    PictureCanvas* m_canvas = nullptr;
    QWidget* m_top = nullptr;
    Avatar* m_face = nullptr;
    QLabel* m_who = nullptr;
    QLabel* m_when = nullptr;
    QLabel* m_place = nullptr; ///< "2 of 7"
    QLabel* m_said = nullptr;
    QWidget* m_trouble = nullptr;
    QLabel* m_troubleWords = nullptr;
    QPushButton* m_retry = nullptr;
    ViewerButton* m_zoomOut = nullptr;
    ViewerButton* m_zoomIn = nullptr;
    ViewerButton* m_rotate = nullptr;
    ViewerButton* m_copy = nullptr;
    ViewerButton* m_save = nullptr;
    ViewerButton* m_close = nullptr;
    ViewerButton* m_previous = nullptr;
    ViewerButton* m_next = nullptr;
};

} // namespace skein
