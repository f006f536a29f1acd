// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Style.h"

#include <QComboBox>
#include <QTest>

using namespace skein;

namespace styleTest {

namespace {

/// Where something is painted inside of the frame, from left to right.
QList<int> markedColumns(const QImage& image)
{
    constexpr int frame = 4;
    const int middle = image.height() / 2;
    const QRgb ground = image.pixel(image.width() / 2, middle);
    QList<int> columns;
    for (int x = frame; x < image.width() - frame; ++x) {
        for (int y = frame; y < image.height() - frame; ++y) {
            if (image.pixel(x, y) != ground && (columns.isEmpty() || columns.last() != x))
                columns.append(x);
        }
    }
    return columns;
}

} // namespace

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
    const QList<int> plain = markedColumns(choice.grab().toImage().mirrored(true, false));
    choice.setLayoutDirection(Qt::RightToLeft);
    const QList<int> mirrored = markedColumns(choice.grab().toImage());
    QVERIFY(!plain.isEmpty() && !mirrored.isEmpty());
    QVERIFY(qAbs(plain.first() - mirrored.first()) <= 1); // rounded to pixels
    QVERIFY(qAbs(plain.last() - mirrored.last()) <= 1);
}

SKEIN_TEST(tst_Style)

} // namespace styleTest

#include "tst_Style.moc"
