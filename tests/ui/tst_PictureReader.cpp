// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/PictureReader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pictureReaderTest {

class tst_PictureReader : public QObject {
    Q_OBJECT

private slots:
    void everyFormatThatIsReadIsReadByItsContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QImage image = pictures::plain({40, 30});
        QTest::newRow("png") << pictures::encoded(image, "png");
        QTest::newRow("jpeg") << pictures::encoded(image, "jpeg");
        QTest::newRow("bmp") << pictures::encoded(image, "bmp");
        QTest::newRow("gif") << pictures::gif({40, 30}, {1});
    }
    void everyFormatThatIsReadIsReadByItsContent()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(pictureFormat(bytes), QByteArray(QTest::currentDataTag()));
        const auto picture = decodePicture(bytes);
        QCOMPARE(picture->image.size(), QSize(40, 30));
        QCOMPARE(picture->full, QSize(40, 30));
        QVERIFY(!picture->moves);
    }

    void whatIsNoPictureIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = pictures::encoded(pictures::twoHalves({40, 30}));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("svg") << QByteArray(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        QTest::newRow("svg, declared") << QByteArray("<?xml version=\"1.0\"?><svg "
                                                     "xmlns=\"http://www.w3.org/2000/svg\"/>");
        QTest::newRow("html") << QByteArray("<!doctype html><script>alert(1)</script>");
        QTest::newRow("pixmap of text") << QByteArray("/* XPM */\nstatic char* a[] = "
                                                      "{\"1 1 1 1\",\"a c #ff0000\",\"a\"};");
        QTest::newRow("portable pixmap") << QByteArray("P3 1 1 255 1 2 3");
        QTest::newRow("icon") << QByteArray("\0\0\1\0\1\0", 6);
        QTest::newRow("only a beginning") << png.left(20);
        QTest::newRow("a beginning of another") << "\x89PNG\r\n\x1a\n" + QByteArray("GIF89a");
        QTest::newRow("riff that is none") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16);
        QTest::newRow("short riff") << QByteArray("RIFF");
        QTest::newRow("short bmp") << QByteArray("BM");
        QTest::newRow("noise after a jpeg's beginning")
            << QByteArray("\xff\xd8\xff") + QByteArray(1000, '\x55');
    }
    void whatIsNoPictureIsNotRead()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(decodePicture(bytes).error().kind, ErrorKind::Malformed);
        PictureFrames frames(bytes, {});
        QVERIFY(!frames.next().has_value());
    }

    void aClaimOfTooManyPixelsIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << pictures::claimingPng({60'000, 60'000});
        QTest::newRow("png, wide") << pictures::claimingPng({1'000'000, 1'000});
        QTest::newRow("gif") << pictures::gif({65'000, 65'000}, {0, 1});
        QByteArray bmp = pictures::encoded(pictures::plain({4, 4}), "bmp");
        qToLittleEndian<qint32>(60'000, bmp.data() + 18);
        qToLittleEndian<qint32>(60'000, bmp.data() + 22);
        QTest::newRow("bmp") << bmp;
    }
    void aClaimOfTooManyPixelsIsRefusedAtOnce()
    {
        QFETCH(const QByteArray, bytes);
        QElapsedTimer time;
        time.start();
        const auto picture = decodePicture(bytes, {100, 100});
        QVERIFY(!picture.has_value());
        if (pictureFormat(bytes) == "png") // Qt refuses some of the others by itself
            QCOMPARE(picture.error().kind, ErrorKind::TooLarge);
        PictureFrames frames(bytes, {100, 100});
        QVERIFY(!frames.next().has_value());
        QVERIFY(time.elapsed() < 1000);
    }

    void aClaimThatTheBytesDoNotKeepIsNoPicture()
    {
        QVERIFY(!decodePicture(pictures::claimingPng({6'000, 6'000}), {100, 100}).has_value());
    }

    void qtsOwnLimitStands() { QCOMPARE(QImageReader::allocationLimit(), 128); }

    void itIsAsLargeAsItIsShownAndNeverLarger_data()
    {
        QTest::addColumn<QSize>("full");
        QTest::addColumn<QSize>("wanted");
        QTest::addColumn<QSize>("decoded");
        QTest::newRow("smaller") << QSize(800, 600) << QSize(200, 150) << QSize(200, 150);
        QTest::newRow("cut to a square") << QSize(800, 600) << QSize(150, 150) << QSize(200, 150);
        QTest::newRow("as it is") << QSize(800, 600) << QSize() << QSize(800, 600);
        QTest::newRow("larger") << QSize(80, 60) << QSize(200, 150) << QSize(80, 60);
        QTest::newRow("narrow") << QSize(2000, 4) << QSize(200, 150) << QSize(2000, 4);
    }
    void itIsAsLargeAsItIsShownAndNeverLarger()
    {
        QFETCH(const QSize, full);
        QFETCH(const QSize, wanted);
        QFETCH(const QSize, decoded);
        for (const char* format : {"png", "jpeg"}) {
            const auto picture
                = decodePicture(pictures::encoded(pictures::plain(full), format), wanted);
            QCOMPARE(picture->image.size(), decoded);
            QCOMPARE(picture->full, full);
        }
    }

    void aVeryLargePictureIsReducedWhenNoSizeIsWanted()
    {
        const auto picture
            = decodePicture(pictures::encoded(pictures::plain({7000, 5000}), "jpeg"));
        QCOMPARE(picture->full, QSize(7000, 5000));
        const QSize size = picture->image.size();
        QVERIFY(qint64(size.width()) * size.height() <= mostPixelsWhole);
        QVERIFY(size.width() > 5000);
    }

    void whatACameraHeldUprightStandsUpright()
    {
        const QByteArray bytes = pictures::turnedJpeg(pictures::twoHalves({400, 200}), 6);
        const auto picture = decodePicture(bytes, {50, 100});
        QCOMPARE(picture->full, QSize(200, 400));
        QCOMPARE(picture->image.size(), QSize(50, 100));
        QVERIFY(qRed(picture->image.pixel(25, 20)) > 200); // left became top
        QVERIFY(qBlue(picture->image.pixel(25, 80)) > 200);
    }

    void seeThroughPartsStaySo()
    {
        QImage image({10, 10}, QImage::Format_ARGB32);
        image.fill(0x00000000);
        QCOMPARE(qAlpha(decodePicture(pictures::encoded(image))->image.pixel(5, 5)), 0);
    }

    void anAnimationGivesItsFramesWithoutEnd()
    {
        const QByteArray bytes = pictures::gif({20, 10}, {0, 1, 2}, 7);
        QVERIFY(decodePicture(bytes)->moves);
        PictureFrames frames(bytes, {});
        for (const QRgb colour : {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffff0000, 0xff00ff00}) {
            const auto frame = frames.next();
            QVERIFY(frame.has_value());
            QCOMPARE(frame->image.size(), QSize(20, 10));
            QCOMPARE(frame->image.pixel(0, 0), colour);
            QCOMPARE(frame->delay, 70ms);
        }
    }

    void framesInNoTimeAreGivenSome()
    {
        PictureFrames frames(pictures::gif({20, 10}, {0, 1}, 0), {});
        QCOMPARE(frames.next()->delay, 100ms);
    }
};

SKEIN_TEST(tst_PictureReader)

} // namespace pictureReaderTest

#include "tst_PictureReader.moc"
