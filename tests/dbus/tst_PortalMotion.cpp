// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/PortalMotion.h"
#include "tests/dbus/PrivateBus.h"
#include "tests/support/SkeinTest.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace portalMotionTest {

namespace {

const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString gnome = u"org.gnome.desktop.interface"_s;
const QString shared = u"org.freedesktop.appearance"_s;

} // namespace

class FakePortal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(QDBusConnection bus) : m_bus(std::move(bus))
    {
        m_bus.registerObject(path, this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override
    {
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        m_bus.unregisterObject(path);
    }
    void change(const QString& space, const QString& key, const QVariant& value)
    {
        values[key] = value;
        auto signal = QDBusMessage::createSignal(
            path, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments({space, key, QVariant::fromValue(QDBusVariant(value))});
        m_bus.send(signal);
    }

    QVariantMap values;
    int asked = 0;

public slots:
    // NOLINTNEXTLINE(readability-identifier-naming): the name of the interface
    QDBusVariant Read(const QString&, const QString& key)
    {
        ++asked;
        if (!values.contains(key))
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, key);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }

private:
    QDBusConnection m_bus;
};

class tst_PortalMotion : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_told.clear();
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->isThere());
        m_portal = std::make_unique<FakePortal>(m_bus->connection());
    }
    void cleanup()
    {
        m_motion.reset();
        m_portal.reset();
        m_bus.reset();
    }

    void gnomesSwitchIsFollowed()
    {
        m_portal->values[u"enable-animations"_s] = false;
        follow();
        QTRY_COMPARE(m_told, QList<bool>{true});
        m_portal->change(gnome, u"enable-animations"_s, true);
        QTRY_COMPARE(m_told, (QList<bool>{true, false}));
    }

    void theSwitchOfAllDesktopsIsFollowed()
    {
        m_portal->values[u"reduced-motion"_s] = 0U;
        follow();
        QTRY_COMPARE(m_portal->asked, 2);
        m_portal->change(shared, u"reduced-motion"_s, 1U);
        QTRY_COMPARE(m_told, QList<bool>{true});
    }

    void whatIsOfAnotherKindSaysNothing()
    {
        m_portal->values[u"enable-animations"_s] = u"no"_s;
        m_portal->values[u"reduced-motion"_s] = 7U;
        follow();
        QTRY_COMPARE(m_portal->asked, 2);
        m_portal->change(gnome, u"cursor-blink"_s, false);
        m_portal->change(u"com.example.other"_s, u"enable-animations"_s, false);
        m_portal->change(gnome, u"enable-animations"_s, false);
        QTRY_COMPARE(m_told, QList<bool>{true}); // of the last one only
    }

    void withoutAPortalEverythingMoves()
    {
        m_portal.reset();
        follow();
        m_portal = std::make_unique<FakePortal>(m_bus->connection());
        m_portal->change(gnome, u"enable-animations"_s, false); // one that comes later is heard
        QTRY_COMPARE(m_told, QList<bool>{true});
    }

private:
    void follow()
    {
        m_motion = std::make_unique<PortalMotion>(
            m_bus->connection(), [this](bool reduces) { m_told.append(reduces); });
    }

    QList<bool> m_told;
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<PortalMotion> m_motion;
};

SKEIN_TEST(tst_PortalMotion)

} // namespace portalMotionTest

#include "tst_PortalMotion.moc"
