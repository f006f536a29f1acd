// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/DBusNotifier.h"
#include "tests/dbus/FakeNotificationServer.h"
#include "tests/dbus/PrivateBus.h"
#include "tests/support/SkeinTest.h"

#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace dBusNotifierTest {

namespace {

const ConversationId chat = ConversationId::direct({u"1001"_s}, {u"20001"_s});
const auto travel = ConversationId::topic(u"701"_s, ConversationId::group(u"501"_s));
const QStringList able{u"actions"_s, u"body"_s, u"body-markup"_s};

Notice noticeFor(const ConversationId& id, const QString& body)
{
    return {.conversation = id,
        .title = u"Rowing & <co>"_s,
        .body = body,
        .canReply = true,
        .canLike = true,
        .canMarkRead = true};
}

QStringList keysOf(const QStringList& actions)
{
    QStringList keys;
    for (qsizetype at = 0; at + 1 < actions.size(); at += 2)
        keys.append(actions.at(at));
    return keys;
}

} // namespace

// Against a server that the test makes.
class tst_DBusNotifier : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->isThere());
        m_connection = m_bus->connection();
        m_notifier = std::make_unique<DBusNotifier>(
            *m_connection, [this](const Notice& notice) { return pictureOf(notice); });
    }
    void cleanup()
    {
        m_notifier.reset();
        m_server.reset();
        m_connection.reset();
        m_bus.reset();
    }

    void itShowsWhatItIsGivenEscapedWhereMarkupIsRead();
    void withoutMarkupNothingIsEscaped();
    void theNextOneTakesThePlaceOfTheFirst();
    void whatComesWhileTheServerThinksIsShownInItsPlace();
    void whatIsWithdrawnGoesAlsoBeforeTheServerHasAnswered();
    void actionsAreThoseThatTheServerCanDo();
    void eachActionSaysWhoseItIs();
    void aReplyInTheNotificationSaysWhoseItIs();
    void aClickBringsTheRightToComeToFront();
    void whatLeftTheScreenCanStillBeClicked();
    void whatWasPutAwayIsForgotten();
    void strangersAreNotBelieved();
    void anotherServerTakesOver();
    void withoutAServerNothingHappensAndALaterOneIsUsed();
    void thePictureGoesAlong();
    void withoutAPictureItIsShownAllTheSame();
    void whatIsWithdrawnOrReplacedBeforeItsPictureIsHereIsNotShown();

private:
    static Notice pictured(const QString& picture, const QString& body = u"words"_s)
    {
        Notice notice = noticeFor(chat, body);
        notice.picture = picture;
        return notice;
    }
    Async<QImage> pictureOf(const Notice& notice)
    {
        QImage blue(3, 2, QImage::Format_RGB32);
        blue.fill(Qt::blue);
        return later<QImage>(this,
            notice.picture == u"blue"_s ? Result<QImage>(blue)
                                        : std::unexpected(Error{ErrorKind::NotFound, 0, {}, {}}));
    }
    void serve(const QStringList& abilities = able)
    {
        m_server = std::make_unique<FakeNotificationServer>(m_bus->connection(), abilities);
        QVERIFY(settled()); // everybody knows of it
    }
    /// Shown, and the notifier knows it; its id.
    [[nodiscard]] uint show(const ConversationId& id, const QString& body = u"words"_s)
    {
        const int before = m_server->calls;
        m_notifier->show(noticeFor(id, body));
        const bool asked = QTest::qWaitFor([&] { return m_server->calls > before; });
        return asked && settled() ? m_server->last : 0;
    }
    /// What the server sent before has arrived: it answers in order.
    bool settled()
    {
        const QDBusPendingCall call = m_connection->asyncCall(QDBusMessage::createMethodCall(
            FakeNotificationServer::name(), FakeNotificationServer::path(),
            FakeNotificationServer::name(), u"GetCapabilities"_s));
        const QDBusPendingCallWatcher watcher(call);
        QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
        return finished.wait();
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::optional<QDBusConnection> m_connection; ///< the notifier's
    std::unique_ptr<FakeNotificationServer> m_server;
    std::unique_ptr<DBusNotifier> m_notifier;
};

void tst_DBusNotifier::itShowsWhatItIsGivenEscapedWhereMarkupIsRead()
{
    serve();
    const uint id = show(chat, u"<b>5 > 3</b> & \"so\""_s);
    QCOMPARE(m_server->shown.value(id).title, u"Rowing & <co>"_s); // never markup
    QCOMPARE(m_server->shown.value(id).body, u"&lt;b&gt;5 &gt; 3&lt;/b&gt; &amp; &quot;so&quot;"_s);
}

void tst_DBusNotifier::withoutMarkupNothingIsEscaped()
{
    serve({u"actions"_s, u"body"_s});
    const uint id = show(chat, u"<b>5 > 3</b>"_s);
    QCOMPARE(m_server->shown.value(id).body, u"<b>5 > 3</b>"_s);
}

void tst_DBusNotifier::theNextOneTakesThePlaceOfTheFirst()
{
    serve();
    const uint first = show(chat, u"one"_s);
    const uint other = show(travel, u"elsewhere"_s);
    QVERIFY(first != 0 && other != 0 && first != other);
    m_notifier->show(noticeFor(chat, u"two"_s));
    QTRY_COMPARE(m_server->shown.value(first).body, u"two"_s);
    QCOMPARE(m_server->shown.size(), 2);
}

void tst_DBusNotifier::whatComesWhileTheServerThinksIsShownInItsPlace()
{
    serve();
    m_server->isSlow = true;
    for (const QString& body : {u"one"_s, u"two"_s, u"three"_s})
        m_notifier->show(noticeFor(chat, body));
    QTRY_COMPARE(m_server->calls, 1);
    m_notifier->show(noticeFor(chat, u"four"_s));
    m_server->answer();
    QTRY_COMPARE(m_server->calls, 2);
    QTRY_COMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->shown.first().body, u"four"_s);
}

void tst_DBusNotifier::whatIsWithdrawnGoesAlsoBeforeTheServerHasAnswered()
{
    serve();
    (void)show(chat);
    m_notifier->withdraw(chat);
    QTRY_VERIFY(m_server->shown.isEmpty());
    m_server->isSlow = true;
    const int before = m_server->calls;
    m_notifier->show(noticeFor(chat, u"one"_s));
    m_notifier->show(noticeFor(travel, u"two"_s));
    QTRY_COMPARE(m_server->calls, before + 2);
    m_notifier->withdrawAll();
    m_server->answer();
    QTRY_COMPARE(m_server->shown.size(), 0);
    QVERIFY(settled());
    QCOMPARE(m_server->shown.size(), 0);
}

void tst_DBusNotifier::actionsAreThoseThatTheServerCanDo()
{
    serve();
    uint id = show(chat);
    QCOMPARE(keysOf(m_server->shown.value(id).actions),
        (QStringList{u"default"_s, u"reply"_s, u"like"_s, u"mark-read"_s}));
    m_server.reset();
    serve({u"actions"_s, u"inline-reply"_s});
    id = show(chat);
    QCOMPARE(keysOf(m_server->shown.value(id).actions),
        (QStringList{u"default"_s, u"inline-reply"_s, u"like"_s, u"mark-read"_s}));
    m_server.reset();
    serve({u"body"_s});
    id = show(chat);
    QCOMPARE(m_server->shown.value(id).actions, QStringList());
}

void tst_DBusNotifier::eachActionSaysWhoseItIs()
{
    serve();
    const uint first = show(chat);
    const uint second = show(travel);
    const QList<std::pair<QString, void (Notifier::*)(const ConversationId&)>> actions{
        {u"default"_s, &Notifier::activated}, {u"reply"_s, &Notifier::replyRequested},
        {u"like"_s, &Notifier::likeRequested}, {u"mark-read"_s, &Notifier::markReadRequested}};
    for (const auto& [key, signal] : actions) {
        QSignalSpy spy(m_notifier.get(), signal);
        emit m_server->ActionInvoked(second, key);
        emit m_server->ActionInvoked(first, key);
        QTRY_COMPARE(spy.size(), 2);
        QCOMPARE(spy.at(0).first().value<ConversationId>(), travel);
        QCOMPARE(spy.at(1).first().value<ConversationId>(), chat);
    }
}

void tst_DBusNotifier::aReplyInTheNotificationSaysWhoseItIs()
{
    serve({u"actions"_s, u"inline-reply"_s});
    const uint first = show(chat);
    (void)show(travel);
    QSignalSpy replied(m_notifier.get(), &Notifier::replied);
    emit m_server->NotificationReplied(first, u"yes <b>"_s);
    QTRY_COMPARE(replied.size(), 1);
    QCOMPARE(replied.first().at(0).value<ConversationId>(), chat);
    QCOMPARE(replied.first().at(1).toString(), u"yes <b>"_s);
}

void tst_DBusNotifier::aClickBringsTheRightToComeToFront()
{
    qunsetenv("XDG_ACTIVATION_TOKEN");
    serve();
    const uint id = show(chat);
    QByteArray seen;
    connect(m_notifier.get(), &Notifier::activated, this,
        [&] { seen = qgetenv("XDG_ACTIVATION_TOKEN"); });
    emit m_server->ActivationToken(id, u"a-token"_s);
    emit m_server->ActionInvoked(id, u"default"_s);
    QTRY_COMPARE(seen, QByteArray("a-token"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void tst_DBusNotifier::whatLeftTheScreenCanStillBeClicked()
{
    serve();
    const uint id = show(chat);
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    QSignalSpy dismissed(m_notifier.get(), &Notifier::dismissed);
    emit m_server->NotificationClosed(id, 1); // its time was over
    emit m_server->ActionInvoked(id, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(dismissed.size(), 0);
}

void tst_DBusNotifier::whatWasPutAwayIsForgotten()
{
    serve();
    const uint id = show(chat);
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    QSignalSpy dismissed(m_notifier.get(), &Notifier::dismissed);
    emit m_server->NotificationClosed(id, 2);
    emit m_server->ActionInvoked(id, u"default"_s);
    QTRY_COMPARE(dismissed.size(), 1);
    QVERIFY(settled());
    QCOMPARE(activated.size(), 0);
    QVERIFY(show(chat, u"again"_s) != id); // not in the place of what is gone
}

void tst_DBusNotifier::strangersAreNotBelieved()
{
    serve();
    const uint id = show(chat);
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    auto forged = QDBusMessage::createSignal(
        FakeNotificationServer::path(), FakeNotificationServer::name(), u"ActionInvoked"_s);
    forged.setArguments({id, u"default"_s});
    QVERIFY(m_bus->connection().send(forged));
    emit m_server->ActionInvoked(id + 100, u"default"_s); // nobody's
    emit m_server->ActionInvoked(id, u"unheard-of"_s);
    QVERIFY(settled());
    QCOMPARE(activated.size(), 0);
}

void tst_DBusNotifier::anotherServerTakesOver()
{
    serve();
    const uint old = show(chat);
    m_server.reset();
    serve({u"actions"_s});
    const uint id = show(chat, u"<b>"_s); // the old id means nothing to it
    QCOMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->shown.value(id).body, u"<b>"_s); // nor its abilities
    QCOMPARE(id, old); // it counts from the same beginning
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    emit m_server->ActionInvoked(id, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
}

void tst_DBusNotifier::withoutAServerNothingHappensAndALaterOneIsUsed()
{
    m_notifier->show(noticeFor(chat, u"lost"_s));
    m_notifier->withdraw(travel);
    QVERIFY(settled()); // the bus has said that nobody is there
    serve();
    const uint id = show(travel, u"seen"_s);
    QCOMPARE(m_server->shown.value(id).body, u"seen"_s);
}

void tst_DBusNotifier::thePictureGoesAlong()
{
    serve();
    m_notifier->show(pictured(u"blue"_s));
    QTRY_COMPARE(m_server->shown.size(), 1);
    const QImage picture = m_server->shown.first().picture;
    QCOMPARE(picture.size(), QSize(3, 2));
    QCOMPARE(picture.pixelColor(2, 1), QColor(Qt::blue));
}

void tst_DBusNotifier::withoutAPictureItIsShownAllTheSame()
{
    serve();
    m_notifier->show(pictured(u"lost"_s));
    QTRY_COMPARE(m_server->shown.size(), 1);
    QVERIFY(m_server->shown.first().picture.isNull());
}

void tst_DBusNotifier::whatIsWithdrawnOrReplacedBeforeItsPictureIsHereIsNotShown()
{
    serve();
    m_notifier->show(pictured(u"blue"_s));
    m_notifier->withdraw(chat);
    m_notifier->show(pictured(u"blue"_s, u"first"_s));
    m_notifier->show(pictured(u"lost"_s, u"second"_s));
    QTRY_COMPARE(m_server->calls, 1);
    QVERIFY(settled());
    QCOMPARE(m_server->calls, 1);
    QCOMPARE(m_server->shown.first().body, u"second"_s);
}

SKEIN_TEST(tst_DBusNotifier)

} // namespace dBusNotifierTest

#include "tst_DBusNotifier.moc"
