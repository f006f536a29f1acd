// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/topics/TopicPane.h"

#include "ui/chats/ChatList.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/RowPainting.h"
#include "ui/topics/TopicDelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace skein {

TopicPane::TopicPane(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_midnight(clock.timer([this] {
        m_list->viewport()->update();
        awaitMidnight();
    }))
    , m_back(new IconButton(Icon::Back, tr("Back to the chats"), this))
    , m_heading(new ElidedLabel(this))
    , m_group(new ElidedLabel(this))
    , m_list(new ChatList(this))
    , m_foot(new QWidget(this))
    , m_newTopic(new QPushButton(tr("+ New topic"), m_foot))
{
    m_heading->setText(tr("Topics"));
    m_list->setAccessibleName(m_heading->text());
    m_list->setItemDelegate(new TopicDelegate([&clock] { return localTime(clock); }, m_list));
    buildFoot();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);

    connect(m_back, &QAbstractButton::clicked, this, &TopicPane::backRequested);
    connect(m_newTopic, &QAbstractButton::clicked, this, &TopicPane::newTopicRequested);
    connect(m_list, &ChatList::picked, this, &TopicPane::picked);
    connect(m_list, &ChatList::confirmed, this, &TopicPane::left);
    connect(m_list, &ChatList::menuRequested, this, &TopicPane::menuRequested);
    setBackVisible(false);
    setGroup({}, false);
    applyTheme();
    awaitMidnight();
}

TopicPane::~TopicPane() = default;

QWidget* TopicPane::buildHeader()
{
    auto* header = new QWidget(this);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addStretch();
    lines->addWidget(m_heading);
    lines->addWidget(m_group);
    lines->addStretch();
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(rows::margin, 0, rows::margin, 1);
    row->setSpacing(metrics::unit);
    row->addWidget(m_back);
    row->addLayout(lines, 1);
    header->setMinimumHeight(60); // as the thread's beside it
    return header;
}

void TopicPane::buildFoot()
{
    m_newTopic->setAccessibleName(tr("New topic"));
    m_newTopic->setFlat(true);
    m_newTopic->setFixedHeight(32);
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(4, 5, 4, 4);
    row->addWidget(m_newTopic);
    row->addStretch();
}

QSize TopicPane::sizeHint() const { return {usualWidth, QWidget::sizeHint().height()}; }

void TopicPane::setModel(QAbstractItemModel* model) { m_list->setModel(model); }

void TopicPane::setGroup(const QString& name, bool isManaged)
{
    m_group->setText(name);
    m_foot->setVisible(isManaged);
    update();
}

void TopicPane::mark(const ConversationId& id) { m_list->mark(id); }

void TopicPane::setBackVisible(bool visible) { m_back->setVisible(visible); }

void TopicPane::focusList() { m_list->setFocus(Qt::ShortcutFocusReason); }

void TopicPane::pickNeighbour(int step)
{
    const int next = m_list->chosenRow() + step;
    if (m_list->chosenRow() >= 0 && next >= 0 && next < m_list->model()->rowCount())
        m_list->pick(next);
}

void TopicPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void TopicPane::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_heading->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_group->setFont(scaledFont(font(), 0.92));
    m_group->setPalette(inked(palette(), theme.meta));
    m_newTopic->setFont(scaledFont(font(), 0.92));
    // Its words stand under the rows' words.
    m_newTopic->setFixedWidth(
        m_newTopic->fontMetrics().horizontalAdvance(m_newTopic->text()) + 2 * (rows::margin - 4));
    QPalette link = palette();
    link.setColor(QPalette::ButtonText, theme.link);
    m_newTopic->setPalette(link);
    QPalette ground = palette();
    ground.setColor(QPalette::Base, theme.sidebar);
    m_list->setPalette(ground);
    update();
}

void TopicPane::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.sidebar);
    if (m_foot->isVisibleTo(this))
        painter.fillRect(0, m_foot->y(), width(), 1, theme.hairline);
}

void TopicPane::awaitMidnight()
{
    const QDateTime now = localTime(m_clock);
    const QDateTime next = now.date().addDays(1).startOfDay();
    m_midnight->start(std::chrono::milliseconds(now.msecsTo(next) + 1000));
}

} // namespace skein
