// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoCorpus.h"
#include "app/demo/DemoHistory.h"
#include "app/demo/DemoWorld.h"
#include "tests/support/SkeinTest.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoHistoryTest {

namespace {

constexpr qint64 now = 1'760'000'000'000;

std::unique_ptr<DemoWorld> worldOf(quint32 seed, int longest = wholePast)
{
    auto world = std::make_unique<DemoWorld>(demoMe(), demoCast(), [] { return now; });
    writeDemoHistory(*world, seed, longest);
    return world;
}

} // namespace

class tst_DemoHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = worldOf(1); }
    void thirtyPeopleWithIdsOfManyLengths();
    void sameSeedSameWorld();
    void idsAreUniqueOrderedAndTellTheirSecond();
    void endsBeforeNowAndSleepsAtNight();
    void someSecondsHoldSeveralMessages();
    void sizesRangeFromNothingToThousands();
    void aShortPastHasTheSameChats();
    void someChatsAreUnread();
    void rareRowsAreThere();
    void everySlotIsFilledAndEveryLineMayBeSent();
    void answersFitTheLanguage();

private:
    std::unique_ptr<DemoWorld> m_world;
};

void tst_DemoHistory::thirtyPeopleWithIdsOfManyLengths()
{
    QSet<QString> ids{demoMe().id};
    QSet<qsizetype> lengths;
    for (const DemoPerson& person : demoCast()) {
        ids.insert(person.id);
        lengths.insert(person.id.size());
        QVERIFY(!person.name.isEmpty());
    }
    QCOMPARE(ids.size(), 31);
    QVERIFY(lengths.size() > 5);
    QVERIFY(m_world->conversations().contains(u"987+1001"_s));
    QVERIFY(m_world->conversations().contains(u"1001+1001000"_s));
}

void tst_DemoHistory::sameSeedSameWorld()
{
    const auto again = worldOf(1);
    const auto other = worldOf(2);
    for (const QString& conversation : m_world->conversations())
        QCOMPARE(again->messages(conversation), m_world->messages(conversation));
    QVERIFY(other->messages(u"1001+20450"_s) != m_world->messages(u"1001+20450"_s));
}

void tst_DemoHistory::idsAreUniqueOrderedAndTellTheirSecond()
{
    QSet<QString> ids;
    qsizetype total = 0;
    for (const QString& conversation : m_world->conversations()) {
        const auto messages = m_world->messages(conversation);
        QVERIFY(std::ranges::is_sorted(messages, &DemoWorld::idLess, &DemoMessage::id));
        QVERIFY(std::ranges::is_sorted(messages, {}, &DemoMessage::createdAt));
        for (const DemoMessage& message : messages) {
            ids.insert(message.id);
            QCOMPARE(message.id.size(), 18);
            QCOMPARE(message.id.left(10), QString::number(message.createdAt));
        }
        total += messages.size();
    }
    QCOMPARE(ids.size(), total);
}

void tst_DemoHistory::endsBeforeNowAndSleepsAtNight()
{
    const auto messages = m_world->messages(u"1001+20450"_s);
    QVERIFY(messages.last().createdAt < now / 1000);
    QVERIFY(messages.last().createdAt > now / 1000 - 3600);
    const auto atNight = std::ranges::count_if(messages, [](const DemoMessage& message) {
        const qint64 hour = message.createdAt / 3600 % 24;
        return hour >= 1 && hour < 6;
    });
    QVERIFY2(atNight * 50 < messages.size(), qPrintable(QString::number(atNight)));
    QVERIFY(messages.first().createdAt < now / 1000 - 365 * 86400); // years to scroll back through
}

void tst_DemoHistory::someSecondsHoldSeveralMessages()
{
    const auto messages = m_world->messages(u"1001+20450"_s);
    const auto tie = std::ranges::adjacent_find(messages, {}, &DemoMessage::createdAt);
    QVERIFY(tie != messages.end());
}

void tst_DemoHistory::sizesRangeFromNothingToThousands()
{
    QVERIFY(m_world->messages(u"1001+20450"_s).size() >= 5000);
    int aboutThousand = 0;
    int empty = 0;
    for (const QString& conversation : m_world->conversations()) {
        const qsizetype size = m_world->messages(conversation).size();
        aboutThousand += size > 900 && size < 1400;
        empty += size == 0;
    }
    QVERIFY(aboutThousand >= 3);
    QCOMPARE(empty, 1);
    QVERIFY(!m_world->conversations().contains(u"1001+555002"_s)); // nobody has spoken yet
}

void tst_DemoHistory::aShortPastHasTheSameChats()
{
    constexpr int longest = 40;
    constexpr int longestTalk = 60; // a talk is not cut, and some rows are added
    const auto part = worldOf(1, longest);
    QCOMPARE(part->conversations(), m_world->conversations());
    for (const QString& conversation : part->conversations()) {
        const auto whole = m_world->messages(conversation);
        const auto messages = part->messages(conversation);
        QVERIFY(messages.size() <= std::max<qsizetype>(longest + longestTalk, whole.size()));
        QVERIFY(messages.size() >= std::min<qsizetype>(longest, whole.size()));
        QVERIFY(messages.size() < 500);
    }
}

void tst_DemoHistory::someChatsAreUnread()
{
    int unreadChats = 0;
    for (const DemoChatRow& row : m_world->chats(demoMe().id, 1, 100)) {
        unreadChats += row.unread > 0;
        QVERIFY2(row.unread <= 5, qPrintable(row.conversation));
    }
    QVERIFY(unreadChats >= 5);
    const auto rows = m_world->chats(demoMe().id, 1, 100);
    const auto tobias = std::ranges::find(rows, u"987+1001"_s, &DemoChatRow::conversation);
    QCOMPARE(tobias->unread, 3);
}

void tst_DemoHistory::rareRowsAreThere()
{
    int deleted = 0;
    int pinned = 0;
    for (const DemoMessage& message : m_world->messages(u"1001+45012"_s)) {
        deleted += message.deletedAt != 0;
        pinned += message.event.value(u"type"_s) == u"message.pinned"_s;
    }
    QVERIFY(deleted > 2);
    QVERIFY(pinned > 2);
    QSet<QString> kinds;
    int textless = 0;
    for (const DemoMessage& message : m_world->messages(u"1001+4412"_s)) {
        for (const QJsonValue& attachment : message.attachments)
            kinds.insert(attachment[u"type"_s].toString());
        textless += message.text.isNull();
    }
    QVERIFY(kinds.contains({u"image"_s, u"location"_s, u"hologram_v2"_s, u"reply"_s}));
    QVERIFY(textless > 2);
}

void tst_DemoHistory::everySlotIsFilledAndEveryLineMayBeSent()
{
    const DemoCorpus corpus;
    QVERIFY(corpus.subjects().size() > 20);
    DemoDice dice(7);
    for (const QString& subject : corpus.subjects()) {
        QVERIFY(!corpus.dialogues(subject).isEmpty());
        for (const DemoDialogue& dialogue : corpus.dialogues(subject)) {
            QVERIFY2(!dialogue.isEmpty(), qPrintable(subject));
            for (const DemoLine& line : dialogue) {
                const QString text = DemoCorpus::filled(line.text, dice);
                QVERIFY2(!text.contains(u'{') && !text.trimmed().isEmpty(), qPrintable(line.text));
                QVERIFY2(text.size() <= DemoWorld::longestText, qPrintable(text));
            }
        }
    }
}

void tst_DemoHistory::answersFitTheLanguage()
{
    const DemoCorpus corpus;
    DemoDice dice(3);
    for (const DemoPerson& person : demoCast())
        QVERIFY(!corpus.answerTo(u"so?"_s, demoLanguageOf(person.id), dice).isEmpty());
    QCOMPARE(demoLanguageOf(u"77120"_s), u"ja"_s);
    QCOMPARE(demoLanguageOf(u"424242"_s), u"en"_s);
}

SKEIN_TEST(tst_DemoHistory)

} // namespace demoHistoryTest

#include "tst_DemoHistory.moc"
