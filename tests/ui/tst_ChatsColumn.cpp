// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/fakes/FakeChats.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsColumn.h"
#include "ui/chats/ChatListPane.h"
#include "ui/theme/Theme.h"

#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace chatsColumnTest {

class tst_ChatsColumn : public QObject {
    Q_OBJECT
private slots:
    void init();
    void itBeginsAtItsUsualWidth();
    void draggedItStaysBetweenItsLimits();
    void draggedNarrowItSnapsToTheAvatarsAndOutAgain();
    void theKeyTogglesBetweenTheAvatarsAndTheWidthBefore();
    void shapeAndWidthAreRememberedOverARestart();
    void aloneItIsNeverCollapsed();
    void aWiderWindowIsTheThreadsGain();
    void itWorksFromRightToLeft();

private:
    void start();
    void dragEdgeTo(int width);
    [[nodiscard]] int width() const { return m_chats->width(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QSplitter> m_splitter;
    ChatListPane* m_chats = nullptr;
    ChatsColumn* m_column = nullptr;
};

void tst_ChatsColumn::init()
{
    m_splitter.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void tst_ChatsColumn::start()
{
    m_splitter.reset();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"skein.ini"_s));
    m_splitter = std::make_unique<QSplitter>();
    m_splitter->setChildrenCollapsible(false);
    m_chats = new ChatListPane(m_clock, m_splitter.get());
    auto* thread = new QWidget(m_splitter.get());
    thread->setMinimumWidth(100);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_column = new ChatsColumn(*m_splitter, *m_chats, *m_settings);
    m_splitter->setSizes({m_column->width(), 1000 - m_column->width()});
    m_splitter->resize(1000, 600);
    m_splitter->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_splitter.get()));
}

/// Drags the edge in small steps, as a hand does.
void tst_ChatsColumn::dragEdgeTo(int width)
{
    QSplitterHandle* edge = m_splitter->handle(1);
    const QPoint grip = edge->rect().center();
    const bool mirrored = m_splitter->isRightToLeft();
    const auto edgeNow = [&] { return edge->mapTo(m_splitter.get(), grip).x(); };
    const int target = mirrored ? m_splitter->width() - width : width;
    QTest::mousePress(edge, Qt::LeftButton, {}, grip);
    for (int x = edgeNow(); x != target;) {
        x += std::clamp(target - x, -10, 10);
        const QPoint there = edge->mapFrom(m_splitter.get(), QPoint(x, 300));
        QMouseEvent move(
            QEvent::MouseMove, there, edge->mapToGlobal(there), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(edge, &move);
    }
    QTest::mouseRelease(edge, Qt::LeftButton, {}, grip);
}

void tst_ChatsColumn::itBeginsAtItsUsualWidth()
{
    QCOMPARE(width(), 300);
    QVERIFY(!m_chats->isCollapsed());
}

void tst_ChatsColumn::draggedItStaysBetweenItsLimits()
{
    dragEdgeTo(260);
    QVERIFY(std::abs(width() - 260) <= 2);
    dragEdgeTo(700);
    QCOMPARE(width(), ChatsColumn::widest);
    dragEdgeTo(150);
    QCOMPARE(width(), ChatsColumn::narrowest);
    QVERIFY(!m_chats->isCollapsed());
}

void tst_ChatsColumn::draggedNarrowItSnapsToTheAvatarsAndOutAgain()
{
    dragEdgeTo(130);
    QVERIFY(m_chats->isCollapsed());
    QCOMPARE(width(), metrics::avatarColumn);
    dragEdgeTo(20);
    QCOMPARE(width(), metrics::avatarColumn);
    dragEdgeTo(110);
    QVERIFY(m_chats->isCollapsed());
    QCOMPARE(width(), metrics::avatarColumn);
    dragEdgeTo(160);
    QVERIFY(!m_chats->isCollapsed());
    QCOMPARE(width(), ChatsColumn::narrowest);
}

void tst_ChatsColumn::theKeyTogglesBetweenTheAvatarsAndTheWidthBefore()
{
    dragEdgeTo(350);
    const int before = width();
    m_column->toggle();
    QVERIFY(m_chats->isCollapsed());
    QCOMPARE(width(), metrics::avatarColumn);
    m_column->toggle();
    QVERIFY(!m_chats->isCollapsed());
    QCOMPARE(width(), before);
    m_column->toggle();
    emit m_chats->expandRequested();
    QCOMPARE(width(), before);
}

void tst_ChatsColumn::shapeAndWidthAreRememberedOverARestart()
{
    dragEdgeTo(350);
    const int before = width();
    m_column->toggle();
    m_column->keep();
    start();
    QVERIFY(m_chats->isCollapsed());
    QCOMPARE(width(), metrics::avatarColumn);
    m_column->toggle();
    QCOMPARE(width(), before);
    m_column->keep();
    start();
    QVERIFY(!m_chats->isCollapsed());
    QCOMPARE(width(), before);
}

void tst_ChatsColumn::aloneItIsNeverCollapsed()
{
    m_column->toggle();
    m_column->setAlone(true);
    QVERIFY(!m_chats->isCollapsed());
    m_splitter->widget(1)->hide();
    QTRY_COMPARE(width(), 1000);
    m_column->toggle();
    QVERIFY(!m_chats->isCollapsed());
    m_splitter->widget(1)->show();
    m_column->setAlone(false);
    QVERIFY(m_chats->isCollapsed());
    QTRY_COMPARE(width(), metrics::avatarColumn);
}

void tst_ChatsColumn::aWiderWindowIsTheThreadsGain()
{
    m_column->toggle();
    m_splitter->resize(1300, 600);
    QCOMPARE(width(), metrics::avatarColumn);
    m_column->toggle();
    m_splitter->resize(900, 600);
    QCOMPARE(width(), 300);
}

void tst_ChatsColumn::itWorksFromRightToLeft()
{
    m_splitter->setLayoutDirection(Qt::RightToLeft);
    dragEdgeTo(130);
    QVERIFY(m_chats->isCollapsed());
    QCOMPARE(width(), metrics::avatarColumn);
    dragEdgeTo(250);
    QVERIFY(std::abs(width() - 250) <= 2);
}

SKEIN_TEST(tst_ChatsColumn)

} // namespace chatsColumnTest

#include "tst_ChatsColumn.moc"
