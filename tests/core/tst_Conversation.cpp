// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which messages may be edited (who may write where: tst_Group).

#include "core/types/Conversation.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace conversationTest {

namespace {

const UserId me{u"1001"_s};
constexpr qint64 now = 1'760'000'000;

Message mine(qint64 age)
{
    Message message;
    message.id = {u"176000000011112222"_s};
    message.senderId = me;
    message.senderType = u"user"_s;
    message.createdAt = now - age;
    return message;
}

} // namespace

class tst_Conversation : public QObject {
    Q_OBJECT

private slots:
    void anOwnMessageMayBeEditedForAWhile_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<bool>("may");
        QTest::newRow("just now") << 15 << qint64{0} << true;
        QTest::newRow("within") << 15 << qint64{899} << true;
        QTest::newRow("over") << 15 << qint64{900} << false;
        QTest::newRow("never") << 0 << qint64{0} << false;
        QTest::newRow("thirty days") << 43'200 << qint64{2'000'000} << true;
        QTest::newRow("no limit") << 2'147'483'647 << qint64{1'700'000'000} << true;
        QTest::newRow("from the future") << 15 << qint64{-3600} << true;
        QTest::newRow("from the future, never") << 0 << qint64{-3600} << false;
    }
    void anOwnMessageMayBeEditedForAWhile()
    {
        QFETCH(const int, minutes);
        QFETCH(const qint64, age);
        QFETCH(const bool, may);
        Conversation conversation;
        conversation.editPeriod = minutes;
        QCOMPARE(mayEdit(conversation, mine(age), me, now), may);
    }

    void whereNothingIsSaidItIsAQuarterOfAnHour() { QCOMPARE(Conversation().editPeriod, 15); }

    void onlyWhatIsOwnAndThere()
    {
        const Conversation conversation;
        Message theirs = mine(5);
        theirs.senderId = {u"20450"_s};
        QVERIFY(!mayEdit(conversation, theirs, me, now));
        Message system = mine(5);
        system.senderType = u"system"_s;
        QVERIFY(!mayEdit(conversation, system, me, now));
        Message gone = mine(5);
        gone.deletedAt = now;
        QVERIFY(!mayEdit(conversation, gone, me, now));
        Message waiting = mine(5);
        waiting.id = {};
        QVERIFY(!mayEdit(conversation, waiting, me, now));
    }

    void whoMayNotWriteMayNotEdit()
    {
        Conversation group;
        group.id = ConversationId::group(u"55501"_s);
        QVERIFY(mayEdit(group, mine(5), me, now));
        group.membership = Membership::Left;
        QVERIFY(!mayEdit(group, mine(5), me, now));
    }
};

SKEIN_TEST(tst_Conversation)

} // namespace conversationTest

#include "tst_Conversation.moc"
