// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chats/ChatListPane.h"

#include "ui/chats/ChatDelegate.h"
#include "ui/chats/ChatFilter.h"
#include "ui/chats/ChatList.h"
#include "ui/chats/FilterChips.h"
#include "ui/theme/IconButton.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int paneMargin = 12;

} // namespace

ChatListPane::ChatListPane(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_midnight(clock.timer([this] {
        m_list->viewport()->update();
        awaitMidnight();
    }))
    , m_filter(new ChatFilter(this))
    , m_search(new QLineEdit(this))
    , m_searchHint(new QLabel(m_search))
    , m_searchButton(new IconButton(Icon::Search, tr("Search chats"), this))
    , m_write(new IconButton(Icon::Pencil, tr("New message"), this))
    , m_chips(new FilterChips(this))
    , m_list(new ChatList(this))
    , m_found(new FoundList(this))
    , m_empty(new QLabel(this))
    , m_middle(new QStackedLayout)
    , m_foot(new QWidget(this))
    , m_status(new QLabel(m_foot))
    , m_menu(new IconButton(Icon::Menu, tr("Menu"), m_foot))
    , m_settings(new IconButton(Icon::Settings, tr("Settings"), m_foot))
{
    buildSearch();
    buildFoot();
    buildMiddle();
    buildColumn();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &ChatListPane::showEmptyState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ChatListPane::showEmptyState);
    m_list->setModel(m_filter);
    applyTheme();
    showEmptyState();
    awaitMidnight();
}

ChatListPane::~ChatListPane() = default;

void ChatListPane::buildSearch()
{
    m_search->setAccessibleName(tr("Search chats"));
    m_search->setPlaceholderText(tr("Search chats"));
    m_search->setFixedHeight(36);
    m_search->setTextMargins(10, 0, 10, 0);
    m_search->installEventFilter(this);
    m_searchHint->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_inSearch = new QHBoxLayout(m_search);
    m_inSearch->setContentsMargins(paneMargin, 0, paneMargin, 0);
    m_inSearch->addStretch();
    m_inSearch->addWidget(m_searchHint);
    placeSearchHint();
    m_searchButton->setFixedHeight(36);
    m_searchButton->hide();
    connect(m_searchButton, &QAbstractButton::clicked, this, [this] {
        emit expandRequested();
        focusSearch();
    });
    connect(m_write, &QAbstractButton::clicked, this, &ChatListPane::newMessageRequested);
    connect(m_search, &QLineEdit::textChanged, this, &ChatListPane::search);
}

void ChatListPane::setSearchKeys(const QKeySequence& keys)
{
    m_searchHint->setText(keys.toString(QKeySequence::NativeText));
}

void ChatListPane::setFinder(Finder finder) { m_finder = std::move(finder); }

void ChatListPane::search(const QString& typed)
{
    m_searchHint->setVisible(typed.isEmpty());
    m_filter->setNeedle(typed);
    m_found->showFound(
        m_finder && m_filter->isSearching() ? m_finder(m_filter->words()) : QList<Found>());
    showEmptyState();
}

void ChatListPane::placeSearchHint()
{
    // A placeholder begins where its own script does, whatever the window's direction is: the hint
    // stands at the other end.
    const bool follows = m_search->placeholderText().isRightToLeft() == isRightToLeft();
    m_inSearch->setDirection(follows ? QBoxLayout::LeftToRight : QBoxLayout::RightToLeft);
}

void ChatListPane::buildMiddle()
{
    connect(m_chips, &FilterChips::chosen, this, [this](ChatFilter::Kind kind) {
        m_filter->setKind(kind);
        showEmptyState();
    });
    m_list->setAccessibleName(tr("Chats"));
    m_list->setItemDelegate(new ChatDelegate([this] { return localTime(m_clock); }, m_list));
    connect(m_list, &ChatList::picked, this, [this](const ConversationId& id) {
        m_filter->setFront(id);
        emit picked(id);
    });
    connect(m_list, &ChatList::menuRequested, this, &ChatListPane::menuRequested);
    connect(m_list, &ChatList::confirmed, this, &ChatListPane::left);
    m_list->installEventFilter(this);
    connect(m_found, &FoundList::chosen, m_search, &QLineEdit::clear);
    connect(m_found, &FoundList::leftAbove, this, [this] {
        if (m_filter->rowCount() > 0)
            m_list->setFocus(Qt::BacktabFocusReason);
        else
            m_search->setFocus(Qt::BacktabFocusReason);
    });
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setMargin(2 * paneMargin);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_empty);
}

void ChatListPane::buildColumn()
{
    auto* top = new QHBoxLayout;
    top->setContentsMargins(paneMargin, 0, paneMargin, metrics::unit);
    top->setSpacing(4);
    top->addWidget(m_search);
    top->addWidget(m_searchButton);
    top->addWidget(m_write);
    m_chips->setContentsMargins(
        paneMargin - 1, 0, paneMargin - 1, metrics::unit); // they have a rim of 1
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, paneMargin, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_chips);
    column->addLayout(m_middle, 1);
    column->addWidget(m_found);
    column->addWidget(m_foot);
}

void ChatListPane::buildFoot()
{
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    connect(m_settings, &QAbstractButton::clicked, this, &ChatListPane::settingsRequested);
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(paneMargin, 5, metrics::unit, 4);
    row->addWidget(m_status, 1);
    connect(m_menu, &QAbstractButton::clicked, this,
        [this] { emit commandsRequested(m_menu->mapToGlobal(QPoint(0, 0))); });
    row->addWidget(m_menu, 0, Qt::AlignBottom);
    row->addWidget(m_settings, 0, Qt::AlignBottom);
}

void ChatListPane::setModel(QAbstractItemModel* model)
{
    m_search->clear();
    m_filter->setSourceModel(model);
    showEmptyState();
}

void ChatListPane::setLoading(bool loading)
{
    m_loading = loading;
    showEmptyState();
}

void ChatListPane::setUnreadable(bool unreadable)
{
    m_unreadable = unreadable;
    showEmptyState();
}

void ChatListPane::setStatus(const QString& words)
{
    m_status->setText(words);
    m_status->setAccessibleName(words);
}

ConversationId ChatListPane::chosen() const { return m_list->chosen(); }

void ChatListPane::mark(const ConversationId& id)
{
    m_filter->setFront(id);
    m_list->mark(id);
}

void ChatListPane::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    if (collapsed) {
        // Filters that nobody sees.
        m_search->clear();
        m_chips->choose(ChatFilter::Kind::All);
        if (m_search->hasFocus())
            m_list->setFocus();
    }
    m_search->setVisible(!collapsed);
    m_chips->setVisible(!collapsed);
    m_searchButton->setVisible(collapsed);
    m_write->setVisible(!collapsed);
    m_status->setVisible(!collapsed);
    m_menu->setVisible(!collapsed);
    const int side = (metrics::avatarColumn - m_settings->sizeHint().width()) / 2;
    m_foot->layout()->setContentsMargins(
        collapsed ? side : paneMargin, 5, collapsed ? side : metrics::unit, 4);
    // The bar would take a seventh of the column; wheel and keys go on.
    m_list->setVerticalScrollBarPolicy(collapsed ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    for (QLayout* each : {m_foot->layout(), layout()})
        each->activate(); // what is hidden needs no width any more
    showEmptyState();
}

void ChatListPane::focusSearch()
{
    if (m_collapsed)
        return m_list->setFocus(Qt::ShortcutFocusReason);
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ChatListPane::pickNeighbour(int step)
{
    const int last = m_filter->rowCount() - 1;
    const int row = m_list->chosenRow();
    if (last < 0)
        return;
    const int next = row < 0 ? (step > 0 ? 0 : last) : row + step;
    if (next >= 0 && next <= last)
        m_list->pick(next);
}

bool ChatListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search) {
        // The window's own Escape must not come before the field's.
        const bool asks = event->type() == QEvent::ShortcutOverride;
        const int key
            = asks || event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
        if (asks && key == Qt::Key_Escape)
            event->accept();
        if (!asks && key != 0 && searchKey(key))
            return true;
    }
    if (watched == m_list && event->type() == QEvent::KeyPress
        && listKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ChatListPane::searchKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        m_search->clear();
        emit left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_filter->rowCount() > 0) {
            m_list->pick(0);
            m_search->clear();
            emit left();
        } else {
            m_found->choose(0);
        }
        return true;
    case Qt::Key_Down:
        if (m_filter->rowCount() == 0 && m_found->count() > 0) {
            focusFound();
            return true;
        }
        m_list->setFocus(Qt::ShortcutFocusReason);
        if (m_list->chosenRow() < 0)
            m_list->pick(0);
        return true;
    default:
        return false;
    }
}

/// Down from the last chat leads on to what else was found.
bool ChatListPane::listKey(int key)
{
    if (key != Qt::Key_Down || m_found->count() == 0
        || m_list->currentIndex().row() < m_filter->rowCount() - 1)
        return false;
    focusFound();
    return true;
}

void ChatListPane::focusFound()
{
    m_found->setFocus(Qt::TabFocusReason);
    m_found->setCurrentRow(0);
}

QString ChatListPane::emptyWords() const
{
    const bool isSearching = m_filter->isSearching();
    if (m_unreadable && !isSearching)
        return tr("Your chats cannot be shown now");
    if (m_loading && !isSearching)
        return tr("Loading your chats\u2026");
    switch (m_filter->kind()) {
    case ChatFilter::Kind::All:
        break;
    case ChatFilter::Kind::Unread:
        return isSearching ? tr("No unread chat matches") : tr("No unread chats");
    case ChatFilter::Kind::Direct:
        return isSearching ? tr("No direct chat matches") : tr("No direct messages yet");
    case ChatFilter::Kind::Groups:
        return isSearching ? tr("No group matches") : tr("No groups yet");
    }
    return isSearching ? tr("No chat matches") : tr("No chats yet");
}

void ChatListPane::showEmptyState()
{
    m_empty->setText(m_collapsed ? QString() : emptyWords()); // no room for words there
    m_middle->setCurrentIndex(m_filter->rowCount() == 0 ? 1 : 0);
}

void ChatListPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    if (event->type() == QEvent::LayoutDirectionChange)
        placeSearchHint();
    QWidget::changeEvent(event);
}

void ChatListPane::applyTheme()
{
    const Theme theme = Theme::from(palette());
    const QFont small = scaledFont(font(), 0.85);
    for (QLabel* label : {m_searchHint, m_status, m_empty})
        label->setPalette(inked(palette(), theme.meta));
    m_searchHint->setFont(small);
    m_status->setFont(small);
    QPalette ground = palette();
    ground.setColor(QPalette::Base, theme.sidebar);
    m_list->setPalette(ground);
    m_found->setPalette(ground);
    update();
}

void ChatListPane::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.sidebar);
    painter.fillRect(0, m_foot->y(), width(), 1, theme.hairline);
    if (m_found->isVisible())
        painter.fillRect(0, m_found->y() - 1, width(), 1, theme.hairline);
}

void ChatListPane::awaitMidnight()
{
    const QDateTime now = localTime(m_clock);
    const QDateTime next = now.date().addDays(1).startOfDay();
    m_midnight->start(std::chrono::milliseconds(now.msecsTo(next) + 1000));
}

} // namespace skein
