// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ChatsColumn.h"

#include "core/platform/Settings.h"
#include "ui/chats/ChatListPane.h"
#include "ui/theme/Theme.h"

#include <QSplitter>

#include <algorithm>
#include <utility>

namespace skein {

ChatsColumn::ChatsColumn(QSplitter& splitter, ChatListPane& chats, Settings& settings, int between)
    : QObject(&splitter)
    , m_splitter(splitter)
    , m_chats(chats)
    , m_settings(settings)
    , m_between(between)
    , m_width(std::clamp(settings.value(setting::chatsWidth), narrowest, widest))
    , m_collapsed(settings.value(setting::chatsCollapsed))
{
    connect(&splitter, &QSplitter::splitterMoved, this, &ChatsColumn::edgeMoved);
    connect(&chats, &ChatListPane::expandRequested, this, &ChatsColumn::expand);
    applyShape();
}

int ChatsColumn::width() const { return m_collapsed ? metrics::avatarColumn : m_width; }

void ChatsColumn::setAlone(bool alone)
{
    // The splitter itself remembers what its columns had.
    if (std::exchange(m_alone, alone) != alone)
        applyShape();
}

void ChatsColumn::toggle()
{
    if (!m_alone)
        setCollapsed(!m_collapsed);
}

void ChatsColumn::expand() { setCollapsed(false); }

void ChatsColumn::keep()
{
    m_settings.set(setting::chatsWidth, m_width);
    m_settings.set(setting::chatsCollapsed, m_collapsed);
}

void ChatsColumn::edgeMoved()
{
    if (m_alone)
        return;
    const int width = m_splitter.sizes().constFirst();
    m_collapsed = width < snapsBelow;
    if (!m_collapsed)
        m_width = std::clamp(width, narrowest, widest);
    apply();
}

void ChatsColumn::setCollapsed(bool collapsed)
{
    if (std::exchange(m_collapsed, collapsed) != collapsed)
        apply();
}

void ChatsColumn::applyShape()
{
    m_chats.setCollapsed(m_collapsed && !m_alone);
    // Wide limits, so that the edge can be dragged out of either shape.
    m_chats.setMinimumWidth(metrics::avatarColumn);
    m_chats.setMaximumWidth(m_alone ? QWIDGETSIZE_MAX : widest);
}

void ChatsColumn::apply()
{
    applyShape();
    if (m_alone)
        return;
    QList<int> sizes = m_splitter.sizes();
    for (int at = 1; at + 1 < sizes.size(); ++at) {
        const QWidget* column = m_splitter.widget(at);
        if (column->isVisible())
            m_between = column->width();
        else if (column->isHidden())
            sizes[at] = m_between;
    }
    sizes.last() = 1; // and by its stretch whatever is left
    sizes.first() = width();
    m_splitter.setSizes(sizes);
}

} // namespace skein
