// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/EventWords.h"
#include "core/types/Message.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace eventWordsTest {

class tst_EventWords : public QObject {
    Q_OBJECT

private slots:
    void anEventHasWords_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("words");
        QTest::newRow("joined") << u"membership.announce.joined"_s << u"Somebody joined"_s;
        QTest::newRow("removed") << u"membership.notifications.removed"_s
                                 << u"Somebody was removed"_s;
        QTest::newRow("left") << u"membership.notifications.exited"_s << u"Somebody left"_s;
        QTest::newRow("renamed") << u"group.name_change"_s << u"The group was renamed"_s;
        QTest::newRow("topic") << u"group.subgroup_created"_s << u"A topic was created"_s;
        QTest::newRow("pinned") << u"message.pinned"_s << u"A message was pinned"_s;
        QTest::newRow("unknown of a family")
            << u"calendar.event.user.undecided"_s << u"Something changed about an event"_s;
        QTest::newRow("unknown") << u"hologram.appeared"_s << u"Something changed here"_s;
        QTest::newRow("none") << QString() << u"Something changed here"_s;
    }
    void anEventHasWords()
    {
        QFETCH(const QString, type);
        QTEST(eventWords(type), "words");
    }

    void theServicesOwnTextComesFirst()
    {
        Message message;
        message.senderId = {u"system"_s};
        message.event = {u"group.name_change"_s, {}};
        QCOMPARE(previewWords(message), u"The group was renamed"_s);
        message.text = u" \n"_s;
        QCOMPARE(previewWords(message), u"The group was renamed"_s);
        message.text = u"Dan renamed the group to Quay"_s;
        QCOMPARE(previewWords(message), message.text);
        message.text.clear();
        message.event.reset();
        QCOMPARE(previewWords(message), u"Something changed here"_s);
    }

    void aPersonsMessageIsNoEvent()
    {
        Message message;
        message.senderId = {u"20450"_s};
        message.event = {u"poll.created"_s, {}};
        QCOMPARE(previewWords(message), QString());
    }
};

SKEIN_TEST(tst_EventWords)

} // namespace eventWordsTest

#include "tst_EventWords.moc"
