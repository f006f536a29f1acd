// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageList's third part: what can be done with a row, and the menu that offers it.

#include "ui/thread/EmojiText.h"
#include "ui/thread/MessageList.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

namespace skein {

using namespace Qt::StringLiterals;

QList<RowAction> MessageList::actionsFor(int row) const
{
    const MessageLayout& layout = layoutOf(row);
    const bool isCut = std::ranges::any_of(layout.buttons,
        [](const MessageLayout::Button& button) { return button.action == RowAction::ShowAll; });
    return actionsOf(m_model.row(row),
        {.hasLinks = !layout.links.isEmpty(),
            .isCut = isCut,
            .hasPeople = !layout.people().isEmpty(),
            .mayWrite = m_mayWrite,
            .mayEdit = m_mayEdit && m_mayEdit(m_model.row(row).message)});
}

QString MessageList::selectedText() const
{
    if (!m_chosen.from.isEmpty())
        return transcript();
    const int row = m_selection.key.isEmpty() ? -1 : m_model.rowOfKey(m_selection.key);
    return row < 0 ? QString() : layoutOf(row).textBetween(m_selection.from, m_selection.to);
}

QString MessageList::copyText(int row) const
{
    QString selected = selectedText();
    if (!selected.isEmpty() || row < 0)
        return selected;
    return wordedText(m_model.row(row).message, m_source);
}

void MessageList::perform(RowAction action, int row, const QUrl& link)
{
    if (action == RowAction::Copy) {
        if (const QString text = copyText(row); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    if (row < 0 || row >= m_model.count() || !actionsFor(row).contains(action))
        return;
    const ThreadRow& entry = m_model.row(row);
    const QList<TextLink>& links = layoutOf(row).links;
    const QUrl url = link.isEmpty() && !links.isEmpty() ? links.first().url : link;
    switch (action) {
    case RowAction::Copy:
        break;
    case RowAction::CopyQuotation:
        QGuiApplication::clipboard()->setText(quotation(row));
        break;
    case RowAction::React:
        openReactions(row);
        break;
    case RowAction::Reply:
        emit replyRequested(entry.message.id);
        break;
    case RowAction::Edit:
        emit editRequested(entry.message.id);
        break;
    case RowAction::Pin:
    case RowAction::Unpin:
        emit pinRequested(entry.message.id, action == RowAction::Pin);
        break;
    case RowAction::OpenLink:
        emit linkActivated(url);
        break;
    case RowAction::CopyLink:
        QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
        break;
    case RowAction::ShowAll:
        expand(row);
        break;
    case RowAction::ShowOnce:
        showHidden(row);
        break;
    case RowAction::Retry:
        emit retryRequested(entry.message.guid);
        break;
    case RowAction::Discard:
        emit discardRequested(entry.message.guid);
        break;
    case RowAction::CancelSending:
        emit cancelSendingRequested(entry.message.guid);
        break;
    case RowAction::About:
        emit personActivated(layoutOf(row).people().first().user);
        break;
    case RowAction::Delete:
        emit deleteRequested(entry.message.id);
        break;
    }
}

/// Grows downwards: the reader goes on where the text was cut.
void MessageList::expand(int row)
{
    const int top = rowRect(row).top();
    m_expanded.insert(m_model.row(row).key);
    m_geometry.changeRows(row, row);
    m_geometry.place(row, top);
    settle();
}

/// As expand(), once the model has it.
void MessageList::showHidden(int row)
{
    m_revealed = m_model.row(row).key;
    m_model.showHidden(m_model.row(row).message.id);
}

void MessageList::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_menu) // the key came twice, as a key and as a menu event
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const int row = currentRow() >= 0 ? currentRow() : m_geometry.lastVisible();
        if (row < 0)
            return;
        m_showsFocus = true;
        setCurrentRow(row);
        scrollToRow(row);
        const QPoint corner = layoutOf(row).bubble.bottomLeft() + originOf(row);
        openMenu(row, {}, viewport()->mapToGlobal(corner));
        return;
    }
    const Pointed pointed = pointedAt(event->pos());
    if (pointed.row >= 0)
        openMenu(pointed.row, pointed.hit.link.value_or(QUrl()), event->globalPos());
}

void MessageList::openMenu(int row, const QUrl& link, const QPoint& globalPosition)
{
    m_menu = new QMenu(this);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->setAccessibleName(tr("Message actions"));
    fillMenu(*m_menu, row, link);
    addTargets(*m_menu, row);
    if (m_menu->isEmpty()) {
        delete m_menu;
        return;
    }
    m_menu->popup(globalPosition);
}

void MessageList::fillMenu(QMenu& menu, int row, const QUrl& link)
{
    const QPersistentModelIndex index(m_model.index(row)); // rows move while a menu is open
    for (const RowAction action : actionsFor(row)) {
        if (action == RowAction::About) {
            addPeople(menu, row);
            continue;
        }
        if (action == RowAction::React) {
            addReactions(*menu.addMenu(wordsFor(action)), row);
            continue;
        }
        const bool concernsLink = action == RowAction::OpenLink || action == RowAction::CopyLink;
        const auto& links = layoutOf(row).links;
        // With the mouse only the link it points at; with the keyboard each, by its host.
        const bool isMany = concernsLink && link.isEmpty() && links.size() > 1;
        for (const TextLink& each : isMany ? links.first(std::min<qsizetype>(links.size(), 8))
                                           : QList<TextLink>{{0, 0, link}}) {
            const QString place = each.url.host().isEmpty() ? each.url.path() : each.url.host();
            const QString words
                = isMany ? tr("%1 (%2)").arg(wordsFor(action), place) : wordsFor(action);
            menu.addAction(words, this, [this, index, action, url = each.url] {
                if (index.isValid())
                    perform(action, index.row(), url);
            });
        }
    }
}

void MessageList::addPeople(QMenu& menu, int row)
{
    constexpr int most = 8;
    const QList<Mentionable> people = layoutOf(row).people();
    for (const Mentionable& each : people.first(std::min<qsizetype>(people.size(), most))) {
        const QString literal = QString(each.name).replace(u'&', u"&&"_s);
        menu.addAction(tr("About %1").arg(literal), this,
            [this, person = each.user] { emit personActivated(person); });
    }
}

} // namespace skein
