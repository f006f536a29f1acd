// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/DBusNotifier.h"

#include "core/base/Logging.h"
#include "core/base/WhenDone.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QVariantMap>

/// A picture as the hint "image-data" has it: its measures, then the pixels.
struct RawPicture {
    QImage image;
};
Q_DECLARE_METATYPE(RawPicture)

static QDBusArgument& operator<<(QDBusArgument& argument, const RawPicture& picture)
{
    constexpr int bitsPerSample = 8;
    constexpr int channels = 4;
    const QImage rgba = picture.image.convertToFormat(QImage::Format_RGBA8888);
    argument.beginStructure();
    argument << rgba.width() << rgba.height() << int(rgba.bytesPerLine()) << true << bitsPerSample
             << channels
             << QByteArray(
                    reinterpret_cast<const char*>(rgba.constBits()), qsizetype(rgba.sizeInBytes()));
    argument.endStructure();
    return argument;
}

/// Nobody sends us one.
static const QDBusArgument& operator>>(const QDBusArgument& argument, RawPicture&)
{
    return argument;
}

namespace skein {

using namespace Qt::StringLiterals;

namespace {

const QString serverName = u"org.freedesktop.Notifications"_s;
const QString serverPath = u"/org/freedesktop/Notifications"_s;

// The keys of our actions; "default" is a click, "inline-reply" the server's own field.
const QString openAction = u"default"_s;
const QString inlineAction = u"inline-reply"_s;
const QString replyAction = u"reply"_s;
const QString likeAction = u"like"_s;
const QString readAction = u"mark-read"_s;

enum class Closed : uint { Expired = 1, Dismissed, Withdrawn, Undefined };

QDBusMessage callOf(const QString& method, const QVariantList& arguments = {})
{
    auto call = QDBusMessage::createMethodCall(serverName, serverPath, serverName, method);
    call.setArguments(arguments);
    return call;
}

} // namespace

DBusNotifier::DBusNotifier(const QDBusConnection& bus, PictureOf pictureOf, QObject* parent)
    : Notifier(parent)
    , m_bus(bus)
    , m_pictureOf(std::move(pictureOf))
{
    qDBusRegisterMetaType<RawPicture>();
    connectServer();
}

void DBusNotifier::connectServer()
{
    // By path and interface only: naming the service would ask the bus for it and wait.
    const auto listen = [this](const QString& name, const char* slot) {
        m_bus.connect({}, serverPath, serverName, name, this, slot);
    };
    listen(u"NotificationClosed"_s, SLOT(closed(uint, uint, QDBusMessage)));
    listen(u"ActionInvoked"_s, SLOT(invoked(uint, QString, QDBusMessage)));
    listen(u"NotificationReplied"_s, SLOT(answered(uint, QString, QDBusMessage)));
    listen(u"ActivationToken"_s, SLOT(permitted(uint, QString, QDBusMessage)));
    auto* watcher = new QDBusServiceWatcher(
        serverName, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString&, const QString&, const QString& now) { serverChanged(now); });
}

template <class F>
void DBusNotifier::whenAnswered(const QDBusPendingCall& call, F next)
{
    auto* watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, watcher, generation = m_generation, next = std::move(next)] {
            watcher->deleteLater();
            if (generation == m_generation)
                next(watcher->reply());
        });
}

void DBusNotifier::serverChanged(const QString& owner)
{
    if (owner == m_server)
        return; // the one that answered already
    ++m_generation;
    m_server = owner;
    m_isAsking = false;
    m_capabilities.reset();
    m_notes.clear(); // what the earlier one showed is gone
    if (!owner.isEmpty() && !m_waiting.isEmpty())
        askCapabilities();
}

void DBusNotifier::askCapabilities()
{
    if (std::exchange(m_isAsking, true))
        return;
    const auto call = m_bus.asyncCall(callOf(u"GetCapabilities"_s));
    whenAnswered(call, [this](const QDBusMessage& answer) {
        m_isAsking = false;
        const auto waiting = std::exchange(m_waiting, {});
        if (answer.type() != QDBusMessage::ReplyMessage) {
            qCInfo(logApp) << "nothing on this desktop shows notifications";
            return;
        }
        m_server = answer.service();
        m_capabilities = answer.arguments().value(0).toStringList();
        for (const Pictured& each : waiting)
            send(each);
    });
}

void DBusNotifier::show(const Notice& notice)
{
    const ConversationId& id = notice.conversation;
    m_unpictured.remove(id);
    if (!m_pictureOf || notice.picture.isEmpty())
        return show(Pictured{notice, {}});
    m_unpictured.insert(id, notice);
    whenDone(this, m_pictureOf(notice), [this, notice](const Result<QImage>& picture) {
        const auto wanted = m_unpictured.constFind(notice.conversation);
        if (wanted == m_unpictured.cend() || *wanted != notice)
            return; // withdrawn, or there is a newer one
        m_unpictured.erase(wanted);
        show(Pictured{notice, picture.value_or(QImage())});
    });
}

void DBusNotifier::show(const Pictured& shown)
{
    if (m_capabilities)
        return send(shown);
    m_waiting.insert(shown.notice.conversation, shown);
    askCapabilities();
}

void DBusNotifier::send(const Pictured& shown)
{
    const Notice& notice = shown.notice;
    Note& note = m_notes[notice.conversation];
    note.isUnwanted = false;
    if (note.isAsked) {
        note.next = shown; // it shall replace what gets its id just now
        return;
    }
    note.isAsked = true;
    const QString program = QStringLiteral(SKEIN_APP_ID); // names the icon, too
    QVariantMap hints{{u"desktop-entry"_s, program}, {u"category"_s, u"im.received"_s},
        {u"urgency"_s, QVariant::fromValue<uchar>(1)}};
    if (!shown.picture.isNull())
        hints.insert(u"image-data"_s, QVariant::fromValue(RawPicture{shown.picture}));
    const auto call = m_bus.asyncCall(callOf(u"Notify"_s,
        {u"Skein"_s, note.id, program, notice.title, bodyOf(notice), actionsFor(notice), hints,
            -1}));
    whenAnswered(call,
        [this, id = notice.conversation](const QDBusMessage& answer) { notified(id, answer); });
}

void DBusNotifier::notified(const ConversationId& conversation, const QDBusMessage& answer)
{
    const auto found = m_notes.find(conversation);
    if (found == m_notes.end())
        return;
    found->isAsked = false;
    if (answer.type() == QDBusMessage::ReplyMessage)
        found->id = answer.arguments().value(0).toUInt();
    if (const auto next = std::exchange(found->next, std::nullopt))
        return send(*next);
    if (found->isUnwanted)
        withdraw(conversation);
}

void DBusNotifier::withdraw(const ConversationId& conversation)
{
    m_unpictured.remove(conversation);
    m_waiting.remove(conversation);
    const auto found = m_notes.find(conversation);
    if (found == m_notes.end())
        return;
    found->next.reset();
    found->isUnwanted = true;
    if (found->isAsked)
        return;
    if (found->id != 0)
        close(found->id);
    m_notes.erase(found);
}

void DBusNotifier::withdrawAll()
{
    m_unpictured.clear();
    m_waiting.clear();
    const auto shown = m_notes.keys();
    for (const ConversationId& id : shown)
        withdraw(id);
}

void DBusNotifier::close(uint id)
{
    m_bus.asyncCall(callOf(u"CloseNotification"_s, {id})); // whether it was there does not matter
}

QStringList DBusNotifier::actionsFor(const Notice& notice) const
{
    if (!m_capabilities->contains("actions"_L1))
        return {};
    QStringList actions{openAction, tr("Open")};
    const bool hasField = m_capabilities->contains("inline-reply"_L1);
    if (notice.canReply)
        actions << (hasField ? inlineAction : replyAction) << tr("Reply");
    if (notice.canLike)
        actions << likeAction << tr("Like");
    if (notice.canMarkRead)
        actions << readAction << tr("Mark as read");
    return actions;
}

QString DBusNotifier::bodyOf(const Notice& notice) const
{
    return m_capabilities->contains("body-markup"_L1) ? notice.body.toHtmlEscaped() : notice.body;
}

std::optional<ConversationId> DBusNotifier::conversationOf(
    uint id, const QDBusMessage& message) const
{
    if (id == 0 || message.service() != m_server)
        return std::nullopt;
    for (auto note = m_notes.cbegin(); note != m_notes.cend(); ++note) {
        if (note->id == id)
            return note.key();
    }
    return std::nullopt;
}

void DBusNotifier::closed(uint id, uint reason, const QDBusMessage& message)
{
    const auto conversation = conversationOf(id, message);
    // What only left the screen may be in a list of past ones, and clicked there.
    if (!conversation || reason == static_cast<uint>(Closed::Expired))
        return;
    if (!m_notes[*conversation].isAsked)
        m_notes.remove(*conversation);
    if (reason == static_cast<uint>(Closed::Dismissed))
        emit dismissed(*conversation);
}

void DBusNotifier::invoked(uint id, const QString& action, const QDBusMessage& message)
{
    const auto conversation = conversationOf(id, message);
    if (!conversation)
        return;
    if (action == openAction)
        emit activated(*conversation);
    else if (action == replyAction)
        emit replyRequested(*conversation);
    else if (action == likeAction)
        emit likeRequested(*conversation);
    else if (action == readAction)
        emit markReadRequested(*conversation);
}

void DBusNotifier::answered(uint id, const QString& text, const QDBusMessage& message)
{
    if (const auto conversation = conversationOf(id, message))
        emit replied(*conversation, text);
}

void DBusNotifier::permitted(uint id, const QString& token, const QDBusMessage& message)
{
    // Where Qt looks for the right to come to front, which the click has given (Wayland).
    if (conversationOf(id, message))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace skein
