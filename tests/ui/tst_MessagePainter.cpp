// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/MessagePainter.h"

#include <QImage>
#include <QTest>

#include <cmath>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messagePainterTest {

namespace {

LayoutContext context(int width)
{
    return {width, QFont(u"DejaVu Sans"_s, 10),
        {QLocale::c(), QTimeZone::utc(), QDate(2025, 10, 7)}, false};
}

MessageLayout laidOut(const ThreadRow& row, int width, bool isFirstUnread)
{
    const LayoutContext where = context(width);
    return layOut(row, factsOf(nullptr, row, nullptr, isFirstUnread, where.calendar), where);
}

} // namespace

class tst_MessagePainter : public QObject {
    Q_OBJECT

private slots:
    void hostileTextStaysInItsBubble_data();
    void hostileTextStaysInItsBubble();
    void hairlinesAreSharp_data();
    void hairlinesAreSharp();
};

void tst_MessagePainter::hostileTextStaysInItsBubble_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one line of 50,000") << QString(50'000, u'x');
    QTest::newRow("50,000 words") << u"a "_s.repeated(25'000);
    QTest::newRow("50,000 line breaks") << u"\n"_s.repeated(50'000) + u"x"_s;
    QTest::newRow("1,000 marks") << u"Z"_s + QString(1000, QChar(0x0336));
    QTest::newRow("zero width") << QString(20'000, QChar(0x200b));
    QTest::newRow("overrides") << u"\u202e\u2067"_s.repeated(5000) + u"x"_s;
    QTest::newRow("broken pairs") << QString(5000, QChar(0xd800));
    QTest::newRow("objects") << QString(3000, QChar(0xfffc));
    QTest::newRow("joiners") << QString(9000, QChar(0x200d));
    QTest::newRow("mixed directions") << u"a\u05d0"_s.repeated(4000);
}

void tst_MessagePainter::hostileTextStaysInItsBubble()
{
    QFETCH(QString, text);
    const auto layout = laidOut(receivedRow(1, text), 500, false);
    QVERIFY(layout.height.total() < 6000);
    QVERIFY(layout.bubble.right() < 500);
    QVERIFY(layout.bubble.contains(layout.textRect.topLeft()));
    QImage image(500, layout.height.total(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const Theme theme = Theme::from(QPalette(Qt::white));
    Drawn drawn;
    MessagePainter(painter, theme, context(400).font, drawn).paint(layout, {});
    painter.end();
    QCOMPARE(
        image.pixelColor(layout.bubble.right() + 4, layout.bubble.center().y()), QColor(Qt::white));
}

void tst_MessagePainter::hairlinesAreSharp_data()
{
    QTest::addColumn<qreal>("ratio");
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0})
        QTest::addRow("%.2f", ratio) << ratio;
}

void tst_MessagePainter::hairlinesAreSharp()
{
    QFETCH(qreal, ratio);
    const ThreadRow row = receivedRow(1, u"text"_s);
    const auto layout = laidOut(row, 400, true);
    const Theme theme = Theme::from(QPalette(Qt::white));
    for (int offset = 0; offset < 4; ++offset) { // of the row in the window
        QImage image(QSize(400, 200) * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(theme.window);
        QPainter painter(&image);
        painter.translate(0, offset);
        Drawn drawn;
        MessagePainter(painter, theme, context(400).font, drawn).paint(layout, {});
        painter.end();
        const int x = int(40 * ratio);
        const int top = int((layout.unread.rect.top() + offset) * ratio);
        int full = 0;
        for (int y = top; y < top + layout.unread.rect.height() * ratio; ++y) {
            const QColor color = image.pixelColor(x, y);
            QVERIFY(color == theme.window || color == theme.accent);
            full += color == theme.accent;
        }
        QVERIFY(full >= 1);
        QVERIFY(full <= std::ceil(ratio));
    }
}

SKEIN_TEST(tst_MessagePainter)

} // namespace messagePainterTest

#include "tst_MessagePainter.moc"
