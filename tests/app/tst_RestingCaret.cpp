// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/RestingCaret.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace skein;
using namespace std::chrono_literals;

namespace restingCaretTest {

class tst_RestingCaret : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void itBlinksWhileSomebodyTypesAndRestsAfterwards();
    void aClickMakesItBlinkAgain();
    void theFlashTimeIsGivenBack();

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<RestingCaret> m_caret;
    std::unique_ptr<QPlainTextEdit> m_field;
    int m_usual = 0;
};

void tst_RestingCaret::init()
{
    m_usual = QApplication::cursorFlashTime();
    QVERIFY(m_usual > 0);
    m_clock = std::make_unique<ManualClock>();
    m_caret = std::make_unique<RestingCaret>(*m_clock);
    m_field = std::make_unique<QPlainTextEdit>();
    m_field->show();
    m_field->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
}

void tst_RestingCaret::cleanup()
{
    m_field.reset();
    m_caret.reset();
    m_clock.reset();
}

void tst_RestingCaret::itBlinksWhileSomebodyTypesAndRestsAfterwards()
{
    for (int n = 0; n < 3; ++n) {
        QTest::keyClick(m_field.get(), Qt::Key_A);
        m_clock->advance(RestingCaret::blinksFor - 1s);
        QCOMPARE(QApplication::cursorFlashTime(), m_usual);
    }
    m_clock->advance(1s);
    QCOMPARE(QApplication::cursorFlashTime(), 0);
    QTest::keyClick(m_field.get(), Qt::Key_A);
    QCOMPARE(QApplication::cursorFlashTime(), m_usual);
}

void tst_RestingCaret::aClickMakesItBlinkAgain()
{
    m_clock->advance(RestingCaret::blinksFor);
    QCOMPARE(QApplication::cursorFlashTime(), 0);
    QTest::mouseClick(m_field->viewport(), Qt::LeftButton);
    QCOMPARE(QApplication::cursorFlashTime(), m_usual);
}

void tst_RestingCaret::theFlashTimeIsGivenBack()
{
    m_clock->advance(RestingCaret::blinksFor);
    m_caret.reset();
    QCOMPARE(QApplication::cursorFlashTime(), m_usual);
}

SKEIN_TEST(tst_RestingCaret)

} // namespace restingCaretTest

#include "tst_RestingCaret.moc"
