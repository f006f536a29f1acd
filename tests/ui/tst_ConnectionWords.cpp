// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/ConnectionLine.h"
#include "ui/NoticeBar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace connectionWordsTest {
using Kind = ConnectionState::Kind;
using Remedy = ConnectionWords::Remedy;

class tst_ConnectionWords : public QObject {
    Q_OBJECT
private slots:
    void everyStateHasASentence_data();
    void everyStateHasASentence();
    void secondsAreRoundedUp();
    void aPauseThatIsOverCountsNoMore();
    void theLineCountsDownAndThenRests();
    void theLineSpeaksOnlyWhenWordsChange();
    void nothingIsUpToDateBeforeTheListsAreRead();
    void aNoticeHidesWhenItHasNothingToSay();
    void aNoticeOffersItsButtonOnlyWhenThereIsOne();
};

void tst_ConnectionWords::everyStateHasASentence_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Remedy>("remedy");
    QTest::newRow("connecting") << Kind::Connecting << u"Connecting"_s << Remedy::None;
    QTest::newRow("online") << Kind::Online << u"Up to date"_s << Remedy::None;
    QTest::newRow("offline") << Kind::Offline << u"Offline."_s << Remedy::None;
    QTest::newRow("slowed down") << Kind::SlowedDown << u"slow down"_s << Remedy::None;
    QTest::newRow("trouble") << Kind::ServerTrouble << u"trouble"_s << Remedy::None;
    QTest::newRow("portal") << Kind::NotGroupMe << u"Something else answered"_s
                            << Remedy::LookAgain;
    QTest::newRow("token") << Kind::TokenRefused << u"no longer valid"_s << Remedy::SignInAgain;
    QTest::newRow("paused") << Kind::SendingPaused << u"Sending is paused"_s
                            << Remedy::ResumeSending;
}

void tst_ConnectionWords::everyStateHasASentence()
{
    QFETCH(Kind, kind);
    QFETCH(QString, words);
    const ConnectionWords said = connectionWords({.kind = kind}, 0ms);
    QVERIFY2(said.sentence.contains(words), qPrintable(said.sentence));
    QTEST(said.remedy, "remedy");
    QCOMPARE(said.button.isEmpty(), said.remedy == Remedy::None);
}

void tst_ConnectionWords::secondsAreRoundedUp()
{
    const ConnectionState state{.kind = Kind::SlowedDown, .nextTry = 100'000ms};
    const ConnectionWords said = connectionWords(state, 88'100ms);
    QVERIFY2(said.sentence.contains(u"Next try in 12 s."_s), qPrintable(said.sentence));
    QVERIFY(said.isCounting);
}

void tst_ConnectionWords::aPauseThatIsOverCountsNoMore()
{
    const ConnectionState state{.kind = Kind::SlowedDown, .nextTry = 100'000ms};
    QVERIFY(!connectionWords(state, 100'000ms).isCounting);
    QVERIFY(!connectionWords({.kind = Kind::SlowedDown}, 50'000ms).isCounting);
}

void tst_ConnectionWords::theLineCountsDownAndThenRests()
{
    ManualClock clock;
    Connection connection(clock);
    ConnectionLine line(connection, clock);
    connection.reportPause(clock.monotonic() + 3s);
    QVERIFY(line.words().sentence.contains(u"in 3 s"_s));
    clock.advance(1s);
    QVERIFY(line.words().sentence.contains(u"in 2 s"_s));
    clock.advance(10s);
    QVERIFY(!line.words().isCounting);
    QSignalSpy changed(&line, &ConnectionLine::changed);
    clock.advance(60s);
    QCOMPARE(changed.size(), 0);
}

void tst_ConnectionWords::theLineSpeaksOnlyWhenWordsChange()
{
    ManualClock clock;
    Connection connection(clock);
    ConnectionLine line(connection, clock);
    QSignalSpy changed(&line, &ConnectionLine::changed);
    connection.report(std::nullopt);
    connection.report(std::nullopt);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(line.words().sentence, u"Up to date"_s);
}

void tst_ConnectionWords::nothingIsUpToDateBeforeTheListsAreRead()
{
    ManualClock clock;
    Connection connection(clock);
    ConnectionLine line(connection, clock);
    line.setUpdating(true);
    QCOMPARE(line.words().sentence, u"Connecting…"_s);
    connection.report(std::nullopt);
    QCOMPARE(line.words().sentence, u"Updating…"_s);
    connection.report(Error{ErrorKind::Unreachable});
    QVERIFY(line.words().sentence.startsWith(u"Offline"_s));
    connection.report(std::nullopt);
    line.setUpdating(false);
    QCOMPARE(line.words().sentence, u"Up to date"_s);
}

void tst_ConnectionWords::aNoticeHidesWhenItHasNothingToSay()
{
    NoticeBar bar(NoticeBar::Closing::ByPerson);
    QVERIFY(bar.isHidden());
    bar.say(u"<b>literally</b>"_s);
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentence(), u"<b>literally</b>"_s);
    bar.findChild<QAbstractButton*>(u"close"_s)->click();
    QVERIFY(bar.isHidden());
}

void tst_ConnectionWords::aNoticeOffersItsButtonOnlyWhenThereIsOne()
{
    NoticeBar bar(NoticeBar::Closing::ByProgram);
    QSignalSpy pressed(&bar, &NoticeBar::buttonPressed);
    auto* button = bar.findChild<QPushButton*>();
    bar.say(u"Offline."_s);
    QVERIFY(button->isHidden());
    bar.say(u"Your sign-in is no longer valid."_s, u"Sign in again"_s);
    QVERIFY(!button->isHidden());
    QCOMPARE(button->accessibleName(), u"Sign in again"_s);
    button->click();
    QCOMPARE(pressed.size(), 1);
}

SKEIN_TEST(tst_ConnectionWords)

} // namespace connectionWordsTest

#include "tst_ConnectionWords.moc"
