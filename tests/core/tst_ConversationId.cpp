// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/ConversationId.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace conversationIdTest {

class tst_ConversationId : public QObject {
    Q_OBJECT

private slots:
    void aPairIsInNumericOrderWhoeverAsks()
    {
        const UserId small{u"987654"_s};
        const UserId large{u"1001000"_s};
        QCOMPARE(ConversationId::direct(small, large).id, u"987654+1001000"_s);
        QCOMPARE(ConversationId::direct(large, small).id, u"987654+1001000"_s);
        QCOMPARE(ConversationId::direct(small, large).related, large.value);
        QCOMPARE(ConversationId::direct(large, small).related, small.value);
        QVERIFY(ConversationId::direct(small, large) == ConversationId::direct(large, small));
    }

    void aChatWithOneselfHasBothHalves()
    {
        const UserId me{u"1001"_s};
        QCOMPARE(ConversationId::direct(me, me).id, u"1001+1001"_s);
        QCOMPARE(ConversationId::direct(me, me).related, u"1001"_s);
    }

    void theUnderscoreOfPushNamesTheSameConversation()
    {
        const auto pair = ConversationId::directPair(u"987654_1001000"_s, {u"1001000"_s});
        QVERIFY(pair == ConversationId::direct({u"987654"_s}, {u"1001000"_s}));
        QCOMPARE(qHash(pair), qHash(ConversationId::direct({u"987654"_s}, {u"1001000"_s})));
    }

    void theServicesOrderOfAPairIsKept()
    {
        QCOMPARE(ConversationId::directPair(u"7+5"_s, {u"7"_s}).id, u"7+5"_s);
    }

    void aKeyNamesItsConversationBack_data()
    {
        QTest::addColumn<ConversationId>("id");
        QTest::addColumn<QString>("key");
        using enum ConversationId::Kind;
        QTest::newRow("direct") << ConversationId{Direct, u"1001+20450"_s, u"20450"_s}
                                << u"d/1001+20450/20450"_s;
        QTest::newRow("group") << ConversationId{Group, u"55501"_s, {}} << u"g/55501"_s;
        QTest::newRow("topic") << ConversationId{Topic, u"55777"_s, u"55501"_s}
                               << u"t/55777/55501"_s;
    }
    void aKeyNamesItsConversationBack()
    {
        QFETCH(const ConversationId, id);
        QFETCH(const QString, key);
        QCOMPARE(id.key(), key);
        const auto back = ConversationId::fromKey(key);
        QVERIFY(back == id);
        QCOMPARE(back.related, id.related);
    }

    void aForeignKeyIsEmpty_data()
    {
        QTest::addColumn<QString>("key");
        for (const auto* key :
            {"", "d", "d/", "d/1+2", "d//2", "d/1+2/2/3", "x/1", "g/", "g/1/2", "t/1", "1+2"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aForeignKeyIsEmpty()
    {
        QFETCH(const QString, key);
        QVERIFY(ConversationId::fromKey(key).isEmpty());
    }

    void groupsAndTopicsAreMadeByName()
    {
        using enum ConversationId::Kind;
        const auto group = ConversationId::group(u"55501"_s);
        QCOMPARE(group.kind, Group);
        QCOMPARE(group.id, u"55501"_s);
        QVERIFY(group.related.isEmpty());
        const auto topic = ConversationId::topic(u"55777"_s, group);
        QCOMPARE(topic.kind, Topic);
        QCOMPARE(topic.id, u"55777"_s);
        QCOMPARE(topic.related, u"55501"_s);
        QCOMPARE(topic.key(), u"t/55777/55501"_s);
    }

    void theParentIsTheGroupInWhichItStands()
    {
        const auto group = ConversationId::group(u"55501"_s);
        QVERIFY(ConversationId::topic(u"55777"_s, group).parent() == group);
        QVERIFY(group.parent() == group);
        QVERIFY(ConversationId::direct({u"1001"_s}, {u"20450"_s}).parent().isEmpty());
        QVERIFY(ConversationId{}.parent().isEmpty());
        QVERIFY(ConversationId::topic(u"55777"_s, {}).parent().isEmpty());
    }

    void idsOfEqualTextButOtherKindDiffer()
    {
        using enum ConversationId::Kind;
        QVERIFY(!(ConversationId{Group, u"5"_s, {}} == ConversationId{Topic, u"5"_s, {}}));
    }
};

SKEIN_TEST(tst_ConversationId)

} // namespace conversationIdTest

#include "tst_ConversationId.moc"
