// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// org.freedesktop.Notifications on a bus of the test's own: what was shown and closed, and the
// signals of a server, sent when the test says so. Included by tests of app only: core knows no
// D-Bus. Main thread.

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QImage>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace skein {

class FakeNotificationServer : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        QString title;
        QString body;
        QStringList actions;
        QImage picture = {};
        bool operator==(const Shown&) const = default;
    };

    FakeNotificationServer(const QDBusConnection& bus, const QStringList& able)
        : m_bus(bus)
        , m_able(able)
    {
        m_bus.registerObject(
            path(), this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(name());
    }
    ~FakeNotificationServer() override
    {
        m_bus.unregisterService(name());
        m_bus.unregisterObject(path());
    }

    QMap<uint, Shown> shown;
    int calls = 0; ///< of Notify
    uint last = 0; ///< the id of the one that was shown last
    bool isSlow = false; ///< Notify is answered by answer() only

    void answer()
    {
        isSlow = false;
        for (const QDBusMessage& call : std::exchange(m_unanswered, {}))
            m_bus.send(call.createReply(show(call.arguments())));
    }

    static QString name() { return QStringLiteral("org.freedesktop.Notifications"); }
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

public slots:
    // NOLINTBEGIN(readability-identifier-naming): the names of the interface
    QStringList GetCapabilities() { return m_able; }
    uint Notify(const QString&, uint, const QString&, const QString&, const QString&,
        const QStringList&, const QVariantMap&, int)
    {
        ++calls;
        if (!isSlow)
            return show(message().arguments());
        setDelayedReply(true);
        m_unanswered.append(message());
        return 0;
    }
    void CloseNotification(uint id)
    {
        if (shown.remove(id) > 0)
            emit NotificationClosed(id, 3);
    }

signals:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString& action);
    void NotificationReplied(uint id, const QString& text);
    void ActivationToken(uint id, const QString& token);
    // NOLINTEND(readability-identifier-naming)

private:
    static QImage pictureIn(const QVariant& argument)
    {
        const auto hints = qdbus_cast<QVariantMap>(argument);
        if (!hints.contains(QStringLiteral("image-data")))
            return {};
        const auto raw = hints.value(QStringLiteral("image-data")).value<QDBusArgument>();
        int width = 0, height = 0, stride = 0, bits = 0, channels = 0;
        bool hasAlpha = false;
        QByteArray pixels;
        raw.beginStructure();
        raw >> width >> height >> stride >> hasAlpha >> bits >> channels >> pixels;
        raw.endStructure();
        if (!hasAlpha || bits != 8 || channels != 4 || pixels.size() != stride * height)
            return {};
        return QImage(reinterpret_cast<const uchar*>(pixels.constData()), width, height, stride,
            QImage::Format_RGBA8888)
            .copy();
    }
    uint show(const QVariantList& arguments)
    {
        const uint replaced = arguments.at(1).toUInt();
        last = replaced != 0 ? replaced : m_next++;
        shown[last] = {arguments.at(3).toString(), arguments.at(4).toString(),
            arguments.at(5).toStringList(), pictureIn(arguments.at(6))};
        return last;
    }

    QDBusConnection m_bus;
    const QStringList m_able;
    uint m_next = 41;
    QList<QDBusMessage> m_unanswered;
};

} // namespace skein
