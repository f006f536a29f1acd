// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoHistory.h"
#include "app/demo/DemoPeople.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoPeopleTest {

class tst_DemoPeople : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theyReadFirstAndAnswerLater();
    void theyLeaveHistoryAlone();
    void severalMessagesGetOneAnswer();
    void theyReactToWhatIsSaidOncePerPerson();
    void theyWriteByThemselves();
    void sameSeedSameDeeds();
    void whoIsWrittenToInAGroupOrTopicAnswersThere_data();
    void whoIsWrittenToInAGroupOrTopicAnswersThere();
    void whatOthersSayInAGroupIsNotAnswered();
    void theyTalkInGroupsAndTopicsByThemselves();

private:
    void makeGroups();
    [[nodiscard]] QStringList writersIn(const QString& place) const;
    void pass(DemoPeople& people, qint64 ms);
    [[nodiscard]] qsizetype saidBy(const QString& person) const;
    [[nodiscard]] qsizetype saidByAll() const;

    qint64 m_now = 0;
    std::unique_ptr<DemoWorld> m_world;
    const QString m_pair = u"1001+20450"_s;
    QString m_club; ///< a group of mine with people of the cast
    QString m_kit; ///< its topics
    QString m_notices;
    QString m_office; ///< where only admins write
};

void tst_DemoPeople::init()
{
    m_now = 1'760'000'000'000;
    m_world = std::make_unique<DemoWorld>(demoMe(), demoCast(), [this] { return m_now; });
}

void tst_DemoPeople::pass(DemoPeople& people, qint64 ms)
{
    for (const qint64 end = m_now + ms; m_now < end; m_now += 500)
        people.tick(m_now);
}

qsizetype tst_DemoPeople::saidBy(const QString& person) const
{
    const auto messages = m_world->messages(DemoWorld::conversationOf(u"1001"_s, person));
    return std::ranges::count(messages, person, &DemoMessage::senderId);
}

qsizetype tst_DemoPeople::saidByAll() const
{
    qsizetype said = 0;
    for (const DemoPerson& person : m_world->others())
        said += saidBy(person.id);
    return said;
}

void tst_DemoPeople::theyReadFirstAndAnswerLater()
{
    int answered = 0;
    for (quint32 seed = 1; seed <= 10; ++seed) {
        init();
        DemoPeople people(*m_world, seed, m_now);
        const QString id = m_world->say(u"1001"_s, u"20450"_s, u"are you coming?"_s);
        people.tick(m_now);
        QCOMPARE(saidBy(u"20450"_s), 0);
        QVERIFY(!m_world->receipt(m_pair, u"20450"_s)); // nobody reads in no time
        while (!m_world->receipt(m_pair, u"20450"_s)) {
            QCOMPARE(saidBy(u"20450"_s), 0); // reading comes first
            pass(people, 500);
            QVERIFY(m_now < 1'760'000'010'000);
        }
        QCOMPARE(m_world->receipt(m_pair, u"20450"_s)->messageId, id);
        pass(people, 60'000);
        answered += saidBy(u"20450"_s) > 0;
        QVERIFY(saidBy(u"20450"_s) <= 2 + 1); // the answer, perhaps a second one or an opening
    }
    QVERIFY2(answered >= 6, qPrintable(QString::number(answered)));
}

void tst_DemoPeople::theyLeaveHistoryAlone()
{
    m_world->say(u"1001"_s, u"20450"_s, u"from yesterday"_s);
    m_now += 86'400'000;
    DemoPeople people(*m_world, 1, m_now);
    pass(people, 7'000);
    QCOMPARE(saidBy(u"20450"_s), 0);
    QVERIFY(!m_world->receipt(m_pair, u"20450"_s));
}

void tst_DemoPeople::severalMessagesGetOneAnswer()
{
    DemoPeople people(*m_world, 4, m_now);
    QString last;
    for (int i = 0; i < 5; ++i) {
        last = m_world->say(u"1001"_s, u"20450"_s, u"line"_s);
        pass(people, 500);
    }
    pass(people, 20'000);
    QCOMPARE(m_world->receipt(m_pair, u"20450"_s)->messageId, last);
    QVERIFY(saidBy(u"20450"_s) <= 2);
}

void tst_DemoPeople::theyReactToWhatIsSaidOncePerPerson()
{
    int inChats = 0;
    int inGroups = 0;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        init();
        DemoGroup group{.name = u"Rowing"_s, .creator = u"1001"_s};
        group.members = {{.user = u"1001"_s}, {.user = u"20450"_s}, {.user = u"987"_s}};
        const QString place = m_world->addGroup(group);
        DemoPeople people(*m_world, seed, m_now);
        const QString inChat = m_world->say(u"1001"_s, u"20450"_s, u"are you coming?"_s);
        const QString inGroup = m_world->sayIn(place, u"1001"_s, u"who is coming?"_s);
        pass(people, 20'000);
        const auto chat = m_world->message(u"1001"_s, m_pair, inChat);
        const auto said = m_world->message(u"1001"_s, place, inGroup);
        inChats += !chat->reactions.isEmpty();
        inGroups += !said->reactions.isEmpty();
        QVERIFY(chat->favoritedBy.size() <= 1);
        QVERIFY(said->favoritedBy.size() <= 2 && !said->favoritedBy.contains(u"1001"_s));
    }
    QVERIFY2(inChats > 2 && inGroups > 5, qPrintable(u"%1 %2"_s.arg(inChats).arg(inGroups)));
}

void tst_DemoPeople::theyWriteByThemselves()
{
    for (const DemoPerson& person : m_world->others())
        m_world->say(person.id, u"1001"_s, u"hello"_s);
    const qsizetype before = saidByAll();
    DemoPeople people(*m_world, 1, m_now);
    pass(people, 10 * 60'000);
    const qsizetype said = saidByAll() - before;
    QVERIFY2(said >= 4 && said <= 30, qPrintable(QString::number(said)));
}

void tst_DemoPeople::sameSeedSameDeeds()
{
    const auto run = [this] {
        init();
        m_world->say(u"20450"_s, u"1001"_s, u"hello"_s);
        DemoPeople people(*m_world, 9, m_now);
        m_world->say(u"1001"_s, u"20450"_s, u"are you there?"_s);
        pass(people, 5 * 60'000);
        return m_world->messages(m_pair);
    };
    const auto first = run();
    QVERIFY(first.size() > 2);
    QCOMPARE(run(), first);
}

void tst_DemoPeople::makeGroups()
{
    const auto groupOf = [this](const QString& name, const QString& kind) {
        DemoGroup group{.name = name, .kind = kind, .creator = u"1001"_s};
        group.members.append({.user = u"1001"_s});
        for (int i = 0; i < 3; ++i)
            group.members.append({.user = m_world->others().at(i).id});
        return m_world->addGroup(group);
    };
    m_club = groupOf(u"Rowing club"_s, u"private"_s);
    m_kit = m_world->addTopic(m_club, {.title = u"Kit"_s}, false);
    m_notices
        = m_world->addTopic(m_club, {.title = u"Notices"_s, .kind = u"announcement"_s}, false);
    m_office = groupOf(u"Office"_s, u"announcement"_s);
    for (const QString& place : {m_club, m_kit, m_notices, m_office})
        m_world->sayIn(place, m_world->others().at(0).id, u"welcome"_s);
}

/// Of everything but the first words.
QStringList tst_DemoPeople::writersIn(const QString& place) const
{
    QStringList writers;
    for (const DemoMessage& message : m_world->messages(place).mid(1))
        writers.append(message.senderId);
    return writers;
}

void tst_DemoPeople::whoIsWrittenToInAGroupOrTopicAnswersThere_data()
{
    QTest::addColumn<bool>("inTopic");
    QTest::newRow("main channel") << false;
    QTest::newRow("topic") << true;
}

void tst_DemoPeople::whoIsWrittenToInAGroupOrTopicAnswersThere()
{
    QFETCH(const bool, inTopic);
    makeGroups();
    DemoPeople people(*m_world, 3, m_now);
    const QString place = inTopic ? m_kit : m_club;
    const QString other = inTopic ? m_club : m_kit;
    m_world->sayIn(place, u"1001"_s, u"are you coming?"_s);
    pass(people, 2'000);
    QCOMPARE(writersIn(place), QStringList{u"1001"_s}); // nobody answers in no time
    while (writersIn(place).size() == 1) {
        pass(people, 500);
        QVERIFY(m_now < 1'760'000'020'000);
    }
    const auto group = m_world->group(m_club).value();
    QVERIFY(writersIn(place).last() != u"1001"_s);
    QVERIFY(group.member(writersIn(place).last()));
    QCOMPARE(writersIn(other), QStringList());
}

void tst_DemoPeople::whatOthersSayInAGroupIsNotAnswered()
{
    makeGroups();
    DemoPeople people(*m_world, 3, m_now);
    const QString somebody = m_world->others().at(1).id;
    m_world->sayIn(m_club, somebody, u"are you coming?"_s);
    pass(people, 11'000); // by themselves they begin later
    QCOMPARE(writersIn(m_club), QStringList{somebody});
}

void tst_DemoPeople::theyTalkInGroupsAndTopicsByThemselves()
{
    makeGroups();
    DemoPeople people(*m_world, 1, m_now);
    pass(people, 60 * 60'000);
    const auto group = m_world->group(m_club).value();
    for (const QString& place : {m_club, m_kit}) {
        const QStringList writers = writersIn(place);
        QVERIFY2(writers.size() >= 3 && writers.size() <= 60,
            qPrintable(QString::number(writers.size())));
        for (const QString& writer : writers)
            QVERIFY(writer != u"1001"_s && group.member(writer));
    }
    for (const QString& place : {m_notices, m_office}) // not everybody's to write in
        QCOMPARE(writersIn(place), QStringList());
}

SKEIN_TEST(tst_DemoPeople)

} // namespace demoPeopleTest

#include "tst_DemoPeople.moc"
