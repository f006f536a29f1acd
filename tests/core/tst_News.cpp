// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/News.h"
#include "tests/support/GroupFixture.h"
#include "tests/support/SkeinTest.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace newsTest {

namespace {

const auto rowing = GroupFixture::rowing;
const auto travel = GroupFixture::travel;

/// A look at the store of an account that has begun, at second 1000 (StoreFixture).
struct Watch {
    explicit Watch(GroupFixture& around) : f(around)
    {
        f.clock.setNow(std::chrono::seconds(receivedMessage(1000).createdAt));
        start();
    }
    void start()
    {
        news
            = std::make_unique<News>(f.store, f.feed, f.serviceClock, [this] { return isReading; });
        QObject::connect(
            news.get(), &News::found, news.get(), [this](const QList<Arrivals>& all, bool isMore) {
                if (all.isEmpty())
                    return;
                ++findings;
                wasMore = isMore;
                for (const Arrivals& each : all)
                    places.append(each);
            });
    }
    void begin()
    {
        news->begin();
        f.quiet();
        f.pass(News::gathering);
        places.clear();
        findings = 0;
    }
    void pass() { f.pass(News::gathering); }
    /// What was found since the last call: the text of each message, and what is said of it.
    QStringList found()
    {
        QStringList words;
        for (const Arrivals& place : std::exchange(places, {})) {
            for (const Arrival& each : place.items)
                words.append(each.message.text + remarks(each));
        }
        return words;
    }
    static QString remarks(const Arrival& item)
    {
        const NewsFacts& facts = item.facts;
        QString words;
        const auto add = [&](bool is, const char* word) {
            if (is)
                words += u' ' + QString::fromUtf8(word);
        };
        add(facts.kind == NewsKind::Mention, "mention");
        add(facts.kind == NewsKind::Reply, "reply");
        add(facts.kind == NewsKind::Reaction, "reaction");
        add(facts.isOwn, "own");
        add(facts.isSystem, "system");
        add(facts.isDeleted, "deleted");
        add(facts.isHistory, "history");
        add(facts.isRead, "read");
        add(facts.placeIsMuted, "muted");
        add(facts.placeIsGone, "gone");
        return words;
    }

    GroupFixture& f;
    std::unique_ptr<News> news;
    bool isReading = false;
    bool wasMore = false;
    int findings = 0;
    QList<Arrivals> places;
};

Message carrying(Message message, const QJsonObject& attachment)
{
    message.attachments.append(readAttachment(attachment));
    return message;
}

} // namespace

class tst_News : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_f = std::make_unique<GroupFixture>();
        m_f->listAll();
        m_watch = std::make_unique<Watch>(*m_f);
    }
    void cleanup()
    {
        m_watch.reset();
        m_f.reset();
    }

    void nothingIsFoundBeforeTheFirstList();
    void whatWasThereBeforeTheBeginningIsHistory();
    void aMessageIsFoundOnce();
    void afterARestartOnlyTheRestIsFound();
    void itIsSaidWhatKindOfMessageItIs();
    void whatIsOwnOrReadOrOfTheServiceIsSaidToBe();
    void muteIsThatOfTheConversationAlone();
    void olderPagesAreNoNews();
    void whatWasWrittenAboveAnOwnMessageIsFoundAfterIt();
    void whileReadingGoesOnItWaitsButNotForEver();
    void aTopicComesWithItsGroup();
    void aReactionToAnOwnMessageIsFoundOnce();
    void reactionsToOthersAndOwnOnesAreNot();
    void everythingIsFoundExactlyOnceInARandomLife_data();
    void everythingIsFoundExactlyOnceInARandomLife();

private:
    std::unique_ptr<GroupFixture> m_f;
    std::unique_ptr<Watch> m_watch;
};

void tst_News::nothingIsFoundBeforeTheFirstList()
{
    m_f->say(rowing, 1100);
    m_f->pass(1min);
    QCOMPARE(m_watch->findings, 0);
    m_watch->news->begin();
    m_f->quiet();
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 1100"_s});
}

void tst_News::whatWasThereBeforeTheBeginningIsHistory()
{
    m_f->say(rowing, 990);
    m_watch->news->begin();
    m_f->quiet();
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 990 history"_s});
    // A topic of which nothing was known then, though it was.
    m_f->say(travel, 980);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 980 history"_s});
    m_f->say(travel, 1001);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 1001"_s});
}

void tst_News::aMessageIsFoundOnce()
{
    m_watch->begin();
    m_f->say(rowing, 1001);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 1001"_s});
    m_f->say(rowing, 1001, u"edited"_s);
    m_f->read(rowing, 1001);
    m_f->pass(1min);
    QCOMPARE(m_watch->found(), QStringList());
    m_f->say(rowing, 1002);
    m_f->say(travel, 1003);
    m_watch->pass();
    QCOMPARE(m_watch->found(), (QStringList{u"message 1003"_s, u"message 1002"_s}));
    QCOMPARE(m_watch->findings, 2);
}

void tst_News::afterARestartOnlyTheRestIsFound()
{
    m_watch->begin();
    m_f->say(rowing, 1001);
    m_watch->pass();
    m_f->say(rowing, 1002); // the program ends before anybody is told
    (void)m_watch->found();
    m_watch->start();
    m_watch->news->begin();
    m_f->quiet();
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 1002"_s});
}

void tst_News::itIsSaidWhatKindOfMessageItIs()
{
    m_f->answer(rowing, 900);
    m_f->say(rowing, 901);
    m_watch->begin();
    const auto reply = [](int n) {
        return QJsonObject{{u"type"_s, u"reply"_s}, {u"reply_id"_s, fixtureId(n).value}};
    };
    const auto mention = [](const QString& user) {
        return QJsonObject{{u"type"_s, u"mentions"_s}, {u"user_ids"_s, QJsonArray{user}},
            {u"loci"_s, QJsonArray()}};
    };
    QJsonObject far = reply(5); // it is not here, but the reply says whom it answers
    far.insert(u"user_id"_s, fixtureMe.value);
    const QList<Message> messages{carrying(receivedMessage(1001), mention(fixtureMe.value)),
        carrying(receivedMessage(1002), mention(u"-1"_s)),
        carrying(receivedMessage(1003), mention(fixtureOther.value)),
        carrying(receivedMessage(1004), reply(900)), carrying(receivedMessage(1005), reply(901)),
        carrying(receivedMessage(1006), reply(6)), carrying(receivedMessage(1007), far)};
    m_f->take({.messages = messages, .complete = {}}, rowing);
    m_watch->pass();
    QCOMPARE(m_watch->found(),
        (QStringList{u"message 1001 mention"_s, u"message 1002 mention"_s, u"message 1003"_s,
            u"message 1004 reply"_s, u"message 1005"_s, u"message 1006"_s,
            u"message 1007 reply"_s}));
}

void tst_News::whatIsOwnOrReadOrOfTheServiceIsSaidToBe()
{
    m_watch->begin();
    m_f->take({.messages = {receivedMessage(1001), systemMessage(1002, {}, {}, u"Somebody left"_s),
                   ownMessage(1003), receivedMessage(1004)},
                  .complete = {}},
        rowing);
    m_watch->pass();
    QCOMPARE(m_watch->found(),
        (QStringList{u"message 1001 read"_s, u"Somebody left system read"_s,
            u"message 1003 own read"_s, u"message 1004"_s}));
    m_f->say(rowing, 1005);
    m_f->take({.messages = {deletionOf(1006, 1005)}, .complete = {}}, rowing);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u" deleted"_s});
}

void tst_News::muteIsThatOfTheConversationAlone()
{
    m_watch->begin();
    m_f->mute(rowing, mutedForever);
    m_f->say(rowing, 1001);
    m_f->say(travel, 1002);
    m_watch->pass();
    QCOMPARE(m_watch->found(), (QStringList{u"message 1002"_s, u"message 1001 muted"_s}));
    m_f->mute(rowing, 0);
    m_f->mute(travel, m_f->now() + 60);
    m_f->say(rowing, 1003);
    m_f->say(travel, 1004);
    m_watch->pass();
    QCOMPARE(m_watch->found(), (QStringList{u"message 1004 muted"_s, u"message 1003"_s}));
    m_f->pass(1min);
    m_f->say(travel, 1005);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList{u"message 1005"_s});
}

void tst_News::olderPagesAreNoNews()
{
    m_watch->begin();
    m_f->say(rowing, 1100);
    m_watch->pass();
    (void)m_watch->found();
    m_f->take(pageOf(receivedMessages(900, 950)), rowing);
    m_f->take(pageOf(receivedMessages(1040, 1050)), rowing); // after the beginning, even
    m_f->pass(1min);
    QCOMPARE(m_watch->found(), QStringList());
}

void tst_News::whatWasWrittenAboveAnOwnMessageIsFoundAfterIt()
{
    m_watch->begin();
    m_f->say(rowing, 1001);
    m_f->change([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(1003, u"mine-1003"_s, rowing), changes);
    });
    m_f->answer(rowing, 1003); // the answer to sending it comes before the next page
    m_watch->pass();
    (void)m_watch->found();
    m_f->say(rowing, 1002);
    m_watch->pass();
    QCOMPARE(m_watch->found(), (QStringList{u"message 1002"_s, u"message 1003 own"_s}));
}

void tst_News::whileReadingGoesOnItWaitsButNotForEver()
{
    m_watch->begin();
    m_watch->isReading = true;
    for (int n = 1001; n <= 1010; ++n) {
        m_f->say(rowing, n);
        m_f->pass(1s);
    }
    QCOMPARE(m_watch->findings, 0);
    m_watch->isReading = false;
    m_watch->pass();
    QCOMPARE(m_watch->findings, 1);
    QVERIFY(!m_watch->wasMore);
    QCOMPARE(m_watch->found().size(), 10);
    m_watch->isReading = true;
    m_f->say(rowing, 1011);
    m_f->pass(News::patience + 1s);
    QCOMPARE(m_watch->findings, 2);
    QVERIFY(m_watch->wasMore);
}

void tst_News::aTopicComesWithItsGroup()
{
    m_watch->begin();
    m_f->say(travel, 1001);
    m_f->say(rowing, 1002);
    m_watch->pass();
    QCOMPARE(m_watch->places.size(), 2);
    QCOMPARE(m_watch->places.at(1).groupTitle, u"Rowing"_s);
    QCOMPARE(m_watch->places.at(1).place.title, u"Travel"_s);
    QCOMPARE(m_watch->places.at(0).groupTitle, QString());
}

void tst_News::aReactionToAnOwnMessageIsFoundOnce()
{
    Message mine = ownMessage(1001);
    m_watch->begin();
    m_f->take({.messages = {mine, receivedMessage(1002)}, .complete = {}}, rowing);
    m_watch->pass();
    (void)m_watch->found();
    mine.reactions = {{.code = u"🔥"_s, .users = {fixtureOther}}};
    for (int again = 0; again < 2; ++again) {
        m_f->take({.messages = {mine}, .complete = {}}, rowing);
        m_watch->pass();
    }
    QCOMPARE(m_watch->places.size(), 1);
    QCOMPARE(m_watch->places.first().items.first().sender, fixtureOther);
    QCOMPARE(m_watch->found(), QStringList{u"message 1001 reaction"_s});
}

void tst_News::reactionsToOthersAndOwnOnesAreNot()
{
    QList<Message> messages{ownMessage(1001), receivedMessage(1002)};
    m_watch->begin();
    m_f->take({.messages = messages, .complete = {}}, rowing);
    m_watch->pass();
    (void)m_watch->found();
    messages[0].reactions = {{.code = u"🔥"_s, .users = {fixtureMe}}};
    messages[1].reactions = {{.code = u"🔥"_s, .users = {fixtureOther, fixtureMe}}};
    m_f->take({.messages = messages, .complete = {}}, rowing);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList());
    // History that comes with its reactions tells of nothing new.
    Message old = ownMessage(500);
    old.reactions = {{.code = u"🔥"_s, .users = {fixtureOther}}};
    m_f->take({.messages = {old}, .complete = {}}, rowing);
    m_watch->pass();
    QCOMPARE(m_watch->found(), QStringList());
}

void tst_News::everythingIsFoundExactlyOnceInARandomLife_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_News::everythingIsFoundExactlyOnceInARandomLife()
{
    QFETCH(const quint32, seed);
    QRandomGenerator dice(seed);
    m_watch->begin();
    const QList<ConversationId> places{rowing, travel, fixtureChat(), fixtureChat(1)};
    QStringList said;
    QStringList found;
    int next = 1001;
    const auto gather = [&] {
        m_watch->pass();
        for (const QString& each : m_watch->found()) {
            if (!each.contains(" history"_L1) && !each.contains(" own"_L1))
                found.append(each.section(u' ', 0, 1));
        }
    };
    for (int step = 0; step < 120; ++step) {
        const ConversationId& place = places.at(dice.bounded(places.size()));
        switch (dice.bounded(6)) {
        case 0:
            m_f->take(pageOf(receivedMessages(step + 1, step + 5)), place); // of long ago
            break;
        case 1:
            m_f->answer(place, next++);
            break;
        case 2:
            m_f->read(place, next - 1);
            break;
        case 3: // what was found is told: then the program ends
            gather();
            m_watch->start();
            m_watch->news->begin();
            m_f->quiet();
            break;
        default:
            said.append(u"message %1"_s.arg(next));
            m_f->say(place, next++);
            break;
        }
        if (dice.bounded(3) == 0)
            gather();
    }
    gather();
    std::ranges::sort(said);
    std::ranges::sort(found);
    QCOMPARE(found, said);
}

SKEIN_TEST(tst_News)

} // namespace newsTest

#include "tst_News.moc"
