// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random lives of a person with a random history at the service: people talk, edit and delete in
// chats, groups and topics, the network fails and lies, the program sleeps, is switched, scrolled
// and ended. After it has had its peace, every thread is the service's, and so is what is unread.

#include "tests/support/AccountFixture.h"
#include "tests/support/DemoNetwork.h"
#include "tests/support/Seeds.h"
#include "tests/support/SkeinTest.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nothingSkippedTest {

using std::chrono::milliseconds;
using Attention = SyncEngine::Attention;

namespace {

const DemoPerson myself{.id = FakeService::me, .name = u"Ana Lopez"_s};
const QList<DemoPerson> people{{.id = u"20001"_s, .name = u"Ivy Marsh"_s},
    {.id = u"900"_s, .name = u"Jon Reed"_s}, {.id = u"4000000001"_s, .name = u"Kim Oak"_s}};

constexpr int past = 60; // messages of each conversation
const QString missing = u"something is missing"_s;

bool isBookkeepingRow(const DemoMessage& message)
{
    const QString type = message.event.value(u"type"_s).toString();
    return message.isSystem() && (type == "message.deleted"_L1 || type == "message.update"_L1);
}

/// A message in few words, to compare: what it says, or that it says nothing any more.
QString line(const QString& id, const QString& text, bool isDeleted)
{
    return id + u' ' + (isDeleted ? u"(deleted)"_s : text);
}

/// The first line in which they differ, in words; empty for none.
QString difference(const QStringList& shown, const QStringList& real)
{
    const auto [here, there] = std::ranges::mismatch(shown, real);
    if (here == shown.end() && there == real.end())
        return {};
    return u"%1 of %2 lines: \"%3\" instead of \"%4\""_s.arg(here - shown.begin())
        .arg(real.size())
        .arg(here == shown.end() ? u"nothing"_s : *here)
        .arg(there == real.end() ? u"nothing"_s : *there);
}

/// What happens at the service, whether anybody looks or not.
class Others {
public:
    Others(DemoWorld& world, QRandomGenerator& dice) : m_world(world), m_dice(dice)
    {
        for (const DemoPerson& person : people)
            add(ConversationId::direct({myself.id}, {person.id}));
        for (const QString& name : {u"Boat house"_s, u"Choir"_s}) {
            DemoGroup wanted{.name = name, .creator = people.at(0).id};
            for (const DemoPerson& member : QList{myself} + people)
                wanted.members.append({.user = member.id});
            const auto group = ConversationId::group(m_world.addGroup(wanted));
            add(group);
            add(ConversationId::topic(m_world.addTopic(group.id, {.title = u"Dates"_s}), group));
        }
    }

    void something()
    {
        const ConversationId place = any();
        const int what = m_dice.bounded(20);
        if (what < 12)
            talk(place, 1 + m_dice.bounded(4));
        else if (what == 12)
            talk(place, 1 + m_dice.bounded(m_dice.bounded(4) == 0 ? 500 : 60));
        else if (what < 15)
            changeOne(place, [this](const QString& where, const QString& id) {
                m_world.edit(where, id, u"edited %1"_s.arg(++m_said));
            });
        else if (what < 17)
            changeOne(place,
                [this](const QString& where, const QString& id) { m_world.erase(where, id); });
        else if (what == 17)
            m_world.systemRow(place.id, u"Jon Reed changed the weather."_s, {});
        else
            writeElsewhere(place);
    }
    [[nodiscard]] ConversationId any() { return places.at(m_dice.bounded(int(places.size()))); }

    /// The thread as the service has it, without rows that only say what happened to others.
    [[nodiscard]] QStringList thread(const ConversationId& place) const
    {
        QStringList lines;
        for (const DemoMessage& message : m_world.messages(place.id)) {
            if (!isBookkeepingRow(message))
                lines.append(line(message.id, message.text, message.deletedAt != 0));
        }
        return lines;
    }
    /// Messages of others behind what was read: told to the service, or shown, before or here, or
    /// above something that was written on another device.
    [[nodiscard]] int unread(const ConversationId& place) const
    {
        int count = 0;
        for (const DemoMessage& message : m_world.messages(place.id)) {
            const bool counts = message.senderId != myself.id && !message.isSystem();
            if (counts && message.deletedAt == 0
                && DemoWorld::idLess(m_read.value(place.id), message.id))
                ++count;
        }
        return count;
    }
    void noteRead(const ConversationId& place, const QString& id)
    {
        if (QString& read = m_read[place.id]; DemoWorld::idLess(read, id))
            read = id;
    }

    QList<ConversationId> places;

private:
    void add(const ConversationId& place)
    {
        const int read = m_dice.bounded(past);
        writePast(place, read);
        const QString id = m_world.messages(place.id).at(read).id;
        m_world.setReceipt(place.id, myself.id, id);
        noteRead(place, id);
        places.append(place);
    }
    /// Years of it: ids of all the lengths that there were, several in the same second. Own
    /// messages only up to `read`: where one wrote one has read.
    void writePast(const ConversationId& place, int read)
    {
        QList<DemoMessage> messages;
        qint64 second = 1'300'000'000;
        for (int n = 0; n < past; ++n) {
            second += m_dice.bounded(3) * 1'000'000;
            const QString id = n < 20 ? QString::number(80'000'000 + n)
                : n < 35              ? QString::number(13'000'000'000'000 + n)
                                      : QString::number(1'400'000'000'000'000 + n);
            messages.append({.id = id,
                .createdAt = second,
                .senderId = n <= read && m_dice.bounded(4) == 0 ? myself.id : someoneElse(place),
                .text = u"past %1"_s.arg(n)});
        }
        m_world.insert(place.id, messages);
    }
    void talk(const ConversationId& place, int lines)
    {
        for (int n = 0; n < lines; ++n)
            say(place, someoneElse(place));
    }
    void writeElsewhere(const ConversationId& place) { noteRead(place, say(place, myself.id)); }
    QString say(const ConversationId& place, const QString& who)
    {
        const QString text = u"said %1"_s.arg(++m_said);
        if (place.kind != ConversationId::Kind::Direct)
            return m_world.sayIn(place.id, who, text);
        return m_world.say(who, who == myself.id ? place.related : myself.id, text);
    }
    template <class Change>
    void changeOne(const ConversationId& place, Change change)
    {
        const QList<DemoMessage> all = m_world.messages(place.id);
        const DemoMessage& one
            = all.at(all.size() - 1 - m_dice.bounded(std::min(int(all.size()), 150)));
        if (!one.isSystem() && one.deletedAt == 0)
            change(place.id, one.id);
    }
    [[nodiscard]] QString someoneElse(const ConversationId& place)
    {
        return place.kind == ConversationId::Kind::Direct
            ? place.related
            : people.at(m_dice.bounded(int(people.size()))).id;
    }

    DemoWorld& m_world;
    QRandomGenerator& m_dice;
    QHash<QString, QString> m_read;
    int m_said = 0;
};

/// What the person and the computer do to the program.
class Person {
public:
    Person(quint32 seed)
        : m_dice(seed)
        , m_net(myself, people, m_f.clock)
        , others(m_net.world, m_dice)
    {
        m_f.service.alsoServes = [this](FakeTransport& network) { m_net.serve(network); };
        restart(0ms);
    }

    void doSomething()
    {
        const int what = m_dice.bounded(24);
        if (what < 6)
            open(others.any());
        else if (what < 14)
            scroll();
        else if (what < 17)
            seeTheLastRow();
        else if (what < 20)
            m_account->sync.setAttention(static_cast<Attention>(m_dice.bounded(3)));
        else if (what == 20)
            m_account->outbox.send(others.any(), u"sent %1"_s.arg(++m_sent));
        else if (what == 21)
            sleep();
        else if (what == 22)
            restart(milliseconds{m_dice.bounded(600'000)});
        else
            changeLuck();
        m_f.pass(milliseconds{m_dice.bounded(2500)}, 500ms);
    }
    /// Everything works from now on, and there is time.
    void comeToRest()
    {
        m_net.faults.clear();
        m_net.isOut = false;
        m_f.network().release();
        m_account->sync.setAttention(Attention::Focused);
        m_account->sync.lookNow();
        m_f.pass(8min, 2s);
    }
    [[nodiscard]] int unread(const ConversationId& place) { return m_f.unread(place); }

    /// Opens the conversation at its end and scrolls to its beginning.
    [[nodiscard]] QStringList readAll(const ConversationId& place)
    {
        open(place);
        m_account->thread.openAtEnd();
        m_f.pass(6s, 2s);
        QStringList lines = rows();
        for (int patience = 60; patience > 0 && !isAtBeginning(); --patience) {
            m_account->thread.setVisibleRows(0, 10);
            m_f.pass(500ms, 500ms);
            const QStringList now = rows();
            if (lines.value(0) == missing)
                lines.removeFirst(); // what is above is looked at anew
            const qsizetype known = now.indexOf(lines.value(0));
            lines = now.first(std::max<qsizetype>(known, 0)) + lines;
        }
        return isAtBeginning() ? lines : QStringList(u"its beginning does not come"_s);
    }

private:
    void open(const ConversationId& place)
    {
        m_account->thread.open(place);
        m_account->sync.setOpen(place);
        m_f.settle();
    }
    void scroll()
    {
        const int rows = m_account->thread.count();
        const int top = rows == 0 ? 0 : m_dice.bounded(rows);
        m_account->thread.setVisibleRows(
            m_dice.bounded(2) == 0 ? 0 : top, std::min(rows - 1, top + 12));
    }
    void seeTheLastRow()
    {
        const MessageThreadModel& thread = m_account->thread;
        if (thread.count() == 0 || thread.row(thread.count() - 1).message.id.isEmpty())
            return;
        const MessageId seen = thread.row(thread.count() - 1).message.id;
        others.noteRead(thread.conversation(), seen.value);
        m_account->receipts.shown(thread.conversation(), seen);
    }
    void sleep()
    {
        m_net.isOut = true;
        m_f.clock.advance(milliseconds{m_dice.bounded(7'200'000)});
        for (int n = m_dice.bounded(30); n > 0; --n)
            others.something();
        m_net.isOut = false;
        m_account->sync.lookNow();
    }
    /// Ends the program at this moment, whatever is on its way.
    void restart(milliseconds away)
    {
        const auto attention = static_cast<Attention>(m_dice.bounded(3));
        m_tester.reset();
        m_account.reset();
        m_f.restart([&] { m_f.clock.advance(away); });
        m_account.emplace(m_f, m_folder.path());
        m_tester.emplace(&m_account->thread, QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_account->sync.setAttention(attention);
        m_account->start();
    }
    void changeLuck()
    {
        using Kind = DemoFault::Kind;
        m_net.faults.clear();
        if (m_dice.bounded(3) == 0)
            return;
        const QString messages = u"messages"_s;
        const QList<DemoFault> mishaps{{.kind = Kind::Status, .probability = 0.2, .status = 503},
            {.kind = Kind::Status, .probability = 0.1, .status = 429, .retryAfter = 3},
            {.kind = Kind::Status, .probability = 0.2, .status = 429},
            {.kind = Kind::DropBefore, .probability = 0.2},
            {.kind = Kind::DropAfter, .probability = 0.2},
            {.kind = Kind::Truncate, .probability = 0.2},
            {.kind = Kind::Foreign, .probability = 0.2},
            {.kind = Kind::PageSize, .method = u"GET"_s, .path = messages, .pageSize = 7},
            {.kind = Kind::PageSize,
                .method = u"GET"_s,
                .path = messages,
                .probability = 0.3,
                .pageSize = 1},
            {.kind = Kind::IgnoreCursor, .method = u"GET"_s, .path = messages, .probability = 0.5},
            {.kind = Kind::SamePage, .method = u"GET"_s, .path = u"chats$"_s}};
        for (int n = 1 + m_dice.bounded(3); n > 0; --n) {
            DemoFault mishap = mishaps.at(m_dice.bounded(int(mishaps.size())));
            mishap.times = -1;
            mishap.seed = m_dice.generate();
            m_net.faults.add(mishap);
        }
        if (m_dice.bounded(3) == 0)
            m_f.network().hold();
        else
            m_f.network().release();
    }
    [[nodiscard]] bool isAtBeginning() const
    {
        const MessageThreadModel& thread = m_account->thread;
        return thread.count() > 0 && thread.row(0).above == ThreadRow::Above::Beginning;
    }
    /// The thread's window, where messages are missing said in words.
    [[nodiscard]] QStringList rows() const
    {
        QStringList lines;
        const MessageThreadModel& thread = m_account->thread;
        for (int n = 0; n < thread.count(); ++n) {
            const ThreadRow& row = thread.row(n);
            if (row.above == ThreadRow::Above::Gap)
                lines.append(missing);
            if (!row.message.id.isEmpty())
                lines.append(line(row.message.id.value, row.message.text, row.message.isDeleted()));
        }
        return lines;
    }

    QRandomGenerator m_dice;
    QTemporaryDir m_folder;
    SyncFixture m_f;
    DemoNetwork m_net;
    std::optional<AccountFixture> m_account;
    std::optional<QAbstractItemModelTester> m_tester;
    int m_sent = 0;

public:
    Others others;
};

} // namespace

class tst_NothingSkipped : public QObject {
    Q_OBJECT

private slots:
    void afterAnyLifeEveryThreadIsTheServices_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const int seed : seedsToRun({1, 2, 3}))
            QTest::addRow("seed %d", seed) << static_cast<quint32>(seed);
    }
    void afterAnyLifeEveryThreadIsTheServices()
    {
        QFETCH(quint32, seed);
        Person person(seed);
        for (int n = 0; n < 120; ++n) {
            person.others.something();
            person.doSomething();
        }
        person.comeToRest();
        for (const ConversationId& place : std::as_const(person.others.places)) {
            QCOMPARE(person.unread(place), person.others.unread(place));
            QCOMPARE(difference(person.readAll(place), person.others.thread(place)), QString());
        }
    }
};

SKEIN_TEST(tst_NothingSkipped)

} // namespace nothingSkippedTest

#include "tst_NothingSkipped.moc"
