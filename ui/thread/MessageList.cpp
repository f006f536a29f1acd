// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessageList.h"

#include "core/base/Trace.h"
#include "ui/thread/MessageListAccessible.h"
#include "ui/thread/MessagePainter.h"

#include <QEvent>
#include <QScrollBar>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int fadeMilliseconds = 120;
constexpr qint64 sameMoment = 60; ///< in seconds
constexpr int mostTold = 3; ///< of what arrives at once, the latest

} // namespace

MessageList::MessageList(ThreadModel& model, Clock& clock, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_clock(clock)
    , m_theme(Theme::from(palette()))
    , m_drawn(std::make_unique<Drawn>())
    , m_geometry([this](int row) { return layoutOf(row).height; },
          [this](int row) { return estimatedHeight(m_model.row(row), context()); })
{
    MessageListAccessible::install();
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_fade.setDuration(fadeMilliseconds);
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_fade, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] { m_fading.clear(); });
    makeGlow();
    m_spin = clock.timer([this] {
        for (const int row : loadingRows())
            repaintRow(row);
        keepSpinning();
    });
    connectModel();
    refreshToday();
    modelReset();
}

MessageList::~MessageList() = default;

void MessageList::connectModel()
{
    connect(&m_model, &ThreadModel::opened, this, &MessageList::open);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MessageList::modelReset);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex&, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_cache.forget(m_model.row(row).key);
            m_geometry.aboutToRemoveRows(first, last);
        });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex&, int first, int last) {
            m_geometry.removeRows(first, last);
            settle(forgetPointed());
        });
    connect(&m_model, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex&, int first, int last, const QModelIndex&, int destination) {
            m_geometry.moveRows(first, last, destination);
            m_hovered = m_pressed = {};
            settle();
        });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
            if (roles == QList<int>{ThreadModel::UploadRole})
                repaintRow(first.row());
            else
                rowsChanged(first.row(), last.row());
        });
    connect(&m_model, &ThreadModel::unreadChanged, this, [this] { settle(); });
}

void MessageList::rowsInserted(int first, int last)
{
    const bool isArrival = isNewest(last) && m_model.isAtEnd() && first > 0;
    m_geometry.insertRows(first, last - first + 1);
    settle(forgetPointed());
    if (isArrival && m_geometry.isAtEnd())
        fadeIn(first, last);
    if (!isArrival || !m_tellsArrivals || !isActiveWindow())
        return;
    for (int row = std::max(first, last + 1 - mostTold); row <= last; ++row) {
        if (!m_model.row(row).isOwn)
            emit arrived(row);
    }
}

/// What waits to be sent stands below whatever arrives; what was sent meanwhile may, too.
bool MessageList::isNewest(int row) const
{
    const auto isOfThatMoment = [this, arrived = m_model.row(row).message.createdAt](int each) {
        const ThreadRow& below = m_model.row(each);
        return below.isOwn
            && (below.message.id.isEmpty() || below.message.createdAt - arrived <= sameMoment);
    };
    int last = m_model.count() - 1;
    while (last > row && isOfThatMoment(last))
        --last;
    return last == row;
}

void MessageList::rowsChanged(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_cache.forget(m_model.row(row).key);
        if (m_model.row(row).key == m_selection.key)
            m_selection = {};
    }
    const int revealed = m_revealed.isEmpty() ? -1 : m_model.rowOfKey(m_revealed);
    const bool growsHere = revealed >= first && revealed <= last;
    // What stands above it stays where it is, however near the row moves to that.
    const int held = std::max(revealed - 1, 0);
    const int top = growsHere ? rowRect(held).top() : 0;
    m_geometry.changeRows(first, last);
    if (growsHere) {
        m_revealed.clear();
        m_geometry.place(held, top);
    }
    settle();
}

/// It looks different in the same room.
void MessageList::repaintRow(int row)
{
    if (row >= m_geometry.firstVisible() && row <= m_geometry.lastVisible())
        viewport()->update(rowRect(row));
}

void MessageList::modelReset()
{
    m_cache.clear();
    m_expanded.clear();
    m_selection = {};
    m_chosen = {};
    m_hovered = m_pressed = {};
    m_current = QPersistentModelIndex();
    m_isSelecting = false;
    m_opening.reset();
    m_geometry.reset(m_model.count());
    emit left();
    settle();
}

void MessageList::open(const ThreadPlace& place)
{
    m_opening = {place, std::exchange(m_wantsEnd, false)};
    applyOpening(*m_opening);
    settle();
}

void MessageList::applyOpening(const Opening& opening)
{
    noteUnreadLine();
    const ThreadPlace& place = opening.place;
    const int row = place.rowKey.isEmpty() ? -1 : m_model.rowOfKey(place.rowKey);
    const int unreadRow = m_unreadKey.isEmpty() ? -1 : m_model.rowOfKey(m_unreadKey);
    m_geometry.setViewport(viewport()->height());
    const bool atEnd = opening.atEnd || (row < 0 && unreadRow < 0);
    if (atEnd) {
        m_geometry.scrollToEnd();
    } else if (row >= 0) {
        m_geometry.place(row, place.offset);
    } else {
        const MessageLayout& layout = layoutOf(unreadRow);
        const int fromLine = layout.height.above - layout.unread.rect.top();
        m_geometry.place(unreadRow, viewport()->height() / 6 + fromLine);
    }
}

void MessageList::goToEnd()
{
    if (m_model.isAtEnd()) {
        m_opening.reset();
        m_geometry.scrollToEnd();
        settle();
        return;
    }
    m_wantsEnd = true;
    m_model.openAtEnd();
}

/// Showing the scroll bar makes the viewport narrower, which comes back here as a resize.
void MessageList::settle(Repaint repaint)
{
    m_mustSettleAgain = true;
    if (m_isSettling)
        return;
    m_isSettling = true;
    for (int turn = 0; turn < 3 && m_mustSettleAgain; ++turn) {
        m_mustSettleAgain = false;
        settleOnce();
    }
    m_isSettling = false;
    const InView before = std::exchange(m_inView, inView());
    if (repaint == Repaint::Always || before != m_inView)
        viewport()->update();
    emit settled();
    // Not at once: the model may be in the middle of a change, and may change its rows in answer.
    if (!std::exchange(m_willReport, true))
        QMetaObject::invokeMethod(this, &MessageList::reportVisibleRows, Qt::QueuedConnection);
}

MessageList::InView MessageList::inView() const
{
    InView view{.keys = {}, .top = 0, .layouts = m_cache.layoutsMade()};
    for (int row = m_geometry.firstVisible(); row <= m_geometry.lastVisible(); ++row)
        view.keys.append(m_model.row(row).key);
    if (!view.keys.isEmpty())
        view.top = m_geometry.top(m_geometry.firstVisible());
    return view;
}

/// Rows came or went, and with them what is under the mouse.
MessageList::Repaint MessageList::forgetPointed()
{
    const MessageLayout::Hit& hit = m_hovered.hit;
    const bool stoodOut = hit.link || hit.button || hit.content;
    m_hovered = m_pressed = {};
    return stoodOut ? Repaint::Always : Repaint::IfInView;
}

void MessageList::reportVisibleRows()
{
    m_willReport = false;
    if (m_geometry.lastVisible() >= 0)
        m_model.setVisibleRows(m_geometry.firstVisible(), m_geometry.lastVisible());
    wantContent();
}

void MessageList::settleOnce()
{
    noteUnreadLine();
    m_geometry.setViewport(viewport()->height());
    m_geometry.settle(m_model.isAtEnd());
    updateScrollBar();
}

void MessageList::updateScrollBar()
{
    m_isUpdatingBar = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(fontMetrics().lineSpacing());
    bar->setRange(0, m_geometry.maximum());
    bar->setValue(m_geometry.value());
    m_isUpdatingBar = false;
}

void MessageList::noteUnreadLine()
{
    const int row = m_model.firstUnreadRow();
    const QString key = row >= 0 && row < m_model.count() ? m_model.row(row).key : QString();
    if (key == m_unreadKey)
        return;
    for (const QString& changed : {m_unreadKey, key}) {
        const int changedRow = changed.isEmpty() ? -1 : m_model.rowOfKey(changed);
        if (changedRow >= 0)
            m_geometry.changeRows(changedRow, changedRow);
    }
    m_unreadKey = key;
}

void MessageList::remeasure()
{
    m_geometry.remeasureAll();
    if (m_opening)
        applyOpening(*m_opening);
    settle();
}

void MessageList::setShowsNames(bool shows)
{
    if (shows == m_showsNames)
        return;
    m_showsNames = shows;
    m_cache.clear();
    remeasure();
}

void MessageList::setMe(const UserId& me)
{
    if (me == m_me)
        return;
    m_me = me;
    m_cache.clear();
    remeasure();
}

void MessageList::setTimeZone(const QTimeZone& zone)
{
    m_timeZone = zone;
    m_today = {};
    refreshToday();
}

void MessageList::refreshToday()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now().count(), m_timeZone).date();
    if (today == m_today)
        return;
    m_today = today;
    m_cache.clear();
    remeasure();
}

ThreadPlace MessageList::place() const
{
    if (m_geometry.isAtEnd() || m_model.count() == 0)
        return {};
    return {m_model.row(m_geometry.anchorRow()).key, m_geometry.anchorTop()};
}

QRect MessageList::rowRect(int row) const
{
    const RowHeight height = m_geometry.height(row);
    return {0, m_geometry.top(row) + height.above, viewport()->width(), height.body};
}

int MessageList::rowAt(const QPoint& point) const { return m_geometry.rowAt(point.y()); }

QPoint MessageList::originOf(int row) const { return {0, m_geometry.top(row)}; }

const MessageLayout& MessageList::layoutOf(int row) const
{
    // The facts take time (dates, time zones), and each painting asks for every row in view.
    const ThreadRow& shown = m_model.row(row);
    if (m_geometry.isMeasured(row)) {
        if (const MessageLayout* layout = m_cache.find(shown.key, layoutWidth()))
            return *layout;
    }
    return m_cache.layout(shown, rowFacts(row), context());
}

int MessageList::layoutWidth() const { return std::max(160, viewport()->width()); }

RowFacts MessageList::rowFacts(int row) const
{
    const QString& key = m_model.row(row).key;
    const ThreadRow* previous = row > 0 ? &m_model.row(row - 1) : nullptr;
    const ThreadRow* next = row + 1 < m_model.count() ? &m_model.row(row + 1) : nullptr;
    RowFacts facts = factsOf(previous, m_model.row(row), next, key == m_unreadKey && !key.isEmpty(),
        {locale(), m_timeZone, m_today});
    facts.isExpanded = m_expanded.contains(key);
    return facts;
}

LayoutContext MessageList::context() const
{
    return {.width = layoutWidth(),
        .font = font(),
        .calendar = {locale(), m_timeZone, m_today},
        .showsNames = m_showsNames,
        .me = m_me,
        .conversation = m_model.conversation(),
        .source = m_source,
        .glyphs = &m_drawn->emoji,
        .direction = layoutDirection()};
}

QList<ShownMessage> MessageList::shownMessages() const
{
    QList<ShownMessage> shown;
    for (int row = m_geometry.firstVisible(); row <= m_geometry.lastVisible(); ++row) {
        const Message& message = m_model.row(row).message;
        const int bottom = rowRect(row).bottom();
        if (!message.id.isEmpty() && bottom >= 0 && bottom < viewport()->height())
            shown.append({message.id, positionOf(message)});
    }
    return shown;
}

void MessageList::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
        m_theme = Theme::from(palette());
        viewport()->update();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LocaleChange:
    case QEvent::LanguageChange:
    case QEvent::LayoutDirectionChange:
        m_cache.clear();
        remeasure();
        break;
    default:
        break;
    }
}

void MessageList::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    remeasure();
}

void MessageList::scrollContentsBy(int, int)
{
    if (m_isUpdatingBar)
        return;
    const QScrollBar* bar = verticalScrollBar();
    const int delta = bar->value() - m_geometry.value();
    m_opening.reset();
    if (bar->value() == bar->maximum() && m_model.isAtEnd())
        m_geometry.scrollToEnd();
    else if (std::abs(delta) > 2 * viewport()->height())
        m_geometry.scrollTo(bar->value());
    else
        m_geometry.scrollBy(delta);
    settle();
}

} // namespace skein
