// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// No message, whatever it carries, keeps the window from answering for longer than 100 ms
// (protocol.md L 100 to 113). Counted is the time that the processor worked on the GUI's thread in
// one turn of its event loop: what else the computer does then makes no difference.

#include "app/AppContext.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoService.h"
#include "core/models/MessageThreadModel.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/chats/ChatListPane.h"
#include "ui/thread/ThreadView.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QJsonArray>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace skein;

namespace stallsTest {

namespace {

constexpr int patience = 60'000; // ms, for what crosses real sockets
#ifdef SKEIN_SANITIZED
// Our own code has no optimiser and every access checked; Qt's, which breaks lines, is the same.
constexpr qint64 slower = 4;
#else
constexpr qint64 slower = 1;
#endif
constexpr int ordinary = 6; // messages
constexpr qint64 limit = 100 * slower; // ms

qint64 workedMicroseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
}

/// How long the longest turn of this thread's event loop worked. Dispatchers differ in whether they
/// work before they say that they block or after: each stretch between two such words is one.
class TurnWatch : public QObject {
public:
    TurnWatch()
    {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { turn(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { turn(); });
        restart();
    }
    void restart()
    {
        m_longest = 0;
        m_turns = 0;
        m_since = workedMicroseconds();
    }
    [[nodiscard]] qint64 longest() const { return m_longest / 1000; } ///< ms
    [[nodiscard]] int turns() const { return m_turns; }

private:
    void turn()
    {
        const qint64 now = workedMicroseconds();
        m_longest = std::max(m_longest, now - m_since);
        m_since = now;
        ++m_turns;
    }

    qint64 m_since = 0;
    qint64 m_longest = 0;
    int m_turns = 0;
};

/// Lets the event loop turn, as the program does, until it is so.
bool waitFor(const std::function<bool()>& isSo)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    QTimer::singleShot(patience, &loop, [&loop] { loop.exit(1); });
    look.start(20);
    return loop.exec() == 0;
}

QJsonObject attached(const QString& type, QJsonObject rest)
{
    rest.insert(u"type"_s, type);
    return rest;
}

QJsonObject imageAt(const QString& url) { return attached(u"image"_s, {{u"url"_s, url}}); }

QJsonObject emojiOf(const QString& placeholder, int entries)
{
    QJsonArray charmap;
    for (int n = 0; n < entries; ++n)
        charmap.append(QJsonArray{1, n});
    return attached(u"emoji"_s, {{u"placeholder"_s, placeholder}, {u"charmap"_s, charmap}});
}

QJsonObject mentionsAt(const QJsonArray& loci)
{
    return attached(
        u"mentions"_s, {{u"user_ids"_s, QJsonArray{u"1"_s, u"2"_s, u"3"_s}}, {u"loci"_s, loci}});
}

} // namespace

class tst_Stalls : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_context.reset(); }
    void theWatchSeesATurnThatWorksLong();
    void noHostileMessageStallsTheWindow();

private:
    void say(const QString& text, const QJsonArray& attachments = {});
    void sayOrdinaryThings();
    void sayHostileTexts();
    void sayHostilePictures();
    void sayHostileCards();
    void open(const QString& person);
    [[nodiscard]] MessageList& list() const
    {
        return m_context->window().chatsPage()->findChild<ThreadView*>()->list();
    }
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QString newest() const;
    void readUpwards();
    void showAll();

    QTemporaryDir m_place;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<AppContext> m_context;
    QString m_speaker;
    int m_said = 0;
};

void tst_Stalls::initTestCase()
{
    m_service = std::make_unique<DemoService>(DemoOptions{.histories = false});
    QVERIFY(m_service->start());
    m_profile = std::make_unique<Profile>(m_place.path(), false);
    const QList<DemoPerson> people = m_service->world().others();
    m_speaker = people.at(0).id;
    sayOrdinaryThings();
    QCOMPARE(m_said, ordinary);
    m_said = 0;
    m_speaker = people.at(1).id;
    sayHostileTexts();
    sayHostilePictures();
    sayHostileCards();
    say(u"the end"_s);

    m_context = std::make_unique<AppContext>(
        Options{.server = QUrl(m_service->url())}, *m_profile, m_service->token());
    m_context->start();
    QVERIFY(waitFor([this] {
        return m_context->session() && m_context->session()->view().chats.rowCount() >= 2;
    }));
}

void tst_Stalls::say(const QString& text, const QJsonArray& attachments)
{
    DemoWorld& world = m_service->world();
    QVERIFY(!world.say(m_speaker, world.me().id, text, attachments).isEmpty());
    ++m_said;
}

/// Of every kind one: what is needed for the first time (fonts, icons) is no matter of hostility.
void tst_Stalls::sayOrdinaryThings()
{
    DemoMedia& media = m_service->world().media();
    say(u"good morning \U0001F600"_s);
    say(u"the lake"_s, {imageAt(media.addScene({DemoScene::Kind::Lake, {640, 480}, 1}))});
    say(u"here"_s,
        {attached(u"location"_s,
            {{u"name"_s, u"Boathouse"_s}, {u"lat"_s, u"48.2"_s}, {u"lng"_s, u"16.3"_s}})});
    say(u"\u2603"_s, {emojiOf(u"\u2603"_s, 1)});
    say(u"something new"_s, {attached(u"hologram"_s, {})});
    say(u"the end"_s);
}

void tst_Stalls::sayHostileTexts()
{
    say(QString(50'000, u'x'));
    say(u"a b "_s.repeated(12'000));
    say(u"line\n"_s.repeated(5'000));
    say(u"a"_s + QString(20'000, QChar(0x0301)));
    say(u"\U0001F600"_s.repeated(5'000));
    say(QString(4'000, QChar(0x202E)) + u"gpj.exe"_s);
    say(u"https://a.example/?q=1 javascript:alert(1) file:///etc/passwd "_s.repeated(800));
    say(QString(3'000, QChar(0xD83D)) + QString(3'000, QChar(0xDC00)));
    say(u"\U0001F600\U0001F600 astral"_s,
        {mentionsAt({QJsonArray{0, 5}, QJsonArray{1, 1}, QJsonArray{0, 0}})});
    say(u"@you"_s.repeated(2'000),
        {mentionsAt({QJsonArray{-1, 4}, QJsonArray{5, 9999}, QJsonArray{u"a"_s, 1},
            QJsonArray{0, 8'000}, QJsonArray{2, 7'000}})});
    say(u"\u2603\u2603\u2603"_s, {emojiOf(u"\u2603"_s, 2)});
    say(u"\u2603"_s, {emojiOf(u"\u2603"_s, 2)});
    say(u"no placeholder"_s, {emojiOf({}, 3)});
    say(u"\u2603"_s.repeated(4'000), {emojiOf(u"\u2603"_s, 4'000)});
}

void tst_Stalls::sayHostilePictures()
{
    DemoMedia& media = m_service->world().media();
    const QString large
        = media.addPicture(pictures::claimingPng({60'000, 60'000}), "png", {640, 480});
    const QString huge
        = media.addPicture(pictures::claimingPng({100'000, 100'000}), "png", {100'000, 100'000});
    const QString svg = media.addPicture(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='9000'></svg>", "png",
        {64, 64});
    const QString page = media.addPicture(
        "<!DOCTYPE html><html><script>alert(1)</script></html>", "jpeg", {640, 480});
    const QString real = media.addScene({DemoScene::Kind::Meadow, {4000, 3000}, 7});
    for (const QString& url : {large, huge, svg, page, real, u"https://i.groupme.com/0x0.png.a"_s,
             u"https://i.groupme.com/no-size"_s, u"https://elsewhere.example/640x480.png.b"_s,
             u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, QString()})
        say(u"look"_s, {imageAt(url)});
    QJsonArray many;
    for (int n = 0; n < 200; ++n)
        many.append(imageAt(n % 2 ? large : u"https://i.groupme.com/%1x1.png.c"_s.arg(n)));
    say(u"all of them"_s, many);
}

void tst_Stalls::sayHostileCards()
{
    DemoWorld& world = m_service->world();
    const QString here = DemoWorld::conversationOf(m_speaker, world.me().id);
    for (const QString& name :
        {u"../../x"_s, u"CON"_s, u"a\u202Egpj.exe"_s, QString(60'000, u'n'), QString(2'000, u'/')})
        say(u"Please upgrade to download this file."_s,
            {attached(u"file"_s,
                {{u"file_id"_s,
                    world.media().addFile({.conversation = here, .name = name, .bytes = "x"})}})});
    const auto place = [](const QString& name, const QJsonValue& latitude) {
        return attached(
            u"location"_s, {{u"name"_s, name}, {u"lat"_s, latitude}, {u"lng"_s, u"1"_s}});
    };
    say(u"here"_s,
        {place(QString(30'000, u'p'), u""_s), place(u"there"_s, u"91"_s), place({}, u"nan"_s)});
    QJsonValue deep = 1;
    for (int n = 0; n < 300; ++n)
        deep = QJsonArray{deep};
    say(u"unknown"_s,
        {attached(u"hologram"_s, {{u"frames"_s, deep}, {u"data"_s, QString(100'000, u'd')}}),
            attached(QString(20'000, u't'), {})});
    QJsonArray kinds;
    for (int n = 0; n < 300; ++n)
        kinds.append(attached(u"kind %1"_s.arg(n), {}));
    say(u"three hundred parts"_s, kinds);
    say(u"a video"_s,
        {attached(u"video"_s,
            {{u"url"_s, u"javascript:alert(1)"_s}, {u"preview_url"_s, u"file:///etc/passwd"_s}})});
}

void tst_Stalls::open(const QString& person)
{
    const QString me = m_service->world().me().id;
    emit m_context->window().chatsPage()->findChild<ChatListPane*>()->picked(
        ConversationId::direct({me}, {person}));
}

QString tst_Stalls::newest() const
{
    const MessageThreadModel& thread = m_context->session()->view().thread;
    return thread.count() == 0 ? QString() : thread.row(thread.count() - 1).message.text;
}

/// Nothing in view that could still come.
bool tst_Stalls::isSettled() const
{
    for (int row = list().firstVisibleRow(); row >= 0 && row <= list().lastVisibleRow(); ++row) {
        for (const ContentNeed& need : list().layoutOf(row).needs()) {
            if (need.kind == ContentNeed::Kind::Picture
                && list().contentSource()->picture(need.url).state == Picture::State::Loading)
                return false;
        }
    }
    return true;
}

void tst_Stalls::readUpwards()
{
    QScrollBar* bar = list().verticalScrollBar();
    while (bar->value() > bar->minimum()) {
        bar->setValue(bar->value() - list().viewport()->height() * 9 / 10);
        QVERIFY(waitFor([this] { return isSettled(); }));
    }
}

/// Of each message that was cut, one after the other.
void tst_Stalls::showAll()
{
    for (int row = list().model().count() - 1; row >= 0; --row) {
        if (!list().actionsFor(row).contains(RowAction::ShowAll))
            continue;
        list().perform(RowAction::ShowAll, row);
        QVERIFY(waitFor([this] { return isSettled(); }));
    }
}

void tst_Stalls::theWatchSeesATurnThatWorksLong()
{
    TurnWatch watch;
    QTimer::singleShot(0, this, [] {
        const qint64 start = workedMicroseconds();
        while (workedMicroseconds() - start < 50'000) { }
    });
    bool isOver = false;
    QTimer::singleShot(100, this, [&isOver] { isOver = true; });
    QVERIFY(waitFor([&isOver] { return isOver; }));
    QVERIFY(watch.longest() >= 50);
    QVERIFY(watch.turns() > 2);
}

void tst_Stalls::noHostileMessageStallsTheWindow()
{
    const QList<DemoPerson> people = m_service->world().others();
    open(people.at(0).id);
    QVERIFY(waitFor([this] { return newest() == u"the end"_s && isSettled(); }));
    readUpwards();

    TurnWatch watch;
    open(people.at(1).id);
    QVERIFY(waitFor([this] {
        return m_context->session()->view().thread.count() > ordinary && newest() == u"the end"_s
            && isSettled();
    }));
    const qint64 opening = watch.longest();
    watch.restart();
    readUpwards();
    const qint64 reading = watch.longest();
    watch.restart();
    showAll();
    const qint64 expanding = watch.longest();
    QCOMPARE(m_context->session()->view().thread.count(), m_said); // all of them were shown
    watch.restart();
    m_context->window().resize(700, 600);
    QVERIFY(waitFor([this] { return isSettled(); }));
    const qint64 resizing = watch.longest();
    qInfo("longest turns, in ms: %lld opening, %lld reading, %lld expanding, %lld resizing",
        opening, reading, expanding, resizing);
    QVERIFY(std::max({opening, reading, expanding, resizing}) <= limit);
}

SKEIN_TEST(tst_Stalls)

} // namespace stallsTest

#include "tst_Stalls.moc"
