// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/DevicePixels.h"
#include "ui/thread/BubbleShapes.h"

#include <QPainterPath>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace bubbleShapesTest {

/// The same as a path: what a bubble is meant to be.
void paintAsPath(QPainter& painter, const BubbleShape& shape, const QColor& color)
{
    const QRectF& rect = shape.rect;
    const auto arc = [](QPainterPath& path, const QPointF& centre, qreal radius, qreal from) {
        path.arcTo(
            QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), from, -90);
    };
    const qreal left = shape.tailAtRight ? shape.radius : shape.tail;
    const qreal right = shape.tailAtRight ? shape.tail : shape.radius;
    QPainterPath path(rect.topLeft() + QPointF(shape.radius, 0));
    arc(path, rect.topRight() + QPointF(-shape.radius, shape.radius), shape.radius, 90);
    arc(path, rect.bottomRight() - QPointF(right, right), right, 0);
    arc(path, rect.bottomLeft() + QPointF(left, -left), left, -90);
    arc(path, rect.topLeft() + QPointF(shape.radius, shape.radius), shape.radius, 180);
    painter.fillPath(path, color);
}

class tst_BubbleShapes : public QObject {
    Q_OBJECT

private slots:
    void aBubbleLooksAsAPathWould_data();
    void aBubbleLooksAsAPathWould();
};

void tst_BubbleShapes::aBubbleLooksAsAPathWould_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("ratio");
    QTest::addColumn<bool>("tailAtRight");
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
        for (const bool right : {false, true}) {
            for (const QSize size : {QSize(200, 60), QSize(90, 24), QSize(61, 33)})
                QTest::addRow("%d x %d at %.2f, %d", size.width(), size.height(), ratio, right)
                    << size << ratio << right;
        }
    }
}

void tst_BubbleShapes::aBubbleLooksAsAPathWould()
{
    QFETCH(QSize, size);
    QFETCH(qreal, ratio);
    QFETCH(bool, tailAtRight);
    QImage asBubble(QSize(240, 100) * ratio, QImage::Format_ARGB32_Premultiplied);
    asBubble.setDevicePixelRatio(ratio);
    asBubble.fill(Qt::white);
    QImage asPath = asBubble;
    BubbleShapes shapes;
    const QColor color(0, 90, 160);
    for (QImage* image : {&asBubble, &asPath}) {
        QPainter painter(image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(3, 5);
        const BubbleShape shape{
            onDevicePixels(painter, QRectF(QPointF(7, 9), size)), 12, 4, tailAtRight};
        if (image == &asBubble)
            shapes.paint(painter, shape, color);
        else
            paintAsPath(painter, shape, color);
        QVERIFY(painter.testRenderHint(QPainter::Antialiasing));
    }
    int different = 0;
    for (int y = 0; y < asPath.height(); ++y) {
        for (int x = 0; x < asPath.width(); ++x)
            different
                += std::abs(asPath.pixelColor(x, y).red() - asBubble.pixelColor(x, y).red()) > 96;
    }
    QVERIFY2(different <= 8, qPrintable(QString::number(different))); // of the corners' rounding
    QVERIFY(
        asPath.pixelColor(asPath.width() / 8, asPath.height() / 5) == color || size.height() < 60);
}

SKEIN_TEST(tst_BubbleShapes)

} // namespace bubbleShapesTest

#include "tst_BubbleShapes.moc"
