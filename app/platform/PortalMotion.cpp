// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/PortalMotion.h"

#include "app/platform/ReducedMotion.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString portalSettings = u"org.freedesktop.portal.Settings"_s;

const QString gnomeSpace = u"org.gnome.desktop.interface"_s;
const QString gnomeAnimations = u"enable-animations"_s;
const QString sharedSpace = u"org.freedesktop.appearance"_s;
const QString sharedMotion = u"reduced-motion"_s; ///< 1: reduced

} // namespace

PortalMotion::PortalMotion(QDBusConnection bus, std::function<void(bool)> tell, QObject* parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_tell(std::move(tell))
{
    qRegisterMetaType<QDBusVariant>(); // or the first signal of the program's life finds no slot
    m_bus.connect(portal, portalPath, portalSettings, u"SettingChanged"_s, this,
        SLOT(changed(QString, QString, QDBusVariant)));
    ask(gnomeSpace, gnomeAnimations);
    ask(sharedSpace, sharedMotion);
}

void PortalMotion::changed(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == gnomeSpace || space == sharedSpace)
        take(key, value.variant());
}

void PortalMotion::ask(const QString& space, const QString& key)
{
    auto question = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, u"Read"_s);
    question.setArguments({space, key});
    auto* asked = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, key] {
        asked->deleteLater();
        const QDBusPendingReply<QDBusVariant> answer = *asked;
        if (!answer.isError())
            take(key, answer.value().variant());
    });
}

void PortalMotion::take(const QString& key, QVariant value)
{
    if (value.metaType() == QMetaType::fromType<QDBusVariant>()) // Read() wraps its answer twice
        value = value.value<QDBusVariant>().variant();
    if (key == gnomeAnimations && value.metaType() == QMetaType::fromType<bool>())
        m_isStill = !value.toBool();
    else if (key == sharedMotion && value.metaType() == QMetaType::fromType<uint>())
        m_isReduced = value.toUInt() == 1;
    const bool reduces = m_isStill || m_isReduced;
    if (std::exchange(m_told, reduces) != reduces)
        m_tell(reduces);
}

void followReducedMotion(QObject* context, std::function<void(bool)> tell)
{
    new PortalMotion(QDBusConnection::sessionBus(), std::move(tell), context);
}

} // namespace skein
