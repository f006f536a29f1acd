// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"

#include <QScreen>

using namespace skein;
using namespace Qt::StringLiterals;

namespace windowShapeTest {

// The window's title, and how it comes back at the next start.
class tst_WindowShape : public GroupWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void theTitleCountsWhatIsUnread();
    void itComesBackAsItWas();
    void aStartThatShowedNothingDecidesNoPlace();
    void itComesBackOntoAScreen();

private:
    [[nodiscard]] std::unique_ptr<MainWindow> startedAgain() const
    {
        auto again = std::make_unique<MainWindow>();
        again->restoreShape(m_account->settings);
        return again;
    }
};

void tst_WindowShape::theTitleCountsWhatIsUnread()
{
    pick(chats(), u"Flat 12"_s);
    QCOMPARE(m_window->windowTitle(), u"Flat 12 \u2014 Skein"_s);
    hear(kit, u"size L too"_s);
    hear(rowing, u"one"_s);
    QCOMPARE(m_window->windowTitle(), u"Flat 12 \u2014 Skein (2)"_s);
    m_window->endSession();
    QCOMPARE(m_window->windowTitle(), u"Skein"_s);
}

void tst_WindowShape::itComesBackAsItWas()
{
    m_window->setGeometry(40, 30, 900, 650);
    m_window->setWindowState(Qt::WindowMaximized);
    m_window->close();
    const auto again = startedAgain(); // before anybody is signed in, so that it does not jump
    QVERIFY(again->isMaximized());
    QCOMPARE(again->normalGeometry().size(), QSize(900, 650));
}

void tst_WindowShape::aStartThatShowedNothingDecidesNoPlace()
{
    m_window->endSession();
    m_account->settings.set(setting::windowGeometry, QByteArray()); // where it shall stand first
    const auto hidden = startedAgain();
    hidden->showSession(m_account->session());
    hidden->endSession();
    QVERIFY(m_account->settings.value(setting::windowGeometry).isEmpty());
}

void tst_WindowShape::itComesBackOntoAScreen()
{
    const QRect screen = m_window->screen()->availableGeometry();
    m_window->setGeometry(screen.right() + 2'000, screen.bottom() + 2'000, 900, 650);
    m_window->close();
    QVERIFY(screen.contains(startedAgain()->geometry().center()));
}

SKEIN_TEST(tst_WindowShape)

} // namespace windowShapeTest

#include "tst_WindowShape.moc"
