// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The list of messages: shows a ThreadModel by ThreadGeometry, so that what is read never moves;
// lays out and paints only what is visible; turns mouse and keys into actions. Knows no network and
// decides nothing about receipts. Main thread.

#include "core/base/Clock.h"
#include "ui/theme/Theme.h"
#include "ui/thread/LayoutCache.h"
#include "ui/thread/RowActions.h"
#include "ui/thread/SeenTracker.h"
#include "ui/thread/ThreadGeometry.h"

#include <QAbstractScrollArea>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QSet>
#include <QVariantAnimation>

#include <optional>

class QMenu;

namespace skein {

struct Drawn;
struct RowLook;

class MessageList : public QAbstractScrollArea {
    Q_OBJECT
public:
    MessageList(ThreadModel& model, Clock& clock, QWidget* parent = nullptr);
    ~MessageList() override;

    void setShowsNames(bool shows); ///< above the runs of others: in groups and topics
    void setMe(const UserId& me); ///< whose mentions stand out
    /// Where pictures and facts come from; none: nothing is known. Outlives the list.
    void setContentSource(ContentSource* source);
    [[nodiscard]] ContentSource* contentSource() const { return m_source; }
    /// Whether one may answer and react here, and which messages one may be offered to edit.
    void setMayWrite(bool mayWrite) { m_mayWrite = mayWrite; }
    void setEditRule(std::function<bool(const Message&)> mayEdit)
    {
        m_mayEdit = std::move(mayEdit);
    }
    /// Whether what arrives is told of: not of what is muted.
    void setTellsArrivals(bool tells) { m_tellsArrivals = tells; }
    /// Rows that arrive at the end fade in; off: they stand at once.
    void setAnimated(bool animated) { m_isAnimated = animated; }
    void setTimeZone(const QTimeZone& zone);
    /// The date changed: "Today" is another day now.
    void refreshToday();

    [[nodiscard]] ThreadModel& model() const { return m_model; }
    [[nodiscard]] bool isAtEnd() const { return m_geometry.isAtEnd(); }
    /// Empty at the end.
    [[nodiscard]] ThreadPlace place() const;
    void goToEnd();
    /// Puts the row into the middle, where its ground stands out for a while.
    void showRow(int row);
    /// Puts the place's row, which is in the model, where it was.
    void goToPlace(const ThreadPlace& place);
    [[nodiscard]] qreal glowOf(int row) const; ///< how much it stands out, 0 to 1
    /// The model will be asked for another conversation: an end wished for here is not meant there.
    void forgetWishes() { m_wantsEnd = false; }
    [[nodiscard]] int firstVisibleRow() const { return m_geometry.firstVisible(); }
    [[nodiscard]] int lastVisibleRow() const { return m_geometry.lastVisible(); }
    /// The row's bubble and what hangs on it, in the viewport; estimated when out of view.
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] int rowAt(const QPoint& point) const; ///< -1: none
    [[nodiscard]] const MessageLayout& layoutOf(int row) const;
    [[nodiscard]] QPoint originOf(int row) const; ///< of the layout's coordinates in the viewport
    [[nodiscard]] int layoutsMade() const { return m_cache.layoutsMade(); }
    /// Those whose lower edges are in the viewport, without waiting ones; oldest first.
    [[nodiscard]] QList<ShownMessage> shownMessages() const;

    [[nodiscard]] int currentRow() const; ///< -1: none
    void setCurrentRow(int row);
    [[nodiscard]] QList<RowAction> actionsFor(int row) const;
    /// `link`: for OpenLink and CopyLink; empty: the row's first.
    void perform(RowAction action, int row, const QUrl& link = {});
    void activate(const ContentAction& action, int row);
    void openMenu(int row, const QUrl& link, const QPoint& globalPosition);
    [[nodiscard]] QString selectedText() const;

signals:
    void settled(); ///< after everything that may change what is visible
    /// Somebody else's newest message, in a window that is used: worth telling, once.
    void arrived(int row);
    void left(); ///< the model shows something else now
    void linkActivated(const QUrl& url);
    /// A part of a message was chosen: to be done by whoever knows how.
    void contentActivated(const skein::ContentAction& action, const skein::MessageId& message);
    void personActivated(const skein::UserId& person);
    void retryRequested(const skein::SourceGuid& guid);
    void discardRequested(const skein::SourceGuid& guid);
    /// Its files are on their way, and it shall not be sent.
    void cancelSendingRequested(const skein::SourceGuid& guid);
    void replyRequested(const skein::MessageId& message);
    void editRequested(const skein::MessageId& message);
    void pinRequested(const skein::MessageId& message, bool pin);
    void deleteRequested(const skein::MessageId& message);
    void composerRequested();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Selection {
        QString key;
        int from = 0;
        int to = 0;
    };
    struct Choice { ///< of whole messages; keys of the first and the last, in either order
        QString from;
        QString to;
    };
    struct Opening {
        ThreadPlace place;
        bool atEnd = false;
    };
    /// `IfInView`: what happened changes nothing but which rows are in view, and where.
    enum class Repaint { Always, IfInView };
    struct InView { ///< the same means that it looks the same
        QStringList keys;
        int top = 0;
        int layouts = 0; ///< made up to then
        bool operator==(const InView&) const = default;
    };
    struct Pointed { ///< what is under the mouse
        int row = -1;
        MessageLayout::Hit hit;
    };

    void connectModel();
    void rowsInserted(int first, int last);
    [[nodiscard]] bool isNewest(int row) const;
    void rowsChanged(int first, int last);
    void repaintRow(int row);
    void modelReset();
    void open(const ThreadPlace& place);
    void applyOpening(const Opening& opening);
    void settle(Repaint repaint = Repaint::Always);
    [[nodiscard]] InView inView() const;
    [[nodiscard]] Repaint forgetPointed();
    void settleOnce();
    void reportVisibleRows();
    void wantContent();
    [[nodiscard]] QList<int> loadingRows() const;
    void keepSpinning();
    void contentChanged(const QStringList& keys);
    void contentRepainted(const QString& key);
    void updateScrollBar();
    void noteUnreadLine();
    void remeasure();
    void fadeIn(int first, int last);

    void scrollByPixels(int delta);
    void scrollToRow(int row);
    void openFirst(int row);
    bool scrollByKey(int key);
    void moveCurrent(int step);
    void keepCurrentVisible();
    void sayCurrent();
    [[nodiscard]] int wheelPixels(const QWheelEvent& event);
    [[nodiscard]] Pointed pointedAt(const QPoint& point) const;
    void updateHover(const QPoint& point);
    void select(int row, int from, int to);
    [[nodiscard]] std::pair<int, int> chosenRows() const;
    [[nodiscard]] bool isChosen(int row) const;
    void chooseTo(int from, int row);
    void chooseByKey(int step);
    void chooseNothing();
    [[nodiscard]] QString transcript() const;
    void activate(const Pointed& pointed);
    void expand(int row);
    void showHidden(int row);
    [[nodiscard]] QString copyText(int row) const;
    void fillMenu(QMenu& menu, int row, const QUrl& link);
    void addPeople(QMenu& menu, int row);
    void addTargets(QMenu& menu, int row);
    void addReactions(QMenu& menu, int row);
    void openReactions(int row);
    [[nodiscard]] QString quotation(int row) const;

    [[nodiscard]] RowLook lookOf(int row) const;
    [[nodiscard]] RowFacts rowFacts(int row) const;
    [[nodiscard]] LayoutContext context() const;
    [[nodiscard]] int layoutWidth() const;
    void paintRows(QPainter& painter, const QRect& exposed);
    void paintGlow(QPainter& painter, int row);
    void makeGlow();
    void endGlow();
    void paintEmpty(QPainter& painter);

    ThreadModel& m_model;
    Clock& m_clock;
    Theme m_theme;
    QTimeZone m_timeZone = QTimeZone::systemTimeZone();
    QDate m_today;
    bool m_showsNames = false;
    UserId m_me;
    QPointer<ContentSource> m_source;
    std::unique_ptr<Timer> m_spin; ///< while something in view is being loaded
    bool m_mayWrite = false;
    std::function<bool(const Message&)> m_mayEdit;
    bool m_tellsArrivals = true;
    bool m_isAnimated = false;

    std::unique_ptr<Drawn> m_drawn;
    mutable LayoutCache m_cache;
    ThreadGeometry m_geometry;
    std::optional<Opening> m_opening; ///< until it was painted once: the size is not final
    bool m_wantsEnd = false; ///< the model was asked to open at the end
    bool m_willReport = false;
    QString m_unreadKey; ///< the row that had the unread line at the last settling
    QSet<QString> m_expanded;
    QString m_revealed; ///< the hidden row that is about to show itself
    InView m_inView;
    bool m_isSettling = false;
    bool m_mustSettleAgain = false;
    bool m_isUpdatingBar = false;

    QPersistentModelIndex m_current;
    bool m_showsFocus = false; ///< the keyboard is in use
    Selection m_selection;
    Choice m_chosen;
    bool m_isSelecting = false;
    Pointed m_pressed;
    Pointed m_hovered;
    qreal m_wheelRest = 0;
    QPointer<QMenu> m_menu;
    QSet<QString> m_fading;
    QVariantAnimation m_fade;
    QString m_glowing; ///< the row that one was led to
    QVariantAnimation m_glow;
    std::unique_ptr<Timer> m_glowEnd;
};

} // namespace skein
