// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChatListModel and TopicListModel through random days, beside a world of plain values.

#include "core/models/ChatListModel.h"
#include "core/models/TopicListModel.h"
#include "tests/support/GroupFixture.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QRandomGenerator>

#include <algorithm>
#include <tuple>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace listsAtRandomTest {

namespace {

using Kind = ConversationId::Kind;

/// One conversation as anybody would write it down.
struct Place {
    ConversationId id;
    QString title;
    QList<std::pair<int, bool>> said; ///< second, by me; oldest first
    int readUpTo = 0;
    int written = 0; ///< the newest own message, from another device
    bool readForSure = false;
    qint64 mutedUntil = 0;
    Membership own = Membership::Active;
    QString draft;
};

/// What a row of either list shows.
struct Row {
    QString key;
    QString title;
    int unread = 0;
    int mutedUnread = 0;
    bool isMuted = false;
    QString preview;
    QString topic;
    QString draft;
    bool isGone = false;

    bool operator==(const Row&) const = default;
};

char* toString(const Row& row)
{
    const QString text = u"%1 \"%2\" %3+%4 muted:%5 \"%6\" in \"%7\" draft \"%8\" gone:%9"_s.arg(
        row.key, row.title, QString::number(row.unread), QString::number(row.mutedUnread),
        QString::number(row.isMuted), row.preview, row.topic, row.draft,
        QString::number(row.isGone));
    return QTest::toString(text);
}

class World {
public:
    QMap<QString, Place> places; ///< by key
    qint64 now = 0; ///< the service's

    [[nodiscard]] const Place* parentOf(const Place& place) const
    {
        const auto found = places.constFind(place.id.parent().key());
        return place.id.kind == Kind::Topic && found != places.cend() ? &*found : nullptr;
    }
    [[nodiscard]] bool isGone(const Place& place) const
    {
        const Place* parent = parentOf(place);
        return place.own != Membership::Active || (parent && parent->own != Membership::Active);
    }
    [[nodiscard]] bool isMuted(const Place& place) const { return place.mutedUntil > now; }
    [[nodiscard]] static int unread(const Place& place)
    {
        return static_cast<int>(std::ranges::count_if(place.said,
            [&](const auto& line) { return !line.second && line.first > place.readUpTo; }));
    }
    [[nodiscard]] static int last(const Place& place)
    {
        return place.said.isEmpty() ? 0 : place.said.last().first;
    }
    [[nodiscard]] static QString preview(const Place& place)
    {
        return place.said.isEmpty() ? QString() : u"message %1"_s.arg(place.said.last().first);
    }
    [[nodiscard]] static QString titleOf(const Place& place)
    {
        return place.title.isEmpty() ? u"Unknown"_s : place.title;
    }

    [[nodiscard]] QList<Row> chatList() const
    {
        struct Entry {
            int last;
            QString id;
            Row row;
        };
        QList<Entry> entries;
        for (const Place& place : places) {
            if (place.id.kind == Kind::Topic || place.own == Membership::Left)
                continue;
            Entry entry{last(place), place.id.id, plainRow(place)};
            for (const Place& topic : places) {
                if (topic.id.kind != Kind::Topic || topic.id.related != place.id.id
                    || place.id.kind != Kind::Group || isGone(topic))
                    continue;
                (isMuted(topic) ? entry.row.mutedUnread : entry.row.unread) += unread(topic);
                if (last(topic) > entry.last) {
                    entry.last = last(topic);
                    entry.row.preview = preview(topic);
                    entry.row.topic = titleOf(topic);
                }
            }
            entries.append(entry);
        }
        std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
            return a.last != b.last ? a.last > b.last : a.id < b.id;
        });
        QList<Row> rows;
        for (const Entry& entry : entries)
            rows.append(entry.row);
        return rows;
    }
    [[nodiscard]] QList<Row> topicList(const ConversationId& group) const
    {
        struct Entry {
            int rank;
            int last;
            QString id;
            Row row;
        };
        QList<Entry> entries;
        for (const Place& place : places) {
            if (place.id.kind == Kind::Direct || !(place.id.parent() == group))
                continue;
            const bool isGroup = place.id.kind == Kind::Group;
            entries.append({isGroup                 ? 0
                    : place.own == Membership::Gone ? 2
                                                    : 1,
                last(place), place.id.id, plainRow(place)});
            if (isGroup)
                entries.last().row.title = u"Main chat"_s;
        }
        std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
            return std::tuple(a.rank, -a.last, a.id) < std::tuple(b.rank, -b.last, b.id);
        });
        QList<Row> rows;
        for (const Entry& entry : entries)
            rows.append(entry.row);
        return rows;
    }

private:
    [[nodiscard]] Row plainRow(const Place& place) const
    {
        Row row{.key = place.id.key(),
            .title = titleOf(place),
            .isMuted = isMuted(place),
            .preview = preview(place),
            .topic = {},
            .draft = place.draft,
            .isGone = isGone(place)};
        (row.isMuted ? row.mutedUnread : row.unread) = unread(place);
        return row;
    }
};

QList<Row> shownBy(const QAbstractItemModel& model, int role)
{
    QList<Row> rows;
    for (int n = 0; n < model.rowCount(); ++n) {
        const QModelIndex index = model.index(n, 0);
        const auto c = index.data(role).value<Conversation>();
        rows.append({c.id.key(), index.data().toString(), c.unread, c.mutedUnread, c.isMuted,
            c.preview, c.previewTopic, c.draft, c.isGone()});
    }
    return rows;
}

/// The store and both models beside the world of plain values.
class Days : public GroupFixture {
public:
    explicit Days(quint32 seed) : random(seed)
    {
        world.now = now();
        for (int n = 1; n <= 4; ++n)
            meet(ConversationId::group(QString::number(500 + n)));
        for (int n = 1; n <= 3; ++n)
            meet(fixtureChat(n));
        for (int n = 1; n <= 6; ++n)
            meet(ConversationId::topic(
                QString::number(700 + n), ConversationId::group(QString::number(501 + n % 3))));
        quiet();
        chatRows.clear();
    }

    World world;
    ChatListModel chats{store, feed, serviceClock};
    TopicListModel topics{store, feed, serviceClock};
    QAbstractItemModelTester chatsTester{
        &chats, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester topicsTester{
        &topics, QAbstractItemModelTester::FailureReportingMode::Fatal};
    RowSignals chatRows{chats};
    RowSignals topicRows{topics};
    int switches = 0;

    void step()
    {
        ++second;
        switch (random.bounded(13)) {
        case 0:
        case 1:
        case 2:
            return talk(false);
        case 3:
            return talk(true);
        case 4:
            return readSomewhere();
        case 5:
            return muteSomewhere();
        case 6:
            return changeMembership();
        case 7:
            return rename();
        case 8:
            return wait();
        case 9:
            return setOwnClock();
        case 10:
            return switchGroup();
        case 11:
            return draftSomewhere();
        default:
            if (world.places.size() < 40)
                meet(ConversationId::topic(QString::number(700 + world.places.size()),
                    ConversationId::group(QString::number(random.bounded(501, 505)))));
        }
    }

private:
    Place& any()
    {
        auto place = world.places.begin();
        std::advance(place, random.bounded(int(world.places.size())));
        return *place;
    }
    void meet(const ConversationId& id)
    {
        const QString title = u"Place %1"_s.arg(id.id);
        world.places[id.key()] = {.id = id, .title = title};
        post([=](Stores& stores, Changes& changes) {
            stores.groups.take(summaryOf(id, title, std::nullopt), false, changes);
        });
    }
    void talk(bool isOwn)
    {
        Place& place = any();
        place.said.append({second, isOwn});
        if (isOwn) {
            place.written = second;
            place.readUpTo = std::max(place.readUpTo, second);
        }
        post([id = place.id, message = isOwn ? ownMessage(second) : receivedMessage(second)](
                 Stores& stores, Changes& changes) {
            stores.messages.take(id, {.messages = {message}, .complete = {}}, changes);
        });
    }
    void readSomewhere()
    {
        Place& place = any();
        const int upTo = random.bounded(second + 1);
        // What is certain replaces what was only assumed, once, but for what stood above an own
        // message; from then on it only grows.
        place.readUpTo = std::max(place.readForSure ? place.readUpTo : place.written, upTo);
        place.readForSure = true;
        post([id = place.id, upTo](Stores& stores, Changes& changes) {
            stores.conversations.raiseRead(id, positionOf(receivedMessage(upTo)), true, changes);
        });
    }
    void muteSomewhere()
    {
        Place& place = any();
        if (place.id.kind == Kind::Direct)
            return;
        const QList<qint64> ends{0, 0, world.now - 5, world.now + 1, world.now + 100,
            world.now + 3600, world.now + 200'000, mutedForever};
        place.mutedUntil = ends.at(random.bounded(int(ends.size())));
        post([id = place.id, until = place.mutedUntil](
                 Stores& stores, Changes& changes) { stores.groups.setMuted(id, until, changes); });
    }
    void changeMembership()
    {
        Place& place = any();
        if (place.id.kind == Kind::Direct)
            return;
        const QList<Membership> all{Membership::Active, Membership::Active, Membership::Gone,
            place.id.kind == Kind::Group ? Membership::Left : Membership::Active};
        const Membership next = all.at(random.bounded(int(all.size())));
        if (!(place.own == Membership::Left && next == Membership::Gone))
            place.own = next;
        post([id = place.id, next](Stores& stores, Changes& changes) {
            stores.groups.setMembership(id, next, changes);
        });
    }
    void rename()
    {
        Place& place = any();
        place.title = random.bounded(10) == 0 ? QString() : u"Name %1"_s.arg(second);
        post([id = place.id, title = place.title](Stores& stores, Changes& changes) {
            stores.conversations.takeSummary(summaryOf(id, title, std::nullopt), false, changes);
        });
    }
    void draftSomewhere()
    {
        Place& place = any();
        place.draft = random.bounded(2) == 0 ? QString() : u"draft %1"_s.arg(second);
        post([id = place.id, draft = place.draft](Stores& stores, Changes& changes) {
            stores.drafts.save(id, draftOf(draft), changes);
        });
    }
    void wait()
    {
        // What was said before has been heard before: timers know of it.
        quiet();
        const qint64 seconds = QList<qint64>{1, 59, 99, 3600, 90'000}.at(random.bounded(5));
        clock.advance(std::chrono::seconds(seconds));
        world.now += seconds;
    }
    void setOwnClock()
    {
        quiet();
        const int by = random.bounded(20, 100'000); // more than the network's seconds
        clock.setNow(clock.now() + std::chrono::seconds(random.bounded(2) == 0 ? by : -by));
        serviceClock.learn(world.now); // as the next answer tells
    }
    void switchGroup()
    {
        const int group = random.bounded(6);
        const auto before = topics.group();
        topics.setGroup(
            group == 0 ? ConversationId{} : ConversationId::group(QString::number(500 + group)));
        switches += topics.group() == before ? 0 : 1;
    }

    QRandomGenerator random;
    int second = 0;
};

} // namespace

class tst_ListsAtRandom : public QObject {
    Q_OBJECT

private slots:
    void bothListsSayWhatIsSo_data();
    void bothListsSayWhatIsSo();
};

void tst_ListsAtRandom::bothListsSayWhatIsSo_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2026U, 777U, 31'337U})
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ListsAtRandom::bothListsSayWhatIsSo()
{
    QFETCH(const quint32, seed);
    Days days(seed);
    for (int step = 1; step <= 500; ++step) {
        days.step();
        if (step % 3 != 0) // more than one change may be under way
            continue;
        days.quiet();
        const auto shown = shownBy(days.chats, ChatListModel::ConversationRole);
        const auto expected = days.world.chatList();
        QCOMPARE(shown.size(), expected.size());
        int total = 0;
        for (qsizetype row = 0; row < shown.size(); ++row) {
            QCOMPARE(shown.at(row), expected.at(row));
            total += shown.at(row).unread;
        }
        QCOMPARE(days.chats.totalUnread(), total);
        const auto topics = shownBy(days.topics, TopicListModel::ConversationRole);
        const auto there = days.topics.group().isEmpty()
            ? QList<Row>{}
            : days.world.topicList(days.topics.group());
        QCOMPARE(topics.size(), there.size());
        for (qsizetype row = 0; row < topics.size(); ++row)
            QCOMPARE(topics.at(row), there.at(row));
    }
    QVERIFY(days.chatRows.reset.isEmpty());
    QVERIFY(days.topicRows.removed.isEmpty());
    QVERIFY(days.topicRows.reset.size() <= 2 * days.switches);
    QVERIFY(days.switches > 5 && !days.chatRows.moved.isEmpty());
}

SKEIN_TEST(tst_ListsAtRandom)

} // namespace listsAtRandomTest

#include "tst_ListsAtRandom.moc"
