// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen reader finds: a list named "Messages" with one item per row of the model, each
// named in full by the model and with its actions. Items come into being when they are asked for
// and go with their rows. Main thread.

#include "ui/thread/MessageList.h"

#include <QAccessibleWidget>

namespace skein {

class MessageItemAccessible;

class MessageListAccessible : public QAccessibleWidget {
public:
    /// Makes QAccessible use this class for every MessageList. May be called again.
    static void install();

    explicit MessageListAccessible(MessageList& list);
    ~MessageListAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

private:
    void forgetRows(int first, int last);
    void forgetAll();
    void notify(int row, QAccessible::Event what) const;
    [[nodiscard]] bool isNextTenth(const QModelIndex& row);
    [[nodiscard]] MessageList& list() const;

    QObject m_context; ///< ends the connections with this interface
    mutable QHash<QString, QAccessible::Id> m_items; ///< by row key
    int m_uploadTenth = -1; ///< of an upload, as last told
};

/// One row. Valid as long as its row is in the model.
class MessageItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    MessageItemAccessible(MessageList& list, int row);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    [[nodiscard]] QString localizedActionName(const QString& name) const override;
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override;

    [[nodiscard]] int row() const { return m_index.row(); }

private:
    QPointer<MessageList> m_list;
    QPersistentModelIndex m_index;
};

} // namespace skein
