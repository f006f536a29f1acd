// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/RetryPolicy.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

#include <ctime>

using namespace skein;
using namespace std::chrono_literals;

namespace retryPolicyTest {
using std::chrono::milliseconds;

class tst_RetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void theBoundDoublesUpToAMinute()
    {
        constexpr double most = 0.999999;
        const QList<milliseconds> bounds{1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s};
        for (int attempt = 1; attempt <= bounds.size(); ++attempt) {
            const auto delay = retryDelay(attempt, most);
            QVERIFY(delay <= bounds[attempt - 1] && delay >= bounds[attempt - 1] - 1ms);
        }
        QCOMPARE(retryDelay(1'000'000, most), retryDelay(7, most));
        QCOMPARE(retryDelay(-3, most), retryDelay(1, most));
    }

    void theDelayIsSpreadOverTheWholeBoundButNeverZero()
    {
        QCOMPARE(retryDelay(7, 0.0), 500ms);
        QCOMPARE(retryDelay(7, 0.5), milliseconds(30'250));
        QCOMPARE(retryDelay(1, 0.0), 500ms);
        QCOMPARE(retryDelay(7, -1.0), 500ms);
        QCOMPARE(retryDelay(7, 2.0), milliseconds(60s));
    }

    void theServicesWishIsKeptWithinReason()
    {
        QCOMPARE(retryDelay(9, 0.9, 12s), milliseconds(12s));
        QCOMPARE(retryDelay(1, 0.9, 0s), milliseconds(1s));
        QCOMPARE(retryDelay(1, 0.9, 24h), milliseconds(300s));
    }

    void retryAfterIsSecondsOrADate_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<std::optional<milliseconds>>("wait");
        using Wait = std::optional<milliseconds>;
        const QByteArray now = "Thu, 09 Oct 2025 08:53:20 GMT";
        QTest::newRow("seconds") << QByteArray("120") << now << Wait(120s);
        QTest::newRow("spaces") << QByteArray(" 7 ") << QByteArray() << Wait(7s);
        QTest::newRow("date") << QByteArray("Thu, 09 Oct 2025 08:53:50 GMT") << now << Wait(30s);
        QTest::newRow("past") << QByteArray("Wed, 08 Oct 2025 08:53:50 GMT") << now << Wait(0s);
        QTest::newRow("our clock")
            << QByteArray("Thu, 09 Oct 2025 08:53:50 GMT") << QByteArray() << Wait(20s);
        QTest::newRow("negative") << QByteArray("-5") << now << Wait(0s);
        QTest::newRow("absurd") << QByteArray("9223372036854775807") << now << Wait(1'000'000s);
        QTest::newRow("absent") << QByteArray() << now << Wait();
        QTest::newRow("words") << QByteArray("soon") << now << Wait();
    }
    void retryAfterIsSecondsOrADate()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, date);
        QFETCH(const std::optional<milliseconds>, wait);
        HttpReply reply;
        reply.retryAfter = header;
        reply.date = date;
        QCOMPARE(retryAfterOf(reply, milliseconds(1'760'000'010'000)), wait);
    }

    void anHttpDateIsTheSameInstantInEveryTimeZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void anHttpDateIsTheSameInstantInEveryTimeZone()
    {
        QFETCH(const QByteArray, zone);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(httpDate("Thu, 09 Oct 2025 08:53:20 GMT"), milliseconds(1'760'000'000'000));
        // Hours that do not exist, or exist twice, on the clocks of Berlin and New York.
        QCOMPARE(httpDate("Sun, 29 Mar 2026 02:30:00 GMT"), milliseconds(1'774'751'400'000));
        QCOMPARE(httpDate("Sun, 25 Oct 2026 02:30:00 GMT"), milliseconds(1'792'895'400'000));
        QCOMPARE(httpDate("Sun, 08 Mar 2026 02:30:00 GMT"), milliseconds(1'772'937'000'000));
        qputenv("TZ", before);
        tzset();
    }

    void whatIsNoHttpDateIsNothing_data()
    {
        QTest::addColumn<QByteArray>("header");
        for (const char* header : {"", "soon", "1760000000", "Thu, 09 Oct 2025",
                 "Thu, 09 Oct 2025 08:53:20 +0200", "Fri, 09 Oct 2025 08:53:20 GMT",
                 "Thu, 31 Feb 2025 08:53:20 GMT", "Thu, 09 Oct 2025 24:53:20 GMT"})
            QTest::newRow(header) << QByteArray(header);
    }
    void whatIsNoHttpDateIsNothing()
    {
        QFETCH(const QByteArray, header);
        QVERIFY(!httpDate(header));
    }

    void aDateWithoutAnyClockIsNothing()
    {
        HttpReply reply;
        reply.retryAfter = "Thu, 09 Oct 2025 08:53:50 GMT";
        QVERIFY(!retryAfterOf(reply).has_value());
    }
};

SKEIN_TEST(tst_RetryPolicy)

} // namespace retryPolicyTest

#include "tst_RetryPolicy.moc"
