// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's fourth part: what messages carry beside their text - asked for while visible, laid
// out again when more is known, and activated.

#include "core/types/Reactions.h"
#include "ui/thread/MessageList.h"

#include <QMenu>

namespace skein {

using namespace Qt::StringLiterals;

void MessageList::wantContent()
{
    if (!m_source)
        return;
    QList<ContentNeed> needs;
    if (isVisible() && m_geometry.lastVisible() >= 0) {
        for (int row = m_geometry.firstVisible(); row <= m_geometry.lastVisible(); ++row)
            needs += layoutOf(row).needs();
    }
    m_source->want(needs);
    keepSpinning();
}

/// The rows in view for which something is on its way.
QList<int> MessageList::loadingRows() const
{
    const auto isLoading = [this](const ContentNeed& need) {
        return need.kind == ContentNeed::Kind::Picture
            && m_source->picture(need.url).state == Picture::State::Loading;
    };
    QList<int> rows;
    const int first = std::max(m_geometry.firstVisible(), 0);
    for (int row = first; m_source && row <= m_geometry.lastVisible(); ++row) {
        if (std::ranges::any_of(layoutOf(row).needs(), isLoading))
            rows.append(row);
    }
    return rows;
}

/// While something in view is on its way, the sign of it turns.
void MessageList::keepSpinning()
{
    constexpr std::chrono::milliseconds step{60};
    if (!loadingRows().isEmpty())
        m_spin->start(step);
}

void MessageList::setContentSource(ContentSource* source)
{
    m_source = source;
    m_cache.clear();
    if (source) {
        connect(source, &ContentSource::changed, this, &MessageList::contentChanged);
        connect(source, &ContentSource::repainted, this, &MessageList::contentRepainted);
    }
    remeasure();
}

/// What is known now may need more room, or less; what is read stays where it is.
void MessageList::contentChanged(const QStringList& keys)
{
    bool isShown = false;
    for (const QString& rowKey : m_cache.rowsNeeding(keys)) {
        m_cache.forget(rowKey);
        const int row = m_model.rowOfKey(rowKey);
        if (row < 0)
            continue;
        m_geometry.changeRows(row, row);
        isShown = true;
    }
    if (isShown)
        settle();
}

/// A picture came, or moves: in the room that it had from the beginning.
void MessageList::contentRepainted(const QString& key)
{
    const auto isThat = [&key](const ContentNeed& need) { return need.key() == key; };
    for (int row = std::max(m_geometry.firstVisible(), 0); row <= m_geometry.lastVisible(); ++row) {
        if (std::ranges::any_of(layoutOf(row).needs(), isThat))
            repaintRow(row);
    }
    if (!m_spin->isActive())
        keepSpinning();
}

void MessageList::activate(const ContentAction& action, int row)
{
    if (row >= 0 && row < m_model.count())
        emit contentActivated(action, m_model.row(row).message.id);
}

void MessageList::addTargets(QMenu& menu, int row)
{
    constexpr int most = 12;
    const QList<ContentTarget> targets = layoutOf(row).targets();
    if (!targets.isEmpty() && !menu.isEmpty())
        menu.addSeparator();
    const QPersistentModelIndex index(m_model.index(row));
    for (const ContentTarget& each : targets.first(std::min<qsizetype>(targets.size(), most))) {
        menu.addAction(
            QString(each.words).replace(u'&', u"&&"_s), this, [this, index, action = each.action] {
                if (index.isValid())
                    activate(action, index.row());
            });
    }
}

/// What Enter does to a row: its first link, else its first part.
void MessageList::openFirst(int row)
{
    const QList<ContentTarget> targets = layoutOf(row).targets();
    if (actionsFor(row).contains(RowAction::OpenLink))
        perform(RowAction::OpenLink, row);
    else if (!targets.isEmpty())
        activate(targets.first().action, row);
}

/// The fifteen that the service takes, beside each other's keys.
void MessageList::addReactions(QMenu& menu, int row)
{
    const QPersistentModelIndex index(m_model.index(row));
    const auto mine = reactionOf(m_model.row(row).message, m_me);
    for (const QString& code : allowedReactions()) {
        QAction* action = menu.addAction(code, this, [this, index, code] {
            if (index.isValid())
                activate({ContentAction::Kind::React, {}, code}, index.row());
        });
        action->setCheckable(true);
        action->setChecked(mine && mine->code == code);
    }
}

void MessageList::openReactions(int row)
{
    m_menu = new QMenu(this);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->setAccessibleName(tr("Reactions"));
    addReactions(*m_menu, row);
    m_menu->popup(viewport()->mapToGlobal(layoutOf(row).bubble.bottomLeft() + originOf(row)));
}

/// The text as mail quotes it, with who said it.
QString MessageList::quotation(int row) const
{
    QString text = copyText(row);
    text.replace(u'\n', u"\n> "_s);
    return u"> "_s + layoutOf(row).senderName + u": "_s + text + u'\n';
}

} // namespace skein
