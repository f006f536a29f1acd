// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/MuteWords.h"
#include "core/types/Group.h"
#include "tests/support/SkeinTest.h"

#include <QRandomGenerator>
#include <QTimeZone>

using namespace skein;
using namespace Qt::StringLiterals;

namespace muteWordsTest {
using std::chrono::minutes;

namespace {

constexpr qint64 now = 1'760'000'000;
constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 day = 86'400;

} // namespace

class tst_MuteWords : public QObject {
    Q_OBJECT

private slots:
    void theWordsAtEveryBorder_data();
    void theWordsAtEveryBorder();
    void whatIsOverHasNoWords();
    void forEverHasNoTime();
    void wordsChangeExactlyWhenTheySay();
    void wordsNeverGrow();
    void everyWayOfWordsEndsInSilence();
    void tomorrowMorning_data();
    void tomorrowMorning();
    void tomorrowMorningIsEightTheNextDayFromEveryMoment_data();
    void tomorrowMorningIsEightTheNextDayFromEveryMoment();
};

void tst_MuteWords::theWordsAtEveryBorder_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("words");
    QTest::addColumn<qint64>("changeIn");
    const auto row = [](qint64 left, const QString& words, qint64 changeIn) {
        QTest::newRow(qPrintable(u"%1 s"_s.arg(left))) << left << words << changeIn;
    };
    row(1, u"muted 1 min"_s, 1);
    row(59, u"muted 1 min"_s, 59);
    row(minute, u"muted 1 min"_s, minute);
    row(minute + 1, u"muted 2 min"_s, 1);
    row(25 * minute, u"muted 25 min"_s, minute);
    row(hour - 1, u"muted 60 min"_s, 59);
    row(hour, u"muted 60 min"_s, minute);
    row(hour + 1, u"muted 2 h"_s, 1);
    row(2 * hour, u"muted 2 h"_s, hour);
    row(2 * hour + 1, u"muted 3 h"_s, 1);
    row(7 * hour, u"muted 7 h"_s, hour);
    row(day, u"muted 24 h"_s, hour);
    row(2 * day, u"muted 48 h"_s, hour);
    row(2 * day + 1, u"muted 3 d"_s, 1);
    row(3 * day, u"muted 3 d"_s, day);
    row(3 * day + 1, u"muted 4 d"_s, 1);
    row(365 * day, u"muted 365 d"_s, day);
}

void tst_MuteWords::theWordsAtEveryBorder()
{
    QFETCH(const qint64, left);
    QFETCH(const QString, words);
    QFETCH(const qint64, changeIn);
    QCOMPARE(muteWords(now + left, now), words);
    QCOMPARE(muteWordsChangeIn(now + left, now), changeIn);
}

void tst_MuteWords::whatIsOverHasNoWords()
{
    for (const qint64 until : {qint64{0}, now - day, now - 1, now}) {
        QCOMPARE(muteWords(until, now), QString());
        QCOMPARE(muteWordsChangeIn(until, now), 0);
    }
}

void tst_MuteWords::forEverHasNoTime()
{
    for (const qint64 until : {mutedForever, mutedForever - 1, mutedForever + 1}) {
        QCOMPARE(muteWords(until, now), u"muted"_s);
        QCOMPARE(muteWordsChangeIn(until, now), 0);
    }
    QVERIFY(muteWords(mutedForever - 2, now).startsWith(u"muted "_s));
    QVERIFY(muteWords(mutedForever - 2, now).endsWith(u" d"_s));
}

void tst_MuteWords::wordsChangeExactlyWhenTheySay()
{
    QRandomGenerator random(4711);
    for (int n = 0; n < 3000; ++n) {
        // As many short times as long ones.
        const qint64 span = qint64{1} << random.bounded(1, 25);
        const qint64 left = 1 + qint64(random.bounded(quint64(span)));
        const qint64 until = now + left;
        const qint64 change = muteWordsChangeIn(until, now);
        QVERIFY(change > 0 && change <= left);
        const QString words = muteWords(until, now);
        QCOMPARE(muteWords(until, now + change - 1), words);
        QVERIFY(muteWords(until, now + change) != words);
        const auto between = qint64(random.bounded(quint64(change)));
        QCOMPARE(muteWords(until, now + between), words);
    }
}

void tst_MuteWords::wordsNeverGrow()
{
    const auto seconds = [](const QString& words) {
        const QStringList parts = words.split(u' ');
        const qint64 unit = parts.value(2) == u"d"_s ? day
            : parts.value(2) == u"h"_s               ? hour
                                                     : minute;
        return parts.value(1).toLongLong() * unit;
    };
    qint64 before = seconds(muteWords(now + 4 * day, now));
    for (qint64 at = now; at < now + 4 * day; at += 30) {
        const qint64 said = seconds(muteWords(now + 4 * day, at));
        QVERIFY(said <= before);
        QVERIFY(said >= now + 4 * day - at); // never less than there is
        before = said;
    }
}

void tst_MuteWords::everyWayOfWordsEndsInSilence()
{
    const qint64 until = now + 10 * day + 12'345;
    qint64 at = now;
    int changes = 0;
    while (const qint64 change = muteWordsChangeIn(until, at)) {
        at += change;
        QVERIFY(++changes < 200);
    }
    QCOMPARE(at, until);
    QVERIFY(changes > 100); // 8 days, 47 hours, 60 minutes
}

void tst_MuteWords::tomorrowMorning_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* zone, const QString& moment, int expected) {
        QTest::newRow(qPrintable(QString::fromLatin1(zone) + u' ' + moment))
            << QByteArray(zone) << moment << expected;
    };
    row("UTC", u"2026-07-01T22:00:00"_s, 10 * 60);
    row("UTC", u"2026-07-01T08:00:00"_s, 24 * 60);
    row("UTC", u"2026-07-01T00:00:00"_s, 32 * 60);
    row("UTC", u"2026-07-01T23:59:59"_s, 8 * 60 + 1); // the second counts as a minute
    row("UTC", u"2026-12-31T22:00:00"_s, 10 * 60);
    row("Europe/Berlin", u"2026-03-27T22:00:00"_s, 10 * 60);
    row("Europe/Berlin", u"2026-03-28T22:00:00"_s, 9 * 60); // an hour is skipped at night
    row("Europe/Berlin", u"2026-03-28T02:30:00"_s, 28 * 60 + 30); // which tomorrow lacks
    row("Europe/Berlin", u"2026-03-29T01:30:00"_s, 29 * 60 + 30);
    row("Europe/Berlin", u"2026-03-29T22:00:00"_s, 10 * 60);
    row("Europe/Berlin", u"2026-10-24T22:00:00"_s, 11 * 60); // an hour comes twice
    row("Europe/Berlin", u"2026-10-24T02:30:00"_s, 30 * 60 + 30);
    row("Europe/Berlin", u"2026-10-25T12:00:00"_s, 20 * 60);
    row("America/New_York", u"2026-03-07T22:00:00"_s, 9 * 60);
    row("America/New_York", u"2026-03-07T02:30:00"_s, 28 * 60 + 30);
    row("America/New_York", u"2026-10-31T22:00:00"_s, 11 * 60);
    row("America/New_York", u"2026-11-01T22:00:00"_s, 10 * 60);
    // Midnight itself was skipped there.
    row("America/Sao_Paulo", u"2018-11-03T00:30:00"_s, 30 * 60 + 30);
    row("America/Sao_Paulo", u"2018-11-03T22:00:00"_s, 9 * 60);
}

void tst_MuteWords::tomorrowMorning()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, moment);
    QFETCH(const int, expected);
    const auto local = QDateTime::fromString(moment, Qt::ISODate);
    const QDateTime there(local.date(), local.time(), QTimeZone(zone));
    QVERIFY(there.isValid());
    QCOMPARE(untilTomorrowMorning(there), minutes(expected));
}

void tst_MuteWords::tomorrowMorningIsEightTheNextDayFromEveryMoment_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

void tst_MuteWords::tomorrowMorningIsEightTheNextDayFromEveryMoment()
{
    QFETCH(const QByteArray, zone);
    const QTimeZone there(zone);
    QRandomGenerator random(8);
    const qint64 year = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    for (int n = 0; n < 2000; ++n) {
        const qint64 at = year + qint64(random.bounded(quint64(365 * day)));
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(at, there);
        const minutes left = untilTomorrowMorning(moment);
        const auto then = QDateTime::fromSecsSinceEpoch(at + left.count() * 60, there);
        QCOMPARE(then.date(), moment.date().addDays(1));
        QCOMPARE(then.time().hour(), 8);
        QCOMPARE(then.time().minute(), 0); // and less than a minute after it
        QVERIFY(left >= minutes(1));
    }
}

SKEIN_TEST(tst_MuteWords)

} // namespace muteWordsTest

#include "tst_MuteWords.moc"
