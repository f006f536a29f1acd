// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/thread/MessageListAccessible.h"

#include "ui/theme/Announce.h"
#include "ui/thread/EmojiText.h"
#include "ui/thread/FileFiller.h"

#include <QKeySequence>

#include <array>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* list = qobject_cast<MessageList*>(object);
    return list ? new MessageListAccessible(*list) : nullptr;
}

/// The names that programs use; people hear localizedActionName().
struct NamedAction {
    RowAction action;
    QLatin1StringView name;
};
constexpr std::array namedActions = {
    NamedAction{RowAction::Reply, "reply"_L1},
    NamedAction{RowAction::React, "react"_L1},
    NamedAction{RowAction::CopyQuotation, "copy as quotation"_L1},
    NamedAction{RowAction::Edit, "edit"_L1},
    NamedAction{RowAction::Pin, "pin"_L1},
    NamedAction{RowAction::Unpin, "unpin"_L1},
    NamedAction{RowAction::Copy, "copy"_L1},
    NamedAction{RowAction::OpenLink, "open link"_L1},
    NamedAction{RowAction::CopyLink, "copy link"_L1},
    NamedAction{RowAction::ShowAll, "show all"_L1},
    NamedAction{RowAction::ShowOnce, "show once"_L1},
    NamedAction{RowAction::Retry, "retry"_L1},
    NamedAction{RowAction::Discard, "discard"_L1},
    NamedAction{RowAction::CancelSending, "cancel sending"_L1},
    NamedAction{RowAction::About, "about"_L1},
    NamedAction{RowAction::Delete, "delete"_L1},
};

std::optional<RowAction> actionNamed(const QString& name)
{
    const auto found = std::ranges::find(namedActions, name, &NamedAction::name);
    return found == namedActions.end() ? std::nullopt : std::optional(found->action);
}

} // namespace

void MessageListAccessible::install() { QAccessible::installFactory(makeInterface); }

MessageListAccessible::MessageListAccessible(MessageList& list)
    : QAccessibleWidget(&list, QAccessible::List)
{
    ThreadModel& model = list.model();
    QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &m_context,
        [this](const QModelIndex&, int first, int last) { forgetRows(first, last); });
    QObject::connect(
        &model, &QAbstractItemModel::modelAboutToBeReset, &m_context, [this] { forgetAll(); });
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_context,
        [this](const QModelIndex&, int first, int last) {
            for (int row = first; row <= last; ++row)
                notify(row, QAccessible::ObjectCreated);
        });
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &m_context,
        [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
            const bool isNews = roles != QList<int>{ThreadModel::UploadRole} || isNextTenth(first);
            for (int row = first.row(); isNews && row <= last.row(); ++row) {
                if (m_items.contains(this->list().model().row(row).key))
                    notify(row, QAccessible::NameChanged);
            }
        });
    QObject::connect(&list, &MessageList::arrived, &m_context,
        [this](int row) { announce(this->list(), child(row)->text(QAccessible::Name)); });
}

MessageListAccessible::~MessageListAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

/// Each per cent of an upload would be too much to listen to.
bool MessageListAccessible::isNextTenth(const QModelIndex& row)
{
    const QVariant uploaded = row.data(ThreadModel::UploadRole);
    const int tenth = uploaded.isValid() ? uploaded.toInt() / 10 : -1;
    return std::exchange(m_uploadTenth, tenth) != tenth;
}

MessageList& MessageListAccessible::list() const { return static_cast<MessageList&>(*widget()); }

int MessageListAccessible::childCount() const { return isValid() ? list().model().count() : 0; }

QAccessibleInterface* MessageListAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    QAccessible::Id& id = m_items[list().model().row(index).key];
    QAccessibleInterface* item = id ? QAccessible::accessibleInterface(id) : nullptr;
    if (!item || !item->isValid()) {
        if (item)
            QAccessible::deleteAccessibleInterface(id);
        item = new MessageItemAccessible(list(), index);
        id = QAccessible::registerAccessibleInterface(item);
    }
    return item;
}

int MessageListAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* item = dynamic_cast<const MessageItemAccessible*>(child);
    return item && item->isValid() ? item->row() : -1;
}

QAccessibleInterface* MessageListAccessible::childAt(int x, int y) const
{
    const QPoint point = list().viewport()->mapFromGlobal(QPoint(x, y));
    return list().viewport()->rect().contains(point) ? child(list().rowAt(point)) : nullptr;
}

QAccessibleInterface* MessageListAccessible::focusChild() const
{
    return list().hasFocus() ? child(list().currentRow()) : nullptr;
}

void MessageListAccessible::forgetRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const auto id = m_items.take(list().model().row(row).key);
        if (!id)
            continue;
        if (QAccessibleInterface* item = QAccessible::accessibleInterface(id)) {
            QAccessibleEvent event(item, QAccessible::ObjectDestroyed);
            QAccessible::updateAccessibility(&event);
            QAccessible::deleteAccessibleInterface(id);
        }
    }
}

void MessageListAccessible::forgetAll()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
    m_items.clear();
}

void MessageListAccessible::notify(int row, QAccessible::Event what) const
{
    QAccessibleEvent event(child(row), what);
    QAccessible::updateAccessibility(&event);
}

MessageItemAccessible::MessageItemAccessible(MessageList& list, int row)
    : m_list(&list)
    , m_index(list.model().index(row))
{
}

bool MessageItemAccessible::isValid() const { return m_list && m_index.isValid(); }

QAccessibleInterface* MessageItemAccessible::parent() const
{
    return m_list ? QAccessible::queryAccessibleInterface(m_list) : nullptr;
}

QString MessageItemAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    switch (kind) {
    case QAccessible::Name: {
        ThreadRow spoken = m_list->model().row(row());
        if (const auto shown = withoutFiller(spoken, m_list->contentSource()))
            spoken = *shown;
        spoken.message.text = wordedText(spoken.message, m_list->contentSource());
        const MessageLayout& layout = m_list->layoutOf(row());
        return spokenRow(spoken, layout.carriedWords(), layout.beneathWords());
    }
    case QAccessible::Value:
        return m_index.data(Qt::DisplayRole).toString();
    default:
        return {};
    }
}

QRect MessageItemAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect inViewport = m_list->rowRect(row());
    return {m_list->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

QAccessible::State MessageItemAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const bool isCurrent = m_list->hasFocus() && m_list->currentRow() == row();
    state.focusable = true;
    state.focused = isCurrent;
    state.active = isCurrent;
    state.readOnly = true;
    state.invisible = !m_list->isVisible();
    state.offscreen = !m_list->viewport()->rect().intersects(m_list->rowRect(row()));
    return state;
}

void* MessageItemAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
}

QStringList MessageItemAccessible::actionNames() const
{
    QStringList names;
    if (!isValid())
        return names;
    names << setFocusAction() << showMenuAction();
    for (const RowAction action : m_list->actionsFor(row())) {
        names.append(
            std::ranges::find(namedActions, action, &NamedAction::action)->name.toString());
    }
    for (const ContentTarget& target : m_list->layoutOf(row()).targets())
        names.append(target.words);
    return names;
}

QString MessageItemAccessible::localizedActionName(const QString& name) const
{
    const auto action = actionNamed(name);
    return action ? wordsFor(*action) : QAccessibleActionInterface::localizedActionName(name);
}

void MessageItemAccessible::doAction(const QString& name)
{
    if (!isValid())
        return;
    if (const auto action = actionNamed(name)) {
        m_list->perform(*action, row());
    } else if (name == setFocusAction()) {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->setCurrentRow(row());
    } else if (name == showMenuAction()) {
        m_list->openMenu(row(), {}, rect().topLeft());
    } else {
        const QList<ContentTarget> targets = m_list->layoutOf(row()).targets();
        const auto target = std::ranges::find(targets, name, &ContentTarget::words);
        if (target != targets.end())
            m_list->activate(target->action, row());
    }
}

QStringList MessageItemAccessible::keyBindingsForAction(const QString& name) const
{
    const auto action = actionNamed(name);
    if (action == RowAction::Copy)
        return {QKeySequence(QKeySequence::Copy).toString()};
    if (action == RowAction::Delete || action == RowAction::CancelSending)
        return {QKeySequence(QKeySequence::Delete).toString()};
    return {};
}

} // namespace skein
