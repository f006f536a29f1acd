// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ComposerDesk.h"
#include "tests/support/SkeinTest.h"
#include "ui/theme/Style.h"

#include <QApplication>
#include <QSignalSpy>

using namespace skein;

namespace reducedMotionTest {

class tst_ReducedMotion : public ComposerDesk {
    Q_OBJECT
private slots:
    void cleanup() { end(); }

    void theDesktopsWishIsHeardWhileSkeinRuns()
    {
        auto* style = new Style;
        QApplication::setStyle(style);
        begin();
        QVERIFY(m_pane->mayMove());
        const QSignalSpy changes(m_pane.get(), &ThreadPane::motionChanged);
        style->setReducesMotion(true);
        QVERIFY(!m_pane->mayMove());
        QCOMPARE(changes.size(), 1);
        style->setReducesMotion(true);
        QCOMPARE(changes.size(), 1);
        style->setReducesMotion(false);
        QVERIFY(m_pane->mayMove());
        QCOMPARE(changes.size(), 2);
    }
};

SKEIN_TEST(tst_ReducedMotion)

} // namespace reducedMotionTest

#include "tst_ReducedMotion.moc"
