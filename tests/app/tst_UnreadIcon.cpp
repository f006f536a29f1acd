// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/UnreadIcon.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Icons.h"

#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace unreadIconTest {

namespace {

QImage drawn(const QIcon& icon, int side) { return icon.pixmap(QSize(side, side)).toImage(); }

} // namespace

class tst_UnreadIcon : public QObject {
    Q_OBJECT
private slots:
    void withoutUnreadItIsTheProgramsIcon()
    {
        QCOMPARE(drawn(unreadIcon({}), 32), drawn(appIcon(), 32));
    }

    void everyStateLooksDifferentAtEverySize()
    {
        const QList<UnreadTotals> states{
            {}, {.plain = 3}, {.plain = 8}, {.plain = 42}, {.plain = 100}, {.muted = 5}};
        for (const int side : {16, 22, 32, 44, 64}) {
            QList<QImage> pictures;
            for (const UnreadTotals& totals : states) {
                const QImage picture = drawn(unreadIcon(totals), side);
                QCOMPARE(picture.size(), QSize(side, side));
                QVERIFY(!pictures.contains(picture));
                pictures.append(picture);
            }
        }
    }

    void whatIsMutedDoesNotShowBesideWhatIsNot()
    {
        const UnreadTotals both{.plain = 3, .muted = 5};
        QCOMPARE(drawn(unreadIcon(both), 32), drawn(unreadIcon({.plain = 3}), 32));
    }

    void aHundredIsAsFullAsItGets()
    {
        QCOMPARE(drawn(unreadIcon({.plain = 100}), 32), drawn(unreadIcon({.plain = 12'345}), 32));
    }
};

SKEIN_TEST(tst_UnreadIcon)

} // namespace unreadIconTest

#include "tst_UnreadIcon.moc"
