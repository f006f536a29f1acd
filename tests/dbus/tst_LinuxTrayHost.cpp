// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/LinuxTrayHost.h"
#include "tests/dbus/PrivateBus.h"
#include "tests/support/SkeinTest.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace linuxTrayHostTest {

// A panel that is there, comes later, or never.
class tst_LinuxTrayHost : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->isThere());
        m_times = 0;
    }

    void whoIsThereIsFound()
    {
        auto panel = m_bus->connection();
        panel.registerService(name);
        wait(this, m_bus->connection());
        QTRY_COMPARE(m_times, 1);
        panel.unregisterService(name);
        panel.registerService(name);
        settle(panel);
        QCOMPARE(m_times, 1);
    }

    void whoComesLaterIsFound()
    {
        auto panel = m_bus->connection();
        const auto own = m_bus->connection();
        wait(this, own);
        settle(own);
        QCOMPARE(m_times, 0);
        panel.registerService(name);
        QTRY_COMPARE(m_times, 1);
    }

    void nobodyIsToldWhoIsGone()
    {
        auto panel = m_bus->connection();
        const auto own = m_bus->connection();
        {
            QObject context;
            wait(&context, own);
        }
        panel.registerService(name);
        settle(own);
        QCOMPARE(m_times, 0);
    }

private:
    void wait(QObject* context, const QDBusConnection& bus)
    {
        whenOnBus(bus, name, context, [this] { ++m_times; });
    }
    /// Until all that was sent before has come: the bus answers in order.
    static void settle(const QDBusConnection& bus)
    {
        auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s,
            u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetId"_s);
        QDBusPendingCallWatcher asked(bus.asyncCall(ask));
        QTRY_VERIFY(asked.isFinished());
        QCoreApplication::processEvents();
    }

    const QString name = u"org.kde.StatusNotifierWatcher"_s;
    std::unique_ptr<PrivateBus> m_bus;
    int m_times = 0;
};

SKEIN_TEST(tst_LinuxTrayHost)

} // namespace linuxTrayHostTest

#include "tst_LinuxTrayHost.moc"
