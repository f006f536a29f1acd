// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/TrayMenu.h"
#include "core/platform/Settings.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace trayMenuTest {

class tst_TrayMenu : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_settings.set(setting::quietUntil, qlonglong{0});
        m_menu = std::make_unique<TrayMenu>(m_settings, m_clock);
    }

    void quietForAnHourEndsByItself()
    {
        QCOMPARE(quiet().text(), u"Quiet for 1 hour"_s);
        QVERIFY(!quiet().isChecked());
        quiet().trigger();
        QCOMPARE(m_settings.value(setting::quietUntil), qlonglong{(m_clock.now() + 1h) / 1s});
        const QString end = localTime(m_clock).addSecs(3600).time().toString(u"hh:mm"_s);
        QCOMPARE(quiet().text(), u"Quiet until "_s + end);
        QVERIFY(quiet().isChecked());
        m_clock.advance(59min);
        QVERIFY(quiet().isChecked());
        m_clock.advance(1min);
        QCOMPARE(quiet().text(), u"Quiet for 1 hour"_s);
        QVERIFY(!quiet().isChecked());
    }

    void choosingItAgainEndsIt()
    {
        quiet().trigger();
        quiet().trigger();
        QCOMPARE(m_settings.value(setting::quietUntil), qlonglong{0});
        QVERIFY(!quiet().isChecked());
    }

    void whatWasChosenBeforeTheStartHolds()
    {
        m_settings.set(setting::quietUntil, qlonglong{(m_clock.now() + 10min) / 1s});
        m_menu = std::make_unique<TrayMenu>(m_settings, m_clock);
        QVERIFY(quiet().isChecked());
    }

private:
    [[nodiscard]] QAction& quiet() const { return *m_menu->actions().at(1); }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(u"skein.ini"_s)};
    ManualClock m_clock;
    std::unique_ptr<TrayMenu> m_menu;
};

SKEIN_TEST(tst_TrayMenu)

} // namespace trayMenuTest

#include "tst_TrayMenu.moc"
