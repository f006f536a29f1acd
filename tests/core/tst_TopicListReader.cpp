// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/TopicListReader.h"
#include "tests/fakes/FakeGroups.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace topicListReaderTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
const ConversationId rowing = groupCalled(u"55501"_s);
const ConversationId travel = topicCalled(u"55777"_s, u"55501"_s);
const QString topicsPlace = u"/v3/groups/55501/subgroups"_s;

} // namespace

class tst_TopicListReader : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m = std::make_unique<World>();
        m->groups.add(rowing.id, u"Rowing"_s);
        m->f.now([](Stores& stores, Changes& changes) {
            stores.groups.take({.id = rowing, .title = u"Rowing"_s}, true, changes);
            return true;
        });
    }
    void cleanup() { m.reset(); }

    void topicsAreStoredUnderTheirGroup()
    {
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->groups.say(travel.id, u"the train is booked"_s);
        m->read();
        const auto topic = m->stored(travel);
        QVERIFY(topic);
        QCOMPARE(topic->title, u"Travel"_s);
        QCOMPARE(topic->preview, u"the train is booked"_s);
        QCOMPARE(topic->previewSender, u"Somebody"_s);
        QCOMPARE(topic->id.parent(), rowing);
        QVERIFY(!topic->groupKind); // lists do not tell it (seed)
        QCOMPARE(m->finished.size(), 1);
    }

    void everyPageIsReadUntilAnEmptyOne()
    {
        m->groups.perPage = 7;
        for (int n = 0; n < 23; ++n)
            m->groups.addTopic(rowing.id, QString::number(70'000 + n), u"Topic %1"_s.arg(n));
        m->read();
        QCOMPARE(m->topics().size(), 23);
        QCOMPARE(m->f.asked(Get, topicsPlace), 5); // four with rows, one without
    }

    void aServiceThatGivesTheSamePageForEverEnds()
    {
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        const QJsonArray page{QJsonObject{{u"id"_s, 55777}, {u"topic"_s, u"Travel"_s}}};
        m->f.network().handle(
            Get, topicsPlace, [page](const HttpRequest&) { return FakeTransport::json(page); });
        m->read();
        QCOMPARE(m->f.asked(Get, topicsPlace), 2);
        QCOMPARE(m->topics().size(), 1);
    }

    void whatIsThereTheFirstTimeCountsAsRead()
    {
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->groups.say(travel.id, u"old news"_s);
        m->read();
        QVERIFY(!m->isStale(travel));
        m->groups.say(travel.id, u"fresh news"_s);
        m->read();
        QVERIFY(m->isStale(travel));
    }

    void theFirstMessageOfTheFirstTopicOfAKnownGroupIsNew()
    {
        m->f.now([](Stores& stores, Changes& changes) {
            ConversationSummary list{.id = rowing, .title = u"Rowing"_s};
            list.group.topics = 0;
            stores.groups.take(list, true, changes);
            return true;
        });
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->groups.say(travel.id, u"first!"_s);
        m->read();
        QVERIFY(m->isStale(travel));
    }

    void aTopicThatIsNotListedAnyMoreIsReported()
    {
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->groups.addTopic(rowing.id, u"55778"_s, u"Kit"_s);
        m->read();
        QSignalSpy missed(&m->reader, &TopicListReader::missed);
        m->groups.removeTopic(rowing.id, travel.id);
        m->read();
        QCOMPARE(missed.size(), 1);
        QCOMPARE(missed.first().first().value<QList<ConversationId>>(), QList{travel});
    }

    void aReadingThatBrokeOffReportsNobodyMissing()
    {
        m->groups.perPage = 1;
        m->groups.addTopic(rowing.id, travel.id, u"Travel"_s);
        m->groups.addTopic(rowing.id, u"55778"_s, u"Kit"_s);
        m->read();
        QSignalSpy missed(&m->reader, &TopicListReader::missed);
        m->f.network().expect(Get, topicsPlace + u"?page=2&per_page=100&include=unread_count"_s,
            FakeTransport::failure(500));
        m->read();
        QCOMPARE(missed.size(), 0);
        QVERIFY(m->finished.last().at(1).value<std::optional<Error>>());
        QVERIFY(m->due().contains(rowing) || m->topics().size() == 2);
    }

    void whoIsNoMemberIsNotAskedAgainAtOnce()
    {
        m->f.now([](Stores& stores, Changes& changes) {
            ConversationSummary list{.id = rowing, .title = u"Rowing club"_s};
            list.group.topics = 2;
            stores.groups.take(list, false, changes);
            return true;
        });
        QVERIFY(m->due().contains(rowing));
        m->groups.removeGroup(rowing.id); // 404
        m->read();
        QVERIFY(m->finished.last().at(1).value<std::optional<Error>>());
        QVERIFY(!m->due().contains(rowing));
    }

    void onlyOneGroupIsReadAtATime()
    {
        QVERIFY(m->reader.read(rowing));
        QVERIFY(!m->reader.read(groupCalled(u"777"_s)));
        m->f.settle();
        QCOMPARE(m->finished.size(), 1);
    }

private:
    struct World {
        SyncFixture f;
        FakeGroups groups{f.service, f.network()};
        ServiceClock clock{f.clock};
        TopicListReader reader{f.api(), f.store(), clock};
        QSignalSpy finished{&reader, &TopicListReader::finished};

        void read()
        {
            reader.read(rowing);
            f.settle();
            f.clock.advance(1s);
        }
        std::optional<Conversation> stored(const ConversationId& id)
        {
            return f.look([id](Stores& stores) { return stores.conversations.one(id); });
        }
        QList<ConversationId> topics()
        {
            return f.look([](Stores& stores) { return stores.groups.topics(rowing); });
        }
        QList<ConversationId> due()
        {
            return f.look([](Stores& stores) { return stores.groups.topicsDue(); });
        }
        bool isStale(const ConversationId& id)
        {
            return f.look(
                [id](Stores& stores) { return stores.conversations.stale().contains(id); });
        }
    };
    std::unique_ptr<World> m;
};

SKEIN_TEST(tst_TopicListReader)

} // namespace topicListReaderTest

#include "tst_TopicListReader.moc"
