// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/QuietHours.h"
#include "tests/support/SkeinTest.h"

#include <QTest>
#include <QTimeZone>

using namespace skein;
using namespace Qt::StringLiterals;

namespace quietHoursTest {

namespace {

const QByteArray berlin = "Europe/Berlin";
const QByteArray newYork = "America/New_York";

/// "2026-03-29 01:59" as these clocks show it; with "Z" in UTC.
qint64 at(const QString& text, const QByteArray& zone)
{
    const bool isUtc = text.endsWith(u'Z');
    const QString plain = isUtc ? text.chopped(1) : text;
    auto time = QDateTime::fromString(plain, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(isUtc ? QTimeZone::utc() : QTimeZone(zone));
    return time.toSecsSinceEpoch();
}

QuietHours hours(const char* text) { return QuietHours::fromText(QString::fromUtf8(text)).value(); }

} // namespace

class tst_QuietHours : public QObject {
    Q_OBJECT
private slots:
    void theTextFormComesBackAsItWas_data();
    void theTextFormComesBackAsItWas();
    void whatAPersonWritesIsUnderstood_data();
    void whatAPersonWritesIsUnderstood();
    void whatCannotBeReadIsNothing_data();
    void whatCannotBeReadIsNothing();
    void itIsQuietInsideAndNotOutside_data();
    void itIsQuietInsideAndNotOutside();
    void itEndsWhenTheClocksSaySo_data();
    void itEndsWhenTheClocksSaySo();
    void alwaysQuietSaysSoWithoutEnd();
};

void tst_QuietHours::theTextFormComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    for (const char* each : {"", "Mon-Fri 22:00-07:00", "Mon-Fri 22:00-07:00; Sat,Sun 23:30-09:00",
             "Mon,Wed,Fri-Sun 00:00-00:00", "Mon-Sun 12:30-13:15"})
        QTest::newRow(*each ? each : "none") << QString::fromUtf8(each);
}

void tst_QuietHours::theTextFormComesBackAsItWas()
{
    QFETCH(const QString, text);
    const auto read = QuietHours::fromText(text);
    QVERIFY(read);
    QCOMPARE(read->toText(), text);
    QCOMPARE(QuietHours::fromText(read->toText()), read);
}

void tst_QuietHours::whatAPersonWritesIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meant");
    QTest::newRow("case") << u"mon-FRI 22:00-07:00"_s << u"Mon-Fri 22:00-07:00"_s;
    QTest::newRow("round the week") << u"Sat-Tue 22:00-07:00"_s << u"Mon,Tue,Sat,Sun 22:00-07:00"_s;
    QTest::newRow("blanks") << u"  Mon, Tue  22:00-07:00 ; "_s << u"Mon,Tue 22:00-07:00"_s;
    QTest::newRow("order") << u"Sun,Mon 22:00-07:00"_s << u"Mon,Sun 22:00-07:00"_s;
}

void tst_QuietHours::whatAPersonWritesIsUnderstood()
{
    QFETCH(const QString, text);
    QFETCH(const QString, meant);
    QVERIFY(QuietHours::fromText(text));
    QCOMPARE(QuietHours::fromText(text)->toText(), meant);
}

void tst_QuietHours::whatCannotBeReadIsNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char* each : {"22:00-07:00", "Mon 22:00", "Mon 25:00-07:00", "Mon-Xyz 22:00-07:00",
             "Mon 22:00-07:00; nonsense", "Mon 22-7", "- 22:00-07:00", "Mon"})
        QTest::newRow(each) << QString::fromUtf8(each);
}

void tst_QuietHours::whatCannotBeReadIsNothing()
{
    QFETCH(const QString, text);
    QVERIFY(!QuietHours::fromText(text));
}

void tst_QuietHours::itIsQuietInsideAndNotOutside_data()
{
    QTest::addColumn<QString>("time"); // 2026-03-02 is a Monday
    QTest::addColumn<bool>("isQuiet");
    QTest::newRow("before") << u"2026-03-02 21:59"_s << false;
    QTest::newRow("begins") << u"2026-03-02 22:00"_s << true;
    QTest::newRow("over midnight") << u"2026-03-03 00:00"_s << true;
    QTest::newRow("to the last minute") << u"2026-03-03 06:59"_s << true;
    QTest::newRow("ends") << u"2026-03-03 07:00"_s << false;
    QTest::newRow("Friday's night ends on Saturday") << u"2026-03-07 06:59"_s << true;
    QTest::newRow("Saturday's begins later") << u"2026-03-07 23:29"_s << false;
    QTest::newRow("Saturday's") << u"2026-03-07 23:30"_s << true;
    QTest::newRow("Sunday's lasts longer") << u"2026-03-09 08:59"_s << true;
    QTest::newRow("and ends") << u"2026-03-09 09:00"_s << false;
    QTest::newRow("Sunday evening") << u"2026-03-08 22:30"_s << false;
}

void tst_QuietHours::itIsQuietInsideAndNotOutside()
{
    QFETCH(const QString, time);
    QFETCH(const bool, isQuiet);
    const QuietHours nights = hours("Mon-Fri 22:00-07:00; Sat,Sun 23:30-09:00");
    for (const QByteArray& zone : {berlin, newYork})
        QCOMPARE(nights.quietUntil(at(time, zone), QTimeZone(zone)) != 0, isQuiet);
}

void tst_QuietHours::itEndsWhenTheClocksSaySo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("end");
    const auto row = [](const char* name, const char* text, const QByteArray& zone,
                         const char* time, const char* end) {
        QTest::newRow(name) << QString::fromUtf8(text) << zone << QString::fromUtf8(time)
                            << QString::fromUtf8(end);
    };
    const char* nights = "Mon-Sun 22:00-07:00";
    row("a night", nights, berlin, "2026-03-02 23:00", "2026-03-03 06:00Z");
    // Berlin: 02:00 is 03:00 on March 29th, 03:00 is 02:00 on October 25th.
    row("Berlin, a short night", nights, berlin, "2026-03-28 23:00", "2026-03-29 05:00Z");
    row("Berlin, a long night", nights, berlin, "2026-10-24 23:00", "2026-10-25 06:00Z");
    row("Berlin, to a time that is skipped", "Sun 00:00-02:30", berlin, "2026-03-29 01:30",
        "2026-03-29 01:00Z");
    row("Berlin, from a time that is skipped", "Sun 02:30-04:00", berlin, "2026-03-29 01:00Z",
        "2026-03-29 02:00Z");
    row("Berlin, not before it", "Sun 02:30-04:00", berlin, "2026-03-29 00:59Z", "");
    row("Berlin, to a time that comes twice", "Sun 00:00-02:30", berlin, "2026-10-25 00:45Z",
        "2026-10-25 01:30Z");
    row("Berlin, from a time that comes twice", "Sun 02:30-04:00", berlin, "2026-10-25 00:30Z",
        "2026-10-25 03:00Z");
    // New York: 02:00 is 03:00 on March 8th, 02:00 is 01:00 on November 1st.
    row("New York, a short night", nights, newYork, "2026-03-07 23:00", "2026-03-08 11:00Z");
    row("New York, a long night", nights, newYork, "2026-10-31 23:00", "2026-11-01 12:00Z");
    row("New York, to a time that is skipped", "Sun 00:00-02:30", newYork, "2026-03-08 01:30",
        "2026-03-08 07:00Z");
    row("New York, to a time that comes twice", "Sun 00:00-01:30", newYork, "2026-11-01 05:45Z",
        "2026-11-01 06:30Z");
    row("spans that touch are one", "Mon 20:00-23:00; Mon 22:00-00:00; Tue 00:00-06:00", berlin,
        "2026-03-02 20:30", "2026-03-03 05:00Z");
    row("a whole day", "Wed 00:00-00:00", berlin, "2026-03-04 00:00", "2026-03-04 23:00Z");
    row("the day after it", "Wed 00:00-00:00", berlin, "2026-03-05 00:00", "");
}

void tst_QuietHours::itEndsWhenTheClocksSaySo()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, time);
    QFETCH(const QString, end);
    const auto read = QuietHours::fromText(text);
    QVERIFY(read);
    const qint64 expected = end.isEmpty() ? 0 : at(end, zone);
    QCOMPARE(read->quietUntil(at(time, zone), QTimeZone(zone)), expected);
}

void tst_QuietHours::alwaysQuietSaysSoWithoutEnd()
{
    const qint64 now = at(u"2026-03-02 12:00"_s, berlin);
    const qint64 end = hours("Mon-Sun 00:00-00:00").quietUntil(now, QTimeZone(berlin));
    QVERIFY(end - now > 7 * 86'400);
}

SKEIN_TEST(tst_QuietHours)

} // namespace quietHoursTest

#include "tst_QuietHours.moc"
