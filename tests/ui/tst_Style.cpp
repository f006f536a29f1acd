// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Style.h"

#include <QComboBox>
#include <QTest>

using namespace skein;

namespace styleTest {

class tst_Style : public QObject {
    Q_OBJECT
private slots:
    void whatAChoiceShowsStandsAsFarFromItsEdgeInAMirroredWindow();
};

void tst_Style::whatAChoiceShowsStandsAsFarFromItsEdgeInAMirroredWindow()
{
    Style style;
    QComboBox choice; // empty: nothing but the mark is painted in it
    choice.setStyle(&style);
    choice.resize(120, 36);
    choice.setLayoutDirection(Qt::LeftToRight);
    const QImage plain = choice.grab().toImage();
    choice.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(choice.grab().toImage().mirrored(true, false), plain);
}

SKEIN_TEST(tst_Style)

} // namespace styleTest

#include "tst_Style.moc"
