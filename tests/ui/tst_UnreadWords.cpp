// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SkeinTest.h"
#include "ui/UnreadWords.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace unreadWordsTest {

class tst_UnreadWords : public QObject {
    Q_OBJECT
private slots:
    void theTitleNamesWhatIsInFrontAndCountsWhatIsNotMuted()
    {
        QCOMPARE(titleWords({}, {}), u"Skein"_s);
        QCOMPARE(titleWords({}, {.plain = 3, .muted = 5}), u"Skein (3)"_s);
        QCOMPARE(titleWords({}, {.muted = 5}), u"Skein"_s);
        QCOMPARE(titleWords(u"Rowing"_s, {}), u"Rowing \u2014 Skein"_s);
        QCOMPARE(titleWords(u"Rowing"_s, {.plain = 1'234}), u"Rowing \u2014 Skein (1234)"_s);
        QCOMPARE(titleWords(u"100 %2"_s, {.plain = 3}), u"100 %2 \u2014 Skein (3)"_s);
    }

    void theTrayTellsBoth()
    {
        QCOMPARE(unreadWords({}), u"Skein"_s);
        QCOMPARE(unreadWords({.plain = 3}), u"Skein: 3 unread"_s);
        QCOMPARE(unreadWords({.muted = 5}), u"Skein: 5 in muted"_s);
        QCOMPARE(unreadWords({.plain = 3, .muted = 5}), u"Skein: 3 unread, 5 in muted"_s);
    }
};

SKEIN_TEST(tst_UnreadWords)

} // namespace unreadWordsTest

#include "tst_UnreadWords.moc"
