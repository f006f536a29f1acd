// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/LinuxPowerSource.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QTemporaryDir>

using namespace skein;
using namespace Qt::StringLiterals;

namespace linuxPowerSourceTest {

namespace {

/// The kernel's folder, with what the test says of each supply.
class Supplies {
public:
    void put(const QString& supply, const QMap<QString, QByteArray>& facts)
    {
        QVERIFY(QDir(m_folder.path()).mkpath(supply));
        for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact) {
            QFile file(m_folder.filePath(supply + u'/' + fact.key()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(fact.value() + '\n');
        }
    }
    void putMains(const QByteArray& online)
    {
        put(u"AC"_s, {{u"type"_s, "Mains"}, {u"online"_s, online}});
    }
    void putBattery(const QByteArray& status)
    {
        put(u"BAT0"_s, {{u"type"_s, "Battery"}, {u"status"_s, status}});
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] bool isOnBattery() const
    {
        const LinuxPowerSource source(m_folder.path());
        source.waitForReading();
        return source.isOnBattery();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class tst_LinuxPowerSource : public QObject {
    Q_OBJECT

private slots:
    void aComputerWithoutSuppliesIsOnMains()
    {
        QVERIFY(!Supplies().isOnBattery());
        QVERIFY(!LinuxPowerSource(u"/nowhere"_s).isOnBattery());
    }

    void aLaptopIsOnBatteryWhileItIsUnplugged()
    {
        Supplies supplies;
        supplies.putMains("1");
        supplies.putBattery("Charging");
        QVERIFY(!supplies.isOnBattery());
        supplies.putMains("0");
        supplies.putBattery("Discharging");
        QVERIFY(supplies.isOnBattery());
        supplies.putMains("1"); // too weak a charger is a charger
        QVERIFY(!supplies.isOnBattery());
    }

    void aChangeIsToldAfterTheNextReading()
    {
        Supplies supplies;
        supplies.putMains("1");
        supplies.putBattery("Charging");
        const LinuxPowerSource source(supplies.folder());
        source.waitForReading();
        QVERIFY(!source.isOnBattery());
        source.waitForReading();
        supplies.putMains("0");
        supplies.putBattery("Discharging");
        QVERIFY(!source.isOnBattery()); // what was read last
        source.waitForReading();
        QVERIFY(source.isOnBattery());
    }

    void anotherChargerIsAsGood()
    {
        Supplies supplies;
        supplies.putMains("0");
        supplies.putBattery("Discharging");
        supplies.put(u"port0"_s, {{u"type"_s, "USB"}, {u"online"_s, "1"}});
        QVERIFY(!supplies.isOnBattery());
    }

    void theBatteryOfAMouseIsNotTheComputers()
    {
        Supplies supplies;
        supplies.put(u"mouse"_s,
            {{u"type"_s, "Battery"}, {u"scope"_s, "Device"}, {u"status"_s, "Discharging"}});
        supplies.put(u"port0"_s, {{u"type"_s, "USB"}, {u"online"_s, "0"}});
        QVERIFY(!supplies.isOnBattery());
    }
};

SKEIN_TEST(tst_LinuxPowerSource)

} // namespace linuxPowerSourceTest

#include "tst_LinuxPowerSource.moc"
