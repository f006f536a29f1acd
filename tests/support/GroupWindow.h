// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window with groups and topics over a whole account and a service that answers, for the tests
// of tests/ui that press it. I am an admin of the rowing club, which has two topics, and a member
// of Flat 12, which has none. Main thread.

#include "tests/fakes/FakeGroups.h"
#include "tests/support/AccountFixture.h"
#include "ui/MainWindow.h"
#include "ui/chats/ChatListPane.h"
#include "ui/chats/ConversationMenu.h"
#include "ui/composer/MessageField.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>

namespace skein {

class GroupWindow : public QObject {
protected:
    static inline const ConversationId rowing = groupCalled(QStringLiteral("55501"));
    static inline const ConversationId flat = groupCalled(QStringLiteral("55502"));
    static inline const ConversationId logistics
        = topicCalled(QStringLiteral("55777"), QStringLiteral("55501"));
    static inline const ConversationId kit
        = topicCalled(QStringLiteral("55778"), QStringLiteral("55501"));

    void begin();
    void end();
    /// The window and the account, over the world as it is.
    void start();
    void restart();

    template <class T>
    T* named(const QString& name)
    {
        for (T* widget : m_window->findChildren<T*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    /// The dialog of that class that is open.
    template <class T>
    T* opened()
    {
        for (T* dialog : m_window->findChildren<T*>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    MessageField& field() { return *named<MessageField>(QStringLiteral("Message")); }
    QListView& chats() { return *named<QListView>(QStringLiteral("Chats")); }
    QListView& topics() { return *named<QListView>(QStringLiteral("Topics")); }
    [[nodiscard]] ConversationId inFront() const { return m_account->thread.conversation(); }
    static bool shows(const QWidget& where, const QString& words);
    bool shows(const QString& words) { return shows(*m_window, words); }
    static QStringList titles(const QListView& list);
    void pick(QListView& list, const QString& title);
    /// From the menu of a chat or topic.
    void choose(const ConversationId& id, const QString& entry);
    static void press(QWidget& where, const QString& button);
    /// Somebody's message arrives.
    void hear(const ConversationId& id, const QString& text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<MainWindow> m_window;
};

inline void GroupWindow::begin()
{
    end();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    m_groups = std::make_unique<FakeGroups>(m_world->service, m_world->network());
    m_world->service.receive(QStringLiteral("20001"), QStringLiteral("hello"));
    m_groups->add(rowing.id, QStringLiteral("Rowing club")).myRole = QStringLiteral("admin");
    m_groups->addTopic(rowing.id, logistics.id, QStringLiteral("Logistics")).description
        = QStringLiteral("Vans");
    m_groups->addTopic(rowing.id, kit.id, QStringLiteral("Kit"));
    m_groups->add(flat.id, QStringLiteral("Flat 12"));
    m_groups->say(logistics.id, QStringLiteral("vans leave at 6:15"));
    m_world->clock.advance(std::chrono::seconds(1));
    m_groups->say(kit.id, QStringLiteral("size M left"));
    m_world->clock.advance(std::chrono::seconds(1));
    m_groups->say(rowing.id, QStringLiteral("thanks all"));
    m_groups->say(flat.id, QStringLiteral("whose turn is the bin"));
    start();
}

inline void GroupWindow::end()
{
    m_window.reset();
    m_account.reset();
    m_groups.reset();
    m_world.reset();
}

inline void GroupWindow::start()
{
    m_window = std::make_unique<MainWindow>();
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_account->start();
    m_window->resize(1100, 700);
    m_window->showSession(m_account->session());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_world->pass(std::chrono::seconds(3));
    QCOMPARE(m_account->chats.rowCount(), 3);
}

inline void GroupWindow::restart()
{
    m_window->close();
    m_window.reset();
    m_account.reset();
    m_world->restart();
    m_groups->serve(m_world->network());
    start();
}

inline bool GroupWindow::shows(const QWidget& where, const QString& words)
{
    for (const QLabel* label : where.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

inline QStringList GroupWindow::titles(const QListView& list)
{
    QStringList result;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        result.append(list.model()->index(row, 0).data().toString());
    return result;
}

inline void GroupWindow::pick(QListView& list, const QString& title)
{
    const auto row = static_cast<int>(titles(list).indexOf(title));
    QVERIFY2(row >= 0,
        qPrintable(title + QStringLiteral(" in ") + titles(list).join(QStringLiteral(", "))));
    const QRect rect = list.visualRect(list.model()->index(row, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, rect.center());
    m_world->settle();
}

inline void GroupWindow::choose(const ConversationId& id, const QString& entry)
{
    emit m_window->findChild<ChatListPane*>()->menuRequested(id, {10, 10});
    auto* menu = opened<ConversationMenu>();
    QVERIFY2(menu, "no menu");
    for (QAction* action : menu->findChildren<QAction*>()) {
        if (action->text() == entry) {
            action->trigger();
            menu->close();
            m_world->settle();
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("the menu has no ") + entry));
}

inline void GroupWindow::press(QWidget& where, const QString& button)
{
    for (auto* each : where.findChildren<QAbstractButton*>()) {
        if (each->isVisible() && (each->text() == button || each->accessibleName() == button))
            return each->click();
    }
    QFAIL(qPrintable(QStringLiteral("no button ") + button));
}

inline void GroupWindow::hear(const ConversationId& id, const QString& text)
{
    m_groups->say(id.id, text);
    m_account->sync.lookNow();
    m_world->pass(std::chrono::seconds(40), std::chrono::seconds(1));
}

} // namespace skein
