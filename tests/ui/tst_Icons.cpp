// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Icons.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace iconsTest {

class tst_Icons : public QObject {
    Q_OBJECT
private slots:
    void theWindowsIconIsThatOfThePackages_data();
    void theWindowsIconIsThatOfThePackages();
};

void tst_Icons::theWindowsIconIsThatOfThePackages_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {16, 48, 256})
        QTest::addRow("%d pixels", side) << side;
}

void tst_Icons::theWindowsIconIsThatOfThePackages()
{
    QFETCH(const int, side);
    const QImage kept
        = QImage(QStringLiteral(SKEIN_SOURCE) + u"/packaging/icons/skein-%1.png"_s.arg(side))
              .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(kept.size(), QSize(side, side));
    QImage painted(kept.size(), kept.format());
    painted.fill(Qt::transparent);
    QPainter painter(&painted);
    paintAppIcon(painter, painted.rect());
    painter.end();
    double off = 0; // of each channel, on average: edges are blended a little differently
    for (int at = 0; at < side * side; ++at) {
        const QRgb is = painted.pixel(at % side, at / side);
        const QRgb should = kept.pixel(at % side, at / side);
        off += std::abs(qRed(is) - qRed(should)) + std::abs(qGreen(is) - qGreen(should))
            + std::abs(qBlue(is) - qBlue(should)) + std::abs(qAlpha(is) - qAlpha(should));
    }
    off /= 4.0 * side * side;
    QVERIFY2(off < 4, qPrintable(QString::number(off)));
}

SKEIN_TEST(tst_Icons)

} // namespace iconsTest

#include "tst_Icons.moc"
